import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import type { Funnel } from './definitions.ts'
import type { Change } from './moves.ts'

type Stood = { contactId: string; stage: string | null; since: Date; version: number }

/**
 * Who comes back from the bin has no standing and has moves: it stood where the last of them took it, and has come to that stage once.
 * Where it stands again now is dated by that.
 */
export async function asTheyStood(ctx: Ctx, funnel: Funnel, changes: Change[]): Promise<Change[]> {
  const ids = changes.filter(({ isFirst }) => isFirst).map(({ contactId }) => contactId)
  if (ids.length === 0) return changes
  const rows = await lastStood(ctx, funnel, ids)
  if (rows.length === 0) return changes
  const stood = new Map(rows.map(row => [row.contactId, row]))
  const comeBack = changes.map(change => backFrom(ctx, funnel, stood.get(change.contactId), change))
  await dateAsBefore(
    ctx,
    funnel,
    comeBack.filter(({ contactId, fromStage, toStage }) => stood.has(contactId) && fromStage === toStage),
  )
  return comeBack
}

/** When it would have moved by itself is not known any more: what holds no longer ran out in the bin, where nothing happens. */
function backFrom(ctx: Ctx, { scoreVersion }: Funnel, stood: Stood | undefined, change: Change): Change {
  if (!stood) return change
  const { stage, since, version } = stood
  const was = { fromStage: stage, since, wasVersion: version, wasScoreVersion: scoreVersion }
  return { ...change, ...was, wasDueAt: ctx.clock(), isFirst: false }
}

// Each by the index of its moves and by no other: while PostgreSQL does not know that everybody moves once or twice, it would
// rather go through the newest moves of all, for each of them.
async function lastStood({ db, workspaceId }: Ctx, { id }: Funnel, contactIds: string[]): Promise<Stood[]> {
  const { rows } = await sql<Stood>`
    select came.id as contact_id, last.stages[1] as stage, last.since, last.versions[1] as version
    from unnest(${contactIds}::uuid[]) as came (id) cross join lateral (
      select max(at) as since, array_agg(to_stage order by at desc, noticed_at desc, id desc) as stages,
        array_agg(lifecycle_version order by at desc, noticed_at desc, id desc) as versions
      from moves
      where workspace_id = ${workspaceId} and contact_id = came.id and funnel_id::text = ${id}
      having count(*) > 0) last`.execute(db)
  return rows
}

async function dateAsBefore({ db, workspaceId }: Ctx, { id }: Funnel, changes: Change[]) {
  if (changes.length === 0) return
  await sql`
    update standings s set since = stood.since
    from unnest(${changes.map(each => each.contactId)}::uuid[], ${changes.map(each => each.since)}::timestamptz[]) as stood (contact_id, since)
    where s.workspace_id = ${workspaceId} and s.funnel_id = ${id} and s.contact_id = stood.contact_id`.execute(
    db,
  )
}
