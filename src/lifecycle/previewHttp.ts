import { atomically } from '../platform/ctx.ts'
import { serve } from '../platform/http.ts'
import { previewContract } from './previewContract.ts'
import { askPreview, previewOf, wouldMove } from './previewing.ts'
import { bothReceipts } from './previewReceipt.ts'
import { wouldBeJudged } from './previewVerdicts.ts'
import { distributionOf } from './spread.ts'

const on = serve(previewContract)

export const previewHttp = {
  askPreview: on.askPreview.handler(({ input: { funnel }, context: { ctx } }) => askPreview(ctx, funnel)),
  preview: on.preview.handler(async ({ input: { funnel }, context: { ctx } }) => ({
    preview: await previewOf(ctx, funnel),
  })),
  wouldMove: on.wouldMove.handler(({ input: { from = null, to = null, ...input }, context: { ctx } }) =>
    wouldMove(ctx, { ...input, from, to }),
  ),
  wouldBeJudged: on.wouldBeJudged.handler(({ input, context: { ctx } }) => wouldBeJudged(ctx, input)),
  bothReceipts: on.bothReceipts.handler(({ input: { id, funnel }, context }) =>
    atomically(context.ctx, ctx => bothReceipts(ctx, id, funnel)),
  ),
  distribution: on.distribution.handler(async ({ input: { funnel }, context: { ctx } }) => ({
    distribution: await distributionOf(ctx, funnel),
  })),
}
