import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Field, type FieldValue, type Kind, systemFields } from '../../contacts/fields.ts'
import { answerStates } from '../../contacts/questions.ts'
import { FieldInput } from '../../contacts/web/parts.tsx'
import type { NewAnswer } from './qualifying.ts'

export type Part = Pick<Partial<NewAnswer>, 'state' | 'value'>
type Props = {
  question: string
  kind: Kind
  draft: Part
  error?: string
  autoFocus?: boolean
  onChange: (part: Part) => void
}

/** What was said to a question, and what that makes of it. */
export function AnswerInput(props: Props) {
  const { t } = useTranslation()
  const { draft, onChange } = props
  return (
    <>
      <Value {...props} />
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('qualification.state')}
        data={answerStates.toReversed().map(value => ({
          value,
          label: t(`qualification.give.${value}`),
        }))}
        value={draft.state ?? ''}
        onChange={state => onChange({ state: state as Part['state'] })}
      />
    </>
  )
}

function Value({ question, draft, kind, error, autoFocus, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <FieldInput
      field={fieldOf(question, kind)}
      size="sm"
      autoFocus={autoFocus}
      error={error}
      aria-label={t('qualification.value')}
      placeholder={t('qualification.value')}
      value={(draft.value ?? null) as FieldValue}
      onChange={value => onChange({ value: value ?? undefined, ...stateSaidBy(question, value) })}
    />
  )
}

/** Who is said not to decide has answered the question with a no. */
const stateSaidBy = (question: string, value: FieldValue): Part =>
  question === 'authority' && value !== null
    ? { state: value === 'uses' || value === 'none' ? 'negative' : 'confirmed' }
    : {}

/** The field whose input fits: that of the fact where the question is one. */
function fieldOf(question: string, kind: Kind): Field {
  const decides = systemFields.find(({ key }) => key === 'decisionRole')
  const plain = systemFields.find(({ key }) => key === 'need') as Field
  if (question === 'authority' && kind === 'person' && decides) return decides
  return question === 'budget' ? { ...plain, type: 'money' } : plain
}
