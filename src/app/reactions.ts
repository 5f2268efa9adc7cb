import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { anyChanged, type Taking, takeChanged } from '../contacts/contacts.ts'
import { fade, restage } from '../lifecycle/lifecycle.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { kept } from '../platform/kept.ts'
import { publish } from '../platform/live.ts'
import { assess } from '../qualification/qualification.ts'
import { holdForSegments, refreshDue, refreshSegments } from '../segments/segments.ts'
import { finishFound, reopenLost } from '../tasks/tasks.ts'

/** How many contacts one transaction of the worker takes on: few enough that who comes next does not wait long, and that plans are kept. */
const batch = 250

/** All that follows from a change in these contacts, in this order. One contact after a click, a thousand under load: the same. */
export async function react(ctx: Ctx, contactIds: readonly string[]): Promise<void> {
  await holdForSegments(ctx, contactIds)
  const restaged = await restage(ctx, contactIds)
  // After it, because it holds the contacts: two reactions on one never judge it at once.
  const judged = await assess(ctx, contactIds)
  const passed = await refreshSegments(ctx, [...new Set([...contactIds, ...restaged])])
  // Stages and points may ask for segments: who entered or left one is placed once more.
  const again = passed.length ? await restage(ctx, passed) : []
  if (again.length) await refreshSegments(ctx, again)
  await finishFound(ctx, contactIds)
  await reopenLost(ctx, contactIds)
  const ids = [...new Set([...restaged, ...judged, ...again])]
  if (ids.length) await publish(ctx, { topic: 'standing', ids })
}

/**
 * Works off everything that is due in the workspace at this instant: changed contacts, criteria and points that time changes.
 * Waits for what another worker has in hand.
 */
export async function settle(ctx: Ctx): Promise<void> {
  for (;;) {
    while (await workOff(ctx));
    // Inside a transaction the other might wait for this one.
    if (ctx.db.isTransaction || !(await anyChanged(ctx))) return
    await pause(20)
  }
}

/** One step of `settle`, in transactions of its own; returns whether there was anything to do. */
export async function workOff(ctx: Ctx, which: Taking = {}): Promise<boolean> {
  const changed = await atomically(ctx, ctx => reactToChanged(ctx, which))
  const due = await atomically(ctx, reactToTime)
  const faded = await atomically(ctx, fadeSome)
  const moved = await atomically(ctx, refreshDue)
  return changed + due + faded + moved > 0
}

async function reactToChanged(ctx: Ctx, which: Taking): Promise<number> {
  const changed = await takeChanged(ctx, batch, which)
  if (changed.length) await reactUnflushed(ctx, changed)
  return changed.length
}

/** For a transaction that a crash may lose: what it took is then still marked or due, and nobody was told that it is done. */
async function reactUnflushed(ctx: Ctx, contactIds: readonly string[]) {
  await sql`set local synchronous_commit = off`.execute(ctx.db)
  await react(ctx, contactIds)
}

/** One worker at a time looks at the clock of a workspace: two would do the same work. */
async function reactToTime(ctx: Ctx): Promise<number> {
  const rows = await readDue(ctx, { workspaceId: ctx.workspaceId, now: ctx.clock() })
  if (rows.length) await reactUnflushed(ctx, [...new Set(rows.map(row => row.contactId))])
  return rows.length
}

const readDue = kept<{ workspaceId: string; now: Date }, { contactId: string }>(
  ({ workspaceId, now }) => sql`
    select contact_id from (
      select workspace_id, contact_id, recheck_at from standings where recheck_at <= ${now}
      union all
      select workspace_id, contact_id, recheck_at from verdicts where recheck_at <= ${now}) due
    where workspace_id = ${workspaceId}
      and pg_try_advisory_xact_lock(hashtextextended('time ' || ${workspaceId}::text, 0))
    order by recheck_at limit ${batch}`,
)

async function fadeSome(ctx: Ctx): Promise<number> {
  const faded = await fade(ctx, batch)
  if (faded.length) await publish(ctx, { topic: 'standing', ids: faded })
  return faded.length
}
