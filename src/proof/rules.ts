import { axisOf, totalOf } from '../scoring/arithmetic.ts'
import { fadingOf, type ScoreModel } from '../scoring/model.ts'
import { auc, shareOf } from './measures.ts'
import type { Observed } from './observing.ts'

/** What one rule of the score is worth: whom it held for, how many of them and of the others had the outcome, and what the score ranks without it. */
export type RuleReport = {
  key: string
  axis: 'fit' | 'engagement'
  points: number
  people: number
  share: number
  shareOfOthers: number
  /** The area under the curve with the rule less that without it: below nothing, the rule does harm. */
  adds: number
  /** Gives points to next to nobody. */
  isDead: boolean
}

const dead = 0.005

export function rulesOf(model: ScoreModel, observed: Observed[]): RuleReport[] {
  const rules = [
    ...model.fit.map(rule => ({ ...rule, axis: 'fit' as const })),
    ...model.engagementFacts.map(rule => ({ ...rule, axis: 'engagement' as const })),
    ...model.engagement.map(rule => ({ ...rule, axis: 'engagement' as const })),
  ]
  const whole = ranking(model, observed)
  return rules.map(({ key, axis, points }, place) => {
    const [held, others] = partition(observed, each => (each.points[place] ?? 0) !== 0)
    return {
      ...{ key, axis, points, people: held.length, share: shareOf(held), shareOfOthers: shareOf(others) },
      adds: held.length ? whole - ranking(model, observed, place) : 0,
      isDead: held.length < dead * observed.length,
    }
  })
}

function partition<T>(all: T[], test: (each: T) => boolean): [T[], T[]] {
  const groups = Map.groupBy(all, test)
  return [groups.get(true) ?? [], groups.get(false) ?? []]
}

/** How well the total ranks, by default with all rules. */
function ranking(model: ScoreModel, observed: Observed[], without = -1): number {
  const scored = observed.map(({ points, won }) => {
    const counted = points.map((given, place) => (place === without ? 0 : given))
    const fit = axisOf(sumOf(counted.slice(0, model.fit.length)))
    const engagement = axisOf(engagementOf(model, counted))
    return { score: totalOf(model.fitShare, fit, engagement), won }
  })
  return auc(scored)?.value ?? 0
}

const sumOf = (points: number[]) => points.reduce((sum, given) => sum + given, 0)

/** What the rules of engagement gave, each group under its cap. */
function engagementOf(model: ScoreModel, points: number[]): number {
  const { caps } = fadingOf(model)
  const rules = [...model.engagementFacts, ...model.engagement]
  const groups = model.groups.map(() => 0)
  for (const [place, rule] of rules.entries()) {
    const group = model.groups.findIndex(({ key }) => key === rule.group)
    groups[group] = (groups[group] ?? 0) + (points[model.fit.length + place] ?? 0)
  }
  return sumOf(groups.map((given, group) => Math.min(caps[group] ?? Infinity, given)))
}
