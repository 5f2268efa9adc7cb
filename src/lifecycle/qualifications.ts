import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { enqueue } from '../platform/jobs.ts'
import { publish } from '../platform/live.ts'
import { type Funnel, funnelOf } from './definitions.ts'
import { mustBeSoundFramework } from './frameworkFlaws.ts'
import { type Framework, frameworkSchema, usualFramework } from './frameworks.ts'
import { lockedFunnel } from './locking.ts'

type Publication = { funnel?: string; framework: Framework; note?: string; basedOn: number }

/** Puts a framework in force as the next version, past any draft; those before it stay. Everybody is judged by it, their answers stay. */
export function publishFramework(ctx: Ctx, { funnel, framework, note = '', basedOn }: Publication) {
  return atomically(ctx, async ctx => {
    const inForce = await lockedFunnel(ctx, funnel)
    const { frameworkVersion } = inForce
    if (frameworkVersion !== basedOn)
      throw new Refusal('conflict', 'qualification.published_meanwhile', { version: frameworkVersion })
    mustBeSoundFramework(framework)
    const version = await publishNext(ctx, inForce, framework, note)
    await audit(ctx, 'definitions.published', { name: note }, { version })
    await enqueue(ctx, 'rebuild', {}, { key: 'definitions' })
    return { version }
  })
}

/** The next version of how the funnel, which must be locked, qualifies. Verdicts follow by `rebuild`. */
export async function publishNext(
  ctx: Ctx,
  { id, frameworkVersion }: Funnel,
  framework: Framework,
  note: string,
): Promise<number> {
  const version = frameworkVersion + 1
  await sql`
    insert into qualifications (workspace_id, funnel_id, version, framework, note, author_name, published_at)
    values (${ctx.workspaceId}, ${id}, ${version}, ${JSON.stringify(frameworkSchema.parse(framework))}::jsonb, ${note},
      ${ctx.actor.name}, ${ctx.clock()})`.execute(ctx.db)
  await publish(ctx, { topic: 'definition' })
  return version
}

export type PublishedFramework = {
  version: number
  framework: Framework
  note: string
  authorName: string
  publishedAt: Date
}

/** Every framework that was published in the funnel, the newest first. */
export async function frameworkVersionsOf(ctx: Ctx, funnelKey?: string): Promise<PublishedFramework[]> {
  const { id } = await funnelOf(ctx, funnelKey)
  const { rows } = await sql<PublishedFramework>`
    select version, framework, note, author_name, published_at from qualifications
    where workspace_id = ${ctx.workspaceId} and funnel_id = ${id} order by version desc`.execute(ctx.db)
  return rows
}

/** The framework of a version; before anybody chose it was the usual one. Refuses one that there never was. */
export async function frameworkOf(ctx: Ctx, version: number, funnelKey?: string): Promise<Framework> {
  if (version === 0) return usualFramework
  const found = (await frameworkVersionsOf(ctx, funnelKey)).find(each => each.version === version)
  if (!found) throw new Refusal('missing', 'lifecycle.no_version', { version })
  return found.framework
}
