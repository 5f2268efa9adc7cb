import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import { type Funnel, funnelOf } from '../lifecycle/lifecycle.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { enqueue } from '../platform/jobs.ts'
import { kept } from '../platform/kept.ts'
import { publish } from '../platform/live.ts'
import { mustBeSound } from './frameworkFlaws.ts'
import { type Framework, frameworkSchema, readyMadeFrameworks } from './frameworks.ts'

/** How a funnel qualifies. Version 0: nobody has chosen yet, and the first ready-made framework is used. */
export type Qualification = { framework: Framework; version: number }

const [usual] = readyMadeFrameworks as [Framework, ...Framework[]]

const newest = kept<{ workspaceId: string }, Qualification & { funnelId: string }>(
  ({ workspaceId }) => sql`
    select distinct on (funnel_id) funnel_id, framework, version from qualifications
    where workspace_id = ${workspaceId} order by funnel_id, version desc`,
)

/** What is in force in each funnel of which somebody has chosen. */
export async function qualificationsOf(ctx: Ctx): Promise<Map<string, Qualification>> {
  const rows = await newest(ctx, { workspaceId: ctx.workspaceId })
  return new Map(rows.map(({ funnelId, ...each }) => [funnelId, each]))
}

export const qualificationIn = (found: Map<string, Qualification>, funnelId: string): Qualification =>
  found.get(funnelId) ?? { framework: usual, version: 0 }

/** The funnel of that key, or the main one, with how it qualifies. */
export async function qualificationOf(
  ctx: Ctx,
  funnelKey?: string,
): Promise<Qualification & { funnel: Funnel }> {
  const funnel = await funnelOf(ctx, funnelKey)
  return { funnel, ...qualificationIn(await qualificationsOf(ctx), funnel.id) }
}

type Publication = { funnel?: string; framework: Framework; note?: string; basedOn: number }

/** Puts a framework in force as the next version; those before it stay. Everybody is judged by it, their answers stay. */
export function publishFramework(ctx: Ctx, { funnel, framework, note = '', basedOn }: Publication) {
  return atomically(ctx, async ctx => {
    const { id } = await funnelOf(ctx, funnel)
    await sql`select from funnels where workspace_id = ${ctx.workspaceId} and id = ${id} for update`.execute(
      ctx.db,
    )
    const { version } = qualificationIn(await qualificationsOf(ctx), id)
    if (version !== basedOn) throw new Refusal('conflict', 'qualification.published_meanwhile', { version })
    mustBeSound(framework)
    await insert(ctx, id, version + 1, framework, note)
    await audit(ctx, 'definitions.published', { name: note }, { version: version + 1 })
    await enqueue(ctx, 'rebuild', {}, { key: 'definitions' })
    await publish(ctx, { topic: 'definition' })
    return { version: version + 1 }
  })
}

async function insert(ctx: Ctx, funnelId: string, version: number, framework: Framework, note: string) {
  await sql`
    insert into qualifications (workspace_id, funnel_id, version, framework, note, author_name, published_at)
    values (${ctx.workspaceId}, ${funnelId}, ${version}, ${JSON.stringify(frameworkSchema.parse(framework))}::jsonb, ${note},
      ${ctx.actor.name}, ${ctx.clock()})`.execute(ctx.db)
}

export type PublishedFramework = {
  version: number
  framework: Framework
  note: string
  authorName: string
  publishedAt: Date
}

/** Every version that was published in the funnel, the newest first. */
export async function versionsOf(ctx: Ctx, funnelKey?: string): Promise<PublishedFramework[]> {
  const { id } = await funnelOf(ctx, funnelKey)
  const { rows } = await sql<PublishedFramework>`
    select version, framework, note, author_name, published_at from qualifications
    where workspace_id = ${ctx.workspaceId} and funnel_id = ${id} order by version desc`.execute(ctx.db)
  return rows
}
