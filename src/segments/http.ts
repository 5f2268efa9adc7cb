import { serve } from '../platform/http.ts'
import { segmentsContract } from './contract.ts'
import {
  commonIn,
  createSegment,
  getSegment,
  listSegments,
  removeSegment,
  restoreSegment,
  updateSegment,
} from './segments.ts'

const on = serve(segmentsContract)

export const segmentsHttp = {
  list: on.list.handler(async ({ context: { ctx } }) => ({ segments: await listSegments(ctx) })),
  get: on.get.handler(({ input, context: { ctx } }) => getSegment(ctx, input.id)),
  common: on.common.handler(({ input, context: { ctx } }) => commonIn(ctx, input.id)),
  create: on.create.handler(async ({ input, context: { ctx } }) => ({ id: await createSegment(ctx, input) })),
  update: on.update.handler(async ({ input: { id, ...changes }, context: { ctx } }) => {
    await updateSegment(ctx, id, changes)
    return { id }
  }),
  remove: on.remove.handler(async ({ input: { id }, context: { ctx } }) => {
    await removeSegment(ctx, id)
    return { id }
  }),
  restore: on.restore.handler(async ({ input: { id }, context: { ctx } }) => {
    await restoreSegment(ctx, id)
    return { id }
  }),
}
