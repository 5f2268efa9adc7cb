import { type Funnel, funnelOf } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import type { ScoreModel } from '../scoring/model.ts'
import { type Candidate, candidatesOf, showsInterest } from './candidates.ts'
import { type CardRule, cardOf, cardTotal, mostRules, withThresholds } from './card.ts'
import { fewestOutcomes, type steps } from './contract.ts'
import { atWork } from './employers.ts'
import { type Leak, leaksIn } from './leaks.ts'
import {
  auc,
  aucDifference,
  type Calibration,
  calibration,
  coverage,
  coverageCurve,
  type Decile,
  deciles,
  type Interval,
  type Scored,
  shareOf,
} from './measures.ts'
import { type Observed, observe } from './observing.ts'
import { type Asked, membersOf } from './population.ts'
import { type Likeness, profileOf } from './profile.ts'
import { aucOf, expecting, fitted, forwardSelected } from './regression.ts'
import { type RuleReport, rulesOf } from './rules.ts'

export type Question = Asked & {
  /** Facts and signals that are let in although they look like leaks, and others that are kept out. */
  letIn?: string[]
  keepOut?: string[]
}

/** How a score fares with contacts of later than those that it was made for. */
export type Measured = {
  auc?: Interval
  deciles: Decile[]
  calibration: Calibration
  /** How many of those with the outcome are among the best so many of a hundred. */
  reach: { contacts: number; share: number }[]
  /** The same at each percent from 1 to 100; proofs of before have none. */
  curve?: number[]
}

export type Proof = {
  people: number
  won: number
  /** The contacts are taken by chance from more. */
  isSample: boolean
  /** Nothing says who came first: the newest fifth is one by chance. */
  isOneDay: boolean
  today: Measured
  rules: RuleReport[]
  leaks: Leak[]
  /** The facts in which those with the outcome differ from the rest: an ideal profile to choose from. */
  profile: Likeness[]
  learnt?: Learnt
}

/**
 * `likeness`: too few outcomes to learn from; the card says how like the customers somebody is, and proves nothing. `unproved`: enough
 * to learn from, but among the newest contacts too few with the outcome, or without it, to prove the card on.
 */
export type Learnt = {
  from: 'outcomes' | 'likeness' | 'unproved'
  learntOn: number
  provedOn: number
  /** All conditions with exact weights, the card, and today's score, on the same newest contacts. */
  exact?: Interval
  card: Measured
  todayOnSame?: Interval
  /** By how much the card's area is larger than that of today's score; proofs of before have none. */
  difference?: Interval
  rules: (CardRule & { people: number; share: number })[]
  model: ScoreModel
}

/** Fewer of either among the newest prove nothing. */
const fewestToProve = 5
/** More examples than this teach nothing more. */
const mostExamples = 20_000
const learntShare = 0.8
/** With few outcomes, a long card would only repeat them. */
const fewRules = 5

/** What it is at; how many contacts it has looked at of how many. */
export type Progress = { step: (typeof steps)[number]; done: number; total: number }
type OnProgress = (progress: Progress) => Promise<void> | void

/** Checks today's score against what came, and learns a card from it. Writes nothing. */
export async function prove(ctx: Ctx, question: Question, onProgress: OnProgress = () => {}): Promise<Proof> {
  const funnel = await funnelOf(ctx, question.funnel)
  const { members, isSample, isOneDay } = await membersOf(ctx, funnel, question)
  const won = members.filter(member => member.won).length
  if (won === 0 || won === members.length)
    throw new Refusal('bad', won === 0 ? 'proof.no_outcome' : 'proof.all_won', { people: members.length })
  const candidates = await candidatesOf(ctx, question, members)
  const conditions = candidates.map(candidate => candidate.when)
  const total = members.length
  await onProgress({ step: 'looking', done: 0, total })
  const observed = await observe(ctx, { funnel, members, conditions }, done =>
    onProgress({ step: 'looking', done, total }),
  )
  await onProgress({ step: 'learning', done: total, total })
  const leaks = await leaksIn(ctx, { candidates, members, observed: sample(observed) })
  const known = allowed(candidates, leaks, question)
  const learnt = await learn({ funnel, observed, candidates: known })
  return {
    ...{ people: members.length, won, isSample, isOneDay },
    today: measured(split(observed), each => each.total),
    rules: rulesOf(funnel.score, sample(observed)),
    leaks,
    profile: await profileIn(ctx, { question, observed, known }),
    ...(learnt && { learnt }),
  }
}

type Knowing = { question: Question; observed: Observed[]; known: ReturnType<typeof allowed> }

/** By their own facts, and by those of where they work. */
async function profileIn(ctx: Ctx, { question, observed, known }: Knowing): Promise<Likeness[]> {
  const { candidates, leaks, holds } = await atWork(ctx, question, observed)
  const placesAtWork = ({ id }: Observed) => (holds.get(id) ?? []).map(place => known.length + place)
  return profileOf(
    [...known, ...allowed(candidates, leaks, question)],
    observed.map(each => ({ ...each, holds: [...each.holds, ...placesAtWork(each)] })),
  )
}

/** The first four fifths to learn from, the newest fifth to prove on: never the same contacts. */
function split<T>(inOrder: T[]): { earlier: T[]; newest: T[] } {
  const edge = Math.floor(learntShare * inOrder.length)
  return { earlier: inOrder.slice(0, edge), newest: inOrder.slice(edge) }
}

/** Evenly from the first to the last. */
function sample<T>(inOrder: T[]): T[] {
  const step = inOrder.length / mostExamples
  return step <= 1
    ? inOrder
    : Array.from({ length: mostExamples }, (_, place) => inOrder[Math.floor(place * step)] as T)
}

/** Places of the candidates that may be learnt from. */
function allowed(candidates: Candidate[], leaks: Leak[], { letIn = [], keepOut = [] }: Question) {
  const out = new Set([...leaks.map(leak => leak.about).filter(about => !letIn.includes(about)), ...keepOut])
  return candidates.map(candidate => ({ ...candidate, isOut: out.has(candidate.about) }))
}

type Learning = { funnel: Funnel; observed: Observed[]; candidates: (Candidate & { isOut: boolean })[] }

/** A card from the earlier contacts, proved on the newest; from everybody, and unproved, when there are too few of either kind. */
async function learn({ funnel, observed, candidates }: Learning): Promise<Learnt | undefined> {
  const { earlier, newest } = split(observed)
  const from = howToLearn(observed, newest)
  const isProved = from === 'outcomes'
  const examples = sample(isProved ? earlier : observed)
  const places = [...candidates.keys()].filter(place => !candidates[place]?.isOut)
  const selected = await forwardSelected(examples, {
    ...{ places, most: from === 'likeness' ? fewRules : mostRules },
    onlyRaise: new Set(places.filter(place => showsInterest(candidates[place], funnel.score))),
  })
  if (selected.places.length === 0) return undefined
  const placeOf = new Map(selected.places.map((place, index) => [`learnt_${index + 1}`, place]))
  const total = (model: ScoreModel) => (each: Observed) =>
    cardTotal(model, key => key === 'learnt_base' || each.holds.includes(placeOf.get(key) ?? -1))
  const raw = cardOf(selected, candidates, examples, funnel.score)
  const card = withThresholds(raw, observed.map(total(raw.model)))
  const proved = isProved ? newest : observed
  return {
    ...{ from, learntOn: examples.length, provedOn: isProved ? newest.length : 0 },
    ...(isProved && {
      exact: aucOf(await fitted(examples, places), newest),
      todayOnSame: auc(newest.map(scoredToday)),
      difference: aucDifference(
        newest.map(each => ({ won: each.won, score: total(card.model)(each), other: each.total })),
      ),
    }),
    card: measured({ earlier: examples, newest: proved }, total(card.model)),
    rules: card.rules.map(rule => ({ ...rule, ...heldBy(proved, placeOf.get(rule.key) ?? -1) })),
    model: card.model,
  }
}

function howToLearn(observed: Observed[], newest: Observed[]): Learnt['from'] {
  if (bothKinds(observed) < fewestOutcomes) return 'likeness'
  return bothKinds(newest) < fewestToProve ? 'unproved' : 'outcomes'
}

/** How many there are of the fewer: with the outcome, or without it. */
const bothKinds = (some: Observed[]) => {
  const won = some.filter(each => each.won).length
  return Math.min(won, some.length - won)
}

const scoredToday = ({ total, won }: Observed): Scored => ({ score: total, won })

function heldBy(observed: Observed[], place: number) {
  const held = observed.filter(each => each.holds.includes(place))
  return { people: held.length, share: shareOf(held) }
}

const reachOf = [5, 10, 20, 30, 50]

/** Measures on the newest contacts; what a score leads one to expect is learnt from the earlier ones. */
function measured(
  { earlier, newest }: { earlier: Observed[]; newest: Observed[] },
  score: (each: Observed) => number,
): Measured {
  const scored = newest.map(each => ({ score: score(each), won: each.won }))
  const expect = expecting(earlier.map(each => ({ score: score(each), won: each.won })))
  const area = auc(scored)
  return {
    ...(area && { auc: area }),
    deciles: deciles(scored),
    calibration: calibration(scored.map(each => ({ expected: expect(each.score), won: each.won }))),
    reach: reachOf.map(contacts => ({
      contacts,
      share: coverage(scored, Math.round((contacts / 100) * scored.length)),
    })),
    curve: coverageCurve(scored),
  }
}
