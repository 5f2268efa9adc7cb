import { type RawBuilder, sql } from 'kysely'
import { giveBackAnswers, markChanged, takeBackAnswers } from '../contacts/contacts.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { publish } from '../platform/live.ts'

/** Takes events back, with what was answered in them: they stay as evidence and count no more. Returns how many that were. */
export const withdrawEvents = (ctx: Ctx, ids: readonly string[]): Promise<number> =>
  atomically(ctx, async ctx => {
    await refuseCorrected(ctx, sql`e.id = any(${ids}::uuid[])`)
    await takeBackAnswers(ctx, ids)
    return setWithdrawn(ctx, sql`id = any(${ids}::uuid[])`, ctx.clock())
  })

/** Undoes `withdrawEvents`. */
export const restoreEvents = (ctx: Ctx, ids: readonly string[]): Promise<number> =>
  atomically(ctx, async ctx => {
    await refuseCorrected(ctx, sql`e.id = any(${ids}::uuid[])`)
    await giveBackAnswers(ctx, ids)
    return setWithdrawn(ctx, sql`id = any(${ids}::uuid[])`, null)
  })

/** Of an event in whose place another was put; false when it was withdrawn already. */
export const withdrawCorrected = async (ctx: Ctx, id: string): Promise<boolean> =>
  (await setWithdrawn(ctx, sql`id = ${id}`, ctx.clock())) === 1

/** @throws Refusal when another event stands in the place of one of these, put there by another act than `act` */
async function refuseCorrected(ctx: Ctx, which: RawBuilder<unknown>, act?: string): Promise<void> {
  const { rows } = await sql`
    select from events e
    join contact_changes c on c.workspace_id = e.workspace_id and c.contact_id = e.contact_id
    join change_sets s on s.workspace_id = e.workspace_id and s.id = c.change_set_id
    where e.workspace_id = ${ctx.workspaceId} and ${which} and s.id is distinct from ${act ?? null}::uuid
      and s.undone_at is null and s.kind <> 'undo' and s.summary -> 'tookBack' ? e.id::text
    limit 1`.execute(ctx.db)
  if (rows.length > 0) throw new Refusal('conflict', 'activity.corrected_since')
}

/** Where an act took events back, for another or with what was answered in them, undoing it brings them back; undoing that takes them back again. */
export async function settleTakenBack(ctx: Ctx, changeSetId: string, undone: boolean): Promise<number> {
  const taken = sql`
    select jsonb_array_elements_text(summary -> 'tookBack')::uuid from change_sets
    where workspace_id = ${ctx.workspaceId} and id = ${changeSetId}`
  const brought = sql`
    select id from events where workspace_id = ${ctx.workspaceId} and change_set_id = ${changeSetId}`
  await refuseCorrected(ctx, sql`e.id in (${brought} union all ${taken})`, changeSetId)
  return setWithdrawn(ctx, sql`id in (${taken})`, undone ? null : ctx.clock())
}

/** Takes back every event that came with an act (an import, demo data). */
export const withdrawEventsOf = (ctx: Ctx, changeSetId: string): Promise<number> =>
  setWithdrawn(ctx, sql`change_set_id = ${changeSetId}`, ctx.clock())

export const restoreEventsOf = (ctx: Ctx, changeSetId: string): Promise<number> =>
  setWithdrawn(ctx, sql`change_set_id = ${changeSetId}`, null)

function setWithdrawn(ctx: Ctx, which: RawBuilder<unknown>, instant: Date | null): Promise<number> {
  return atomically(ctx, async ctx => {
    // In order of id: a reaction writes into the same events when it pairs messages.
    const { rows } = await sql<{ contactId: string }>`
      with locked as materialized (
        select id from events
        where workspace_id = ${ctx.workspaceId} and ${which} and (withdrawn_at is null) = ${instant !== null}
        order by id for no key update
      )
      update events set withdrawn_at = ${instant}
      where workspace_id = ${ctx.workspaceId} and id in (select id from locked)
      returning contact_id`.execute(ctx.db)
    const ids = [...new Set(rows.map(row => row.contactId))]
    await markChanged(ctx, ids)
    if (ids.length) await publish(ctx, { topic: 'event', ids })
    return rows.length
  })
}
