import { useTranslation } from 'react-i18next'
import type { Answer, Disqualification } from '../../../contacts/questions.ts'
import { type Catalogue, useQuestionName, useReasonName } from '../../../criteria/web/parts.tsx'
import { useAnyText } from '../../../ui/anyText.ts'
import type { ChangeLine } from './changeLines.ts'

/** A change of an answer or of a disqualification in words; undefined for any other fact. */
export function useQualificationLine(questions: Catalogue['questions']) {
  const { t } = useTranslation()
  const question = useQuestionName(questions)
  const text = useAnyText()
  const reasonName = useReasonName()
  const answered = (given: unknown) => {
    const { state, value } = (given ?? {}) as Partial<Answer>
    return state ? [text(`qualification.states.${state}`), value].filter(Boolean).join(': ') : ''
  }
  const reason = (given: unknown) => {
    const { reason } = (given ?? {}) as Partial<Disqualification>
    return reason ? reasonName(reason) : ''
  }
  return (key: string, was: unknown, is: unknown): ChangeLine | undefined => {
    if (key === 'disqualified')
      return { key, label: t('history.disqualified'), from: reason(was), to: reason(is) }
    if (!key.startsWith('answer:')) return undefined
    return { key, label: question(key.slice('answer:'.length)), from: answered(was), to: answered(is) }
  }
}
