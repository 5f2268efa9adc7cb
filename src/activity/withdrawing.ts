import { type RawBuilder, sql } from 'kysely'
import { giveBackAnswers, markChanged, takeBackAnswers } from '../contacts/contacts.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { publish } from '../platform/live.ts'

/** Takes events back, with what was answered in them: they stay as evidence and count no more. Returns how many that were. */
export const withdrawEvents = (ctx: Ctx, ids: readonly string[]): Promise<number> =>
  atomically(ctx, async ctx => {
    await takeBackAnswers(ctx, ids)
    return setWithdrawn(ctx, sql`id = any(${ids}::uuid[])`, ctx.clock())
  })

/** Undoes `withdrawEvents`. */
export const restoreEvents = (ctx: Ctx, ids: readonly string[]): Promise<number> =>
  atomically(ctx, async ctx => {
    await giveBackAnswers(ctx, ids)
    return setWithdrawn(ctx, sql`id = any(${ids}::uuid[])`, null)
  })

/** Where an act took back what was answered in an event, undoing it brings the event back too; undoing that takes it back again. */
export const settleTakenBack = (ctx: Ctx, changeSetId: string, undone: boolean): Promise<number> =>
  setWithdrawn(
    ctx,
    sql`id in (
      select jsonb_array_elements_text(summary -> 'events')::uuid from change_sets
      where workspace_id = ${ctx.workspaceId} and id = ${changeSetId})`,
    undone ? null : ctx.clock(),
  )

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
