import { audit } from '../../audit/audit.ts'
import { demoState, openDemo, removeDemo, showDemo } from '../../contacts/contacts.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { serve } from '../../platform/http.ts'
import { enqueue } from '../../platform/jobs.ts'
import { publish } from '../../platform/live.ts'
import { demoContract } from './contract.ts'

const { state, create, show, remove } = serve(demoContract)

export const demoHttp = {
  state: state.handler(({ context: { ctx } }) => stateOf(ctx)),

  create: create.handler(async ({ context: { ctx } }) => {
    await removeDemo(ctx)
    await openDemo(ctx)
    await enqueue(ctx, 'createDemo', {}, { key: 'demo' })
    await audit(ctx, 'demo.created')
    return stateOf(ctx)
  }),

  show: show.handler(async ({ input, context: { ctx } }) => {
    await showDemo(ctx, input.shown)
    for (const topic of ['demo', 'contact', 'standing']) await publish(ctx, { topic })
    return stateOf(ctx)
  }),

  remove: remove.handler(async ({ context: { ctx } }) => {
    await removeDemo(ctx)
    await audit(ctx, 'demo.removed')
    for (const topic of ['demo', 'contact', 'standing']) await publish(ctx, { topic })
    return {}
  }),
}

async function stateOf(ctx: Ctx) {
  const { share, hasReal, shown } = (await demoState(ctx)) ?? {}
  return { share, hasReal, shown }
}
