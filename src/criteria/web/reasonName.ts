import { useAnyText } from '../../ui/anyText.ts'

/** A reason to disqualify in the reader's language; one in the workspace's own words as it was written. */
export function useReasonName() {
  const text = useAnyText()
  return (reason: string) => text(`qualification.reasons.${reason}`, { defaultValue: reason })
}
