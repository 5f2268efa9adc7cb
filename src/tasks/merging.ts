import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'

/** Gives all tasks of one contact to another, done ones too; returns their ids. */
export async function moveTasks(ctx: Ctx, { from, into }: { from: string; into: string }): Promise<string[]> {
  const moved = await ctx.db
    .updateTable('tasks')
    .set({ contactId: into })
    .where('workspaceId', '=', ctx.workspaceId)
    .where('contactId', '=', from)
    .returning('id')
    .execute()
  return moved.map(each => each.id)
}

/** The tasks that a merge moved go back to the contact that was taken in, or, when the undo is undone, over again. */
export async function moveMergedTasks(ctx: Ctx, changeSetId: string, back: boolean): Promise<void> {
  await sql`
    update tasks t set contact_id = (s.summary ->> ${back ? 'from' : 'into'})::uuid
    from change_sets s cross join lateral jsonb_array_elements_text(s.summary -> 'tasks') as moved (id)
    where s.workspace_id = ${ctx.workspaceId} and s.id = ${changeSetId} and s.kind = 'merge'
      and t.workspace_id = ${ctx.workspaceId} and t.id = moved.id::uuid`.execute(ctx.db)
}
