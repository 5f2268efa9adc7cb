import { type Criteria, type EventsRule, leavesOf, type ScoreRule } from '../criteria/criteria.ts'
import type { Explained } from '../criteria/explain.ts'
import { alike } from '../platform/alike.ts'
import { axisOf, totalOf } from '../scoring/arithmetic.ts'
import type { EventRule, FactRule, ScoreModel } from '../scoring/model.ts'
import { supposed } from './supposing.ts'
import { nearest, type Way, waysTo } from './ways.ts'

/** A contact's score in hand: its facts beside the rules that ask for them, and what its events give at `now`. */
export type Scoring = {
  model: ScoreModel
  now: Date
  fit: Explained[]
  engagementFacts: Explained[]
  earned: { rule: string; group: string; points: number; isToday: boolean }[]
}

/** One of the things that would give points, or take some: facts that turn, or an event from now on. */
type Thing = { way: Way; event?: EventsRule }

/** The least and the most that a number can be. */
type Range = [least: number, most: number]

const mostThings = 3
const mostTried = 12
/** With so many ways there is no need to look for longer ones. */
const enoughWays = 4

/** The fewest facts and events that would bring a score to where the rule holds (`wanted`) or no longer does. */
export function waysToScore(scoring: Scoring, rule: ScoreRule, wanted: boolean): Way[] {
  const [now] = rangeOf(scoring, rule, [])
  const isUp = wanted ? now < (rule.atLeast ?? 0) : !rule.atLeast
  const gain = (things: Thing[]) => {
    const [least, most] = rangeOf(scoring, rule, things)
    return isUp ? least - now : now - most
  }
  const things = thingsOf(scoring, rule, isUp)
    .map(thing => ({ ...thing, gain: gain([thing]) }))
    .filter(thing => thing.gain > 0)
    .sort((one, other) => other.gain - one.gain)
    .slice(0, mostTried)
  return nearest(enough(things, chosen => isThere(rangeOf(scoring, rule, chosen), rule, wanted)))
}

function isThere([least, most]: Range, { atLeast = 0, atMost = 100 }: ScoreRule, wanted: boolean): boolean {
  return wanted ? least >= atLeast && most <= atMost : most < atLeast || least > atMost
}

/** The sets of things that are enough, none of which can be left out. */
function enough(things: Thing[], isEnough: (chosen: Thing[]) => boolean): Way[] {
  const found: Thing[][] = []
  let tried: Thing[][] = [[]]
  for (let size = 1; size <= mostThings && found.length < enoughWays; size++) {
    tried = tried.flatMap(chosen => {
      const after = things.slice(things.indexOf(chosen.at(-1) as Thing) + 1)
      return after
        .filter(thing => !chosen.some(each => sharesFact(each, thing)))
        .map(thing => [...chosen, thing])
    })
    tried = tried.filter(chosen => !found.some(set => set.every(thing => chosen.includes(thing))))
    found.push(...tried.filter(isEnough))
  }
  return found.map(chosen => chosen.flatMap(({ way }) => way))
}

/** Two things said of one fact are seldom both so. */
const sharesFact = (one: Thing, other: Thing) => {
  const names = namesIn(one)
  return namesIn(other).some(name => names.includes(name))
}

const namesIn = ({ way }: Thing) =>
  way.flatMap(leavesOf).flatMap(leaf => {
    if ('field' in leaf) return [leaf.field]
    return 'did' in leaf ? [leaf.did].flat().map(each => JSON.stringify(each)) : [JSON.stringify(leaf)]
  })

function thingsOf({ model, now, ...scoring }: Scoring, { score }: ScoreRule, isUp: boolean): Thing[] {
  const facts = (rules: FactRule[], nodes: Explained[]): Thing[] =>
    rules.flatMap(({ points }, place) => {
      const node = nodes[place]
      return node
        ? waysTo(node, points > 0 === isUp, { now }).flatMap(way => (way.length ? [{ way }] : []))
        : []
    })
  const events = model.engagement
    .filter(({ points, notFirstDay }) => points > 0 === isUp && !notFirstDay)
    .map(({ key, on }) => {
      const hasDone = scoring.earned.some(({ rule }) => rule === key)
      return { way: [hasDone ? { ...on, from: now.toISOString() } : on], event: on }
    })
  return [
    ...(score === 'engagement' ? [] : facts(model.fit, scoring.fit)),
    ...(score === 'fit' ? [] : [...facts(model.engagementFacts, scoring.engagementFacts), ...events]),
  ]
}

function rangeOf(scoring: Scoring, { score }: ScoreRule, things: Thing[]): Range {
  const { model } = scoring
  const given = things.flatMap(({ way }) => way)
  const fit = both(pointsOf(model.fit, scoring.fit, given), axisOf)
  if (score === 'fit') return fit
  const engagement = engagementOf(scoring, things, given)
  if (score === 'engagement') return engagement
  return [totalOf(model.fitShare, fit[0], engagement[0]), totalOf(model.fitShare, fit[1], engagement[1])]
}

const both = ([least, most]: Range, change: (points: number) => number): Range => [
  change(least),
  change(most),
]

const sum = (ranges: Range[]): Range =>
  ranges.reduce(([least, most], range) => [least + range[0], most + range[1]], [0, 0])

function pointsOf(rules: FactRule[], nodes: Explained[], given: Criteria[]): Range {
  return sum(
    rules.map(({ points }, place) => {
      const node = nodes[place]
      const holds = node ? supposed(node, given) : false
      return holds === undefined ? span(points) : both([points, points], each => (holds ? each : 0))
    }),
  )
}

const span = (points: number): Range => [Math.min(0, points), Math.max(0, points)]

function engagementOf(scoring: Scoring, things: Thing[], given: Criteria[]): Range {
  const { model, earned } = scoring
  const events = things.flatMap(({ event }) => (event ? [event] : []))
  const ofGroups = model.groups.map(({ key, cap }) => {
    const ofGroup = (each: { group: string }) => each.group === key
    const places = model.engagementFacts.flatMap((rule, place) => (ofGroup(rule) ? [place] : []))
    const facts = pointsOf(
      places.flatMap(place => model.engagementFacts[place] ?? []),
      places.flatMap(place => scoring.engagementFacts[place] ?? []),
      given,
    )
    const past = earned.filter(ofGroup).reduce((all, { points }) => all + points, 0)
    const coming = model.engagement
      .filter(ofGroup)
      .flatMap(rule => events.map(on => givenBy(scoring, rule, on)))
    return both(sum([facts, [past, past], ...coming]), points => Math.min(points, cap ?? points))
  })
  return both(sum(ofGroups), axisOf)
}

/** What an event of that kind gives by a rule; where the day's bound or what is asked of it leaves that open, from nothing on. */
function givenBy({ earned }: Scoring, rule: EventRule, on: EventsRule): Range {
  if (!on.did.some(name => rule.on.did.includes(name))) return [0, 0]
  const { did, ...asked } = rule.on
  const isPlain = Object.keys(asked).length === 0
  const isSure = on.did.every(name => did.includes(name)) && (isPlain || alike(on, rule.on))
  const isBounded =
    rule.notFirstDay || (rule.perDay && earned.some(each => each.isToday && each.rule === rule.key))
  return isSure && !isBounded ? [rule.points, rule.points] : span(rule.points)
}
