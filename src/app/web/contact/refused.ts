import type { ShownContact } from './source.ts'

type Consent = Pick<ShownContact['consents'][number], 'channel' | 'purpose' | 'state' | 'at'>

/** The channels to which a contact objects, or for which it took its consent back; a newer consent for any channel lifts both. */
export function refusedIn(consents: Consent[]): { state: 'objected' | 'withdrawn'; channels: string[] }[] {
  const isLifted = ({ purpose, at }: Consent) =>
    consents.some(
      each => each.state === 'granted' && each.channel === 'any' && each.purpose === purpose && each.at > at,
    )
  return (['objected', 'withdrawn'] as const).flatMap(state => {
    const channels = consents
      .filter(each => each.state === state && !isLifted(each))
      .map(({ channel }) => channel)
    return channels.length ? [{ state, channels: [...new Set(channels)] }] : []
  })
}
