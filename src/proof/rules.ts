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

/** How well the total ranks, by default with all rules: nearly the arithmetic of the score, which also rounds each axis. */
function ranking(model: ScoreModel, observed: Observed[], without = -1): number {
  const scored = observed.map(({ points, won }) => ({ score: totalOf(model, points, without), won }))
  return auc(scored)?.value ?? 0
}

function totalOf(model: ScoreModel, points: number[], without: number): number {
  const { caps } = fadingOf(model)
  const groupOf = [...model.engagementFacts, ...model.engagement].map(rule =>
    model.groups.findIndex(group => group.key === rule.group),
  )
  const groups = model.groups.map(() => 0)
  let fit = 0
  for (const [place, given] of points.entries()) {
    if (place === without) continue
    const group = groupOf[place - model.fit.length]
    if (group === undefined) fit += given
    else groups[group] = (groups[group] ?? 0) + given
  }
  const engagement = capped(groups, caps)
  return model.fitShare * within(fit) + (100 - model.fitShare) * within(engagement)
}

const capped = (groups: number[], caps: number[]) =>
  groups.reduce((sum, given, group) => sum + Math.min(caps[group] ?? Infinity, given), 0)

/** What today's rules about events gave on that day. */
export function ofEvents(model: ScoreModel, { points }: Observed): number {
  const first = model.fit.length + model.engagementFacts.length
  const groups = model.groups.map(({ key }) =>
    model.engagement.reduce(
      (sum, rule, place) => sum + (rule.group === key ? (points[first + place] ?? 0) : 0),
      0,
    ),
  )
  return capped(groups, fadingOf(model).caps)
}

const within = (points: number) => Math.min(100, Math.max(0, points))
