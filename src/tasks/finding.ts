import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { act } from './tasks.ts'

/**
 * What had to be found out and is known now: somebody decides in the organisation of these contacts, or they do. Most workspaces have
 * few open tasks, so that the index of those answers.
 */
export async function finishFound(ctx: Ctx, contactIds: readonly string[]): Promise<void> {
  const { workspaceId } = ctx
  const { rows } = await sql<{ id: string; contactId: string }>`
    select t.id, t.contact_id from tasks t
    where t.workspace_id = ${workspaceId} and t.done_at is null and t.removed_at is null and t.kind = 'find_decider'
      and (t.contact_id = any(${contactIds}::uuid[]) or exists (
        select from employments e
        where e.workspace_id = t.workspace_id and e.person_id = t.contact_id and e.organization_id = any(${contactIds}::uuid[])))
      and exists (
        select from contacts d
        where d.workspace_id = t.workspace_id and d.decision_role = 'decides' and d.deleted_at is null and (
          d.id = t.contact_id or d.id in (
            select other.person_id from employments other
            where other.workspace_id = t.workspace_id and (other.organization_id = t.contact_id or other.organization_id in (
              select own.organization_id from employments own
              where own.workspace_id = t.workspace_id and own.person_id = t.contact_id)))))
    for update of t skip locked`.execute(ctx.db)
  if (rows.length === 0) return
  const changeSetId = await act(ctx, [...new Set(rows.map(row => row.contactId))])
  await sql`
    update tasks set done_at = ${ctx.clock()}, done_change_set_id = ${changeSetId}
    where workspace_id = ${workspaceId} and id = any(${rows.map(row => row.id)}::uuid[])`.execute(ctx.db)
}
