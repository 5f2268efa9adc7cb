import { sql } from 'kysely'
import { newestDefinition } from '../criteria/newestDefinition.ts'
import { at, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { kept } from '../platform/kept.ts'
import { publish } from '../platform/live.ts'
import { type ScoreModel, scoreModelSchema } from '../scoring/model.ts'
import { type Framework, usualFramework } from './frameworks.ts'
import { type Lifecycle, lifecycleSchema } from './model.ts'
import type { OwnWords } from './ownWords.ts'

/** A funnel with the definitions in force in it. The first is the main one: every contact stands in it. */
export type Funnel = {
  id: string
  key: string
  /** Empty: it is called by the dictionary's word. */
  name: { es: string; en: string }
  isMain: boolean
  /** The same as long as the same versions are in force: what a statement made from them is kept under. */
  definedBy: string
  timeZone: string
  lifecycle: Lifecycle
  lifecycleVersion: number
  lifecyclePublishedAt: Date
  score: ScoreModel
  scoreVersion: number
  scorePublishedAt: Date
  framework: Framework
  /** 0: nobody has chosen yet, and the usual one is used. */
  frameworkVersion: number
}

type Found = Omit<Funnel, 'isMain' | 'definedBy' | 'lifecycle' | 'score' | 'framework'> & {
  framework: Framework | null
  lifecycleId: string
  scoreId: string
}

const inForce = kept<{ workspaceId: string }, Found>(({ workspaceId }) => {
  const newest = (kind: 'lifecycle' | 'score') => sql`
    join lateral (
      select id, version, published_at ${newestDefinition(workspaceId, sql`f.id`, kind)}
    ) ${sql.raw(kind)} on true`
  return sql`
    select f.id, f.key, json_build_object('es', f.name_es, 'en', f.name_en) as name, w.time_zone, lifecycle.id as lifecycle_id, lifecycle.version as lifecycle_version,
      lifecycle.published_at as lifecycle_published_at, score.id as score_id, score.version as score_version,
      score.published_at as score_published_at, chosen.framework, coalesce(chosen.version, 0) as framework_version
    from funnels f join workspaces w on w.id = f.workspace_id ${newest('lifecycle')} ${newest('score')}
    left join lateral (
      select framework, version from qualifications
      where workspace_id = ${workspaceId} and funnel_id = f.id order by version desc limit 1) chosen on true
    where f.workspace_id = ${workspaceId} and f.archived_at is null
    order by f.position, f.created_at, f.id`
})

/** The workspace's funnels in their order, each with its newest published definitions. */
export async function funnelsOf(ctx: Ctx): Promise<Funnel[]> {
  const found = await inForce(ctx, { workspaceId: ctx.workspaceId })
  const bodies = await bodiesOf(
    ctx,
    found.flatMap(({ lifecycleId, scoreId }) => [lifecycleId, scoreId]),
  )
  return found.map(({ lifecycleId, scoreId, ...funnel }, index) => ({
    ...funnel,
    framework: funnel.framework ?? usualFramework,
    ...{ lifecycle: bodies.get(lifecycleId) as Lifecycle, score: bodies.get(scoreId) as ScoreModel },
    // Who counts as having entered differs in the main one.
    definedBy: `${lifecycleId} ${scoreId}${index === 0 ? ' main' : ''}`,
    isMain: index === 0,
  }))
}

/** Bodies of published definitions by id, the newest in use: they never change. */
const read = new Map<string, unknown>()
const mostRead = 500

async function bodiesOf(ctx: Ctx, ids: string[]): Promise<Map<string, unknown>> {
  const missing = ids.filter(id => !read.has(id))
  if (missing.length) {
    const { rows } = await sql<{ id: string; body: unknown }>`
      select id, body from definitions where workspace_id = ${ctx.workspaceId} and id = any(${missing}::uuid[])`.execute(
      ctx.db,
    )
    for (const { id, body } of rows) read.set(id, body)
  }
  const bodies = new Map(ids.map(id => [id, read.get(id)]))
  for (const id of [...read.keys()].slice(0, Math.max(0, read.size - mostRead))) read.delete(id)
  return bodies
}

/** The funnel of that key, or the main one; one that was read before is not read again. Refuses an unknown key. */
export async function funnelOf(ctx: Ctx, key?: string | Funnel): Promise<Funnel> {
  if (typeof key === 'object') return key
  const funnels = await funnelsOf(ctx)
  const found = key ? funnels.find(funnel => funnel.key === key) : funnels[0]
  if (!found) throw new Refusal('missing', 'lifecycle.no_funnel', { funnel: key ?? '' })
  return found
}

/** What the workspace calls roles, temperatures and verdicts: the words of the one funnel that holds any. */
export const wordsInForce = async (ctx: Ctx): Promise<OwnWords | undefined> =>
  (await funnelsOf(ctx)).find(({ lifecycle }) => lifecycle.words)?.lifecycle.words

export type NewDefinition =
  | { kind: 'lifecycle'; body: Lifecycle; note?: string }
  | { kind: 'score'; body: ScoreModel; note?: string }

/** Publishes the next version of a definition; those before it stay as they were. Standings follow by `rebuild`. */
export async function publishDefinition(
  ctx: Ctx,
  funnelId: string,
  { kind, body, note = '' }: NewDefinition,
) {
  const parsed = kind === 'lifecycle' ? lifecycleSchema.parse(body) : scoreModelSchema.parse(body)
  const { rows } = await sql<{ version: number }>`
    insert into definitions (workspace_id, id, funnel_id, kind, version, body, note, author_id, published_at)
    select ${ctx.workspaceId}, ${newId()}, ${funnelId}, ${kind}, coalesce(max(version), 0) + 1, ${JSON.stringify(parsed)}::jsonb, ${note},
      ${ctx.actor.kind === 'system' ? null : ctx.actor.id}, ${ctx.clock()}
    from definitions where workspace_id = ${ctx.workspaceId} and funnel_id = ${funnelId} and kind = ${kind}
    returning version`.execute(ctx.db)
  const { version = 1 } = rows[0] ?? {}
  // Nobody has a screen open yet that shows the first.
  if (version > 1) await publish(ctx, { topic: 'definition' })
  return version
}

/** What a new funnel begins with, of one instant. */
export async function publishFirst(ctx: Ctx, funnelId: string, lifecycle: Lifecycle, score: ScoreModel) {
  const once = at(ctx, ctx.clock())
  await publishDefinition(once, funnelId, { kind: 'lifecycle', body: lifecycle })
  await publishDefinition(once, funnelId, { kind: 'score', body: score })
}
