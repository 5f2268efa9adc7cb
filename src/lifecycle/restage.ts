import { type RawBuilder, sql } from 'kysely'
import { pairMessages } from '../activity/activity.ts'
import { areAmong } from '../contacts/contacts.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { type Known, kept, keptByKey } from '../platform/kept.ts'
import { inOrderOfAsking } from './askedFunnels.ts'
import { type Funnel, funnelsOf } from './definitions.ts'
import type { Kind } from './model.ts'
import { type Change, writeMoves } from './moves.ts'
import { type Placing, placed } from './placing.ts'

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
    const ids = await idsOf(lockOnly(ctx, { ...whose(ctx), kind, ids: contactIds }))
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
  // First, because criteria and scores ask for conversations.
  await pairMessages(ctx, ids)
  const changed: string[] = []
  // Those first that others ask for.
  for (const funnel of inOrderOfAsking(funnels, [])) {
    const changes = await writeStandings(ctx, funnel, kind, ids)
    await writeMoves(ctx, funnel, kind, changes)
    changed.push(...changes.map(change => change.contactId))
  }
  return changed
}

// Locked in order of id, people before organisations, so that two reactions on one contact come one after the other, never at
// once and never in a deadlock. What each statement reads afterwards includes what the other one did.

type Which = { workspaceId: string; ids: readonly string[] }

/** The people among these contacts and those of the organisations among them. */
const lockedPeople = (ctx: Ctx, ids: readonly string[]) => idsOf(lockPeople(ctx, { ...whose(ctx), ids }))

const lockPeople = locking('person', { link: 'person_id', of: 'organization_id' })

const lockedOrganizations = (ctx: Ctx, ids: readonly string[]) =>
  idsOf(lockOrganizations(ctx, { ...whose(ctx), ids }))

const lockOrganizations = locking('organization', { link: 'organization_id', of: 'person_id' })

/** Locks the contacts of that kind among the given ones and among those linked to them. */
function locking(kind: Kind, { link, of }: { link: string; of: string }) {
  return kept<Which, { id: string }>(
    ({ workspaceId, ids }) => sql`
      select id from contacts
      where workspace_id = ${workspaceId} and kind = ${sql.lit(kind)} and deleted_at is null and id in (
        select unnest(${ids}::uuid[]) union
        select ${sql.ref(link)} from employments where workspace_id = ${workspaceId} and ${sql.ref(of)} = any(${ids}::uuid[])
      )
      order by id for no key update`,
  )
}

const lockOnly = kept<Which & { kind: Kind }, { id: string }>(
  ({ workspaceId, kind, ids }) => sql`
    select id from contacts
    where workspace_id = ${workspaceId} and kind = ${kind} and deleted_at is null and id = any(${ids}::uuid[])
    order by id for no key update`,
)

const whose = ({ workspaceId }: Ctx) => ({ workspaceId })

const idsOf = async (rows: Promise<{ id: string }[]>) => (await rows).map(row => row.id)

const worth = [
  ...['stage', 'lifecycle_version', 'score_version', 'fit', 'sums', 'engagement', 'total', 'temperature'],
  ...['fades_at', 'turns_cold_at', 'recheck_at', 'last_signal_at'],
]

const columns = (alias: string) => sql.join(worth.map(name => sql.ref(`${alias}.${name}`)))

/** What the standings of these contacts ought to be, what they are, and how to tell the difference. */
export const compared = (placing: Placing) => ({
  ought: sql`
    select placed.*, ${placing.funnel.lifecycleVersion}::int as lifecycle_version,
      ${placing.funnel.scoreVersion}::int as score_version
    from (${placed(placing)}) placed`,
  are: sql`
    select s.* from standings s
    where s.workspace_id = ${placing.workspaceId} and s.funnel_id = ${placing.funnel.id}
      and ${areAmong('s.contact_id', placing.contactIds)}`,
  differs: sql`(${columns('ought')}) is distinct from (${columns('are')})`,
  columns: worth,
  entered: entered(placing.funnel),
})

type Inputs = { now: Date; contactIds: readonly string[] }

const writing = keptByKey<Inputs, Change>()

/** Writes only what differs, so that a rebuild of what is right writes nothing. */
function writeStandings(
  ctx: Ctx,
  funnel: Funnel,
  kind: Kind,
  contactIds: readonly string[],
): Promise<Change[]> {
  const { workspaceId } = ctx
  const write = writing(
    `${workspaceId} ${funnel.id} ${funnel.definedBy} ${funnel.timeZone} ${kind}`,
    ({ now, contactIds }) => standingsWritten({ workspaceId, funnel, kind, now, contactIds }),
  )
  return write(ctx, { now: ctx.clock(), contactIds })
}

function standingsWritten(placing: Placing) {
  const { workspaceId, now, funnel } = placing
  const { ought, are, differs, entered } = compared(placing)
  const names = sql.join(worth.map(name => sql.ref(name)))
  const excluded = sql.join(worth.map(name => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`))
  return sql<Change>`
    with ought as materialized (${ought}), are as materialized (${are}), written as (
      insert into standings (workspace_id, funnel_id, contact_id, since, counted_at, ${names})
      select ${workspaceId}, ${funnel.id}, ought.contact_id, ${now}, ${now}, ${columns('ought')}
      from ought left join are using (contact_id)
      where (are.contact_id is null or ${differs}) and ${entered}
      on conflict (workspace_id, funnel_id, contact_id) do update set counted_at = excluded.counted_at, ${excluded},
        since = case when standings.stage is distinct from excluded.stage then excluded.since else standings.since end
      returning contact_id
    )
    select contact_id, ought.stage as to_stage, are.stage as from_stage, are.contact_id is null as is_first, are.since,
      ought.by_hand, are.recheck_at as was_due_at, are.lifecycle_version as was_version, are.score_version as was_score_version,
      ought.fit, ought.engagement, ought.total
    from written join ought using (contact_id) left join are using (contact_id)`
}

/** A funnel other than the main one is entered by reaching a stage above its first. */
const entered = ({ isMain, lifecycle }: Funnel) =>
  isMain
    ? sql`true`
    : sql`(are.contact_id is not null or coalesce(ought.stage <> ${lifecycle.stages[0]?.key ?? ''}, false))`

/** Takes the standings of those in the bin away; their moves stay. */
export async function forgetBinned(ctx: Ctx, ids?: readonly string[]): Promise<void> {
  if (ids) await forgetBinnedAmong(ctx, { ...whose(ctx), ids })
  else await binned(ctx.workspaceId, sql`true`).execute(ctx.db)
}

const forgetBinnedAmong = kept<Which, never>(
  ({ workspaceId, ids }) => binned(workspaceId, sql`s.contact_id = any(${ids}::uuid[])`),
  { unheard: true },
)

const binned = (workspaceId: Known<string>, which: RawBuilder<unknown>) => sql<never>`
  delete from standings s using contacts c
  where s.workspace_id = ${workspaceId} and ${which}
    and c.workspace_id = s.workspace_id and c.id = s.contact_id and c.deleted_at is not null`

/** Takes the standings and the moves of these contacts (all by default) away: a replay makes them again. */
export async function forgetHistory(ctx: Ctx, ids?: readonly string[]): Promise<void> {
  const theirs = ids ? sql`contact_id = any(${ids}::uuid[])` : sql`true`
  await sql`delete from moves where workspace_id = ${ctx.workspaceId} and ${theirs}`.execute(ctx.db)
  await sql`delete from standings where workspace_id = ${ctx.workspaceId} and ${theirs}`.execute(ctx.db)
}
