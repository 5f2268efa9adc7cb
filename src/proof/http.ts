import { serve } from '../platform/http.ts'
import { proofContract } from './contract.ts'
import { adopt, askProof, proofOf } from './proof.ts'

const on = serve(proofContract)

export const proofHttp = {
  ask: on.ask.handler(({ input, context: { ctx } }) => askProof(ctx, input)),
  newest: on.newest.handler(async ({ context: { ctx } }) => ({ proof: await proofOf(ctx) })),
  adopt: on.adopt.handler(({ input: { id }, context: { ctx } }) => adopt(ctx, id)),
}
