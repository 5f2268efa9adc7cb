import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/ids.ts'

/**
 * Says that something about these contacts changed (a fact, an event, a definition), in the caller's transaction.
 * What follows from it is in app/reactions.ts. Appended only, so that no writer waits for another or for the worker.
 */
export async function markChanged(ctx: Ctx, contactIds: Iterable<string>): Promise<void> {
  const unique = [...new Set(contactIds)]
  if (unique.length === 0) return
  await sql`
    insert into changed_contacts (workspace_id, id, contact_id)
    select ${ctx.workspaceId}, * from unnest(${unique.map(newId)}::uuid[], ${unique}::uuid[])`.execute(ctx.db)
}
