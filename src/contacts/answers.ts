import { isDeepStrictEqual } from 'node:util'
import type { Issue } from '../platform/errors.ts'
import type { Catalogue } from './drafts.ts'
import type { Facts } from './facts.ts'
import type { Field, FieldValue, Kind } from './fields.ts'
import { type Answer, type AnswerState, answerFact, questionOf } from './questions.ts'
import { checkValue, isStorable } from './values.ts'

/** An answer as it is given. State null takes what there is away. */
export type SaidAnswer<State = AnswerState | null> = {
  state: State
  value?: Exclude<FieldValue, null>
  saidBy?: string
  eventId?: string
  expiresAt?: Date
}

/** An answer in a draft; `at` is when it was given, if not now. */
export type AnswerDraft = SaidAnswer<AnswerState> & { at?: Date }

/** An answer of a draft with the fact of its contact that its question is, where it is one. */
export type ReadAnswer = { question: string; said: AnswerDraft; field?: Field }

/**
 * What an answer is to be, and what `field`, the fact that its question is, is to be with it: undefined leaves that as it is. Who
 * says “he only uses it” has answered whether he decides.
 */
export function answerOf<State extends AnswerState | null>(
  question: string,
  said: SaidAnswer<State>,
  field: Field | undefined,
  at: Date,
): { answer: Answer | Extract<State, null>; held?: FieldValue } {
  const { confirmedBy, deniedBy } = questionOf(question)
  const { value, saidBy, eventId, expiresAt } = said
  const state = stateBy(said, confirmedBy, deniedBy)
  const answer = state && {
    state,
    ...(value !== undefined && !field && { value }),
    ...(saidBy && { saidBy }),
    ...(eventId && { eventId }),
    at: at.toISOString(),
    ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
  }
  return {
    answer: answer as Answer | Extract<State, null>,
    held: field && factOf(said, state, Boolean(confirmedBy)),
  }
}

/** A value that confirms or denies by itself says the state. */
function stateBy(
  { state, value }: SaidAnswer,
  confirmedBy: readonly string[] = [],
  deniedBy: readonly string[] = [],
): AnswerState | null {
  if (state === null || value === undefined) return state
  if (confirmedBy.includes(String(value))) return 'confirmed'
  return deniedBy.includes(String(value)) ? 'negative' : state
}

/** What the fact is to be; undefined leaves it as it is. A fact that says the state by itself does not stay beside another. */
function factOf(
  { value }: SaidAnswer,
  state: AnswerState | null,
  saysState: boolean,
): FieldValue | undefined {
  if (state === null || state === 'negative') return saysState && value !== undefined ? value : null
  if (state === 'confirmed' && value !== undefined) return value
  return saysState && state === 'confirmed' ? null : undefined
}

/** The answers of a draft, each value checked as the fact that it is. */
export function readAnswers(
  answers: Record<string, AnswerDraft>,
  kind: Kind,
  { fields }: Pick<Catalogue, 'fields'>,
): { answers: ReadAnswer[]; issues: Issue[] } {
  const issues: Issue[] = []
  const read = Object.entries(answers).map(([question, said]): ReadAnswer => {
    const named = fields.get(questionOf(question).field ?? '')
    const field = named?.appliesTo.includes(kind) ? named : undefined
    const checked = checkedValue(said.value, field)
    if ('code' in checked) issues.push({ path: ['answers', question], ...checked })
    const value = 'code' in checked ? undefined : (checked.value ?? undefined)
    return { question, said: { ...said, value }, ...(field && { field }) }
  })
  return { answers: read, issues }
}

function checkedValue(value: SaidAnswer['value'], field: Field | undefined) {
  if (field) return checkValue(field, value)
  return typeof value === 'string' && !isStorable(value) ? { code: 'contacts.bad_text' } : { value }
}

/** Lays answers over these facts. One given after it stays, and so does one that says the same. */
export function withAnswers(facts: Facts, answers: ReadAnswer[], now: Date): Facts {
  for (const { question, said, field } of answers) {
    const at = said.at && said.at < now ? said.at : now
    const { answer, held } = answerOf(question, said, field, at)
    const known = facts[answerFact(question)] as Answer | undefined
    const isSaid = field === undefined || held === undefined || isSame(facts[field.key] ?? null, held)
    if (known && (known.at > answer.at || (isSaid && saysTheSame(known, answer)))) continue
    facts[answerFact(question)] = answer
    if (field && held === null) delete facts[field.key]
    else if (field && held !== undefined) facts[field.key] = held
  }
  return facts
}

const isSame = isDeepStrictEqual

/** One that must be asked again is renewed by whoever repeats it. */
const saysTheSame = (known: Answer, { state, value }: Answer): boolean =>
  known.expiresAt === undefined && known.state === state && isSame(known.value, value)
