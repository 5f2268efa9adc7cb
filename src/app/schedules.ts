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
import { type PreviewJob, preview } from './previewing.ts'
import { rebuild } from './rebuild.ts'

/** What the worker can be asked to do, by the name that `enqueue` gives. */
export const tasks: Tasks = {
  createDemo: ctx => createDemo(ctx),
  bulk: goOnWithBulk,
  prove: (ctx, payload) => runProof(ctx, payload as { id: string }),
  rebuild: async ctx => void (await rebuild(ctx)),
  preview: (ctx, payload) => preview(ctx, payload as PreviewJob),
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

/** A little more than lies between two looks. */
const lookedBack = 6 * 60_000

/** Who has come to be too long in a stage is told to open screens. */
export async function tellStale(ctx: Ctx): Promise<void> {
  const ids = await turnedStale(ctx, new Date(ctx.clock().getTime() - lookedBack))
  if (ids.length) await publish(ctx, { topic: 'standing', ids })
}
