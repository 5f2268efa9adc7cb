import type { FieldValue } from '../../contacts/fields.ts'
import { useFieldTexts } from '../../contacts/web/parts.tsx'
import { useAnyText } from '../../ui/anyText.ts'
import { useFormat } from '../../ui/format.ts'
import { useStageName } from '../../ui/stageWords.ts'
import type { Reason } from '../reasons.ts'
import type { Catalogue } from './FilterBar.tsx'
import { useReasonName } from './reasonName.ts'

/** The value that a rule compared, in the reader's words. */
export function useReasonValue({ fields, members, segments = [] }: Catalogue) {
  const text = useAnyText()
  const format = useFormat()
  const stage = useStageName()
  const reasonName = useReasonName()
  const texts = useFieldTexts(members)

  const ofField = (key: string, value: unknown): string => {
    const field = fields.find(each => each.key === key)
    return field ? texts.value(field, value as FieldValue) : String(value)
  }
  return ({ rule, value }: Pick<Reason, 'rule' | 'value'>): string => {
    const one = (each: unknown): string => {
      if ('is' in rule && rule.is === 'stage') return stage(each as string | null)
      if ('is' in rule && rule.is === 'stale') return format.date(String(each))
      if ('is' in rule && rule.is === 'temperature') return text(`words.temperatures.${each}`)
      if ('is' in rule && rule.is === 'segment') return segments.find(({ id }) => id === each)?.name ?? '?'
      if ('is' in rule && rule.is === 'role') return text(`contacts.roles.${each}`)
      if ('is' in rule && rule.is === 'verdict') return text(`qualification.verdicts.${each}`)
      if ('is' in rule && rule.is === 'disqualified') return reasonName(String(each))
      if ('answered' in rule) return text(`criteria.answer.states.${each}`)
      if ('score' in rule || ('is' in rule && rule.is === 'fit')) return format.number(Number(each))
      return 'field' in rule ? ofField(rule.field, each) : String(each)
    }
    const values = (Array.isArray(value) ? value : [value]).filter(
      each => each !== null && each !== undefined,
    )
    return values.map(one).join(', ')
  }
}
