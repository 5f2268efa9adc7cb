import { atomically, type Ctx } from '../platform/ctx.ts'
import type { Definitions } from './definitionChanges.ts'
import { funnelOf } from './definitions.ts'
import { type Draft, lockedFunnel, putInForce, saveDraft, type Versions } from './drafting.ts'
import { type ReadyMadeKey, readyMadeSets } from './readyMade.ts'

/** Which draft is replaced: the one of that revision, or none. */
type Where = { funnel?: string; revision?: number }

/** Puts a ready-made set into the draft. */
export const draftReadyMade = (ctx: Ctx, key: ReadyMadeKey, where: Where = {}): Promise<Draft> =>
  replaceDraft(ctx, readyMadeSets[key](), where)

/** Whoever replaces the whole draft has seen what is in force: it is based on that. */
export async function replaceDraft(ctx: Ctx, definitions: Definitions, where: Where): Promise<Draft> {
  const { lifecycleVersion, scoreVersion } = await funnelOf(ctx, where.funnel)
  return saveDraft(ctx, { ...definitions, ...where, basedOn: { lifecycleVersion, scoreVersion } })
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
