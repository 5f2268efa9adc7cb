import { useTranslation } from 'react-i18next'
import { isKnownQuestion } from '../../contacts/questions.ts'
import { type Framework, isReadyMade } from '../../lifecycle/frameworks.ts'
import type { Locale } from '../../platform/texts.ts'
import type { AnyText } from '../../ui/anyText.ts'

/** How a framework is called and calls its questions, and the words in which each is asked aloud and by mail; in the reader's language, or in another. */
export function useQuestionTexts({ key, name, items }: Framework, language?: Locale) {
  const { i18n } = useTranslation()
  const locale = language ?? (i18n.language === 'en' ? 'en' : 'es')
  const text = i18n.getFixedT(locale) as unknown as AnyText
  const itemOf = (question: string) => items.find(each => each.question === question)
  const own = (question: string, what: 'name' | 'ask') => itemOf(question)?.[what]?.[locale]
  const ofFramework = (question: string, what: 'name' | 'ask') =>
    text(`qualification.frameworks.${key}.items.${question}.${what}`, { defaultValue: '' })
  const general = (question: string, what: 'name' | 'mail') =>
    isKnownQuestion(question) ? text(`qualification.questions.${question}.${what}`) : ''
  return {
    framework: name?.[locale] ?? (isReadyMade(key) ? text(`qualification.frameworks.${key}.name`) : key),
    name: (question: string) =>
      own(question, 'name') ?? (ofFramework(question, 'name') || general(question, 'name') || question),
    aloud: (question: string) =>
      own(question, 'ask') ?? (ofFramework(question, 'ask') || general(question, 'mail')),
    byMail: (question: string) => own(question, 'ask') ?? general(question, 'mail'),
  }
}
