import { type EventName, eventTypes } from '../src/activity/events.ts'
import { markChanged } from '../src/contacts/contacts.ts'
import { at, type Ctx } from '../src/platform/ctx.ts'
import { newId } from '../src/platform/ids.ts'

type Row = Record<string, unknown>

/** A contact straight into the table, for tests about what follows from facts rather than how they are written. */
export async function makeContact(ctx: Ctx, facts: Row = {}): Promise<string> {
  const id = newId()
  const now = ctx.clock()
  const row = { workspaceId: ctx.workspaceId, id, createdAt: now, updatedAt: now, ...facts }
  await ctx.db.insertInto('contacts').values(row).execute()
  await markChanged(ctx, [id])
  return id
}

type Happening = Row & { at?: Date; properties?: Row }

/** Something that happened to a contact, as the catalogue knows it; now unless `at` says when. Returns the event's id. */
export async function happened(
  ctx: Ctx,
  contactId: string,
  name: EventName,
  more: Happening = {},
): Promise<string> {
  const id = newId()
  const { properties = {}, ...columns } = more
  const row = { id, contactId, name, direction: eventTypes[name].direction, at: ctx.clock(), ...columns }
  await ctx.db
    .insertInto('events')
    .values({
      ...row,
      properties: JSON.stringify(properties),
      workspaceId: ctx.workspaceId,
      receivedAt: ctx.clock(),
      source: 'test',
    })
    .execute()
  await markChanged(ctx, [contactId])
  return id
}

/** Takes an event back. */
export async function withdrew(ctx: Ctx, contactId: string, eventId: string): Promise<void> {
  await ctx.db
    .updateTable('events')
    .set({ withdrawnAt: ctx.clock() })
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', '=', eventId)
    .execute()
  await markChanged(ctx, [contactId])
}

/** The same context so many days later. */
export const daysLater = (ctx: Ctx, days: number): Ctx =>
  at(ctx, new Date(ctx.clock().getTime() + days * 86_400_000))

/** The instant so many days before the context's. */
export const daysAgo = (ctx: Ctx, days: number): Date => daysLater(ctx, -days).clock()
