import { useTranslation } from 'react-i18next'
import type { Locale } from '../../../platform/texts.ts'
import { frameTexts } from './frameTexts.ts'

/** The reader's language. The guide's texts are not in the joined dictionary: they come with the guide. */
export function useLocale(): Locale {
  return useTranslation().i18n.language === 'en' ? 'en' : 'es'
}

export const useFrame = () => frameTexts[useLocale()]

/** A text with its values in place of `{{name}}`; one that is not known yet is left out. */
export const filled = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? '…'))
