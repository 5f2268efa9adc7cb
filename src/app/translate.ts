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

/** The server's texts. */
export const translate: Translate = (locale, key, params) => dictionary.t(key, { ...params, lng: locale })
