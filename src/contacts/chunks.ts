import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import type { Kind } from './fields.ts'

/** The ids of all live contacts, of a kind or of both, in pages. */
export async function* chunksOf(
  ctx: Ctx,
  { kind, size = 5_000 }: { kind?: Kind; size?: number } = {},
): AsyncGenerator<string[]> {
  const which = kind ? sql`and kind = ${kind}` : sql``
  let after = '00000000-0000-0000-0000-000000000000'
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
