import { serve } from '../platform/http.ts'
import { reportsContract } from './contract.ts'
import { funnelReport } from './funnelReport.ts'

const on = serve(reportsContract)
const month = 30 * 86_400_000

export const reportsHttp = {
  funnel: on.funnel.handler(({ input, context: { ctx } }) => {
    const to = input.to ?? ctx.clock()
    return funnelReport(ctx, { ...input, to, from: input.from ?? new Date(to.getTime() - month) })
  }),
}
