import { serve } from '../platform/http.ts'
import { proofContract } from './contract.ts'
import { numberedSystems } from './orders.ts'
import { adopt, adoptionOf, askProof, proofOf } from './proof.ts'

const on = serve(proofContract)

export const proofHttp = {
  ask: on.ask.handler(({ input, context: { ctx } }) => askProof(ctx, input)),
  newest: on.newest.handler(async ({ context: { ctx } }) => ({ proof: await proofOf(ctx) })),
  orders: on.orders.handler(async ({ context: { ctx } }) => ({ systems: await numberedSystems(ctx) })),
  adoption: on.adoption.handler(({ input: { id }, context: { ctx } }) => adoptionOf(ctx, id)),
  adopt: on.adopt.handler(({ input: { id }, context: { ctx } }) => adopt(ctx, id)),
}
