import { serve } from '../platform/http.ts'
import { funnelContract } from './funnelContract.ts'
import {
  addFunnel,
  type ForgetFunnel,
  orderFunnels,
  removeFunnel,
  renameFunnel,
  restoreFunnel,
} from './funnels.ts'

const on = serve(funnelContract)
const nothing = () => ({})

/** What leaves with a funnel is handed in, because some of it is kept by features above. */
export const funnelHttp = ({ forgetFunnel }: { forgetFunnel: ForgetFunnel }) => ({
  addFunnel: on.addFunnel.handler(({ input, context: { ctx } }) => addFunnel(ctx, input)),
  renameFunnel: on.renameFunnel.handler(({ input: { key, name }, context: { ctx } }) =>
    renameFunnel(ctx, key, name).then(nothing),
  ),
  orderFunnels: on.orderFunnels.handler(({ input: { keys }, context: { ctx } }) =>
    orderFunnels(ctx, keys).then(nothing),
  ),
  removeFunnel: on.removeFunnel.handler(({ input: { key }, context: { ctx } }) =>
    removeFunnel(ctx, key, forgetFunnel).then(nothing),
  ),
  restoreFunnel: on.restoreFunnel.handler(({ input: { key }, context: { ctx } }) =>
    restoreFunnel(ctx, key).then(nothing),
  ),
})
