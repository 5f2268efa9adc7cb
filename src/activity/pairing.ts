import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { type Known, kept } from '../platform/kept.ts'
import { type Direction, eventNames, eventTypes } from './events.ts'

/** Within how many days a message counts as answered, before or after. DEFAULTS: 14. */
export const answerDays = 14

/** The direction of an event as it was known at `now`: a message that was answered by then is a conversation. */
export const directionAt = (event: string, now: Known<Date>): RawBuilder<Direction> => {
  const e = sql.raw(event)
  return sql<Direction>`case when ${e}.two_way_at <= ${now} then 'two' else ${e}.direction end`
}

/**
 * Works out, for every message received from these contacts, the instant from which it is a conversation: when we answered it or,
 * if it answers ours, its own. A function of the events alone, so a late or a withdrawn one puts it right again. Writes only what
 * differs. Part of every reaction, under the locks of `restage`.
 */
export async function pairMessages(ctx: Ctx, contactIds: readonly string[]): Promise<void> {
  if (contactIds.length === 0) return
  const wrong = await mispaired(ctx, contactIds)
  if (wrong.length === 0) return
  const { workspaceId } = ctx
  await setRight(ctx, {
    workspaceId,
    ids: wrong.map(each => each.id),
    instants: wrong.map(each => each.ought),
  })
}

/** A message whose instant is not what the events make it. */
export type Mispaired = { id: string; contactId: string; is: Date | null; ought: Date | null }

/** The messages of these contacts that `pairMessages` would put right. Writes nothing. */
export const mispaired = (ctx: Ctx, contactIds: readonly string[]): Promise<Mispaired[]> =>
  findMispaired(ctx, { workspaceId: ctx.workspaceId, contactIds })

type Which = { workspaceId: string; contactIds: readonly string[] }

// In order of id, as whoever withdraws events takes them, so that neither waits for the other in a circle.
const setRight = kept<{ workspaceId: string; ids: string[]; instants: (Date | null)[] }, never>(
  ({ workspaceId, ids, instants }) => sql`
    update events e set two_way_at = ought.instant
    from (select * from unnest(${ids}::uuid[], ${instants}::timestamptz[]) as of (id, instant) order by id) ought
    where e.workspace_id = ${workspaceId} and e.id = ought.id`,
  { unheard: true },
)

const findMispaired = kept<Which, Mispaired>(differing)

const messages = eventNames.filter(name => eventTypes[name].isMessage)

/** Reads each message once, whatever its neighbours: ours before it and ours after it come from two passes in order of time. */
function differing({ workspaceId, contactIds }: { [K in keyof Which]: Known<Which[K]> }) {
  const channels = messages.map(name => sql`when ${sql.lit(name)} then ${sql.lit(eventTypes[name].channel)}`)
  const wait = sql`make_interval(hours => ${sql.lit(24 * answerDays)})`
  return sql<Mispaired>`
    with message as (
      select id, contact_id, at, direction, two_way_at, withdrawn_at, direction = 'out' and withdrawn_at is null as ours,
        case name ${sql.join(channels, sql` `)} end as channel
      from events
      where workspace_id = ${workspaceId} and contact_id = any(${contactIds}::uuid[])
        and name in (${sql.join(messages.map(name => sql.lit(name)))})
    ), neighboured as (
      select message.*, max(at) filter (where ours) over (upwards) as ours_before, min(at) filter (where ours) over (downwards) as ours_after
      from message
      window upwards as (partition by contact_id, channel order by at), downwards as (partition by contact_id, channel order by at desc)
    ), paired as (
      select id, contact_id, two_way_at as "is", case
          when withdrawn_at is not null then null
          when ours_before >= at - ${wait} then at
          when ours_after <= at + ${wait} then ours_after
        end as ought
      from neighboured where direction = 'in'
    )
    select * from paired where ought is distinct from "is"`
}
