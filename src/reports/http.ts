import { serve } from '../platform/http.ts'
import { reportsContract } from './contract.ts'
import { disqualifiedReport } from './disqualified.ts'
import { funnelReport } from './funnelReport.ts'
import { recentMoves } from './recentMoves.ts'

const on = serve(reportsContract)
const month = 30 * 86_400_000

export const reportsHttp = {
  disqualified: on.disqualified.handler(({ input, context: { ctx } }) => {
    const to = input.to ?? ctx.clock()
    return disqualifiedReport(ctx, { to, from: input.from ?? new Date(to.getTime() - 3 * month) })
  }),
  recentMoves: on.recentMoves.handler(async ({ input, context: { ctx } }) => ({
    latest: await recentMoves(ctx, input),
  })),
  funnel: on.funnel.handler(({ input, context: { ctx } }) => {
    const to = input.to ?? ctx.clock()
    return funnelReport(ctx, { ...input, to, from: input.from ?? new Date(to.getTime() - month) })
  }),
}
