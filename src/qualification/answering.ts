import { sql } from 'kysely'
import {
  type AnswerDraft,
  answerOf,
  causeOf,
  fieldsOf,
  mustKnow,
  type SaidAnswer,
  updateContact,
} from '../contacts/contacts.ts'
import type { Field, FieldValue } from '../contacts/fields.ts'
import { type Answer, isKnownQuestion, questionOf, saysNothing } from '../contacts/questions.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { ownQuestions } from './library.ts'

/** `at` is when it was said; without it, now. */
export type GivenAnswer = SaidAnswer & { question: string; at?: Date }

/**
 * Writes answers of one contact as one act, which can be undone. Where the question is a fact of the contact, that fact is written
 * too.
 */
export function answer(ctx: Ctx, contactId: string, given: GivenAnswer[]): Promise<{ changeSetId: string }> {
  return atomically(ctx, async ctx => {
    const kind = await mustKnow(ctx, contactId)
    await refuseUnknown(ctx, contactId, given)
    const fields = (await fieldsOf(ctx)).filter(field => field.appliesTo.includes(kind))
    const patch: Patch = { fields: {}, custom: {}, answers: {}, said: {} }
    for (const each of given) addTo(patch, each, fields, ctx.clock())
    return { changeSetId: await updateContact(ctx, contactId, patch, causeOf(ctx, 'edit')) }
  })
}

type Patch = {
  fields: Record<string, FieldValue>
  custom: Record<string, FieldValue>
  answers: Record<string, Answer | null>
  said: Record<string, AnswerDraft>
}

function addTo(patch: Patch, given: GivenAnswer, fields: Field[], now: Date) {
  const { question, state, ...said } = given
  if (said.at && state) {
    patch.said[question] = { state, ...said }
    return
  }
  const field = fields.find(({ key }) => key === questionOf(given.question).field)
  const { answer, held } = answerOf(given.question, given, field, now)
  patch.answers[given.question] = answer
  if (!field || held === undefined) return
  if ('custom' in field.reach) patch.custom[field.reach.custom] = held
  else patch.fields[field.key] = held
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
  if (given.some(saysNothing)) throw new Refusal('bad', 'qualification.empty_answer')
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
