import type { Criteria } from '../criteria/criteria.ts'
import { axisOf } from '../scoring/arithmetic.ts'
import type { ScoreModel } from '../scoring/model.ts'
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
  const [low, high] = [at(odds, 0.005), at(odds, 0.999)]
  // No rule, nor the base, gives more than 100, or the order would not be that of what was learnt.
  const widest = Math.max(high - low, Math.abs(selected.intercept - low), ...selected.weights.map(Math.abs))
  const scale = widest > 0 ? 100 / widest : 0
  const rules = selected.places.flatMap((place, index) => {
    const candidate = candidates[place]
    const points = (selected.weights[index] ?? 0) * scale
    return candidate && Math.round(points) !== 0 ? [{ key: `learnt_${index + 1}`, points, ...candidate }] : []
  })
  const base = Math.round((selected.intercept - low) * scale)
  return { model: modelOf(rules, base, today), rules }
}

const at = (ascending: number[], share: number) =>
  ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? 0

/**
 * The card is the whole total, so that what is adopted ranks as what was proved: two axes that are bounded and rounded apart
 * would not. What contacts do is still counted as today, and weighs nothing until somebody gives it weight.
 */
function modelOf(rules: CardRule[], base: number, today: ScoreModel): ScoreModel {
  const { contactFrom: _, ...kept } = today
  const start = base ? [{ key: 'learnt_base', when: { all: [] }, points: base }] : []
  const fit = rules.map(({ key, when, points }) => ({ key, when, points: Math.round(points) }))
  return { ...kept, fitShare: 100, fit: [...start, ...fit] }
}

/** The total that the card gives to who these rules of it hold for. */
export const cardTotal = ({ fit }: ScoreModel, holds: (key: string) => boolean): number =>
  axisOf(fit.reduce((sum, { key, points }) => sum + (holds(key) ? points : 0), 0))

const warmShare = 0.5
const hotShare = 0.2

/** Thresholds by what the scores of today's contacts are: a fifth is hot, half is warm or hot, as nearly as fives allow. */
export function withThresholds(card: Card, totals: number[]): Card {
  const warmFrom = nearest(totals, warmShare, 5, 95)
  const hotFrom = nearest(totals, hotShare, warmFrom + 5, 100)
  return { ...card, model: { ...card.model, warmFrom, hotFrom } }
}

/** The multiple of five, between `least` and `most`, that so great a share of the totals reaches. */
function nearest(totals: number[], share: number, least: number, most: number): number {
  const away = (from: number) =>
    Math.abs(totals.filter(total => total >= from).length / totals.length - share)
  const fives = Array.from({ length: (most - least) / 5 + 1 }, (_, place) => least + 5 * place)
  return fives.sort((a, b) => away(a) - away(b) || a - b)[0] ?? most
}
