import type { Ctx } from '../platform/ctx.ts'
import { serve } from '../platform/http.ts'
import type { Definitions } from './definitionChanges.ts'
import { funnelOf } from './definitions.ts'
import { draftContract } from './draftContract.ts'
import {
  discardDraft,
  draftFramework,
  draftOf,
  publishDraft,
  republish,
  saveDraft,
  versionBody,
  versionsOf,
  yetToPlace,
} from './drafting.ts'
import { flawsOf } from './flaws.ts'
import { draftReadyMade } from './wholeDraft.ts'

const on = serve(draftContract)

export const draftHttp = {
  draft: on.draft.handler(async ({ input: { funnel }, context: { ctx } }) => {
    const draft = await draftOf(ctx, funnel)
    return { draft, flaws: draft ? await flaws(ctx, funnel, draft) : [] }
  }),
  saveDraft: on.saveDraft.handler(async ({ input, context: { ctx } }) => {
    const draft = await saveDraft(ctx, input)
    return { draft, flaws: await flaws(ctx, input.funnel, draft) }
  }),
  draftReadyMade: on.draftReadyMade.handler(async ({ input: { key, ...where }, context: { ctx } }) => ({
    draft: await draftReadyMade(ctx, key, where),
  })),
  draftFramework: on.draftFramework.handler(async ({ input, context: { ctx } }) => ({
    draft: await draftFramework(ctx, input),
  })),
  discardDraft: on.discardDraft.handler(async ({ input: { funnel }, context: { ctx } }) => ({
    draft: await discardDraft(ctx, funnel),
  })),
  publishDraft: on.publishDraft.handler(({ input, context: { ctx } }) => publishDraft(ctx, input)),
  versions: on.versions.handler(async ({ input: { funnel }, context: { ctx } }) => ({
    versions: await versionsOf(ctx, funnel),
  })),
  version: on.version.handler(async ({ input, context: { ctx } }) => ({
    body: await versionBody(ctx, input),
  })),
  republish: on.republish.handler(({ input, context: { ctx } }) => republish(ctx, input)),
  placing: on.placing.handler(({ input: { funnel }, context: { ctx } }) => yetToPlace(ctx, funnel)),
}

const flaws = async (ctx: Ctx, funnel: string | undefined, definitions: Definitions) =>
  flawsOf(ctx, (await funnelOf(ctx, funnel)).key, definitions)
