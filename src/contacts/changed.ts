import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { newIds } from '../platform/ids.ts'
import { kept } from '../platform/kept.ts'

/**
 * Says that something about these contacts changed (a fact, an event, a definition), in the caller's transaction.
 * What follows from it is in app/reactions.ts. Appended only, so that no writer waits for another or for the worker.
 */
export async function markChanged(ctx: Ctx, contactIds: Iterable<string>): Promise<void> {
  const unique = [...new Set(contactIds)]
  if (unique.length === 0) return
  const { workspaceId, inBulk: canWait = false } = ctx
  await mark(ctx, { workspaceId, canWait, ids: newIds(unique.length), contactIds: unique })
}

type Marks = { workspaceId: string; canWait: boolean; ids: string[]; contactIds: string[] }

const mark = kept<Marks, never>(
  ({ workspaceId, canWait, ids, contactIds }) => sql`
    insert into changed_contacts (workspace_id, can_wait, id, contact_id)
    select ${workspaceId}::uuid, ${canWait}::boolean, * from unnest(${ids}::uuid[], ${contactIds}::uuid[])`,
  { unheard: true },
)

export type Taking = {
  /** Leaves those that can wait where they are. */
  urgentOnly?: boolean
}

/**
 * Takes up to `limit` of those marks away, the urgent ones first, and gives their contacts, once each; another worker gets other
 * ones. Whoever takes them reacts in the same transaction.
 */
export async function takeChanged(
  ctx: Ctx,
  limit: number,
  { urgentOnly = false }: Taking = {},
): Promise<string[]> {
  const { rows } = await sql<{ contactId: string }>`
    delete from changed_contacts
    where (workspace_id, can_wait, id) in (
      select workspace_id, can_wait, id from changed_contacts
      where workspace_id = ${ctx.workspaceId} and can_wait = any(${urgentOnly ? [false] : [false, true]}::boolean[])
      order by can_wait, id limit ${limit} for update skip locked
    )
    returning contact_id`.execute(ctx.db)
  return [...new Set(rows.map(row => row.contactId))]
}

/** Whether a mark is left, be it one that another worker holds: that is gone once its transaction commits. */
export async function anyChanged(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql`
    select from changed_contacts where workspace_id = ${ctx.workspaceId} limit 1`.execute(ctx.db)
  return rows.length > 0
}

/** How many contacts are marked and not in the bin, counted up to `most` marks. */
export async function countChanged(ctx: Ctx, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct contact_id) as count from (
      select m.contact_id from changed_contacts m
      left join (select id from contacts where workspace_id = ${ctx.workspaceId} and deleted_at is not null) binned
        on binned.id = m.contact_id
      where m.workspace_id = ${ctx.workspaceId} and binned.id is null limit ${most}) marks`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

/** Takes the marks of these contacts (all by default) away: whoever does so has seen to what follows. */
export async function passOver(ctx: Ctx, contactIds?: readonly string[]): Promise<void> {
  const theirs = contactIds ? sql`contact_id = any(${contactIds}::uuid[])` : sql`true`
  await sql`delete from changed_contacts where workspace_id = ${ctx.workspaceId} and ${theirs}`.execute(
    ctx.db,
  )
}
