import { useAnyText } from '../../ui/anyText.ts'
import type { Problem } from '../problems.ts'

/** What is wrong with a row, in the reader's language. */
export function useProblemText() {
  const text = useAnyText()
  return ({ code, params }: Problem) => text(`errors.criteria.${code}`, params)
}
