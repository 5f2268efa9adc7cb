import { renameFunnel } from '../../lifecycle/lifecycle.ts'
import { alike } from '../../platform/alike.ts'
import { atomically, type Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/errors.ts'
import {
  type Framework,
  forgetFramework,
  keepFramework,
  libraryOf,
  publishFramework,
  qualificationOf,
} from '../../qualification/qualification.ts'
import type { DefinitionFile } from './shape.ts'

type Name = { es: string; en: string }

/** What of a file has no draft: the funnel's name, which framework it uses, and those of the workspace's own. */
export type OtherAtOnce = {
  name?: { was: Name; is: Name }
  framework?: { was: Framework; is: Framework; version: number }
  /** `funnels`: the names of those that use it, which qualify by it from then on. */
  own: { was?: Framework; is: Framework; revision: number; funnels: string[] }[]
}

/** What of the file differs from how it is. What the file says nothing of stays. */
export async function otherAtOnce(
  ctx: Ctx,
  { name, framework, frameworks }: Pick<DefinitionFile, 'name' | 'framework' | 'frameworks'>,
  funnelKey?: string,
): Promise<OtherAtOnce> {
  const { own, uses } = await libraryOf(ctx)
  const { funnel, framework: inForce, version } = await qualificationOf(ctx, funnelKey)
  const others = frameworks.flatMap(is => {
    const before = own.find(each => each.framework.key === is.key)
    if (before && alike(before.framework, is)) return []
    const funnels = uses.filter(use => use.framework.key === is.key).map(use => use.name)
    return [{ was: before?.framework, is, revision: before?.revision ?? 0, funnels }]
  })
  // One of its own that changes changes also where it is in use.
  const then = others.find(({ is }) => is.key === inForce.key)?.is ?? inForce
  return {
    ...(name && !alike(name, funnel.name) && { name: { was: funnel.name, is: name } }),
    ...(framework && !alike(framework, then) && { framework: { was: inForce, is: framework, version } }),
    own: others,
  }
}

/** What is to count at once: over which versions and revisions, so that nobody's change since is lost. */
export type AtOnce = {
  name?: Name
  framework?: { framework: Framework; basedOn: number }
  own: { framework: Framework; basedOn: number }[]
  /** Keys of those of the workspace's own that are taken away. */
  gone: string[]
}

export const wanted = ({ name, framework, own }: OtherAtOnce): AtOnce => ({
  ...(name && { name: name.is }),
  ...(framework && { framework: { framework: framework.is, basedOn: framework.version } }),
  own: own.map(({ is, revision }) => ({ framework: is, basedOn: revision })),
  gone: [],
})

/** Has it count, and returns what takes it back. */
export function countAtOnce(
  ctx: Ctx,
  { name, framework, own, gone }: AtOnce,
  { funnel: funnelKey, note }: { funnel?: string; note?: string } = {},
): Promise<AtOnce> {
  return atomically(ctx, async ctx => {
    const { funnel, ...before } = await qualificationOf(ctx, funnelKey)
    const { key } = funnel
    if (framework && framework.basedOn !== before.version)
      throw new Refusal('conflict', 'qualification.published_meanwhile', { version: before.version })
    if (name) await renameFunnel(ctx, key, name)
    const back = await writeOwn(ctx, own, note)
    if (framework) await use(ctx, key, framework.framework, note)
    for (const each of gone) await forgetFramework(ctx, each)
    const { version: basedOn } = await qualificationOf(ctx, key)
    return {
      ...back,
      ...(name && { name: funnel.name }),
      ...(framework && { framework: { framework: before.framework, basedOn } }),
    }
  })
}

async function writeOwn(ctx: Ctx, own: AtOnce['own'], note?: string): Promise<Pick<AtOnce, 'own' | 'gone'>> {
  const before = new Map((await libraryOf(ctx)).own.map(({ framework }) => [framework.key, framework]))
  const back: AtOnce['own'] = []
  for (const each of own) {
    const { revision } = await keepFramework(ctx, { ...each, note })
    const was = before.get(each.framework.key)
    if (was) back.push({ framework: was, basedOn: revision })
  }
  const gone = own.map(({ framework }) => framework.key).filter(key => !before.has(key))
  return { own: back, gone }
}

async function use(ctx: Ctx, funnel: string, framework: Framework, note?: string) {
  const { version: basedOn } = await qualificationOf(ctx, funnel)
  await publishFramework(ctx, { funnel, framework, note, basedOn })
}
