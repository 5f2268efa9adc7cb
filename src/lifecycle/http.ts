import { mustKnow } from '../contacts/contacts.ts'
import { atomically } from '../platform/ctx.ts'
import { serve } from '../platform/http.ts'
import { lifecycleContract } from './contract.ts'
import { draftHttp } from './draftHttp.ts'
import { funnelsOf, movesIn, movesOf, reasonsNow, standingOf } from './lifecycle.ts'
import { previewHttp } from './previewHttp.ts'

const on = serve(lifecycleContract)

export const lifecycleHttp = {
  ...draftHttp,
  ...previewHttp,
  standing: on.standing.handler(({ input: { id, funnel }, context }) =>
    atomically(context.ctx, async ctx => {
      const kind = await mustKnow(ctx, id)
      const standing = await standingOf(ctx, id, funnel)
      const because = standing ? await reasonsNow(ctx, standing, kind, funnel) : []
      return { standing, because, moves: await movesOf(ctx, id, funnel) }
    }),
  ),
  moves: on.moves.handler(({ input, context: { ctx } }) => movesIn(ctx, input)),
  definitions: on.definitions.handler(async ({ context: { ctx } }) => ({ funnels: await funnelsOf(ctx) })),
}
