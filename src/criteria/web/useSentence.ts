import { useEventName } from '../../activity/web/parts.tsx'
import type { Field } from '../../contacts/fields.ts'
import { type Member, useFieldTexts } from '../../contacts/web/parts.tsx'
import { useAnyText } from '../../ui/anyText.ts'
import { useFormat } from '../../ui/format.ts'
import { useStageName } from '../../ui/stageWords.ts'
import type { Criteria } from '../criteria.ts'
import { type Names, sentence } from '../sentence.ts'
import { type OwnQuestion, useQuestionName } from './questionName.ts'
import { stagesOf } from './rules.ts'

/** What the workspace has of its own, as far as the screen knows it. */
type Known = {
  fields: Field[]
  members?: Member[]
  segments?: { id: string; name: string }[]
  funnels?: { key: string; name: string; stages: { key: string; name: string }[] }[]
  questions?: OwnQuestion[]
}

/** A criterion as a sentence that stands by itself. */
export function useSentence(known: Known): (rule: Criteria) => string {
  const clause = useClause(known)
  // A group opens with its bracket.
  return rule => clause(rule).replace(/^\(*\p{L}/u, start => start.toLocaleUpperCase())
}

/** A criterion as clauses inside a sentence, in the reader's language, with the workspace's own names of facts, signals and people. */
export function useClause(known: Known): (rule: Criteria) => string {
  const { fields, members, segments, funnels, questions } = known
  const say = useAnyText()
  const format = useFormat()
  const stage = useStageName()
  const event = useEventName()
  const texts = useFieldTexts(members)
  const question = useQuestionName(questions)
  const found = (key: string) => fields.find(field => field.key === key)
  const names: Names = {
    stage: (key, funnel) =>
      stagesOf({ funnels }, funnel, stage).find(each => each.key === key)?.name ?? stage(key),
    segment: id => segments?.find(each => each.id === id)?.name,
    funnel: key => funnels?.find(each => each.key === key)?.name,
    field: key => {
      const field = key.startsWith('custom.') ? found(key) : undefined
      return field && texts.label(field)
    },
    event,
    question,
    value: (key, value) => {
      const field = found(key)
      if (field?.type === 'money') return format.roundMoney(Number(value))
      return field && texts.value(field, value)
    },
  }
  return rule => sentence(rule, say, names)
}
