import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { keptQuery } from '../platform/kept.ts'
import { publish } from '../platform/live.ts'

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
  // An import tells of itself.
  if (!changeSetId)
    await publish(ctx, { topic: 'event', ids: [...new Set(notes.map(each => each.contactId))] })
  return rows.map(row => row.id)
}

/** The newest 200 notes of a contact. */
export const notesOf = (ctx: Ctx, contactId: string) =>
  readNotes(ctx, { workspaceId: ctx.workspaceId, contactId })

const readNotes = keptQuery<{ workspaceId: string; contactId: string }>()((db, { workspaceId, contactId }) =>
  db
    .selectFrom('notes as n')
    .leftJoin('members as m', join =>
      join.onRef('m.workspaceId', '=', 'n.workspaceId').onRef('m.userId', '=', 'n.authorId'),
    )
    .where('n.workspaceId', '=', workspaceId)
    .where('n.contactId', '=', contactId)
    .where('n.deletedAt', 'is', null)
    .orderBy('n.createdAt', 'desc')
    .orderBy('n.id', 'desc')
    .limit(200)
    .select(['n.id', 'n.contactId', 'n.body', 'n.authorId', 'n.createdAt', 'n.editedAt'])
    .select(eb => eb.fn.coalesce('m.name', sql<string>`''`).as('authorName')),
)

export const editNote = (ctx: Ctx, id: string, body: string) =>
  changeNote(ctx, id, { body, editedAt: ctx.clock() }, false)

export const removeNote = (ctx: Ctx, id: string) => changeNote(ctx, id, { deletedAt: ctx.clock() }, false)

export const restoreNote = (ctx: Ctx, id: string) => changeNote(ctx, id, { deletedAt: null }, true)

type NoteChange = { body?: string; editedAt?: Date; deletedAt?: Date | null }

/** Returns whose note it is. */
async function changeNote(ctx: Ctx, id: string, change: NoteChange, removed: boolean): Promise<string> {
  const found = await ctx.db
    .updateTable('notes')
    .set(change)
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('deletedAt', removed ? 'is not' : 'is', null)
    .returning('contactId')
    .executeTakeFirst()
  if (!found) throw new Refusal('missing', 'contacts.unknown_note')
  await publish(ctx, { topic: 'event', ids: [found.contactId] })
  return found.contactId
}
