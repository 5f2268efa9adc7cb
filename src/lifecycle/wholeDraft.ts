import { atomically, type Ctx } from '../platform/ctx.ts'
import type { Definitions } from './definitionChanges.ts'
import { funnelOf } from './definitions.ts'
import { type Draft, draftOf, putInForce, saveDraft, type Versions } from './drafting.ts'
import { frameworkIn } from './frameworks.ts'
import { lockedFunnel } from './locking.ts'
import { marketOf, type ReadyMadeKey, readyMadeSets } from './readyMade.ts'

/** Which draft is replaced: the one of that revision, or none. */
type Where = { funnel?: string; revision?: number }

/** Puts a ready-made set of stages and score into the draft; words stay, and a framework unless the other market begins with it. */
export async function draftReadyMade(ctx: Ctx, key: ReadyMadeKey, where: Where = {}): Promise<Draft> {
  const inForce = await funnelOf(ctx, where.funnel)
  const drafted = await draftOf(ctx, where.funnel)
  const { words } = (drafted ?? inForce).lifecycle
  const { lifecycle, score } = readyMadeSets[key]()
  const before = drafted?.framework ?? inForce.framework
  const framework = frameworkIn(marketOf(key), before)
  const body = { lifecycle: { ...lifecycle, ...(words && { words }) }, score }
  return replaceDraft(ctx, framework === before ? body : { ...body, framework }, where)
}

/**
 * Whoever replaces the whole draft has seen what is in force: it is based on that. A framework that somebody drafted stays where
 * none is given, with the version that it was written from.
 */
export async function replaceDraft(ctx: Ctx, definitions: Definitions, where: Where): Promise<Draft> {
  const { lifecycleVersion, scoreVersion, ...inForce } = await funnelOf(ctx, where.funnel)
  const kept = definitions.framework ? undefined : await draftOf(ctx, where.funnel)
  const frameworkVersion = kept?.frameworkVersion ?? inForce.frameworkVersion
  const framework = definitions.framework ?? kept?.framework
  const basedOn = { lifecycleVersion, scoreVersion, frameworkVersion }
  return saveDraft(ctx, { ...definitions, framework, ...where, basedOn })
}

type Publication = { funnel?: string; note: string }

/** Publishes definitions that were written elsewhere; a draft that somebody is writing stays. */
export function publishWhole(
  ctx: Ctx,
  definitions: Definitions,
  { funnel, note }: Publication,
): Promise<Versions> {
  return atomically(ctx, async ctx => putInForce(ctx, await lockedFunnel(ctx, funnel), definitions, note))
}
