import { type FunnelName, renameFunnel } from '../../lifecycle/lifecycle.ts'
import { alike } from '../../platform/alike.ts'
import { atomically, type Ctx } from '../../platform/ctx.ts'
import {
  type Framework,
  forgetFramework,
  libraryOf,
  publishFramework,
  qualificationOf,
  type Use,
  usersOf,
  writeFramework,
} from '../../qualification/qualification.ts'
import type { DefinitionFile } from './shape.ts'

/** What of a file has no draft: the funnel's name, which framework it uses, and those of the workspace's own. */
export type OtherAtOnce = {
  name?: { funnel: string; was: FunnelName; is: FunnelName }
  framework?: { funnel: string; was: Framework; is: Framework; version: number }
  /** `users`: the funnels that qualify by it from then on, because they use it already. */
  own: { was?: Framework; is: Framework; revision: number; users: Use[] }[]
}

/** What of the file differs from how it is. What the file says nothing of stays. */
export async function otherAtOnce(
  ctx: Ctx,
  { name, framework, frameworks }: Pick<DefinitionFile, 'name' | 'framework' | 'frameworks'>,
  funnelKey?: string,
): Promise<OtherAtOnce> {
  const { own, uses } = await libraryOf(ctx)
  const { funnel, framework: inForce, version } = await qualificationOf(ctx, funnelKey)
  const { key } = funnel
  const others = frameworks.flatMap(is => {
    const before = own.find(each => each.framework.key === is.key)
    if (before && alike(before.framework, is)) return []
    // This funnel uses what the file says that it uses.
    const isMeant = (use: Use) => use.funnel !== key || !framework || alike(framework, is)
    const users = usersOf(is, uses).filter(isMeant)
    return [{ was: before?.framework, is, revision: before?.revision ?? 0, users }]
  })
  const follows = others.some(({ users }) => users.some(use => use.funnel === key))
  const isOther = framework && !follows && !alike(framework, inForce)
  return {
    ...(name && !alike(name, funnel.name) && { name: { funnel: key, was: funnel.name, is: name } }),
    ...(isOther && { framework: { funnel: key, was: inForce, is: framework, version } }),
    own: others,
  }
}

/** What is to count at once: each over what was seen of it, so that nobody's change since is lost. */
export type AtOnce = {
  name?: { funnel: string; was: FunnelName; is: FunnelName }
  /** By what each of these funnels qualifies. */
  uses: { funnel: string; framework: Framework; basedOn: number }[]
  /** Frameworks of the workspace's own as they are written. No funnel follows but those in `uses`. */
  own: { framework: Framework; basedOn: number }[]
  /** Those of the workspace's own that are taken away. */
  gone: { key: string; basedOn: number }[]
}

export function wanted({ name, framework, own }: OtherAtOnce): AtOnce {
  const followers = own.flatMap(({ is, users }) =>
    users.map(({ funnel, version }) => ({ funnel, framework: is, basedOn: version })),
  )
  const chosen = framework && [
    { funnel: framework.funnel, framework: framework.is, basedOn: framework.version },
  ]
  return {
    name,
    uses: [...(chosen ?? []), ...followers],
    own: own.map(({ is, revision }) => ({ framework: is, basedOn: revision })),
    gone: [],
  }
}

/** Has it count, and returns what takes it back. Refuses all of it when somebody has changed any of it since. */
export function countAtOnce(
  ctx: Ctx,
  { name, uses, own, gone }: AtOnce,
  { note }: { note?: string } = {},
): Promise<AtOnce> {
  return atomically(ctx, async ctx => {
    if (name) await renameFunnel(ctx, name.funnel, name.is, name.was)
    const back = await writeOwn(ctx, own)
    const used: AtOnce['uses'] = []
    for (const use of uses) used.push(await putInUse(ctx, use, note))
    for (const { key, basedOn } of gone)
      back.own.push({ ...(await forgetFramework(ctx, key, basedOn)), basedOn: 0 })
    return { ...back, uses: used, ...(name && { name: { ...name, was: name.is, is: name.was } }) }
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

async function putInUse(ctx: Ctx, use: AtOnce['uses'][number], note?: string) {
  const { framework } = await qualificationOf(ctx, use.funnel)
  const { version: basedOn } = await publishFramework(ctx, { ...use, note })
  return { funnel: use.funnel, framework, basedOn }
}
