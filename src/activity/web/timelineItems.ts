import { type Channel, type Direction, eventTypes, isEventName } from '../events.ts'

/** One thing on the timeline, newest first; instants are ISO 8601 text. */
export type TimelineItem =
  | {
      kind: 'event'
      id: string
      name: string
      at: string
      direction: Direction
      properties: Record<string, unknown>
      source: string
      /** Who wrote it down, when a person did. */
      actor?: string
      byRobot: boolean
      withdrawnAt?: string | null
    }
  | { kind: 'note'; id: string; at: string; body: string; author?: string; editedAt?: string | null }

export type HappenedItem = TimelineItem & { kind: 'event' }

export function channelOf(item: TimelineItem): Channel | undefined {
  return item.kind === 'event' && isEventName(item.name) ? eventTypes[item.name].channel : undefined
}

/** Events and notes in one line, newest first. */
export const mixed = (...lists: TimelineItem[][]): TimelineItem[] =>
  lists.flat().sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1))
