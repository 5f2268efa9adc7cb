import { sql } from 'kysely'
import type { AnsweredEvent, Answers, ToldEvent } from '../activity/activity.ts'
import { causeOf, fieldsOf, readAnswers, updateContacts } from '../contacts/contacts.ts'
import type { Field, Kind } from '../contacts/fields.ts'
import { isKnownQuestion, questionOf, saysNothing } from '../contacts/questions.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Issue } from '../platform/errors.ts'
import { ownQuestions } from './library.ts'

type Said = Answers[string]
type Asked = { isAsked: (question: string) => boolean; fields: Map<string, Field> }

/** What events answer: what their sender says, and of a form the fields that are called like a question and can be its answer. */
export async function readAnswersIn(ctx: Ctx, events: ToldEvent[]) {
  const own = new Set((await ownQuestions(ctx)).map(({ key }) => key))
  const asked: Asked = {
    isAsked: question => isKnownQuestion(question) || own.has(question),
    fields: new Map((await fieldsOf(ctx)).map(field => [field.key, field])),
  }
  const kinds = await kindsOf(ctx, events)
  return events.map(event => readIn(event, kinds.get(event.contactId) ?? 'person', asked))
}

async function kindsOf(ctx: Ctx, events: ToldEvent[]): Promise<Map<string, Kind>> {
  const ids = events.map(({ contactId }) => contactId)
  const { rows } = await sql<{ id: string; kind: Kind }>`
    select id, kind from contacts where workspace_id = ${ctx.workspaceId} and id = any(${ids}::uuid[])`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ id, kind }) => [id, kind]))
}

function readIn(event: ToldEvent, kind: Kind, { isAsked, fields }: Asked) {
  const issues: Issue[] = []
  const told: Answers = {}
  for (const [place, { question, ...said }] of (event.answers ?? []).entries()) {
    const code = flawOf(question, said, isAsked)
    if (code) issues.push({ path: ['answers', place], code, params: { question } })
    else told[question] = said
  }
  issues.push(...readAnswers(told, kind, { fields }).issues)
  const filledIn = event.name === 'form_submitted' ? Object.entries(event.properties ?? {}) : []
  for (const [question, value] of filledIn) {
    const said = saidBy(value)
    if (!said || told[question] || flawOf(question, said, isAsked)) continue
    if (readAnswers({ [question]: said }, kind, { fields }).issues.length === 0) told[question] = said
  }
  return { answers: told, issues }
}

function flawOf(question: string, said: Said, isAsked: Asked['isAsked']): string | undefined {
  if (!isAsked(question)) return 'qualification.unknown_question'
  if (questionOf(question).isCounted) return 'qualification.counted'
  return saysNothing(said) ? 'qualification.empty_answer' : undefined
}

/** No is an answer too; nothing filled in is none. */
function saidBy(value: unknown): Said | undefined {
  if (value === false) return { state: 'negative' }
  const isText = typeof value === 'string' && value.length <= 2_000
  return isText || typeof value === 'number' ? { state: 'confirmed', value } : undefined
}

/** Writes them as of their events. One given after it stays, and so does one that says the same. */
export async function writeAnswersIn(ctx: Ctx, given: AnsweredEvent[], changeSetId: string): Promise<void> {
  const patches = given.map(({ contactId, eventId, at, answers }) => ({
    id: contactId,
    said: Object.fromEntries(
      Object.entries(answers).map(([question, said]) => [question, { ...said, eventId, at }]),
    ),
  }))
  await updateContacts(ctx, patches, { ...causeOf(ctx, 'edit'), changeSetId })
}
