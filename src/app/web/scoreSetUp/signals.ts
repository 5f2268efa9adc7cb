import { type Direction, eventNames, eventTypes, isEventName } from '../../../activity/events.ts'
import { engagement } from '../../../scoring/defaults.ts'
import type { EventRule, ScoreModel } from '../../../scoring/model.ts'

/** How much interest a signal shows, the most first. */
export const strengths = ['firm', 'clear', 'weak'] as const
export type Strength = (typeof strengths)[number]

/** What is known of a signal: of the catalogue's, or of the workspace's own. */
export type Signal = { name: string; weight: number; direction: Direction }

const strengthAt = (weight: number): Strength => (weight >= 3 ? 'firm' : weight === 2 ? 'clear' : 'weak')

/** Outcomes are what the score is to foretell, and opens are as often a machine's: neither is proposed. */
const notProposed = ['purchase', 'proposal_accepted', 'email_opened']

export function signalsOf(own: Signal[]): Signal[] {
  const known = eventNames.map(name => ({ name, ...eventTypes[name] }))
  return [...known, ...own.filter(({ name }) => !isEventName(name))]
}

/** The strongest of the signals that a rule counts; what a form was for says more than that it was sent. */
export function strengthOf({ on: { did, where = [] } }: EventRule, signals: Signal[]): Strength {
  const weights = did.map(name => {
    const raised = isEventName(name) ? eventTypes[name].weightBy : undefined
    const asked = where.find(each => each.property === raised?.property)
    const value = asked && 'value' in asked ? String(asked.value) : ''
    return raised?.weights[value] ?? signals.find(each => each.name === name)?.weight ?? 0
  })
  return strengthAt(Math.max(0, ...weights))
}

/** What contacts do and no rule counts: for the score (weight of 0 or more), or against it. */
export function unusedSignals(score: ScoreModel, signals: Signal[], against = false): Signal[] {
  const used = new Set(score.engagement.flatMap(rule => rule.on.did))
  return signals.filter(
    ({ name, weight, direction }) =>
      !used.has(name) &&
      !notProposed.includes(name) &&
      (direction === 'in' || direction === 'two') &&
      weight < 0 === against,
  )
}

export const unusedOf = (strength: Strength, score: ScoreModel, signals: Signal[]) =>
  unusedSignals(score, signals).filter(({ weight }) => strengthAt(weight) === strength)

/** For signals that the ready-made score says nothing of: about the middle of what it gives to those of the same weight. */
const usualPoints: Record<string, number> = {
  '-3': -50,
  '-2': -20,
  '-1': -10,
  '0': 1,
  '1': 5,
  '2': 12,
  '3': 20,
}

/** A rule for a signal with the points that the ready-made score gives it, or those usual for its weight. */
export function suggestedRule({ name, weight }: Signal, { groups }: ScoreModel): Omit<EventRule, 'key'> {
  const readyMade = engagement.find(
    ({ on, notFirstDay }) => on.did.includes(name) && !on.where && !notFirstDay,
  )
  const wanted = readyMade?.group ?? (weight >= 2 ? 'talk' : 'web')
  const fading = groups.filter(({ halfLifeDays }) => halfLifeDays !== null)
  const group = groups.find(({ key }) => key === wanted) ?? fading[0] ?? groups[0]
  return {
    group: group?.key ?? '',
    on: { did: [name] },
    points: readyMade?.points ?? usualPoints[weight] ?? 1,
    ...(readyMade?.perDay && { perDay: readyMade.perDay }),
  }
}
