export { CriteriaEditor } from './CriteriaEditor.tsx'
export { EventsEditor } from './EventsEditor.tsx'
export { type Catalogue, FilterBar } from './FilterBar.tsx'
export { useQuestionName } from './questionName.ts'
export { useReasonName } from './reasonName.ts'
export { useReasonValue } from './useReasonValue.ts'

export { useSentence } from './useSentence.ts'
