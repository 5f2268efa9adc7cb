import type { Definitions } from '../../lifecycle/definitionChanges.ts'
import { readyMadeFrameworks } from '../../lifecycle/frameworks.ts'
import {
  type Draft,
  type DraftToSave,
  draftOf,
  funnelOf,
  publishWhole,
  replaceDraft,
  saveDraft,
  type Versions,
} from '../../lifecycle/lifecycle.ts'
import { alike } from '../../platform/alike.ts'
import { atomically, type Ctx } from '../../platform/ctx.ts'
import { libraryOf } from '../../qualification/qualification.ts'
import { type AtOnce, countAtOnce, type OtherAtOnce, otherAtOnce, wanted } from './atOnce.ts'
import { fromYaml, toYaml } from './shape.ts'

/** All that is defined in a funnel as one file: stages and score as in force, or of its draft; its name; and how people are qualified. */
export async function fileOf(ctx: Ctx, funnelKey?: string, of: 'force' | 'draft' = 'force') {
  const { key, name, ...inForce } = await funnelOf(ctx, funnelKey)
  const drafted = of === 'draft' ? await draftOf(ctx, funnelKey) : undefined
  const { lifecycle, score, framework } = { ...inForce, ...drafted }
  const own = (await ownFrameworks(ctx)).sort((a, b) => (a.key < b.key ? -1 : 1))
  const isKnown = [...own, ...readyMadeFrameworks].some(each => alike(each, framework))
  const text = toYaml({
    funnel: key,
    ...(name.es && { name }),
    framework: isKnown ? framework.key : framework,
    ...(own.length && { frameworks: own }),
    lifecycle,
    score,
  })
  return { key, text }
}

const ownFrameworks = async (ctx: Ctx) => (await libraryOf(ctx)).own.map(({ framework }) => framework)

/** What bringing a file in would do: what it puts into the draft, if anything, and what of it counts at once. */
export type Foreseen = { definitions?: Definitions; atOnce: OtherAtOnce }

/** What a file would change; nothing is written. */
export async function foresee(ctx: Ctx, text: string, funnel?: string): Promise<Foreseen> {
  const { definitions, atOnce } = await readIn(ctx, text, funnel)
  return { atOnce, ...((await isForDraft(ctx, definitions, funnel)) && { definitions }) }
}

async function readIn(ctx: Ctx, text: string, funnel?: string) {
  const { lifecycle, score, framework, ...rest } = fromYaml(text, await ownFrameworks(ctx))
  return { definitions: { lifecycle, score, framework }, atOnce: await otherAtOnce(ctx, rest, funnel) }
}

/** What is in force needs no draft, and whoever is writing one goes on; what the draft says already is not written again. */
async function isForDraft(ctx: Ctx, definitions: Definitions, funnel?: string): Promise<boolean> {
  const inForce = await funnelOf(ctx, funnel)
  const draft = await draftOf(ctx, funnel)
  return ![inForce, draft && { ...inForce, ...draft }].some(each => each && saysTheSame(definitions, each))
}

/** A file of before there were frameworks in it says the same as any. */
const saysTheSame = ({ lifecycle, score, framework }: Definitions, there: Definitions) =>
  alike([lifecycle, score, framework ?? there.framework], [there.lifecycle, there.score, there.framework])

type Where = { funnel?: string; revision?: number; note?: string }

/** What came of it; `back` is what takes back what counts at once. */
export type BroughtIn = { draft?: Draft; published?: Versions; back: AtOnce }

/**
 * Puts what a file says of stages, score and framework into the draft, and has the rest of it count at once. With a note all of
 * it is published, and a draft that somebody is writing stays. All of the file or nothing.
 */
export function bringIn(ctx: Ctx, text: string, { funnel, note, revision }: Where = {}): Promise<BroughtIn> {
  return atomically(ctx, async ctx => {
    const { definitions, atOnce } = await readIn(ctx, text, funnel)
    const back = await countAtOnce(ctx, wanted(atOnce))
    if (note) return { back, published: await published(ctx, definitions, { funnel, note }, atOnce) }
    if (!(await isForDraft(ctx, definitions, funnel))) return { back }
    return { back, draft: await replaceDraft(ctx, definitions, { funnel, revision }) }
  })
}

/** A file that brings something else may say the same of the definitions as is in force. */
async function published(
  ctx: Ctx,
  definitions: Definitions,
  where: { funnel?: string; note: string },
  { name, own }: OtherAtOnce,
): Promise<Versions> {
  const inForce = await funnelOf(ctx, where.funnel)
  const { lifecycleVersion, scoreVersion } = inForce
  return (name || own.length) && saysTheSame(definitions, inForce)
    ? { lifecycleVersion, scoreVersion }
    : publishWhole(ctx, definitions, where)
}

type TakenBack = { funnel?: string; back: AtOnce; draft?: Omit<DraftToSave, 'funnel'> }

/** Takes back what of a file counted at once and, with it, puts the draft back that was there before: all of it or nothing. */
export function takeBack(ctx: Ctx, { funnel, back, draft }: TakenBack): Promise<AtOnce> {
  return atomically(ctx, async ctx => {
    if (draft) await saveDraft(ctx, { funnel, ...draft })
    return countAtOnce(ctx, back)
  })
}
