import { mustKnow } from '../contacts/contacts.ts'
import { atomically } from '../platform/ctx.ts'
import { serve } from '../platform/http.ts'
import { placeByHand, placementOf, releaseFromHand } from './byHand.ts'
import { lifecycleContract } from './contract.ts'
import { draftHttp } from './draftHttp.ts'
import { funnelHttp } from './funnelHttp.ts'
import { contactAsOf, funnelAsOf } from './history.ts'
import { funnelOf, funnelsOf, movesIn, movesOf, reasonsNow, standingOf, standingsOf } from './lifecycle.ts'
import { nearestChanges } from './nearest.ts'
import { askPastPlacing, pastPlacingOf, placedElsewhere } from './placingPast.ts'
import { previewHttp } from './previewHttp.ts'

const on = serve(lifecycleContract)

const lifecycle = {
  ...draftHttp,
  ...previewHttp,
  standing: on.standing.handler(({ input, context }) =>
    atomically(context.ctx, async ctx => {
      const { id } = input
      const kind = await mustKnow(ctx, id)
      const funnel = await funnelOf(ctx, input.funnel)
      const standing = await standingOf(ctx, id, funnel)
      const because = standing ? await reasonsNow(ctx, standing, kind, funnel) : []
      const byHand = await placementOf(ctx, id, funnel)
      return { standing, because, byHand, moves: await movesOf(ctx, id, funnel) }
    }),
  ),
  standings: on.standings.handler(async ({ input: { id }, context: { ctx } }) => {
    await mustKnow(ctx, id)
    return { standings: await standingsOf(ctx, id) }
  }),
  placeByHand: on.placeByHand.handler(async ({ input: { id, ...placement }, context: { ctx } }) => {
    await placeByHand(ctx, id, placement)
    return {}
  }),
  releaseFromHand: on.releaseFromHand.handler(async ({ input: { id, funnel }, context: { ctx } }) => ({
    byHand: await releaseFromHand(ctx, id, funnel),
  })),
  pastFunnel: on.pastFunnel.handler(({ input: { at, funnel }, context: { ctx } }) =>
    funnelAsOf(ctx, at ?? ctx.clock(), funnel),
  ),
  askPastPlacing: on.askPastPlacing.handler(({ input: { at, funnel }, context: { ctx } }) =>
    askPastPlacing(ctx, at, funnel),
  ),
  pastPlacing: on.pastPlacing.handler(async ({ input: { funnel }, context: { ctx } }) => ({
    placing: await pastPlacingOf(ctx, funnel),
  })),
  placedElsewhere: on.placedElsewhere.handler(async ({ input: { id }, context: { ctx } }) => ({
    contacts: await placedElsewhere(ctx, id),
  })),
  pastContact: on.pastContact.handler(({ input: { id, at, funnel }, context }) =>
    atomically(context.ctx, ctx => contactAsOf(ctx, id, at, funnel)),
  ),
  nearest: on.nearest.handler(({ input: { id, funnel }, context }) =>
    atomically(context.ctx, async ctx => {
      const { next, out } = await nearestChanges(ctx, id, funnel)
      return { next, out }
    }),
  ),
  moves: on.moves.handler(({ input, context: { ctx } }) => movesIn(ctx, input)),
  definitions: on.definitions.handler(async ({ context: { ctx } }) => ({ funnels: await funnelsOf(ctx) })),
}

export const lifecycleHttp = (handed: Parameters<typeof funnelHttp>[0]) => ({
  ...lifecycle,
  ...funnelHttp(handed),
})
