import type { Framework } from '../../lifecycle/frameworks.ts'
import { type FunnelName, funnelOf, renameFunnel } from '../../lifecycle/lifecycle.ts'
import { alike } from '../../platform/alike.ts'
import { atomically, type Ctx } from '../../platform/ctx.ts'
import { forgetFramework, libraryOf, writeFramework } from '../../qualification/qualification.ts'
import type { DefinitionFile } from './shape.ts'

/** What of a file has no draft: the funnel's name, and the frameworks that the workspace wrote, by which nobody is judged until they are published. */
export type OtherAtOnce = {
  name?: { funnel: string; was: FunnelName; is: FunnelName }
  own: { was?: Framework; is: Framework; revision: number }[]
}

/** What of the file differs from how it is. What the file says nothing of stays. */
export async function otherAtOnce(
  ctx: Ctx,
  { name, frameworks }: Pick<DefinitionFile, 'name' | 'frameworks'>,
  funnelKey?: string,
): Promise<OtherAtOnce> {
  const { own } = await libraryOf(ctx)
  const funnel = await funnelOf(ctx, funnelKey)
  const others = frameworks.flatMap(is => {
    const before = own.find(each => each.framework.key === is.key)
    if (before && alike(before.framework, is)) return []
    return [{ was: before?.framework, is, revision: before?.revision ?? 0 }]
  })
  return {
    ...(name && !alike(name, funnel.name) && { name: { funnel: funnel.key, was: funnel.name, is: name } }),
    own: others,
  }
}

/** What is to count at once: each over what was seen of it, so that nobody's change since is lost. */
export type AtOnce = {
  name?: { funnel: string; was: FunnelName; is: FunnelName }
  /** Frameworks of the workspace's own as they are written. */
  own: { framework: Framework; basedOn: number }[]
  /** Those of the workspace's own that are taken away. */
  gone: { key: string; basedOn: number }[]
}

export const wanted = ({ name, own }: OtherAtOnce): AtOnce => ({
  name,
  own: own.map(({ is, revision }) => ({ framework: is, basedOn: revision })),
  gone: [],
})

/** Has it count, and returns what takes it back. Refuses all of it when somebody has changed any of it since. */
export function countAtOnce(ctx: Ctx, { name, own, gone }: AtOnce): Promise<AtOnce> {
  return atomically(ctx, async ctx => {
    if (name) await renameFunnel(ctx, name.funnel, name.is, name.was)
    const back = await writeOwn(ctx, own)
    for (const { key, basedOn } of gone)
      back.own.push({ ...(await forgetFramework(ctx, key, basedOn)), basedOn: 0 })
    return { ...back, ...(name && { name: { ...name, was: name.is, is: name.was } }) }
  })
}

async function writeOwn(ctx: Ctx, own: AtOnce['own']): Promise<Pick<AtOnce, 'own' | 'gone'>> {
  const before = new Map((await libraryOf(ctx)).own.map(({ framework }) => [framework.key, framework]))
  const back: Pick<AtOnce, 'own' | 'gone'> = { own: [], gone: [] }
  for (const each of own) {
    const { revision: basedOn } = await writeFramework(ctx, each)
    const { key } = each.framework
    const was = before.get(key)
    if (was) back.own.push({ framework: was, basedOn })
    else back.gone.push({ key, basedOn })
  }
  return back
}
