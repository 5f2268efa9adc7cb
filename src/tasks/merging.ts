import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { fits } from './onlyOne.ts'

/** Gives the tasks of one contact to another, done ones too, but for what the other has to do already; returns their ids. */
export async function moveTasks(ctx: Ctx, { from, into }: { from: string; into: string }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update tasks t set contact_id = ${into}
    where t.workspace_id = ${ctx.workspaceId} and t.contact_id = ${from} and ${fits(sql`${into}::uuid`)}
    returning t.id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

/** The tasks that a merge moved go back to the contact that was taken in, or, when the undo is undone, over again. */
export async function moveMergedTasks(ctx: Ctx, changeSetId: string, back: boolean): Promise<void> {
  const to = sql`(s.summary ->> ${back ? 'from' : 'into'})::uuid`
  await sql`
    update tasks t set contact_id = ${to}
    from change_sets s cross join lateral jsonb_array_elements_text(s.summary -> 'tasks') as moved (id)
    where s.workspace_id = ${ctx.workspaceId} and s.id = ${changeSetId} and s.kind = 'merge'
      and t.workspace_id = ${ctx.workspaceId} and t.id = moved.id::uuid and ${fits(to)}`.execute(ctx.db)
}
