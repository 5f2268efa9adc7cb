import { chunksOf, countOf } from '../contacts/contacts.ts'
import { beginPastPlacing, endPastPlacing, failPastPlacing, placeSomePast } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { inLanes } from '../platform/lanes.ts'
import { settle } from './reactions.ts'

export type PastPlacingJob = { id: string; funnel: string }

/** Places everybody as of a past day under the definitions in force, writing no standing. */
export async function placePast(ctx: Ctx, job: PastPlacingJob, size = 5_000): Promise<void> {
  try {
    await settle(ctx)
    const placer = await beginPastPlacing(ctx, job, await countOf(ctx))
    if (!placer) return
    const replaced = new AbortController()
    // People first: organisations would have stood where their people would.
    for (const kind of ['person', 'organization'] as const)
      await inLanes(chunksOf(ctx, { kind, size }), async ids => {
        if (replaced.signal.aborted) return
        if (!(await placeSomePast(ctx, placer, kind, ids))) replaced.abort()
      })
    if (!replaced.signal.aborted) await endPastPlacing(ctx, placer)
  } catch (error) {
    await failPastPlacing(ctx, job.id)
    throw error
  }
}
