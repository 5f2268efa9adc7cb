import { useAnyText } from '../../ui/anyText.ts'

/** A reason in the reader's language; one in the workspace's own words as it was written. */
export function useReasonText() {
  const text = useAnyText()
  return (reason: string) => text(`qualification.reasons.${reason}`, { defaultValue: reason })
}
