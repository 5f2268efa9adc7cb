import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { olderThan, pageOf, placeOf } from '../platform/cursor.ts'
import { type Known, kept } from '../platform/kept.ts'
import { type Channel, type Direction, eventNames, eventTypes } from './events.ts'
import { directionAt } from './pairing.ts'

export type TimelineEvent = {
  id: string
  name: string
  /** As it is known now: a message that was answered is a conversation. */
  direction: Direction
  at: Date
  receivedAt: Date
  properties: Record<string, unknown>
  source: string
  byRobot: boolean
  actorId: string | null
  changeSetId: string | null
}

export type TimelineQuery = {
  /** The `next` of the page before. */
  after?: string
  limit?: number
  channels?: readonly Channel[]
  names?: readonly string[]
  direction?: Direction
}

/** What happened with a contact, newest first, those of the future included; `next` is absent on the last page. */
export async function timelineOf(
  ctx: Ctx,
  contactId: string,
  { after, limit = 50, channels, names, direction }: TimelineQuery = {},
): Promise<{ events: TimelineEvent[]; next?: string }> {
  const now = ctx.clock()
  const narrowed = [
    ...(after ? [olderThan(sql`e.at`, sql`e.id`, after)] : []),
    ...(channels ? [ofChannels(ctx, channels)] : []),
    ...(names ? [sql`e.name = any(${names}::text[])`] : []),
    ...(direction ? [sql`${directionAt('e', now)} = ${direction}`] : []),
  ]
  const whose = { workspaceId: ctx.workspaceId, contactId, now, most: limit + 1 }
  const rows = narrowed.length
    ? (await eventsOf(whose, narrowed).execute(ctx.db)).rows
    : await readNewest(ctx, whose)
  const page = pageOf(rows, limit)
  return { events: page.rows, next: page.next }
}

type Whose = { workspaceId: string; contactId: string; now: Date; most: number }

const eventsOf = (
  { workspaceId, contactId, now, most }: { [K in keyof Whose]: Known<Whose[K]> },
  narrowed: RawBuilder<unknown>[] = [],
) => sql<TimelineEvent & { place: string }>`
    select e.id, e.name, ${directionAt('e', now)} as direction, e.at, e.received_at, e.properties, e.source, e.by_robot,
      e.actor_id, e.change_set_id, ${placeOf(sql`e.at`)} as place
    from events e
    where e.workspace_id = ${workspaceId} and e.contact_id = ${contactId} and e.withdrawn_at is null
      and ${sql.join([sql`true`, ...narrowed], sql` and `)}
    order by e.at desc, e.id desc
    limit ${most}`

/** The page that every contact's screen opens with. */
const readNewest = kept<Whose, TimelineEvent & { place: string }>(given => eventsOf(given))

function ofChannels(ctx: Ctx, channels: readonly Channel[]) {
  const names = eventNames.filter(name => channels.includes(eventTypes[name].channel))
  return sql`(e.name = any(${names}::text[]) or e.name in (
    select name from custom_event_types where workspace_id = ${ctx.workspaceId} and channel = any(${channels}::text[])))`
}
