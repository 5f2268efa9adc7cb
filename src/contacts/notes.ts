import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/ids.ts'

/** Adds notes to contacts and returns their ids. `changeSetId`: the import or merge that they came with. */
export async function addNotes(
  ctx: Ctx,
  notes: { contactId: string; body: string }[],
  changeSetId?: string,
): Promise<string[]> {
  if (notes.length === 0) return []
  const rows = notes.map(({ contactId, body }) => ({
    ...{
      workspace_id: ctx.workspaceId,
      id: newId(),
      contact_id: contactId,
      body,
      created_at: ctx.clock().toISOString(),
    },
    ...{ author_id: ctx.actor.kind === 'user' ? ctx.actor.id : null, change_set_id: changeSetId ?? null },
  }))
  await sql`insert into notes select * from json_populate_recordset(null::notes, ${JSON.stringify(rows)})`.execute(
    ctx.db,
  )
  return rows.map(row => row.id)
}
