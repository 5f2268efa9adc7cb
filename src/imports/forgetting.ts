import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { deleteRows } from './store.ts'

/** For how long the file of an import that ended is kept, and an import of which nothing was stored. As long as the bin. */
export const fileDays = 30

/** Takes what rows said of contacts that are gone for good out of them; that there was a row, and what became of it, stays. */
export async function forgetContacts(ctx: Ctx, contactIds: string[]): Promise<void> {
  await sql`
    update import_rows set contact_id = null, cells = '{}', reasons = (
      select coalesce(jsonb_agg(reason - 'params'), '[]') from jsonb_array_elements(reasons) reason)
    where workspace_id = ${ctx.workspaceId} and contact_id = any(${contactIds}::uuid[])`.execute(ctx.db)
}

/** Removes the files of imports that ended `fileDays` ago or earlier, and imports that were left unstored as long; for a schedule. */
export async function forgetFiles(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.clock().getTime() - fileDays * 86_400_000)
  await sql`
    delete from import_parts where workspace_id = ${ctx.workspaceId} and import_id in (
      select id from imports
      where workspace_id = ${ctx.workspaceId} and state in ('done', 'undone') and finished_at < ${before})`.execute(
    ctx.db,
  )
  const { rows } = await sql<{ id: string }>`
    select id from imports
    where workspace_id = ${ctx.workspaceId} and state in ('mapped', 'checked', 'failed') and change_set_id is null
      and created_at < ${before}
    for update`.execute(ctx.db)
  for (const { id } of rows) {
    await deleteRows(ctx, id)
    await sql`delete from imports where workspace_id = ${ctx.workspaceId} and id = ${id}`.execute(ctx.db)
  }
}
