import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'

/** Gives all events of one contact to another, withdrawn ones too; returns their ids. */
export async function moveEvents(
  ctx: Ctx,
  { from, into }: { from: string; into: string },
): Promise<string[]> {
  const moved = await ctx.db
    .updateTable('events')
    .set({ contactId: into })
    .where('workspaceId', '=', ctx.workspaceId)
    .where('contactId', '=', from)
    .returning('id')
    .execute()
  return moved.map(each => each.id)
}

/** The events that a merge moved go back to the contact that was taken in, or, when the undo is undone, over again. Any other act moved none. */
export async function moveMergedEvents(ctx: Ctx, changeSetId: string, back: boolean): Promise<void> {
  await sql`
    update events e set contact_id = (s.summary ->> ${back ? 'from' : 'into'})::uuid
    from change_sets s cross join lateral jsonb_array_elements_text(s.summary -> 'events') as moved (id)
    where s.workspace_id = ${ctx.workspaceId} and s.id = ${changeSetId} and s.kind = 'merge'
      and e.workspace_id = ${ctx.workspaceId} and e.id = moved.id::uuid`.execute(ctx.db)
}
