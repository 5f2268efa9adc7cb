import type { Definitions } from '../../lifecycle/definitionChanges.ts'
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
import { readyMadeFrameworks } from '../../qualification/frameworks.ts'
import { libraryOf, qualificationOf } from '../../qualification/qualification.ts'
import { type AtOnce, countAtOnce, type OtherAtOnce, otherAtOnce, wanted } from './atOnce.ts'
import { fromYaml, toYaml } from './shape.ts'

/** All that is defined in a funnel as one file: stages and score as in force, or of its draft; its name; and how people are qualified. */
export async function fileOf(ctx: Ctx, funnelKey?: string, of: 'force' | 'draft' = 'force') {
  const { funnel, framework } = await qualificationOf(ctx, funnelKey)
  const { lifecycle, score } = (of === 'draft' && (await draftOf(ctx, funnelKey))) || funnel
  const { key, name } = funnel
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
  const { lifecycle, score, ...rest } = fromYaml(text, await ownFrameworks(ctx))
  return { definitions: { lifecycle, score }, atOnce: await otherAtOnce(ctx, rest, funnel) }
}

/** What is in force needs no draft, and whoever is writing one goes on; what the draft says already is not written again. */
async function isForDraft(ctx: Ctx, { lifecycle, score }: Definitions, funnel?: string): Promise<boolean> {
  const there = [await funnelOf(ctx, funnel), await draftOf(ctx, funnel)]
  return !there.some(each => each && alike(each.lifecycle, lifecycle) && alike(each.score, score))
}

type Where = { funnel?: string; revision?: number; note?: string }

/** What came of it; `back` is what takes back what counts at once. */
export type BroughtIn = { draft?: Draft; published?: Versions; back: AtOnce }

/**
 * Puts what a file says of stages and score into the draft, and has the rest of it count at once. With a note all of it is
 * published, and a draft that somebody is writing stays. All of the file or nothing.
 */
export function bringIn(ctx: Ctx, text: string, { funnel, note, revision }: Where = {}): Promise<BroughtIn> {
  return atomically(ctx, async ctx => {
    const { definitions, atOnce } = await readIn(ctx, text, funnel)
    const back = await countAtOnce(ctx, wanted(atOnce), { note })
    if (note) return { back, published: await published(ctx, definitions, { funnel, note }, atOnce) }
    if (!(await isForDraft(ctx, definitions, funnel))) return { back }
    return { back, draft: await replaceDraft(ctx, definitions, { funnel, revision }) }
  })
}

/** A file that brings something else may say the same of stages and score as is in force. */
async function published(
  ctx: Ctx,
  definitions: Definitions,
  where: { funnel?: string; note: string },
  { name, framework, own }: OtherAtOnce,
): Promise<Versions> {
  const { lifecycle, score, lifecycleVersion, scoreVersion } = await funnelOf(ctx, where.funnel)
  const brings = Boolean(name || framework || own.length)
  return brings && alike(definitions, { lifecycle, score })
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
