import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import type { Reason } from './readRow.ts'

/** The reasons of an import's rows with how many rows have each: the same words about the same value are one. */
export async function reasonsOf(
  ctx: Ctx,
  importId: string,
  outcome: 'refused' | 'warned',
): Promise<(Reason & { rows: number })[]> {
  const { rows } = await sql<Reason & { rows: number }>`
    select reason ->> 'code' as code, (reason -> 'column')::integer as column, reason -> 'params' as params,
      count(*)::integer as rows
    from import_rows, jsonb_array_elements(reasons) as reason
    where workspace_id = ${ctx.workspaceId} and import_id = ${importId}
      and (outcome = 'refused') = ${outcome === 'refused'}
    group by 1, 2, 3
    order by rows desc, code, params
    limit 50`.execute(ctx.db)
  return rows.map(({ code, column, params, rows: times }) => ({
    ...{ code, rows: times },
    ...(column !== null && { column }),
    ...(params && { params }),
  }))
}
