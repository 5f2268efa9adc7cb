import { sql } from 'kysely'
import { counts, type Range, type These, whoItIsOf } from '../contacts/contacts.ts'
import type { WhoItIs } from '../contacts/contract.ts'
import { alike } from '../platform/alike.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { pageOf } from '../platform/cursor.ts'
import { Refusal } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { enqueue } from '../platform/jobs.ts'
import { publish } from '../platform/live.ts'
import type { Definitions } from './definitionChanges.ts'
import { type Funnel, funnelOf } from './definitions.ts'
import { draftOf, type Versions } from './drafting.ts'
import { mustBeSound } from './flaws.ts'
import type { Framework } from './frameworks.ts'
import { lockedFunnel } from './locking.ts'
import type { Kind } from './model.ts'
import { below, places } from './previewPages.ts'
import { type PreviewResult, resultOf } from './previewResult.ts'
import {
  forgetSupposedVerdicts,
  isRejudged,
  type Judging,
  judgeSome,
  withVerdicts,
} from './previewVerdicts.ts'
import { type Reach, reachesNobody, reachOf } from './reach.ts'
import { spelledOut } from './spelledOut.ts'
import { wouldBe } from './wouldBe.ts'

export type Preview = {
  id: string
  state: 'running' | 'done' | 'failed'
  done: number
  total: number
  askedAt: Date
  finishedAt: Date | null
  result: PreviewResult | null
  /** Whether it is of the draft as it is now, beside what is in force now. */
  isCurrent: boolean
}

type Row = Omit<Preview, 'isCurrent'> &
  Omit<Definitions, 'framework'> &
  Omit<Versions, 'frameworkVersion'> &
  Chosen
type Chosen = { framework: Framework | null; frameworkVersion: number | null }

/** Has the worker find out what the draft would do to everybody. Takes the place of the preview before. */
export function askPreview(ctx: Ctx, funnelKey?: string): Promise<{ id: string }> {
  return atomically(ctx, async ctx => {
    const funnel = await lockedFunnel(ctx, funnelKey)
    const draft = await draftOf(ctx, funnelKey)
    if (!draft) throw new Refusal('missing', 'lifecycle.no_draft')
    await mustBeSound(ctx, funnel.key, draft)
    await forgetPreview(ctx, funnel.id)
    const id = newId()
    await sql`
      insert into previews (workspace_id, funnel_id, id, lifecycle, score, framework, lifecycle_version, score_version,
        framework_version, asked_at)
      values (${ctx.workspaceId}, ${funnel.id}, ${id}, ${JSON.stringify(draft.lifecycle)}::jsonb,
        ${JSON.stringify(draft.score)}::jsonb, ${draft.framework ? JSON.stringify(draft.framework) : null}::jsonb,
        ${funnel.lifecycleVersion}, ${funnel.scoreVersion}, ${draft.framework ? funnel.frameworkVersion : null}, ${ctx.clock()})`.execute(
      ctx.db,
    )
    // Tried once more at most: who waits for it can ask again.
    await enqueue(ctx, 'preview', { id, funnel: funnel.key }, { key: funnel.id, attempts: 2 })
    await publish(ctx, { topic: 'preview' })
    return { id }
  })
}

/** The preview first: whoever is writing rows of it holds it, and those rows are seen once it is let go. */
async function forgetPreview(ctx: Ctx, funnelId: string): Promise<void> {
  await sql`delete from previews where workspace_id = ${ctx.workspaceId} and funnel_id = ${funnelId}`.execute(
    ctx.db,
  )
  await sql`
    delete from preview_standings where workspace_id = ${ctx.workspaceId} and preview_id not in (
      select id from previews where workspace_id = ${ctx.workspaceId})`.execute(ctx.db)
  await forgetSupposedVerdicts(ctx)
}

/** The newest preview of a funnel, however far it is. */
export async function previewOf(ctx: Ctx, funnelKey?: string): Promise<Preview | undefined> {
  const inForce = await funnelOf(ctx, funnelKey)
  const row = await readPreview(ctx, inForce.id)
  if (!row) return undefined
  const draft = await draftOf(ctx, funnelKey)
  const { lifecycle, score, framework, lifecycleVersion, scoreVersion, frameworkVersion, ...preview } = row
  const isCurrent =
    lifecycleVersion === inForce.lifecycleVersion &&
    scoreVersion === inForce.scoreVersion &&
    (frameworkVersion ?? inForce.frameworkVersion) === inForce.frameworkVersion &&
    draft !== undefined &&
    alike([lifecycle, score, framework], [draft.lifecycle, draft.score, draft.framework ?? null])
  return { ...preview, isCurrent }
}

async function readPreview(ctx: Ctx, funnelId: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select id, state, done, total, asked_at, finished_at, result, lifecycle, score, framework, lifecycle_version, score_version,
      framework_version
    from previews where workspace_id = ${ctx.workspaceId} and funnel_id = ${funnelId}`.execute(ctx.db)
  return rows[0]
}

/** What is previewed, beside what is in force. */
export type Previewed = {
  previewId: string
  inForce: Funnel
  supposed: Funnel
  /** The same, with what segments ask for in their place where the draft changes who is in them. */
  asking: Funnel
  reach: Record<Kind, Reach | 'all'>
}

/** Some of a kind: a list of ids, or a range with how many it holds. */
export type Batch = string[] | (Range & { count: number })

/** Whether the points of events must be worked out again. */
export const givesPoints = ({ reach: { person } }: Previewed): boolean =>
  person === 'all' || person.groups.length > 0

/** Begins a preview, or begins it again after being cut short; undefined when another has taken its place. */
export async function beginPreview(
  ctx: Ctx,
  id: string,
  funnelKey: string,
  total: number,
): Promise<Previewed | undefined> {
  const inForce = await funnelOf(ctx, funnelKey)
  const row = await readPreview(ctx, inForce.id)
  if (row?.id !== id) return undefined
  await forgetSupposed(ctx, id)
  await sql`
    update previews set state = 'running', done = 0, total = ${total}
    where workspace_id = ${ctx.workspaceId} and id = ${id}`.execute(ctx.db)
  const { lifecycle, score } = row
  const framework = row.framework ?? inForce.framework
  const supposed = { ...inForce, lifecycle, score, framework, definedBy: id }
  const asking = isRejudged({ inForce, supposed }) ? await spelledOut(ctx, supposed) : supposed
  return { previewId: id, inForce, supposed, asking, reach: await reachesIn(ctx, inForce, asking) }
}

/**
 * What the draft would make of these contacts, kept beside the standings and, unless they are judged already, the verdicts; false when
 * another preview has taken the place of this one.
 */
export function previewSome(
  ctx: Ctx,
  previewed: Previewed,
  kind: Kind,
  some: Batch,
  judging?: Judging,
): Promise<boolean> {
  const { previewId, reach } = previewed
  const count = 'count' in some ? some.count : some.length
  return atomically(ctx, async ctx => {
    if (judging) await judgeSome(ctx, previewed, kind, some, judging)
    if (!reachesNobody(reach[kind])) await suppose(ctx, previewed, kind, some)
    // Last, so that chunks side by side wait for each other no longer than this takes.
    const { rows } = await sql`
      update previews set done = least(total, done + ${count}::int)
      where workspace_id = ${ctx.workspaceId} and id = ${previewId} returning id`.execute(ctx.db)
    if (rows.length === 0) await forgetSupposed(ctx, previewId)
    await publish(ctx, { topic: 'preview' })
    return rows.length > 0
  })
}

async function forgetSupposed(ctx: Ctx, previewId: string): Promise<void> {
  await sql`delete from preview_standings where workspace_id = ${ctx.workspaceId} and preview_id = ${previewId}`.execute(
    ctx.db,
  )
  await sql`delete from preview_verdicts where workspace_id = ${ctx.workspaceId} and preview_id = ${previewId}`.execute(
    ctx.db,
  )
}

/** Numbers are read from the standings only where all of them are of the versions in force and nobody is without. */
async function reachesIn(ctx: Ctx, inForce: Funnel, supposed: Funnel): Promise<Previewed['reach']> {
  const { rows } = await sql`
    select from standings
    where workspace_id = ${ctx.workspaceId} and funnel_id = ${inForce.id}
      and (lifecycle_version, score_version) is distinct from (${inForce.lifecycleVersion}::int, ${inForce.scoreVersion}::int)
    limit 1`.execute(ctx.db)
  const of = (kind: Kind) => {
    const reach = reachOf(inForce, supposed, kind)
    return rows.length || !(inForce.isMain || reachesNobody(reach)) ? 'all' : reach
  }
  return { person: of('person'), organization: of('organization') }
}

async function suppose(ctx: Ctx, previewed: Previewed, kind: Kind, contactIds: These) {
  const { workspaceId } = ctx
  const { previewId, supposed, asking, inForce, reach } = previewed
  const rows = wouldBe({
    ...{ workspaceId, now: ctx.clock(), funnel: asking, inForce, kind, contactIds, previewId },
    reach: reach[kind],
  })
  const verdicts = isRejudged(previewed) ? withVerdicts(workspaceId, previewId, inForce.id) : sql``
  const entered = inForce.isMain
    ? sql`true`
    : sql`(s.contact_id is not null or coalesce(would.stage <> ${supposed.lifecycle.stages[0]?.key ?? ''}, false))`
  await sql`
    ${verdicts} insert into preview_standings (workspace_id, preview_id, contact_id, kind, was_stage, stage, fit, engagement, was_total, total,
      was_temperature, temperature)
    select ${workspaceId}, ${previewId}, would.contact_id, ${kind}, s.stage, would.stage, would.fit, would.engagement,
      coalesce(s.total, 0), would.total, coalesce(s.temperature, 'cold'), would.temperature
    from (${rows}) would
    left join standings s on s.workspace_id = ${workspaceId} and s.funnel_id = ${supposed.id} and s.contact_id = would.contact_id
    where ${entered} and (would.stage, would.fit, would.engagement, would.total, would.temperature)
      is distinct from (s.stage, s.fit, s.engagement, s.total, s.temperature)
    on conflict do nothing`.execute(ctx.db)
}

/** Adds up what was found. */
export async function endPreview(ctx: Ctx, previewed: Previewed): Promise<void> {
  const result = await resultOf(ctx, previewed)
  await close(ctx, previewed.previewId, 'done', result)
}

export const failPreview = (ctx: Ctx, id: string) => close(ctx, id, 'failed', null)

async function close(ctx: Ctx, id: string, state: 'done' | 'failed', result: PreviewResult | null) {
  await sql`
    update previews set state = ${state}, result = ${result && JSON.stringify(result)}::jsonb, finished_at = ${ctx.clock()}, done = total
    where workspace_id = ${ctx.workspaceId} and id = ${id}`.execute(ctx.db)
  await publish(ctx, { topic: 'preview' })
}

export type WouldMove = WhoItIs & {
  contactId: string
  name: string
  kind: Kind
  fromStage: string | null
  toStage: string | null
  wasTotal: number
  total: number
}

type MovesWanted = { funnel?: string; from: string | null; to: string | null; after?: string; limit: number }

/** A page of those who would move from one stage to another, the most promising first. */
export async function wouldMove(ctx: Ctx, { funnel, from, to, after, limit }: MovesWanted) {
  const preview = await readPreview(ctx, (await funnelOf(ctx, funnel)).id)
  if (!preview) throw new Refusal('missing', 'lifecycle.no_preview')
  const { rows } = await sql<WouldMove & { id: string; place: string }>`
    select p.contact_id, c.display_name as name, p.kind, p.was_stage as from_stage, p.stage as to_stage, p.was_total, p.total,
      ${whoItIsOf(ctx.workspaceId, 'c')}, p.contact_id as id, p.total::text as place
    from preview_standings p join contacts c on c.workspace_id = p.workspace_id and c.id = p.contact_id and ${counts(ctx, 'c')}
    where p.workspace_id = ${ctx.workspaceId} and p.preview_id = ${preview.id} and p.was_stage is distinct from p.stage
      and p.was_stage is not distinct from ${from} and p.stage is not distinct from ${to} and ${below(after)}
    order by p.total desc, p.contact_id limit ${limit + 1}`.execute(ctx.db)
  const page = pageOf(rows, limit, places)
  return { moves: page.rows.map(({ id: _, ...move }): WouldMove => move), next: page.next }
}
