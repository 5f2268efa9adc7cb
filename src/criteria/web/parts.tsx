export { type Catalogue, FilterBar } from './FilterBar.tsx'
export { useRuleText } from './useRuleText.ts'
export { useClause, useSentence } from './useSentence.ts'
