import { type Criteria, partsOf } from '../criteria/criteria.ts'
import type { Explained } from '../criteria/explain.ts'

/** So many things at once are still near, and so many ways are still read. */
const mostTogether = 3
const mostWays = 6

/** Things that would have to become so, all together. */
export type Way = Criteria[]

/**
 * The fewest things that would make a criterion hold (`wanted`) or no longer hold, as criteria that are not so now: the way with the
 * fewest first. What has happened does not unhappen, so no way asks for that. Linked contacts are one thing.
 */
export function waysTo(node: Explained, wanted: boolean): Way[] {
  return nearest(all(node, wanted))
}

function all(node: Explained, wanted: boolean): Way[] {
  if (node.holds === wanted) return [[]]
  const { rule, of = [] } = node
  if ('not' in rule) return of.flatMap(part => all(part, !wanted))
  // To deny “all of these” is to deny one of them, and so the other way round.
  if ('all' in rule) return wanted ? together(of, wanted, of.length) : of.flatMap(part => all(part, wanted))
  if ('any' in rule) return wanted ? of.flatMap(part => all(part, wanted)) : together(of, wanted, of.length)
  if ('of' in rule) {
    const needed = wanted ? rule.atLeast : partsOf(rule).length - rule.atLeast + 1
    return together(of, wanted, needed)
  }
  return canBecome(rule, wanted) ? [[wanted ? rule : { not: rule }]] : []
}

/** At least so many of the parts: those that are so already, and the nearest of the others. */
function together(parts: Explained[], wanted: boolean, needed: number): Way[] {
  const missing = needed - parts.filter(part => part.holds === wanted).length
  if (missing <= 0) return [[]]
  let chosen: { way: Way; count: number }[] = [{ way: [], count: 0 }]
  for (const part of parts.filter(each => each.holds !== wanted)) {
    const more = nearest(all(part, wanted))
    const longer = chosen
      .filter(({ count }) => count < missing)
      .flatMap(({ way, count }) => more.map(each => ({ way: [...way, ...each], count: count + 1 })))
    chosen = [...chosen, ...longer].filter(({ way }) => way.length <= mostTogether)
  }
  return chosen.filter(({ count }) => count === missing).map(({ way }) => way)
}

function nearest(ways: Way[]): Way[] {
  const seen = new Map(ways.map(way => [JSON.stringify(way), way]))
  return [...seen.values()]
    .filter(way => way.length <= mostTogether)
    .sort((one, other) => one.length - other.length)
    .slice(0, mostWays)
}

/** Whether a thing that is not so can become so: a count can grow, and falls only where its window moves on. */
function canBecome(rule: Criteria, wanted: boolean): boolean {
  if (!('did' in rule)) return true
  const {
    withinDays,
    notWithinDays,
    atMost,
    atLeast = atMost === undefined ? 1 : 0,
    minus,
    noneSince,
    until,
  } = rule
  if (withinDays || notWithinDays || minus || noneSince) return true
  if (until && new Date(until) < new Date()) return false
  // Without a window a count never falls: what asks for few cannot come true again, what asks for many cannot become false.
  return wanted ? atLeast > 0 && atMost === undefined : atMost !== undefined && atLeast === 0
}
