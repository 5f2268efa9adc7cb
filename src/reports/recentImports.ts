import { sql } from 'kysely'
import type { ListedMove } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'

/** A file that was brought in, with how many contacts of it are new and how many were known. */
export type RecentImport = { id: string; fileName: string; at: Date; added: number; updated: number }

const standing = sql`i.state in ('running', 'done', 'stopped', 'failed')`

/** Those that brought anybody in and have not been taken back, newest first. Everybody enters the base by way of the main funnel. */
export async function recentImports(ctx: Ctx, { since, limit }: { since?: Date; limit: number }) {
  const { rows } = await sql<RecentImport>`
    select id, file_name, started_at as at, added, updated
    from imports i cross join lateral (
      select coalesce((counts->>'new')::int, 0) as added, coalesce((counts->>'update')::int, 0) as updated) counted
    where workspace_id = ${ctx.workspaceId} and ${standing} and started_at is not null and added + updated > 0
      and started_at >= coalesce(${since ?? null}::timestamptz, '-infinity')
    order by started_at desc limit ${limit}`.execute(ctx.db)
  return rows
}

/** Those of these moves by which contacts that an import made were placed for the first time; what they do from then on is their own. */
export async function placedByImports(ctx: Ctx, moves: ListedMove[]): Promise<Set<string>> {
  const first = moves.filter(move => move.fromStage === null)
  const { rows } = await sql<{ contactId: string }>`
    select distinct r.contact_id
    from import_rows r join imports i on i.workspace_id = r.workspace_id and i.id = r.import_id
    where r.workspace_id = ${ctx.workspaceId} and r.contact_id = any(${first.map(move => move.contactId)}::uuid[])
      and r.outcome = 'new' and ${standing}`.execute(ctx.db)
  const brought = new Set(rows.map(row => row.contactId))
  return new Set(first.flatMap(move => (brought.has(move.contactId) ? [move.id] : [])))
}
