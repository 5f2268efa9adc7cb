import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { Given, type Known } from '../platform/kept.ts'
import type { Kind } from './fields.ts'

const first = '00000000-0000-0000-0000-000000000000'

/** The ids of all live contacts, of a kind or of both, in pages. */
export async function* chunksOf(
  ctx: Ctx,
  { kind, size = 5_000 }: { kind?: Kind; size?: number } = {},
): AsyncGenerator<string[]> {
  const which = kind ? sql`and kind = ${kind}` : sql``
  let after = first
  for (;;) {
    const { rows } = await sql<{ id: string }>`
      select id from contacts
      where workspace_id = ${ctx.workspaceId} ${which} and deleted_at is null and id > ${after}
      order by id limit ${size}`.execute(ctx.db)
    const last = rows.at(-1)
    if (!last) return
    after = last.id
    yield rows.map(row => row.id)
  }
}

/** Those whose ids come after one, up to another. */
export type Range = { after: string; upTo: string }

/** Some contacts: by their ids or, where a list would be so long that planning with it takes longer than reading, by where they stand. */
export type These = Known<readonly string[]> | Range

/** Whether the contact whose id stands in that column is one of these. */
export function areAmong(column: string, these: These): RawBuilder<SqlBool> {
  if (these instanceof Given || !('after' in these)) return sql`${sql.ref(column)} = any(${these}::uuid[])`
  return sql`(${sql.ref(column)} > ${these.after} and ${sql.ref(column)} <= ${these.upTo})`
}

// The planner knows a column by a hundred steps; a range within one of them it takes for empty, and joins it row by row.
const mostKnown = 25

type Ranging = { kind?: Kind; size: number; of: number; most?: number }

/** The live contacts, of a kind or of both, in ranges of so many, or of more where `of`, all that there are, would make more than `most` ranges; others may stand between them. */
export async function* rangesOf(
  ctx: Ctx,
  { kind, size, of, most = mostKnown }: Ranging,
): AsyncGenerator<Range & { count: number }> {
  const which = kind ? sql`and kind = ${kind}` : sql``
  const wide = Math.max(size, Math.ceil(of / most))
  let after = first
  for (;;) {
    const { rows } = await sql<{ upTo: string; count: number }>`
      select id as up_to, row_number() over (order by id) as count from (
        select id from contacts
        where workspace_id = ${ctx.workspaceId} ${which} and deleted_at is null and id > ${after}
        order by id limit ${wide}) page
      order by id desc limit 1`.execute(ctx.db)
    const [found] = rows
    if (!found) return
    yield { after, ...found }
    after = found.upTo
  }
}

/** How many live contacts there are. */
export async function countOf(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from contacts where workspace_id = ${ctx.workspaceId} and deleted_at is null`.execute(
    ctx.db,
  )
  return rows[0]?.count ?? 0
}
