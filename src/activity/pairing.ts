import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import type { Known } from '../platform/kept.ts'
import { type Channel, type Direction, eventNames, eventTypes } from './events.ts'

/** Within how many days a message counts as answered, before or after. DEFAULTS: 14. */
export const answerDays = 14

const messages = eventNames.filter(name => eventTypes[name].isMessage)
const channelOf = (name: string) => eventTypes[name as (typeof messages)[number]].channel satisfies Channel

/** The direction of an event as it was known at `now`: a message that was answered by then is a conversation. */
export const directionAt = (event: string, now: Known<Date>): RawBuilder<Direction> => {
  const e = sql.raw(event)
  return sql<Direction>`case when ${e}.two_way_at <= ${now} then 'two' else ${e}.direction end`
}

/**
 * Works out, for every message received from these contacts, the instant from which it is a conversation: when we answered it or,
 * if it answers ours, its own. A function of the events alone, so a late or a withdrawn one puts it right again.
 */
export async function pairMessages(ctx: Ctx, contactIds: readonly string[]): Promise<void> {
  await sql`
    with message as (
      select e.id, e.contact_id, e.at, e.direction, e.two_way_at, e.withdrawn_at, channel
      from events e join unnest(${messages}::text[], ${messages.map(channelOf)}::text[]) as kind (name, channel) using (name)
      where e.workspace_id = ${ctx.workspaceId} and e.contact_id = any(${contactIds}::uuid[])
    ), paired as (
      select received.id, received.two_way_at, (
        select min(greatest(received.at, ours.at)) from message ours
        where ours.contact_id = received.contact_id and ours.channel = received.channel
          and ours.direction = 'out' and ours.withdrawn_at is null and received.withdrawn_at is null
          and ours.at between received.at - make_interval(hours => ${24 * answerDays})
            and received.at + make_interval(hours => ${24 * answerDays})
      ) as answered_at
      from message received where received.direction = 'in'
    )
    update events e set two_way_at = paired.answered_at
    from paired
    where e.workspace_id = ${ctx.workspaceId} and e.id = paired.id
      and paired.answered_at is distinct from paired.two_way_at`.execute(ctx.db)
}
