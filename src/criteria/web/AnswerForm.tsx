import { MultiSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { questions } from '../../contacts/questions.ts'
import { useAnyText } from '../../ui/anyText.ts'
import type { AnsweredRule } from '../criteria.ts'
import { Denied } from './Denied.tsx'
import { useEditing } from './editing.ts'
import classes from './editor.module.css'
import { Pick } from './Pick.tsx'
import { useQuestionName } from './questionName.ts'

const states = ['confirmed', 'negative', 'asked', 'unasked'] as const

/** What became of a question of qualification. */
export function AnswerForm({ id, rule, not }: { id: string; rule: AnsweredRule; not: boolean }) {
  const { t } = useTranslation()
  const text = useAnyText()
  const { catalogue, setLeaf } = useEditing()
  const own = catalogue.questions ?? []
  const name = useQuestionName(own)
  const keys = [...new Set([...[...questions, ...own].map(({ key }) => key as string), rule.answered])]
  return (
    <div className={classes.asked}>
      <Denied id={id} not={not} />
      <Pick
        label={t('filter.asks.answered')}
        isSubject
        value={rule.answered}
        options={keys.map(value => ({
          value,
          label: name(value),
        }))}
        onChange={answered => setLeaf(id, { ...rule, answered })}
      />
      <MultiSelect
        size="xs"
        className={classes.value}
        aria-label={t('filter.answerStates')}
        data={states.map(value => ({ value, label: text(`criteria.answer.states.${value}`) }))}
        value={rule.state ?? ['confirmed']}
        onChange={state =>
          setLeaf(id, { ...rule, state: state.length ? (state as AnsweredRule['state']) : undefined })
        }
      />
    </div>
  )
}
