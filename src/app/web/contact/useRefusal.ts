import { useAnyText } from '../../../ui/anyText.ts'
import { refusalOf } from './refused.ts'
import type { ShownContact } from './source.ts'

export function useRefusal({ consents }: ShownContact) {
  const text = useAnyText()
  return (channel: string): string | undefined => {
    const refusal = refusalOf(consents, channel)
    return (
      refusal &&
      `${text(`contacts.consents.${refusal.state}`)}: ${text(`contacts.channels.${refusal.channel}`)}`
    )
  }
}
