import { chunksOf, countOf, rangesOf } from '../contacts/contacts.ts'
import {
  type Batch,
  beginPreview,
  endPreview,
  failPreview,
  givesPoints,
  isRejudged,
  type Judging,
  judgeSome,
  type Kind,
  previewSome,
} from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { inLanes } from '../platform/lanes.ts'
import { supposedVerdicts } from '../qualification/qualification.ts'
import { settle } from './reactions.ts'

/** How many contacts a statement looks at. More than a rebuild's: nobody waits for these rows. */
const usual = {
  many: 50_000,
  /** Where events are put in order to give points, no more than are sorted in memory. */
  ofPoints: 10_000,
}

// For half of all it reads all events from end to end, and so once in each lane; for a twentieth it would look up those of each contact,
// which takes four times as long.
const mostReadings = 2

export type PreviewJob = { id: string; funnel: string }

/** Finds out what a draft would do to everybody, writing no standing. What is due at this instant is worked off first, as the worker would. */
export async function preview(ctx: Ctx, { id, funnel }: PreviewJob, sizes = usual): Promise<void> {
  try {
    await settle(ctx)
    await suppose(ctx, { id, funnel }, sizes)
  } catch (error) {
    await failPreview(ctx, id)
    throw error
  }
}

async function suppose(ctx: Ctx, { id, funnel }: PreviewJob, { many, ofPoints }: typeof usual) {
  const of = await countOf(ctx)
  const previewed = await beginPreview(ctx, id, funnel, of)
  if (!previewed) return
  const judging: Judging = given => supposedVerdicts(ctx, given)
  const organizations = () => chunksOf(ctx, { kind: 'organization', size: ofPoints })
  // Before all else: people may stand by the verdict on where they work.
  if (isRejudged(previewed))
    await inLanes(organizations(), some => judgeSome(ctx, previewed, 'organization', some, judging))
  const replaced = new AbortController()
  const ranges = givesPoints(previewed) ? { size: ofPoints } : { size: many, most: mostReadings }
  const each = (kind: Kind) => async (some: Batch) => {
    if (replaced.signal.aborted) return
    const isJudged = kind === 'organization'
    if (!(await previewSome(ctx, previewed, kind, some, isJudged ? undefined : judging))) replaced.abort()
  }
  // People first: organisations would stand where their people would. Those stand far apart, between people.
  await inLanes(rangesOf(ctx, { kind: 'person', of, ...ranges }), each('person'))
  await inLanes(organizations(), each('organization'))
  if (!replaced.signal.aborted) await endPreview(ctx, previewed)
}
