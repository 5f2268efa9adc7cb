export { type Catalogue, FilterBar } from './FilterBar.tsx'
export { useReasonValue } from './useReasonValue.ts'
export { useRuleText } from './useRuleText.ts'
export { useClause, useSentence } from './useSentence.ts'
