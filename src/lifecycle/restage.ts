import { sql } from 'kysely'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { type Funnel, funnelsOf } from './definitions.ts'
import type { Kind } from './model.ts'
import { type Change, writeMoves } from './moves.ts'
import { placed } from './placing.ts'

/**
 * Works out where these contacts stand in every funnel, with their scores, and writes the moves with their receipts. People first,
 * then the organisations among them and those that they work at, because an organisation stands where its people do. Returns the
 * contacts whose standing changed in any way.
 */
export function restage(ctx: Ctx, contactIds: readonly string[]): Promise<string[]> {
  return atomically(ctx, async ctx => {
    const funnels = await funnelsOf(ctx)
    const people = await lockedPeople(ctx, contactIds)
    const changed = await restageKind(ctx, funnels, 'person', people)
    const organizations = await lockedOrganizations(ctx, [...contactIds, ...people])
    changed.push(...(await restageKind(ctx, funnels, 'organization', organizations)))
    await forgetBinned(ctx, contactIds)
    return [...new Set(changed)]
  })
}

/** The same for contacts of one kind alone: whoever calls sees to those that stand where these do. */
export function restageOnly(ctx: Ctx, kind: Kind, contactIds: readonly string[]): Promise<string[]> {
  return atomically(ctx, async ctx => {
    const ids = await locked(ctx, kind, contactIds, sql`select null::uuid`)
    return restageKind(ctx, await funnelsOf(ctx), kind, ids)
  })
}

async function restageKind(
  ctx: Ctx,
  funnels: Funnel[],
  kind: Kind,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return []
  const changed: string[] = []
  for (const funnel of funnels) {
    const changes = await writeStandings(ctx, funnel, kind, ids)
    await writeMoves(ctx, funnel, kind, changes)
    changed.push(...changes.map(change => change.contactId))
  }
  return changed
}

// Locked in order of id, people before organisations, so that two reactions on one contact come one after the other, never at
// once and never in a deadlock. What each statement reads afterwards includes what the other one did.

/** The people among these contacts and those of the organisations among them. */
const lockedPeople = (ctx: Ctx, ids: readonly string[]) =>
  locked(
    ctx,
    'person',
    ids,
    sql`select person_id from employments
    where workspace_id = ${ctx.workspaceId} and organization_id = any(${ids}::uuid[])`,
  )

const lockedOrganizations = (ctx: Ctx, ids: readonly string[]) =>
  locked(
    ctx,
    'organization',
    ids,
    sql`select organization_id from employments
    where workspace_id = ${ctx.workspaceId} and person_id = any(${ids}::uuid[])`,
  )

async function locked(
  ctx: Ctx,
  kind: Kind,
  ids: readonly string[],
  linked: ReturnType<typeof sql>,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from contacts
    where workspace_id = ${ctx.workspaceId} and kind = ${kind} and deleted_at is null
      and id in (select unnest(${ids}::uuid[]) union ${linked})
    order by id for no key update`.execute(ctx.db)
  return rows.map(row => row.id)
}

const kept = [
  ...['stage', 'lifecycle_version', 'score_version', 'fit', 'sums', 'engagement', 'total', 'temperature'],
  ...['fades_at', 'turns_cold_at', 'recheck_at', 'last_signal_at'],
]

const columns = (alias: string) => sql.join(kept.map(name => sql.ref(`${alias}.${name}`)))

/** What the standings of these contacts ought to be, what they are, and how to tell the difference. */
export const compared = (ctx: Ctx, funnel: Funnel, kind: Kind, contactIds: readonly string[]) => ({
  ought: sql`
    select placed.*, ${funnel.lifecycleVersion}::int as lifecycle_version, ${funnel.scoreVersion}::int as score_version
    from (${placed({ workspaceId: ctx.workspaceId, now: ctx.clock(), funnel, kind, contactIds })}) placed`,
  are: sql`
    select s.* from standings s
    where s.workspace_id = ${ctx.workspaceId} and s.funnel_id = ${funnel.id} and s.contact_id = any(${contactIds}::uuid[])`,
  differs: sql`(${columns('ought')}) is distinct from (${columns('are')})`,
  columns: kept,
  entered: entered(funnel),
})

/** Writes only what differs, so that a rebuild of what is right writes nothing. */
async function writeStandings(
  ctx: Ctx,
  funnel: Funnel,
  kind: Kind,
  ids: readonly string[],
): Promise<Change[]> {
  const { ought, are, differs, entered } = compared(ctx, funnel, kind, ids)
  const now = ctx.clock()
  const names = sql.join(kept.map(name => sql.ref(name)))
  const excluded = sql.join(kept.map(name => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`))
  const { rows } = await sql<Change>`
    with ought as materialized (${ought}), are as materialized (${are}), written as (
      insert into standings (workspace_id, funnel_id, contact_id, since, counted_at, ${names})
      select ${ctx.workspaceId}, ${funnel.id}, ought.contact_id, ${now}, ${now}, ${columns('ought')}
      from ought left join are using (contact_id)
      where (are.contact_id is null or ${differs}) and ${entered}
      on conflict (workspace_id, funnel_id, contact_id) do update set counted_at = excluded.counted_at, ${excluded},
        since = case when standings.stage is distinct from excluded.stage then excluded.since else standings.since end
      returning contact_id
    )
    select contact_id, ought.stage as to_stage, are.stage as from_stage, are.contact_id is null as is_first, are.since,
      are.recheck_at as was_due_at, are.lifecycle_version as was_version, are.score_version as was_score_version,
      ought.fit, ought.engagement, ought.total
    from written join ought using (contact_id) left join are using (contact_id)`.execute(ctx.db)
  return rows
}

/** A funnel other than the main one is entered by reaching a stage above its first. */
const entered = ({ isMain, lifecycle }: Funnel) =>
  isMain
    ? sql`true`
    : sql`(are.contact_id is not null or ought.stage is distinct from ${lifecycle.stages[0]?.key ?? null}::text)`

/** Takes the standings of those in the bin away; their moves stay. */
export async function forgetBinned(ctx: Ctx, ids?: readonly string[]): Promise<void> {
  await sql`
    delete from standings s using contacts c
    where s.workspace_id = ${ctx.workspaceId} and ${ids ? sql`s.contact_id = any(${ids}::uuid[])` : sql`true`}
      and c.workspace_id = s.workspace_id and c.id = s.contact_id and c.deleted_at is not null`.execute(
    ctx.db,
  )
}

/** Takes the standings and the moves of these contacts (all by default) away: a replay makes them again. */
export async function forgetHistory(ctx: Ctx, ids?: readonly string[]): Promise<void> {
  const theirs = ids ? sql`contact_id = any(${ids}::uuid[])` : sql`true`
  await sql`delete from moves where workspace_id = ${ctx.workspaceId} and ${theirs}`.execute(ctx.db)
  await sql`delete from standings where workspace_id = ${ctx.workspaceId} and ${theirs}`.execute(ctx.db)
}
