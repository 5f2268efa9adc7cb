import { useTranslation } from 'react-i18next'
import { isKnownQuestion } from '../../../contacts/questions.ts'
import type { FrameworkChange } from '../../../lifecycle/frameworkChanges.ts'
import type { Framework } from '../../../qualification/web/parts.tsx'
import { useAnyText } from '../../../ui/anyText.ts'
import { useFrameworkName } from './useFrameworks.ts'

/** A difference between two versions of a framework, as a sentence. */
export function useFrameworkChangeText(): (change: FrameworkChange, was: Framework, is: Framework) => string {
  const { t } = useTranslation()
  const text = useAnyText()
  const nameOf = useFrameworkName()
  const questionName = useQuestionName()
  return (change, was, is) => {
    if (change.what === 'named') return t('frameworks.changes.named', { was: nameOf(was), is: nameOf(is) })
    const question = 'question' in change ? questionName([is, was], change.question) : ''
    const [before, after] = 'was' in change ? [change.was, change.is] : []
    const value = (value: unknown) =>
      change.what === 'question_weight' ? text(`frameworks.weights.${value}`) : String(value)
    return text(`frameworks.changes.${change.what}`, { question, was: value(before), is: value(after) })
  }
}

/** What one of these frameworks calls a question, in the reader's language. */
function useQuestionName() {
  const { i18n } = useTranslation()
  const text = useAnyText()
  const locale = i18n.language === 'en' ? 'en' : 'es'
  return (frameworks: Framework[], question: string): string => {
    const items = frameworks.flatMap(({ items }) => items.filter(each => each.question === question))
    const own = items.map(({ name }) => name?.[locale]).find(Boolean)
    const [usual] = frameworks.map(({ key }) =>
      text(`qualification.frameworks.${key}.items.${question}.name`, { defaultValue: '' }),
    )
    return (
      own ||
      usual ||
      (isKnownQuestion(question) ? text(`qualification.questions.${question}.name`) : question)
    )
  }
}
