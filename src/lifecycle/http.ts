import { mustKnow } from '../contacts/contacts.ts'
import { serve } from '../platform/http.ts'
import { lifecycleContract } from './contract.ts'
import { funnelsOf, movesIn, movesOf, standingOf } from './lifecycle.ts'

const on = serve(lifecycleContract)

export const lifecycleHttp = {
  standing: on.standing.handler(async ({ input: { id, funnel }, context: { ctx } }) => {
    await mustKnow(ctx, id)
    return { standing: await standingOf(ctx, id, funnel), moves: await movesOf(ctx, id, funnel) }
  }),
  moves: on.moves.handler(({ input, context: { ctx } }) => movesIn(ctx, input)),
  definitions: on.definitions.handler(async ({ context: { ctx } }) => ({ funnels: await funnelsOf(ctx) })),
}
