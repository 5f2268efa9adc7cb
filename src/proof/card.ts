import type { Criteria } from '../criteria/criteria.ts'
import { axisOf, totalOf } from '../scoring/arithmetic.ts'
import type { FactRule, ScoreModel } from '../scoring/model.ts'
import type { Candidate } from './candidates.ts'
import { type Example, type Fitted, predictions } from './regression.ts'

/** A score of few rules in whole points, as a model that can be published. */
export type Card = { model: ScoreModel; rules: CardRule[] }

/** `points`: of the total of 100, before whole points. */
export type CardRule = { key: string; about: string; when: Criteria; points: number }

export const mostRules = 12

/** From the log odds of few conditions to whole points between 0 and 100. */
export function cardOf(
  selected: Fitted,
  candidates: Candidate[],
  examples: Example[],
  today: ScoreModel,
): Card {
  const odds = predictions(selected, examples).toSorted((a, b) => a - b)
  const [low, high] = [at(odds, 0.005), at(odds, 0.995)]
  const scale = high > low ? 100 / (high - low) : 0
  const rules = selected.places.flatMap((place, index) => {
    const candidate = candidates[place]
    const points = (selected.weights[index] ?? 0) * scale
    return candidate && Math.round(points) !== 0 ? [{ key: `learnt_${index + 1}`, points, ...candidate }] : []
  })
  const base = (selected.intercept - low) * scale
  return { model: modelOf(rules, base, today), rules }
}

const at = (ascending: number[], share: number) =>
  ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? 0

/**
 * Rules about facts give fit, rules about deeds give engagement; each axis weighs what its rules span, so that the total ranks as
 * their sum does. A card of facts alone leaves what contacts do as it is today: calls and replies keep counting.
 */
function modelOf(rules: CardRule[], base: number, today: ScoreModel): ScoreModel {
  const [deeds, facts] = [rules.filter(isDeed), rules.filter(rule => !isDeed(rule))]
  const common = { warmFrom: today.warmFrom, hotFrom: today.hotFrom, landmark: today.landmark }
  if (deeds.length === 0) {
    const { groups, engagement } = today
    const fitShare = today.fitShare || evenShare
    return { ...common, fitShare, fit: fitOf(facts, base, 100), groups, engagement, engagementFacts: [] }
  }
  const fitShare = Math.min(99, Math.max(1, Math.round((100 * span(facts)) / Math.max(1, span(rules)))))
  return {
    ...{ ...common, fitShare, fit: fitOf(facts, base, fitShare) },
    groups: [{ key: 'learnt', halfLifeDays: null, cap: null }],
    engagement: [],
    engagementFacts: deeds.map(({ key, when, points }) => ({
      ...{ key, when, points: onAxis(points, 100 - fitShare), group: 'learnt' },
    })),
  }
}

const evenShare = 50

const span = (rules: CardRule[]) => rules.reduce((sum, rule) => sum + Math.abs(rule.points), 0)

function fitOf(facts: CardRule[], base: number, share: number): FactRule[] {
  const start = onAxis(base, share)
  const rules = facts.map(({ key, when, points }) => ({ key, when, points: onAxis(points, share) }))
  return start ? [{ key: 'learnt_base', when: { all: [] }, points: start }, ...rules] : rules
}

/** Points of the total on an axis that gives this share of it. */
const onAxis = (points: number, share: number) =>
  Math.min(100, Math.max(-100, Math.round((points * 100) / share)))

const isDeed = ({ when }: CardRule) => 'did' in when

/** The total that the model gives to who these rules hold for and whose events give so much. */
export function cardTotal(
  { fit, engagementFacts, fitShare }: ScoreModel,
  holds: (key: string) => boolean,
  ofEvents = 0,
): number {
  const sum = (rules: FactRule[]) =>
    rules.reduce((points, rule) => points + (holds(rule.key) ? rule.points : 0), 0)
  return totalOf(fitShare, axisOf(sum(fit)), axisOf(sum(engagementFacts) + ofEvents))
}

/** Thresholds by what the scores of today's contacts are: a fifth is hot, half is warm or hot. */
export function withThresholds(card: Card, totals: number[]): Card {
  const ascending = totals.toSorted((a, b) => a - b)
  const warmFrom = Math.min(99, Math.max(1, at(ascending, 0.5)))
  const hotFrom = Math.min(100, Math.max(warmFrom + 1, at(ascending, 0.8)))
  return { ...card, model: { ...card.model, warmFrom, hotFrom } }
}
