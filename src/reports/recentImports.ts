import { sql } from 'kysely'
import type { ListedMove } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'

/** A file that was brought in, with how many contacts of it are new and how many were known. */
export type RecentImport = { id: string; fileName: string; at: Date; added: number; updated: number }

/** Those that brought anybody in and have not been taken back, newest first. Everybody enters the base by way of the main funnel. */
export async function recentImports(ctx: Ctx, { since, limit }: { since?: Date; limit: number }) {
  const { rows } = await sql<RecentImport>`
    select id, file_name, started_at as at, coalesce((counts->>'new')::int, 0) as added, coalesce((counts->>'update')::int, 0) as updated
    from imports
    where workspace_id = ${ctx.workspaceId} and state in ('running', 'done', 'stopped', 'failed') and started_at is not null
      and rows_done > 0 and started_at >= coalesce(${since ?? null}::timestamptz, '-infinity')
    order by started_at desc limit ${limit}`.execute(ctx.db)
  return rows.filter(({ added, updated }) => added + updated > 0)
}

/**
 * Those of these moves that an import made: of the contacts of its rows, noticed while it ran or soon after, when what it brought had
 * still to be placed. Each with the beginning of its import.
 */
export async function movesOfImports(ctx: Ctx, moves: ListedMove[]): Promise<Map<string, Date>> {
  const ids = moves.map(move => move.id)
  const { rows } = await sql<{ id: string; startedAt: Date }>`
    select m.id, min(i.started_at) as started_at
    from moves m
    join import_rows r on r.workspace_id = m.workspace_id and r.contact_id = m.contact_id
    join imports i on i.workspace_id = r.workspace_id and i.id = r.import_id
    where m.workspace_id = ${ctx.workspaceId} and m.id = any(${ids}::uuid[]) and m.cause <> 'hand'
      and i.state in ('running', 'done', 'stopped', 'failed') and m.noticed_at >= i.started_at
      and (m.cause = 'arrival' or m.noticed_at <= coalesce(i.finished_at, 'infinity') + interval '10 minutes')
    group by m.id`.execute(ctx.db)
  return new Map(rows.map(({ id, startedAt }) => [id, startedAt]))
}
