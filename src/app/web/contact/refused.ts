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

/** What the contact said last about this channel, or about any, where it was to refuse it for some purpose. */
export function refusalOf<Said extends Consent>(consents: Said[], channel: string): Said | undefined {
  const about = consents.filter(each => each.channel === channel || each.channel === 'any')
  const last = about.filter(
    ({ purpose, at }) => !about.some(each => each.purpose === purpose && each.at > at),
  )
  return (['objected', 'withdrawn'] as const).flatMap(state => last.filter(each => each.state === state))[0]
}
