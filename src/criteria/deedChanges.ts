import { type RawBuilder, sql } from 'kysely'
import { type DidRule, leastOf } from './criteria.ts'
import type { Scope } from './scope.ts'
import { counted, lessOf, selected, sinceOf } from './whichEvents.ts'

/** When time alone may change whether a rule about events holds. Never late; early at most where events are taken from others. */
export function flipsAt(scope: Scope, rule: DidRule): RawBuilder<Date | null> {
  const changes = [...leavings(scope, rule), ...arrivals(scope, rule)]
  return sql`least(${sql.join(changes)})`
}

/** When the count falls to another answer because events grow too old for the window, and when the newest is old enough. */
function leavings(scope: Scope, rule: DidRule): RawBuilder<unknown>[] {
  const { withinDays, notWithinDays, atMost, noneSince } = rule
  const events = sql`filter (where ${counted(scope, rule)})`
  const after = (days: number, when: RawBuilder<unknown>) =>
    sql`${when} + make_interval(hours => ${sql.lit(24 * days)})`
  const found: RawBuilder<unknown>[] = []
  if (notWithinDays) {
    // What leaves the window earlier than it is old enough counts no more: then there is no newest in the way.
    const days = Math.min(notWithinDays, withinDays ?? notWithinDays)
    found.push(after(days, sql`max(e.at) filter (where ${counted(scope, { ...rule, withinDays: days })})`))
  }
  if (!withinDays) return found
  const less = lessOf(rule)
  if (less) {
    const either = sql`${counted(scope, rule)} or ${counted(scope, less)}`
    return [...found, after(withinDays, sql`min(e.at) filter (where ${either})`)]
  }
  const least = leastOf(rule)
  if (least > 0) found.push(after(withinDays, newest(least, events)))
  if (atMost !== undefined) found.push(after(withinDays, newest(atMost + 1, events)))
  // What has nothing left to be later than holds again.
  if (noneSince) found.push(after(withinDays, newest(1, events)))
  return found
}

const newest = (place: number, events: RawBuilder<unknown>) =>
  place === 1
    ? sql`max(e.at) ${events}`
    : sql`(array_agg(e.at order by e.at desc) ${events})[${sql.lit(place)}]`

/** When an event of the future comes, and when a message is going to be answered by one. */
function arrivals(scope: Scope, rule: DidRule): RawBuilder<unknown>[] {
  const { now } = scope
  const ways = [rule, lessOf(rule), sinceOf(rule)].filter(way => way !== undefined)
  return ways.flatMap(way => {
    const these = sql.join(selected(scope, way), sql` and `)
    const come = sql`min(e.at) filter (where e.at > ${now} and ${these})`
    if (!way.direction) return [come]
    return [come, sql`min(e.two_way_at) filter (where e.two_way_at > ${now} and ${these})`]
  })
}
