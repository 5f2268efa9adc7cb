import { serve } from '../platform/http.ts'
import { funnelContract } from './funnelContract.ts'
import {
  addFunnel,
  type ForgetFunnel,
  orderFunnels,
  type RefillSegments,
  removeFunnel,
  renameFunnel,
  restoreFunnel,
} from './funnels.ts'

const on = serve(funnelContract)
const nothing = () => ({})

/** What features above keep about funnels. */
type Handed = { forgetFunnel: ForgetFunnel; refillSegments: RefillSegments }

export const funnelHttp = ({ forgetFunnel, refillSegments }: Handed) => ({
  addFunnel: on.addFunnel.handler(({ input, context: { ctx } }) => addFunnel(ctx, input)),
  renameFunnel: on.renameFunnel.handler(({ input: { key, name, was }, context: { ctx } }) =>
    renameFunnel(ctx, key, name, was).then(nothing),
  ),
  orderFunnels: on.orderFunnels.handler(({ input: { keys }, context: { ctx } }) =>
    orderFunnels(ctx, keys, refillSegments).then(nothing),
  ),
  removeFunnel: on.removeFunnel.handler(({ input: { key }, context: { ctx } }) =>
    removeFunnel(ctx, key, forgetFunnel).then(nothing),
  ),
  restoreFunnel: on.restoreFunnel.handler(({ input: { key }, context: { ctx } }) =>
    restoreFunnel(ctx, key, refillSegments).then(nothing),
  ),
})
