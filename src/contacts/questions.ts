import { z } from 'zod'
import type { FieldValue } from './fields.ts'

/** The questions of qualification that the program knows, whatever framework asks them: their answers are facts of the contact. */

export const answerStates = ['asked', 'confirmed', 'negative'] as const
/** What may be answered. */
export const answerValue = z.union([
  z.string().max(2_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(50),
])

export type AnswerState = (typeof answerStates)[number]

/** What was answered, or that it was asked. Not asked: no answer. */
export type Answer = {
  state: AnswerState
  value?: Exclude<FieldValue, null>
  /** Who said it, when it was not the contact. */
  saidBy?: string
  /** The call, meeting or message in which it was said; without it, written by hand. */
  eventId?: string
  at: string
  /** From then on it must be asked again. */
  expiresAt?: string
}

/** Somebody not worth a seller's time now, or ever. */
export type Disqualification = {
  reason: string
  note?: string
  at: string
  /** Wakes by itself at this instant; neither this nor `wakesOn`: for good. */
  until?: string
  /** Wakes as soon as the contact does something, or as an address or a telephone of theirs becomes known. */
  wakesOn?: 'signal' | 'address'
  /** Only these signals wake it. */
  signals?: string[]
  byName: string
}

type Question = {
  key: string
  /** The fact of the contact that is its answer: writing one shows in the other. */
  field?: string
  /** Values of that fact that confirm it, where the others deny it. */
  confirmedBy?: readonly string[]
  deniedBy?: readonly string[]
  /** Nobody is asked: the program counts visits. */
  isCounted?: true
}

export const questions = [
  { key: 'budget', field: 'custom.budget' },
  {
    key: 'authority',
    field: 'decisionRole',
    confirmedBy: ['decides', 'influences'],
    deniedBy: ['uses', 'none'],
  },
  { key: 'need', field: 'need' },
  { key: 'timing', field: 'custom.purchase_timing' },
  { key: 'metrics' },
  { key: 'decision_criteria' },
  { key: 'decision_process' },
  { key: 'champion' },
  { key: 'paper_process' },
  { key: 'competition' },
  { key: 'goals' },
  { key: 'plans' },
  { key: 'consequences' },
  { key: 'impact' },
  { key: 'interest' },
  { key: 'situation' },
  { key: 'offer_knowledge' },
  { key: 'business_knowledge' },
  { key: 'visit_frequency', isCounted: true },
  { key: 'understanding' },
  { key: 'proposal_welcome' },
] as const satisfies Question[]

export type QuestionKey = (typeof questions)[number]['key']

const byKey = new Map<string, Question>(questions.map(question => [question.key, question]))

/** What the program knows of a question; those of the workspace's own are only asked. */
export const questionOf = (key: string): Question => byKey.get(key) ?? { key }

export const isKnownQuestion = (key: string): key is QuestionKey => byKey.has(key)

/** Confirmed, and not what: nobody could tell later what was answered. */
export const saysNothing = ({ state, value }: { state: AnswerState | null; value?: unknown }): boolean =>
  state === 'confirmed' && String(value ?? '').trim() === ''

export const answerFact = (question: string): string => `answer:${question}`

const linked = questions.flatMap(each =>
  'field' in each ? [{ answer: answerFact(each.key), field: each.field }] : [],
)

type Facts = Record<string, unknown>

/** Facts without the answers that spoke of a value which another has replaced since. */
export function withoutOvertaken<F extends Facts>(before: Facts | undefined, after: F): F {
  if (!before || before === after) return after
  const overtaken = linked.filter(
    ({ answer, field }) =>
      after[answer] && before[answer] && same(before, after, answer) && !same(before, after, field),
  )
  if (overtaken.length === 0) return after
  const gone = new Set<string>(overtaken.map(({ answer }) => answer))
  return Object.fromEntries(Object.entries(after).filter(([key]) => !gone.has(key))) as F
}

const same = (before: Facts, after: Facts, key: string) =>
  JSON.stringify(before[key]) === JSON.stringify(after[key])
