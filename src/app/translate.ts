import i18next from 'i18next'
import type { Translate } from '../platform/problems.ts'
import { texts } from './texts.ts'

const dictionary = i18next.createInstance()

await dictionary.init({
  resources: { es: { translation: texts.es }, en: { translation: texts.en } },
  fallbackLng: 'es',
  // The answer is JSON: what is inserted is escaped where it is shown.
  interpolation: { escapeValue: false },
})

/** The keys of errors come with the refusals, so they are not checked as those of the screens are. */
const text = dictionary.t as unknown as (key: string, options: Record<string, unknown>) => string

/** The server's texts. */
export const translate: Translate = (locale, key, params) => text(key, { ...params, lng: locale })
