import { atomically } from '../platform/ctx.ts'
import { serve } from '../platform/http.ts'
import { scoringContract } from './contract.ts'
import { pointsOf } from './scoring.ts'

const on = serve(scoringContract)

export const scoringHttp = {
  points: on.points.handler(({ input: { id, at, funnel }, context: { ctx } }) =>
    atomically(ctx, ctx => pointsOf(ctx, id, at, funnel)),
  ),
}
