import { atomically, type Ctx } from '../platform/ctx.ts'
import type { Definitions } from './definitionChanges.ts'
import { funnelOf } from './definitions.ts'
import { type Draft, draftOf, putInForce, saveDraft, type Versions } from './drafting.ts'
import { lockedFunnel } from './locking.ts'
import { type ReadyMadeKey, readyMadeSets } from './readyMade.ts'

/** Which draft is replaced: the one of that revision, or none. */
type Where = { funnel?: string; revision?: number }

/** Puts a ready-made set of stages and score into the draft; the framework stays as it is there. */
export async function draftReadyMade(ctx: Ctx, key: ReadyMadeKey, where: Where = {}): Promise<Draft> {
  const framework = (await draftOf(ctx, where.funnel))?.framework
  return replaceDraft(ctx, { ...readyMadeSets[key](), framework }, where)
}

/** Whoever replaces the whole draft has seen what is in force: it is based on that. */
export async function replaceDraft(ctx: Ctx, definitions: Definitions, where: Where): Promise<Draft> {
  const { lifecycleVersion, scoreVersion, frameworkVersion } = await funnelOf(ctx, where.funnel)
  const basedOn = { lifecycleVersion, scoreVersion, frameworkVersion }
  return saveDraft(ctx, { ...definitions, ...where, basedOn })
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
