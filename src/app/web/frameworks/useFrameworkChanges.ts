import { useTranslation } from 'react-i18next'
import { isKnownQuestion } from '../../../contacts/questions.ts'
import { frameworkChanges } from '../../../lifecycle/frameworkChanges.ts'
import type { Framework } from '../../../qualification/web/parts.tsx'
import { useAnyText } from '../../../ui/anyText.ts'
import { useFrameworkName } from './useFrameworks.ts'

/** What differs between two frameworks, each difference a sentence; of two that are not the same one, that it is another. */
export function useFrameworkChanges(): (was: Framework, is: Framework) => string[] {
  const { t } = useTranslation()
  const text = useAnyText()
  const nameOf = useFrameworkName()
  const questionName = useQuestionName()
  return (was, is) => {
    if (was.key !== is.key) return [t('frameworks.changes.another', { was: nameOf(was), is: nameOf(is) })]
    return frameworkChanges(was, is).map(change => {
      if (change.what === 'named') return t('frameworks.changes.named', { was: nameOf(was), is: nameOf(is) })
      const question = 'question' in change ? questionName([is, was], change.question) : ''
      const [before, after] = 'was' in change ? [change.was, change.is] : []
      const value = (value: unknown) =>
        change.what === 'question_weight' ? text(`frameworks.weights.${value}`) : String(value)
      return text(`frameworks.changes.${change.what}`, { question, was: value(before), is: value(after) })
    })
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
