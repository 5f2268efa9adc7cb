import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import { alike } from '../platform/alike.ts'
import { at, atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { enqueue } from '../platform/jobs.ts'
import { publish } from '../platform/live.ts'
import type { ScoreModel } from '../scoring/model.ts'
import type { Definitions } from './definitionChanges.ts'
import { type Funnel, funnelOf, publishDefinition } from './definitions.ts'
import { mustBeSound } from './flaws.ts'
import type { Framework } from './frameworks.ts'
import { lockedFunnel } from './locking.ts'
import type { Lifecycle } from './model.ts'
import { frameworkOf, publishNext } from './qualifications.ts'

/** The versions that something was written from, or that are in force; that of the framework only where it says one. */
export type Versions = { lifecycleVersion: number; scoreVersion: number; frameworkVersion?: number }

export type Draft = Definitions &
  Versions & { revision: number; touchedBy: string | null; touchedByName: string; touchedAt: Date }

/** The funnel's draft, when somebody has begun one. */
export async function draftOf(ctx: Ctx, funnelKey?: string): Promise<Draft | undefined> {
  const { id } = await funnelOf(ctx, funnelKey)
  return readDraft(ctx, id)
}

async function readDraft(ctx: Ctx, funnelId: string): Promise<Draft | undefined> {
  const { rows } = await sql<Draft & { framework: Framework | null }>`
    select lifecycle, score, framework, lifecycle_version, score_version, framework_version, revision, touched_by, touched_by_name,
      touched_at
    from definition_drafts where workspace_id = ${ctx.workspaceId} and funnel_id = ${funnelId}`.execute(
    ctx.db,
  )
  if (!rows[0]) return undefined
  const { framework, frameworkVersion, ...draft } = rows[0]
  return framework ? { ...draft, framework, frameworkVersion } : draft
}

export type DraftToSave = Definitions & {
  funnel?: string
  /** The versions that it is written from: those in force when its writer began. */
  basedOn: Versions
  /** The revision that the writer has seen; 0 or none when there was no draft. */
  revision?: number
}

/** Keeps the draft as it is now. Refuses to write over what somebody else has written since. */
export function saveDraft(ctx: Ctx, { funnel, revision, ...draft }: DraftToSave): Promise<Draft> {
  return atomically(ctx, async ctx => {
    const inForce = await lockedFunnel(ctx, funnel)
    const { id } = inForce
    const before = await readDraft(ctx, id)
    if (before && revision === undefined)
      throw new Refusal('conflict', 'lifecycle.draft_exists', { name: before.touchedByName })
    if ((revision ?? 0) !== (before?.revision ?? 0)) refuseOverwriting(before)
    await write(ctx, inForce, draft)
    await publish(ctx, { topic: 'draft' })
    return (await readDraft(ctx, id)) as Draft
  })
}

function refuseOverwriting(before: Draft | undefined): never {
  throw before
    ? new Refusal('conflict', 'lifecycle.draft_changed', { name: before.touchedByName })
    : new Refusal('conflict', 'lifecycle.draft_gone')
}

/** A framework that is in force is not drafted: it would be in the way of whoever publishes another. */
function write(
  ctx: Ctx,
  inForce: Funnel,
  { lifecycle, score, basedOn, ...draft }: Omit<DraftToSave, 'funnel'>,
) {
  const { actor } = ctx
  const { framework = inForce.framework } = draft
  const isAnother = !alike(framework, inForce.framework)
  const version = isAnother ? (basedOn.frameworkVersion ?? inForce.frameworkVersion) : null
  return sql`
    with numbered as (
      update funnels set draft_revision = draft_revision + 1 where workspace_id = ${ctx.workspaceId} and id = ${inForce.id}
      returning draft_revision as revision
    )
    insert into definition_drafts (workspace_id, funnel_id, lifecycle, score, framework, lifecycle_version, score_version,
      framework_version, revision, touched_by, touched_by_name, touched_at)
    select ${ctx.workspaceId}, ${inForce.id}, ${JSON.stringify(lifecycle)}::jsonb, ${JSON.stringify(score)}::jsonb,
      ${isAnother ? JSON.stringify(framework) : null}::jsonb, ${basedOn.lifecycleVersion}, ${basedOn.scoreVersion}, ${version}::int,
      numbered.revision, ${'id' in actor ? actor.id : null}::uuid, ${actor.name}, ${ctx.clock()} from numbered
    on conflict (workspace_id, funnel_id) do update set lifecycle = excluded.lifecycle, score = excluded.score,
      framework = excluded.framework, lifecycle_version = excluded.lifecycle_version, score_version = excluded.score_version,
      framework_version = excluded.framework_version, revision = excluded.revision,
      touched_by = excluded.touched_by, touched_by_name = excluded.touched_by_name, touched_at = excluded.touched_at`.execute(
    ctx.db,
  )
}

type FrameworkToDraft = {
  funnel?: string
  framework: Framework
  /** The version that it is written from; by default the one in force. */
  frameworkVersion?: number
  revision?: number
}

/**
 * Puts a framework into the draft and leaves what else it says, beginning one where there is none. A draft that then says what is
 * in force is thrown away. With a `revision` (0: no draft) it is refused when somebody has changed the draft since.
 */
export function draftFramework(
  ctx: Ctx,
  { funnel, framework, frameworkVersion, revision }: FrameworkToDraft,
): Promise<Draft | undefined> {
  return atomically(ctx, async ctx => {
    const inForce = await lockedFunnel(ctx, funnel)
    const before = await readDraft(ctx, inForce.id)
    const { lifecycle, score, lifecycleVersion, scoreVersion } = before ?? inForce
    if ((revision ?? before?.revision ?? 0) !== (before?.revision ?? 0)) refuseOverwriting(before)
    const isAsInForce = [framework, lifecycle, score].every((each, place) =>
      alike(each, [inForce.framework, inForce.lifecycle, inForce.score][place]),
    )
    if (isAsInForce) {
      await discardDraft(ctx, funnel)
      return undefined
    }
    const from = { frameworkVersion: frameworkVersion ?? inForce.frameworkVersion }
    const basedOn = { lifecycleVersion, scoreVersion, ...from }
    return saveDraft(ctx, { funnel, lifecycle, score, framework, basedOn, revision: before?.revision ?? 0 })
  })
}

/** Throws the draft away and returns it, so that it can be saved again. */
export function discardDraft(ctx: Ctx, funnelKey?: string): Promise<Draft | undefined> {
  return atomically(ctx, async ctx => {
    const { id } = await lockedFunnel(ctx, funnelKey)
    const draft = await readDraft(ctx, id)
    await forgetDraft(ctx, id)
    await publish(ctx, { topic: 'draft' })
    return draft
  })
}

async function forgetDraft(ctx: Ctx, funnelId: string) {
  await sql`delete from definition_drafts where workspace_id = ${ctx.workspaceId} and funnel_id = ${funnelId}`.execute(
    ctx.db,
  )
}

type Publication = { funnel?: string; revision: number; note: string }

/** Puts the draft in force: whole or not at all, and only over the versions that it was written from. */
export function publishDraft(ctx: Ctx, { funnel, revision, note }: Publication): Promise<Versions> {
  return atomically(ctx, async ctx => {
    const inForce = await lockedFunnel(ctx, funnel)
    const draft = await readDraft(ctx, inForce.id)
    if (draft?.revision !== revision) refuseOverwriting(draft)
    mustFollow(draft, inForce)
    const versions = await putInForce(ctx, inForce, draft, note)
    await forgetDraft(ctx, inForce.id)
    await publish(ctx, { topic: 'draft' })
    return versions
  })
}

function mustFollow(draft: Versions, inForce: Funnel) {
  const { lifecycleVersion, scoreVersion, frameworkVersion } = inForce
  const isOfTheseStages = draft.lifecycleVersion === lifecycleVersion && draft.scoreVersion === scoreVersion
  if (isOfTheseStages && (draft.frameworkVersion ?? frameworkVersion) === frameworkVersion) return
  throw new Refusal('conflict', 'lifecycle.published_meanwhile', {
    ...{ lifecycleVersion, scoreVersion, frameworkVersion },
  })
}

/**
 * Publishes what differs from what is in force, as the next versions of one instant, and has everybody placed by them. Refuses what
 * is flawed and what changes nothing. The funnel must be locked.
 */
export async function putInForce(
  now: Ctx,
  funnel: Funnel,
  { lifecycle, score, framework = funnel.framework }: Definitions,
  note: string,
): Promise<Versions> {
  const ctx = at(now, now.clock())
  await mustBeSound(ctx, funnel.key, { lifecycle, score, framework })
  const { id, lifecycleVersion, scoreVersion } = funnel
  const versions: Versions = { lifecycleVersion, scoreVersion }
  if (!alike(lifecycle, funnel.lifecycle))
    versions.lifecycleVersion = await publishDefinition(ctx, id, { kind: 'lifecycle', body: lifecycle, note })
  if (!alike(score, funnel.score))
    versions.scoreVersion = await publishDefinition(ctx, id, { kind: 'score', body: score, note })
  if (!alike(framework, funnel.framework))
    versions.frameworkVersion = await publishNext(ctx, funnel, framework, note)
  if (alike(versions, { lifecycleVersion, scoreVersion }))
    throw new Refusal('bad', 'lifecycle.nothing_changed')
  await audit(ctx, 'definitions.published', { name: note }, versions)
  await enqueue(ctx, 'rebuild', {}, { key: 'definitions' })
  return versions
}

export type Version = {
  kind: 'lifecycle' | 'score'
  version: number
  note: string
  authorName: string | null
  publishedAt: Date
}

/** Every published version, the newest first. */
export async function versionsOf(ctx: Ctx, funnelKey?: string): Promise<Version[]> {
  const { id } = await funnelOf(ctx, funnelKey)
  const { rows } = await sql<Version>`
    select d.kind, d.version, d.note, coalesce(m.name, k.name) as author_name, d.published_at
    from definitions d
    left join members m on m.workspace_id = d.workspace_id and m.user_id = d.author_id
    left join api_keys k on k.workspace_id = d.workspace_id and k.id = d.author_id
    where d.workspace_id = ${ctx.workspaceId} and d.funnel_id = ${id}
    order by d.published_at desc, d.kind, d.version desc`.execute(ctx.db)
  return rows
}

type Wanted = { funnel?: string; kind: Version['kind']; version: number }

/** What a version said. Refuses one that there never was. */
export async function versionBody(
  ctx: Ctx,
  { funnel, kind, version }: Wanted,
): Promise<Lifecycle | ScoreModel> {
  const { id } = await funnelOf(ctx, funnel)
  const { rows } = await sql<{ body: Lifecycle | ScoreModel }>`
    select body from definitions
    where workspace_id = ${ctx.workspaceId} and funnel_id = ${id} and kind = ${kind} and version = ${version}`.execute(
    ctx.db,
  )
  if (!rows[0]) throw new Refusal('missing', 'lifecycle.no_version', { version })
  return rows[0].body
}

/** Publishes what earlier versions said as new ones; everything after them stays in the history. */
export function republish(
  ctx: Ctx,
  { funnel, versions, note }: { funnel?: string; versions: Partial<Versions>; note: string },
): Promise<Versions> {
  return atomically(ctx, async ctx => {
    const inForce = await lockedFunnel(ctx, funnel)
    const { lifecycleVersion = inForce.lifecycleVersion, scoreVersion = inForce.scoreVersion } = versions
    const lifecycle = (await versionBody(ctx, {
      funnel,
      kind: 'lifecycle',
      version: lifecycleVersion,
    })) as Lifecycle
    const score = (await versionBody(ctx, { funnel, kind: 'score', version: scoreVersion })) as ScoreModel
    const framework =
      versions.frameworkVersion === undefined
        ? undefined
        : await frameworkOf(ctx, versions.frameworkVersion, funnel)
    return putInForce(ctx, inForce, { lifecycle, score, framework }, note)
  })
}

/** How many contacts still stand by an earlier version: those whom the worker has yet to place. */
export async function yetToPlace(ctx: Ctx, funnelKey?: string): Promise<{ waiting: number; all: number }> {
  const { id, lifecycleVersion, scoreVersion } = await funnelOf(ctx, funnelKey)
  const { rows } = await sql<{ waiting: number; all: number }>`
    select count(*) as "all",
      count(*) filter (where (lifecycle_version, score_version) is distinct from (${lifecycleVersion}::int, ${scoreVersion}::int)) as waiting
    from standings where workspace_id = ${ctx.workspaceId} and funnel_id = ${id}`.execute(ctx.db)
  return rows[0] ?? { waiting: 0, all: 0 }
}
