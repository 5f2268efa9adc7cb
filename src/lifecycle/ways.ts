import { type Criteria, type Leaf, leastOf, leavesOf, partsOf } from '../criteria/criteria.ts'
import type { Explained } from '../criteria/explain.ts'
import { alike } from '../platform/alike.ts'
import { contradicts, implies, supposed } from './supposing.ts'

/** So many things at once are still near, and so many ways are still read. */
const mostTogether = 3
const mostWays = 6
const mostCompared = 50

/** Things that would have to become so, all together. */
export type Way = Criteria[]

/** `toScore`: what would bring a number to where a leaf holds or no longer does; undefined for a leaf that asks for none. */
export type Around = { now: Date; toScore?: (leaf: Leaf, wanted: boolean) => Way[] | undefined }

/**
 * The fewest things that would make a criterion hold (`wanted`) or no longer hold, as criteria that are not so now: the way with the
 * fewest first. What has happened does not unhappen, so no way asks for that. Linked contacts are one thing.
 */
export function waysTo(node: Explained, wanted: boolean, around: Around): Way[] {
  return nearest(all(node, wanted, around).filter(way => supposed(node, way) !== !wanted))
}

function all(node: Explained, wanted: boolean, around: Around): Way[] {
  if (node.holds === wanted) return [[]]
  const { rule, of = [] } = node
  const whole = [[wanted ? rule : { not: rule }]]
  const each = () => of.flatMap(part => all(part, wanted, around))
  if (isOneThing(rule)) return whole
  if ('not' in rule) return of.flatMap(part => all(part, !wanted, around))
  // To deny “all of these” is to deny one of them, and so the other way round.
  if ('all' in rule) return wanted ? together(of, wanted, of.length, around) : each()
  if ('any' in rule) return wanted ? each() : together(of, wanted, of.length, around)
  if ('of' in rule) {
    const needed = wanted ? rule.atLeast : partsOf(rule).length - rule.atLeast + 1
    return together(of, wanted, needed, around)
  }
  const ways = 'company' in rule || 'people' in rule ? [] : around.toScore?.(rule as Leaf, wanted)
  if (ways?.length) return ways
  return canBecome(rule, wanted, around.now) ? whole : []
}

/** Said at once: what is asked of one fact, of the contact or else of its organisation. */
function isOneThing(rule: Criteria): boolean {
  if (!('any' in rule)) return 'all' in rule && isOfOneFact(rule)
  const [here, atWork] = rule.any
  const isHereOrAtWork = here && atWork && 'company' in atWork && alike(here, atWork.company)
  return isHereOrAtWork && rule.any.length === 2 ? isOfOneFact(here) : isOfOneFact(rule)
}

function isOfOneFact(rule: Criteria): boolean {
  if ('field' in rule) return true
  const parts = 'all' in rule ? rule.all : 'any' in rule ? rule.any : []
  return parts.length > 1 && parts.every(isOfOneFact) && new Set(leavesOf(rule).map(fieldOf)).size === 1
}

const fieldOf = (leaf: Leaf) => 'field' in leaf && leaf.field

/** At least so many of the parts: those that are so already, and the nearest of the others. */
function together(parts: Explained[], wanted: boolean, needed: number, around: Around): Way[] {
  const missing = needed - parts.filter(part => part.holds === wanted).length
  if (missing <= 0) return [[]]
  let chosen: { way: Way; count: number }[] = [{ way: [], count: 0 }]
  for (const part of parts.filter(each => each.holds !== wanted)) {
    const more = waysTo(part, wanted, around)
    const longer = chosen
      .filter(({ count }) => count < missing)
      .flatMap(({ way, count }) => more.map(each => ({ way: [...way, ...each], count: count + 1 })))
    chosen = [...chosen, ...longer].filter(({ way }) => way.length <= mostTogether)
  }
  return chosen.filter(({ count }) => count === missing).map(({ way }) => way)
}

/** The shortest, without those that contradict themselves or ask for more than another. */
export function nearest(ways: Way[]): Way[] {
  const short = ways
    .map(withoutImplied)
    .filter(way => way.length <= mostTogether && !contradicts(way))
    .sort((one, other) => one.length - other.length || askedIn(one) - askedIn(other))
    .slice(0, mostCompared)
  const isMore = (way: Way, less: Way) => less.every(each => implies(way, each))
  const isAskedLess = (way: Way, place: number) =>
    short.some((less, at) => isMore(way, less) && (at < place || !isMore(less, way)))
  return short.filter((way, place) => !isAskedLess(way, place)).slice(0, mostWays)
}

const withoutImplied = (way: Way): Way =>
  way.reduceRight((rest, each) => {
    const others = rest.filter(other => other !== each)
    return implies(others, each) ? others : rest
  }, way)

const askedIn = (way: Way) => way.flatMap(leavesOf).length

/** Whether a thing that is not so can become so: nobody turns into an organisation; a count can grow, and falls only where its window moves on. */
function canBecome(rule: Criteria, wanted: boolean, now: Date): boolean {
  if (!('did' in rule)) return !('field' in rule && rule.field === 'kind')
  const { withinDays, notWithinDays, atMost, minus, noneSince, until } = rule
  if (withinDays || notWithinDays || minus || noneSince) return true
  if (until && new Date(until) < now) return false
  const least = leastOf(rule)
  // Without a window a count never falls: what asks for few cannot come true again, what asks for many cannot become false.
  return wanted ? least > 0 && atMost === undefined : atMost !== undefined && least === 0
}
