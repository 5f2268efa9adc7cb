import i18next, { type FormatterModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { regionName } from '../../platform/displayNames.ts'
import type { Locale } from '../../platform/texts.ts'
import { intlLocale, withMinus } from '../../ui/format.ts'
import { texts } from '../texts.ts'

const key = 'embudo.language'

/** Starts the texts in the language that the reader chose here, else the browser's when it is one of ours, else Spanish. */
export function startTexts() {
  const language = chosenLanguage() ?? (navigator.language.startsWith('en') ? 'en' : 'es')
  void i18next
    .use(initReactI18next)
    .use(numbers)
    .init({
      resources: { es: { translation: texts.es }, en: { translation: texts.en } },
      // A workspace's own words come later, and replace texts that are on the screen.
      react: { bindI18nStore: 'added' },
      lng: language,
      fallbackLng: 'es',
      // React escapes what it shows.
      interpolation: { escapeValue: false, alwaysFormat: true },
      initAsync: false,
    })
  document.documentElement.lang = language
}

/** Numbers inside texts are written as the reader writes them, and countries by their names. */
const numbers: FormatterModule = {
  type: 'formatter',
  init() {},
  add() {},
  addCached() {},
  format(value, format, language = 'es') {
    if (format === 'country') return regionName(language, String(value))
    return typeof value === 'number' ? withMinus(value.toLocaleString(intlLocale(language))) : value
  },
}

/** Changes the language of every text at once and remembers it in this browser. */
export async function setLanguage(language: Locale) {
  localStorage.setItem(key, language)
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}

/** What the reader chose in this browser, if anything. */
export function chosenLanguage(): Locale | undefined {
  const kept = localStorage.getItem(key)
  return kept === 'es' || kept === 'en' ? kept : undefined
}
