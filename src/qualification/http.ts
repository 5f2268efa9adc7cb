import { readyMadeFrameworks } from '../lifecycle/frameworks.ts'
import { frameworkVersionsOf, funnelOf, publishFramework } from '../lifecycle/lifecycle.ts'
import { atomically } from '../platform/ctx.ts'
import { serve } from '../platform/http.ts'
import { answer } from './answering.ts'
import { qualificationContract } from './contract.ts'
import { disqualify, requalify } from './disqualifying.ts'
import { forgetFramework, keepFramework, libraryOf, ownQuestions } from './library.ts'
import { qualify } from './reading.ts'

const on = serve(qualificationContract)

export const qualificationHttp = {
  get: on.get.handler(({ input: { id, funnel }, context: { ctx } }) =>
    atomically(ctx, ctx => qualify(ctx, id, funnel)),
  ),
  answer: on.answer.handler(({ input: { id, answers }, context: { ctx } }) => answer(ctx, id, answers)),
  disqualify: on.disqualify.handler(({ input: { id, ...given }, context: { ctx } }) =>
    disqualify(ctx, id, given),
  ),
  requalify: on.requalify.handler(({ input: { id }, context: { ctx } }) => requalify(ctx, id)),
  library: on.library.handler(async ({ context: { ctx } }) => ({
    readyMade: readyMadeFrameworks,
    ...(await libraryOf(ctx)),
    questions: await ownQuestions(ctx),
  })),
  keep: on.keep.handler(({ input, context: { ctx } }) => keepFramework(ctx, input)),
  forget: on.forget.handler(({ input: { key, basedOn }, context: { ctx } }) =>
    forgetFramework(ctx, key, basedOn),
  ),
  frameworks: on.frameworks.handler(async ({ input: { funnel }, context: { ctx } }) => {
    const { framework, frameworkVersion: version } = await funnelOf(ctx, funnel)
    const versions = await frameworkVersionsOf(ctx, funnel)
    return { framework, version, readyMade: readyMadeFrameworks, versions }
  }),
  publish: on.publish.handler(({ input, context: { ctx } }) => publishFramework(ctx, input)),
}
