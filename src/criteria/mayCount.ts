import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { eventNames, eventsOfWeight } from '../activity/events.ts'
import type { Known } from '../platform/kept.ts'
import { type Criteria, choicesIn, type DidRule, deedsOf } from './criteria.ts'
import { daysBefore } from './scope.ts'

type Truth = RawBuilder<SqlBool>

/** Lets through every event of `events e` that one of the criteria could count now or later, and as few others as can be told cheaply. */
export function mayCount(now: Known<Date>, criteria: Criteria[]): Truth {
  // What came later than an event of the window is in it too.
  const deeds = deedsOf(criteria).flatMap(rule =>
    choicesIn(rule).map((each): DidRule => ({ withinDays: rule.withinDays, ...each })),
  )
  if (deeds.length === 0) return sql`false`
  const anything = deeds.filter(({ did }) => did === 'anything')
  const unasked = leftOut(deeds.flatMap(({ did }) => (did === 'anything' ? [] : [did])))
  const lasting = deeds.filter(({ withinDays }) => !withinDays).map(({ did }) => did)
  const longest = Math.max(...deeds.map(({ withinDays = 0 }) => withinDays))
  const tests = [sql<SqlBool>`true`]
  if (anything.every(({ direction }) => direction))
    tests.push(sql`(e.name <> all(${unasked}::text[]) or ${mayGo(now, anything)})`)
  if (longest && lasting.every(did => Array.isArray(did))) {
    const ways = [sql`e.at > ${daysBefore(now, longest)}`]
    // An answer that is still to come makes a conversation of it, which is looked at then.
    if (deeds.some(({ direction }) => direction)) ways.push(sql`e.two_way_at > ${now}`)
    if (lasting.length) ways.push(sql`e.name = any(${lasting.flat()}::text[])`)
    tests.push(sql`(${sql.join(ways, sql` or `)})`)
  }
  return sql`${sql.join(tests, sql` and `)}`
}

/** A message may be a conversation, whatever its direction; and what is still to come may change the answer. */
function mayGo(now: Known<Date>, deeds: DidRule[]): Truth {
  const directions = [...new Set(deeds.flatMap(({ direction = [] }) => direction))]
  if (!directions.length) return sql`false`
  return sql`e.direction = any(${directions}::text[]) or e.two_way_at is not null or e.at > ${now}`
}

/** The events of the catalogue that none of these ask for: with those that are merely seen, most of what is stored. */
function leftOut(asked: Exclude<DidRule['did'], 'anything'>[]): string[] {
  const names = asked.flatMap(did => {
    if (Array.isArray(did)) return did
    const { names, raised } = eventsOfWeight(did.weightAtLeast)
    return [...names, ...raised.map(({ name }) => name)]
  })
  return eventNames.filter(name => !names.includes(name))
}
