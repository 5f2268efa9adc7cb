import i18next from 'i18next'
import { regionName } from '../platform/displayNames.ts'
import type { Translate } from '../platform/problems.ts'
import { texts } from './texts.ts'

const dictionary = i18next.createInstance()

await dictionary.init({
  resources: { es: { translation: texts.es }, en: { translation: texts.en } },
  fallbackLng: 'es',
  // The answer is JSON: what is inserted is escaped where it is shown.
  interpolation: { escapeValue: false },
})

type Numbered = { number: string; country: string }

const { formatter } = dictionary.services
formatter?.add('country', (code: string, language = 'es') => regionName(language, code))
formatter?.add('numbers', (likely: Numbered[], language = 'es') =>
  new Intl.ListFormat(language, { type: 'disjunction' }).format(
    likely.map(({ number, country }) => `${number} (${regionName(language, country)})`),
  ),
)

/** The keys of errors come with the refusals, so they are not checked as those of the screens are. */
const text = dictionary.t as unknown as (key: string, options: Record<string, unknown>) => string

/** The server's texts. */
export const translate: Translate = (locale, key, params) => text(key, { ...params, lng: locale })
