import type { Region } from '../../ui/format.ts'
import { clockOf } from '../../ui/zoneDay.ts'
import { isByHand } from '../events.ts'
import { type Draft, eventNames, type HappenedEntry, isSale, type LogKind, newDraft } from './logEntry.ts'
import type { HappenedItem } from './timelineItems.ts'

type Happened = Pick<HappenedItem, 'name' | 'at' | 'properties' | 'source'>

/** The form as it was when this was written down; undefined of what is not written down by it. */
export function draftOf(
  { name, at, properties, source }: Happened,
  { timeZone, currency: usual }: Region,
): Draft | undefined {
  const [path] = Object.entries(eventNames).find(([, each]) => each === name) ?? []
  const { amount = null, currency, offer, summary } = properties
  if (!path || !isByHand(source) || (amount !== null && typeof amount !== 'number')) return undefined
  const [kind = '', ...rest] = path.split('.')
  const [day = null, clock = ''] = clockOf(new Date(at), timeZone).split(' ')
  return {
    ...newDraft(kind as LogKind, asText(currency) || usual),
    ...{ variant: rest.at(-1) ?? '', ...(rest.length > 1 && { channel: rest[0] }) },
    ...{ amount, offer: asText(offer), text: asText(summary), day, hour: clock.slice(0, 5) },
  }
}

const asText = (value: unknown) => (typeof value === 'string' ? value : '')

/** What takes its place: as the form says now, at the very instant of before where it says the same minute, with what it does not ask. */
export function corrected(
  was: Happened,
  start: Draft,
  entry: HappenedEntry,
  timeZone: string,
): HappenedEntry {
  const minute = (at: string) => clockOf(new Date(at), timeZone).slice(0, 16)
  const at = entry.at ?? new Date().toISOString()
  const asked = isSale(start) ? ['amount', 'currency', 'offer'] : ['summary']
  const rest = Object.entries(was.properties).filter(([key]) => !asked.includes(key))
  return {
    ...entry,
    at: minute(at) === minute(was.at) ? was.at : at,
    properties: { ...Object.fromEntries(rest), ...entry.properties },
  }
}
