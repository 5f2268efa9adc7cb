import { useTranslation } from 'react-i18next'
import { isKnownQuestion } from '../../contacts/questions.ts'
import { useAnyText } from '../../ui/anyText.ts'

export type OwnQuestion = { key: string; name: { es: string; en: string } }

/** A question of qualification as it is called, the program's or the workspace's own. */
export function useQuestionName(own: OwnQuestion[] = []): (key: string) => string {
  const { i18n } = useTranslation()
  const text = useAnyText()
  return key =>
    isKnownQuestion(key)
      ? text(`qualification.questions.${key}.name`)
      : (own.find(each => each.key === key)?.name[i18n.language === 'en' ? 'en' : 'es'] ??
        key.replaceAll('_', ' '))
}
