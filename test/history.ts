import { type NewEvent, recordEvents } from '../src/activity/activity.ts'
import type { EventName } from '../src/activity/events.ts'
import { markChanged } from '../src/contacts/contacts.ts'
import type { AnswerState } from '../src/contacts/questions.ts'
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

type Happening = Pick<NewEvent, 'at' | 'byRobot' | 'properties' | 'direction'>

/** Something that happened to a contact, as the catalogue knows it; now unless `at` says when. Returns the event's id. */
export async function happened(
  ctx: Ctx,
  contactId: string,
  name: EventName,
  more: Happening = {},
): Promise<string> {
  const [recorded] = await recordEvents(ctx, [{ contactId, name, source: 'test', ...more }])
  if (!recorded?.id) throw new Error(`not stored: ${JSON.stringify(recorded)}`)
  return recorded.id
}

/** The same context so many days later. */
export const daysLater = (ctx: Ctx, days: number): Ctx =>
  at(ctx, new Date(ctx.clock().getTime() + days * 86_400_000))

/** The instant so many days before the context's. */
export const daysAgo = (ctx: Ctx, days: number): Date => daysLater(ctx, -days).clock()

const words: Record<string, string | number> = { authority: 'decides', budget: 10_000 }

/** An answer in that state, in the words that it needs. */
export const answerTo = <State extends AnswerState | null>(question: string, state: State) => ({
  ...{ question, state },
  ...(state === 'confirmed' && { value: words[question] ?? 'Sí' }),
})
