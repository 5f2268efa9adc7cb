import { useTranslation } from 'react-i18next'
import type { Locale } from '../../../platform/texts.ts'

/** The reader's language, and the other one. */
export function useLanguages(): [here: Locale, there: Locale] {
  return useTranslation().i18n.language === 'en' ? ['en', 'es'] : ['es', 'en']
}
