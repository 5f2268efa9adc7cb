import { atomically, type Ctx } from '../platform/ctx.ts'
import type { Definitions } from './definitionChanges.ts'
import { funnelOf } from './definitions.ts'
import { type Draft, draftOf, lockedFunnel, putInForce, saveDraft, type Versions } from './drafting.ts'
import { type ReadyMadeKey, readyMadeSets } from './readyMade.ts'
import { fromYaml, toYaml } from './yaml.ts'

/** The definitions in force of a funnel, or its draft where there is one, as a file. */
export async function fileOf(ctx: Ctx, funnelKey?: string, of: 'force' | 'draft' = 'force') {
  const funnel = await funnelOf(ctx, funnelKey)
  const draft = of === 'draft' ? await draftOf(ctx, funnelKey) : undefined
  return { key: funnel.key, text: toYaml(funnel.key, draft ?? funnel) }
}

/** Which draft is replaced: the one of that revision, or none. */
type Where = { funnel?: string; revision?: number }

/** Puts a ready-made set into the draft. */
export const draftReadyMade = (ctx: Ctx, key: ReadyMadeKey, where: Where = {}): Promise<Draft> =>
  replaceDraft(ctx, readyMadeSets[key](), where)

/** Puts what a file says into the draft; with a note it is published, and a draft that somebody is writing stays. */
export function bringIn(
  ctx: Ctx,
  text: string,
  { note, ...where }: Where & { note?: string } = {},
): Promise<{ draft?: Draft; published?: Versions }> {
  return atomically(ctx, async ctx => {
    const definitions = fromYaml(text)
    if (!note) return { draft: await replaceDraft(ctx, definitions, where) }
    return { published: await putInForce(ctx, await lockedFunnel(ctx, where.funnel), definitions, note) }
  })
}

/** Whoever replaces the whole draft has seen what is in force: it is based on that. */
async function replaceDraft(ctx: Ctx, definitions: Definitions, where: Where): Promise<Draft> {
  const { lifecycleVersion, scoreVersion } = await funnelOf(ctx, where.funnel)
  return saveDraft(ctx, { ...definitions, ...where, basedOn: { lifecycleVersion, scoreVersion } })
}
