import { atomically, type Ctx } from '../platform/ctx.ts'
import type { Definitions } from './definitionChanges.ts'
import { funnelOf } from './definitions.ts'
import { type Draft, draftOf, publishDraft, saveDraft, type Versions } from './drafting.ts'
import { type ReadyMadeKey, readyMadeSets } from './readyMade.ts'
import { fromYaml, toYaml } from './yaml.ts'

/** The definitions in force of a funnel, or its draft where there is one, as a file. */
export async function fileOf(ctx: Ctx, funnelKey?: string, of: 'force' | 'draft' = 'force') {
  const funnel = await funnelOf(ctx, funnelKey)
  const draft = of === 'draft' ? await draftOf(ctx, funnelKey) : undefined
  return { key: funnel.key, text: toYaml(funnel.key, draft ?? funnel) }
}

/** Puts a ready-made set into the draft. */
export const draftReadyMade = (ctx: Ctx, key: ReadyMadeKey, funnel?: string): Promise<Draft> =>
  replaceDraft(ctx, readyMadeSets[key](), funnel)

/** Puts what a file says into the draft; with a note it is published in the same transaction. */
export function bringIn(
  ctx: Ctx,
  text: string,
  { funnel, note }: { funnel?: string; note?: string } = {},
): Promise<{ draft?: Draft; published?: Versions }> {
  return atomically(ctx, async ctx => {
    const draft = await replaceDraft(ctx, fromYaml(text), funnel)
    if (!note) return { draft }
    return { published: await publishDraft(ctx, { funnel, revision: draft.revision, note }) }
  })
}

/** Whoever replaces the whole draft has seen what is in force: it is based on that. */
async function replaceDraft(ctx: Ctx, definitions: Definitions, funnel?: string): Promise<Draft> {
  const { lifecycleVersion, scoreVersion } = await funnelOf(ctx, funnel)
  return saveDraft(ctx, { ...definitions, funnel, basedOn: { lifecycleVersion, scoreVersion } })
}
