import { useFieldTexts } from '../../contacts/web/parts.tsx'
import { useAnyText } from '../../ui/anyText.ts'
import { useStageName } from '../../ui/stageWords.ts'
import type { Criteria } from '../criteria.ts'
import { type Names, sentence } from '../sentence.ts'
import type { Catalogue } from './FilterBar.tsx'

/** A criterion as a sentence that stands by itself. */
export function useSentence(catalogue: Catalogue): (rule: Criteria) => string {
  const clause = useClause(catalogue)
  return rule => {
    const text = clause(rule)
    return text.charAt(0).toLocaleUpperCase() + text.slice(1)
  }
}

/** A criterion as clauses inside a sentence, in the reader's language, with the workspace's own names of facts and people. */
export function useClause({ fields, members }: Catalogue): (rule: Criteria) => string {
  const say = useAnyText()
  const stage = useStageName()
  const texts = useFieldTexts(members)
  const found = (key: string) => fields.find(field => field.key === key)
  const names: Names = {
    stage,
    field: key => {
      const field = key.startsWith('custom.') ? found(key) : undefined
      return field && texts.label(field)
    },
    value: (key, value) => {
      const field = key === 'kind' || key === 'decisionRole' ? undefined : found(key)
      return field && texts.value(field, value)
    },
  }
  return rule => sentence(rule, say, names)
}
