import { sql } from 'kysely'
import { causeOf, fieldsOf, mustKnow, updateContact } from '../contacts/contacts.ts'
import type { Field, FieldValue } from '../contacts/fields.ts'
import { type Answer, type AnswerState, isKnownQuestion, questionOf } from '../contacts/questions.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { ownQuestions } from './library.ts'

/** An answer as it is given. State null takes what there is away. */
export type GivenAnswer = {
  question: string
  state: AnswerState | null
  value?: Exclude<FieldValue, null>
  saidBy?: string
  eventId?: string
  expiresAt?: Date
}

/**
 * Writes answers of one contact as one act, which can be undone. Where the question is a fact of the contact, that fact is written
 * too, and who says “he only uses it” has answered whether he decides.
 */
export function answer(ctx: Ctx, contactId: string, given: GivenAnswer[]): Promise<{ changeSetId: string }> {
  return atomically(ctx, async ctx => {
    const kind = await mustKnow(ctx, contactId)
    await refuseUnknown(ctx, contactId, given)
    const fields = (await fieldsOf(ctx)).filter(field => field.appliesTo.includes(kind))
    const patch: Patch = { fields: {}, custom: {}, answers: {} }
    for (const each of given) addTo(patch, each, fields, ctx.clock())
    return { changeSetId: await updateContact(ctx, contactId, patch, causeOf(ctx, 'edit')) }
  })
}

type Patch = {
  fields: Record<string, FieldValue>
  custom: Record<string, FieldValue>
  answers: Record<string, Answer | null>
}

function addTo(patch: Patch, given: GivenAnswer, fields: Field[], now: Date) {
  const { question, value, expiresAt, saidBy, eventId } = given
  const { field, confirmedBy, deniedBy } = questionOf(question)
  const fact = fields.find(({ key }) => key === field)
  const state = stateBy(given, confirmedBy, deniedBy)
  const held = fact && factOf(given, state, Boolean(confirmedBy))
  if (fact && held !== undefined) {
    if ('custom' in fact.reach) patch.custom[fact.reach.custom] = held
    else patch.fields[fact.key] = held
  }
  patch.answers[question] = state && {
    state,
    ...(value !== undefined && !fact && { value }),
    ...(saidBy && { saidBy }),
    ...(eventId && { eventId }),
    at: now.toISOString(),
    ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
  }
}

/** A value that confirms or denies by itself says the state. */
function stateBy(
  { state, value }: GivenAnswer,
  confirmedBy: readonly string[] = [],
  deniedBy: readonly string[] = [],
): AnswerState | null {
  if (state === null || value === undefined) return state
  if (confirmedBy.includes(String(value))) return 'confirmed'
  return deniedBy.includes(String(value)) ? 'negative' : state
}

/** What the fact is to be; undefined leaves it as it is. A fact that says the state by itself does not stay beside another. */
function factOf(
  { value }: GivenAnswer,
  state: AnswerState | null,
  saysState: boolean,
): FieldValue | undefined {
  if (state === null || state === 'negative') return saysState && value !== undefined ? value : null
  if (state === 'confirmed' && value !== undefined) return value
  return saysState && state === 'confirmed' ? null : undefined
}

async function refuseUnknown(ctx: Ctx, contactId: string, given: GivenAnswer[]) {
  const asked = given.filter(({ question }) => !isKnownQuestion(question))
  if (asked.length) {
    const own = await ownQuestions(ctx)
    const unknown = asked.find(each => !own.some(({ key }) => key === each.question))
    if (unknown) throw new Refusal('bad', 'qualification.unknown_question', { question: unknown.question })
  }
  const counted = given.find(({ question }) => questionOf(question).isCounted)
  if (counted) throw new Refusal('bad', 'qualification.counted')
  await refuseForeignEvents(ctx, contactId, given)
}

/** What was said in somebody else's call is not this contact's answer. */
async function refuseForeignEvents(ctx: Ctx, contactId: string, given: GivenAnswer[]) {
  const wanted = [...new Set(given.flatMap(({ eventId }) => eventId ?? []))]
  if (wanted.length === 0) return
  const { rows } = await sql`
    select from events where workspace_id = ${ctx.workspaceId} and contact_id = ${contactId} and id = any(${wanted}::uuid[])`.execute(
    ctx.db,
  )
  if (rows.length < wanted.length) throw new Refusal('bad', 'qualification.unknown_event')
}
