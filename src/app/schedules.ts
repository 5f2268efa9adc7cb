import { emptyBin } from '../contacts/contacts.ts'
import { forgetContacts, forgetFiles, forgetUploads, importTasks } from '../imports/imports.ts'
import { turnedStale } from '../lifecycle/lifecycle.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { forgetAnswers } from '../platform/idempotency.ts'
import type { Schedule, Tasks } from '../platform/jobs.ts'
import { publish } from '../platform/live.ts'
import { runProof } from '../proof/proof.ts'
import { fillSegment } from '../segments/segments.ts'
import { createDemo } from './demo/demo.ts'
import { goOnWithBulk } from './lists/bulk.ts'
import { type PastPlacingJob, placePast } from './placingPast.ts'
import { type PreviewJob, preview } from './previewing.ts'
import { rebuild } from './rebuild.ts'

/** What the worker can be asked to do, by the name that `enqueue` gives. */
export const tasks: Tasks = {
  createDemo: ctx => createDemo(ctx),
  bulk: goOnWithBulk,
  prove: (ctx, payload) => runProof(ctx, payload as { id: string }),
  rebuild: async ctx => void (await rebuild(ctx)),
  preview: (ctx, payload) => preview(ctx, payload as PreviewJob),
  placePast: (ctx, payload) => placePast(ctx, payload as PastPlacingJob),
  fillSegment: (ctx, payload) => fillSegment(ctx, (payload as { id: string }).id),
  emptyBin: async ctx => {
    while ((await emptyBin(ctx, forgetContacts)) > 0);
  },
  forgetAnswers: async ctx => void (await forgetAnswers(ctx)),
  forgetUploads: async ctx => void (await forgetUploads(ctx)),
  forgetFiles: ctx => atomically(ctx, forgetFiles),
  tellStale,
  ...importTasks,
}

/** What every workspace does by the clock (UTC). */
export const schedules: Schedule[] = [
  { task: 'emptyBin', cron: '10 3 * * *' },
  { task: 'forgetAnswers', cron: '40 3 * * *' },
  { task: 'forgetUploads', cron: '50 3 * * *' },
  { task: 'forgetFiles', cron: '55 3 * * *' },
  { task: 'tellStale', cron: '*/5 * * * *' },
]

/** When this process looked last who is stale in each workspace. */
const lastLooks = new Map<string, Date>()

/**
 * Who has come to be too long in a stage since the last look is told to open screens, however long ago that was. The first look of
 * a process cannot know what was missed before it, so it tells screens to ask anew; being told twice only asks once more.
 */
export async function tellStale(ctx: Ctx): Promise<void> {
  const [last, now] = [lastLooks.get(ctx.workspaceId), ctx.clock()]
  const ids = last && (await turnedStale(ctx, last))
  if (!ids || ids.length) await publish(ctx, { topic: 'standing', ids })
  lastLooks.set(ctx.workspaceId, now)
}
