import { useAnyText } from '../../ui/anyText.ts'
import { useFormat } from '../../ui/format.ts'
import { useStageName } from '../../ui/stageWords.ts'
import type { Reason } from '../reasons.ts'
import type { Catalogue } from './FilterBar.tsx'

/** The value that a rule compared, in the reader's words. */
export function useReasonValue({ fields }: Catalogue) {
  const text = useAnyText()
  const format = useFormat()
  const stage = useStageName()
  return ({ rule, value }: Pick<Reason, 'rule' | 'value'>): string => {
    const one = (each: unknown): string => {
      if ('is' in rule && rule.is === 'stage') return stage(each as string | null)
      if ('is' in rule && rule.is === 'temperature') return text(`words.temperatures.${each}`)
      if ('is' in rule && rule.is === 'role') return text(`contacts.roles.${each}`)
      if ('score' in rule) return format.number(Number(each))
      const field = 'field' in rule ? fields.find(({ key }) => key === rule.field) : undefined
      if (typeof each === 'boolean') return text(each ? 'facts.yes' : 'facts.no')
      if (field?.type === 'money') return format.money(Number(each))
      if (typeof each === 'number') return format.number(each)
      return field && field.options.length > 0 && !field.label
        ? text(`contacts.options.${each}`, { defaultValue: String(each) })
        : String(each)
    }
    const values = (Array.isArray(value) ? value : [value]).filter(
      each => each !== null && each !== undefined,
    )
    return values.map(one).join(', ')
  }
}
