import { isDeepStrictEqual } from 'node:util'
import { audit } from '../audit/audit.ts'
import { addFields } from '../contacts/contacts.ts'
import { alike } from '../platform/alike.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/ids.ts'
import { type Profile, readyMadeScore } from '../scoring/defaults.ts'
import type { ScoreModel } from '../scoring/model.ts'
import { readyMadeFields, readyMadeLifecycle, type SetUp } from './defaults.ts'
import { funnelOf, publishDefinition, publishFirst } from './definitions.ts'
import { draftOf } from './drafting.ts'
import { frameworkFor, frameworkIn, usualFramework } from './frameworks.ts'
import { type Lifecycle, lifecycleSchema } from './model.ts'
import { publishNext } from './qualifications.ts'
import { replaceDraft } from './wholeDraft.ts'

type Answers = Required<Omit<SetUp, 'market'>>

/**
 * The main funnel's stages as other answers to the questions of set-up have them, as the next version. A stage whose criterion
 * is no longer the ready-made one keeps its own.
 */
export async function publishAnswers(ctx: Ctx, was: Answers, is: Answers): Promise<void> {
  const { id, lifecycle } = await funnelOf(ctx)
  // The market may have changed in the settings, and its definitions not been published yet.
  const ready = (['b2b', 'b2c'] as const).map(market => ({
    before: lifecycleSchema.parse(readyMadeLifecycle({ ...was, market })),
    after: lifecycleSchema.parse(readyMadeLifecycle({ ...is, market })),
  }))
  const entryIn = (of: Lifecycle, key: string) => of.stages.find(stage => stage.key === key)?.entry
  const stages = lifecycle.stages.map(stage => {
    const own = ready.find(({ before }) => isDeepStrictEqual(stage.entry, entryIn(before, stage.key)))
    return { ...stage, entry: (own && entryIn(own.after, stage.key)) ?? stage.entry }
  })
  const body = { ...lifecycle, contactMeans: is.contactMeans, stages }
  const version = await publishDefinition(ctx, id, { kind: 'lifecycle', body })
  await audit(ctx, 'definitions.published', {}, { version })
}

/** The main funnel of a new workspace with its ready-made definitions, as version 1, and the fields that they ask about. */
export function createReadyMade(ctx: Ctx, setUp: SetUp & { profile?: Profile }): Promise<void> {
  return atomically(ctx, async ctx => {
    const funnel = {
      id: newId(),
      key: 'main',
      nameEs: '',
      workspaceId: ctx.workspaceId,
      createdAt: ctx.clock(),
    }
    await ctx.db.insertInto('funnels').values(funnel).execute()
    await addFields(ctx, readyMadeFields)
    const lifecycle = readyMadeLifecycle(setUp)
    const score = readyMadeScore(setUp.market, setUp.profile)
    await publishFirst(ctx, funnel.id, lifecycle, score)
    const framework = frameworkFor(setUp.market)
    if (framework !== usualFramework) await publishNext(ctx, await funnelOf(ctx), framework, '')
  })
}

/** Drafts what one begins with in that market, where no draft was begun: words, own stages, places and a chosen framework stay. */
export async function draftMarket(ctx: Ctx, setUp: SetUp): Promise<void> {
  const { lifecycle, score, framework } = await funnelOf(ctx)
  const drafted = {
    lifecycle: withEntries(lifecycle, lifecycleSchema.parse(readyMadeLifecycle(setUp))),
    score: servingAs(score, readyMadeScore(setUp.market)),
    framework: frameworkIn(setUp.market, framework),
  }
  const isAsInForce = alike(drafted, { lifecycle, score, framework })
  if (!isAsInForce || (await draftOf(ctx))) await replaceDraft(ctx, drafted, {})
}

const withEntries = (own: Lifecycle, readyMade: Lifecycle): Lifecycle => ({
  ...own,
  outside: readyMade.outside,
  stages: own.stages.map(stage => {
    const { entry, organizationEntry } = readyMade.stages.find(({ key }) => key === stage.key) ?? stage
    return { ...stage, entry, ...(organizationEntry && { organizationEntry }) }
  }),
})

function servingAs({ fit }: ScoreModel, readyMade: ScoreModel): ScoreModel {
  const places = fit.filter(({ key }) => key === 'place' || key === 'outside')
  return { ...readyMade, fit: [...places, ...readyMade.fit] }
}
