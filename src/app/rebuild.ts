import { sql } from 'kysely'
import { chunksOf, countOf } from '../contacts/contacts.ts'
import { forgetBinned, funnelsOf, type Kind, restageOnly } from '../lifecycle/lifecycle.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { inLanes } from '../platform/lanes.ts'
import { publish } from '../platform/live.ts'
import { assess } from '../qualification/qualification.ts'
import { refreshSegments } from '../segments/segments.ts'
import { react } from './reactions.ts'

export type Progress = { done: number; total: number; changed: number }
type Options = { onProgress?: (progress: Progress) => void; signal?: AbortSignal }

/**
 * Works every standing out again from facts, events and definitions, by the same statement that follows every change. Writes only
 * what differs. Can be stopped at any point and run again.
 */
export async function rebuild(ctx: Ctx, { onProgress = () => {}, signal }: Options = {}): Promise<Progress> {
  await forgetBinned(ctx)
  const progress = { done: 0, total: await countOf(ctx), changed: 0 }
  // People first: organisations stand where their people do.
  for (const kind of ['person', 'organization'] as const)
    await inLanes(chunksOf(ctx, { kind }), async ids => {
      signal?.throwIfAborted()
      progress.changed += await placeAgain(ctx, kind, ids)
      progress.done += ids.length
      onProgress({ ...progress })
    })
  progress.changed += await placeTheLate(ctx)
  if (progress.changed) await publish(ctx, { topic: 'standing' })
  return progress
}

/** All that follows from the facts, events and definitions of some contacts; how many it changed. */
async function placeAgain(ctx: Ctx, kind: Kind, ids: string[]): Promise<number> {
  const changed = await atomically(ctx, async ctx => [
    ...(await restageOnly(ctx, kind, ids)),
    ...(await assess(ctx, ids)),
  ])
  // By itself: its locks are taken in another order.
  const passed = await atomically(ctx, ctx => refreshSegments(ctx, [...new Set(changed)]))
  if (passed.length) await atomically(ctx, ctx => react(ctx, passed))
  return changed.length
}

/** Those whom a reaction that had begun before a publication placed, meanwhile, by the versions before it. */
async function placeTheLate(ctx: Ctx): Promise<number> {
  let changed = 0
  for (const { id, lifecycleVersion, scoreVersion } of await funnelsOf(ctx)) {
    const { rows } = await sql<{ id: string; kind: Kind }>`
      select c.id, c.kind from standings s join contacts c on c.workspace_id = s.workspace_id and c.id = s.contact_id
      where s.workspace_id = ${ctx.workspaceId} and s.funnel_id = ${id} and c.deleted_at is null
        and (s.lifecycle_version, s.score_version) is distinct from (${lifecycleVersion}::int, ${scoreVersion}::int)
      order by c.id`.execute(ctx.db)
    for (const kind of ['person', 'organization'] as const) {
      const late = rows.filter(row => row.kind === kind).map(row => row.id)
      if (late.length) changed += await placeAgain(ctx, kind, late)
    }
  }
  return changed
}
