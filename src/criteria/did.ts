import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { directionAt } from '../activity/activity.ts'
import { eventsOfWeight } from '../activity/events.ts'
import { compareProperty } from './compare.ts'
import { type Criteria, type DidRule, deedKey, deedsOf, leastOf } from './criteria.ts'
import { type DidSource, daysBefore, type Scope } from './scope.ts'

type Truth = RawBuilder<SqlBool>
type Which = Pick<DidRule, 'did' | 'direction' | 'where'>

/** How many events a receipt names. */
const shownEvents = 5

/** Answers each rule with a subquery over the contact's events: for lists, where only the rows shown are looked at. */
export const eventsOfEach: DidSource = {
  holds(rule, scope) {
    if (isPlain(rule))
      return sql<SqlBool>`exists (select from ${eventsOf(scope)} and ${counted(scope, rule)})`
    return sql<SqlBool>`(select ${aggregates(scope, rule).holds} from ${eventsOf(scope)})`
  },
  flipsAt: (rule, scope) => sql`(select ${aggregates(scope, rule).flipsAt} from ${eventsOf(scope)})`,
  evidence(rule, scope) {
    const { count, newest } = aggregates(scope, rule)
    const found = sql`select ${count} as count, ${newest} as newest from ${eventsOf(scope)}`
    return sql`(select ${told(scope, rule, sql`found.count`, sql`found.newest`)} from (${found}) found)`
  },
}

/**
 * Answers all rules with one scan of the events of a set of contacts. `columns` go into a select over `events e` grouped by
 * `e.contact_id` that leaves out withdrawn events and keeps future ones; `did` reads them where that select is joined (left) as `alias`.
 * Rules about linked contacts are answered as in `eventsOfEach`.
 */
export function didColumns(
  scope: Omit<Scope, 'did' | 'contact'>,
  rules: Criteria[],
  { alias, evidence = false }: { alias: string; evidence?: boolean },
): { columns: RawBuilder<unknown>[]; did: DidSource } {
  const deeds = deedsOf(rules)
  const places = new Map(deeds.map((rule, place) => [deedKey(rule), place]))
  const column = (name: string, rule: DidRule) => sql.raw(`${alias}.${name}_${places.get(deedKey(rule))}`)
  const columns = deeds.flatMap((rule, place) => {
    const of = aggregates({ ...scope, contact: '', did: eventsOfEach }, rule)
    const named = {
      holds: of.holds,
      flips: of.flipsAt,
      ...(evidence && { count: of.count, newest: of.newest }),
    }
    return Object.entries(named).map(([name, value]) => sql`${value} as ${sql.raw(`${name}_${place}`)}`)
  })
  const did: DidSource = {
    // No row: the contact has no events at all.
    holds: rule => sql`coalesce(${column('holds', rule)}, ${sql.lit(leastOf(rule) === 0)})`,
    flipsAt: rule => sql`${column('flips', rule)}`,
    evidence: (rule, scope) =>
      told(scope, rule, sql`coalesce(${column('count', rule)}, 0)`, column('newest', rule)),
  }
  return { columns, did }
}

const eventsOf = ({ workspaceId, contact }: Scope) =>
  sql`events e where e.workspace_id = ${workspaceId} and e.contact_id = ${sql.raw(contact)}.id and e.withdrawn_at is null`

const isPlain = (rule: DidRule) =>
  leastOf(rule) === 1 && rule.atMost === undefined && !rule.notWithinDays && !rule.minus

/** What a rule asks of a contact's events, in aggregates over `events e`; both sources are made of these. */
function aggregates(scope: Scope, rule: DidRule) {
  const events = sql`filter (where ${counted(scope, rule)})`
  const taken =
    rule.minus && sql`count(*) filter (where ${counted(scope, { ...rule, ...unset, ...rule.minus })})`
  const count = taken ? sql`greatest(count(*) ${events} - ${taken}, 0)` : sql`count(*) ${events}`
  return {
    holds: holds(scope, rule, count, sql`max(e.at) ${events}`),
    flipsAt: flipsAt(scope, rule),
    count,
    newest: sql`(array_agg(row(e.id, e.name, e.at, e.direction, e.two_way_at) order by e.at desc, e.id) ${events})[1:${sql.lit(shownEvents)}]`,
  }
}

const unset = { direction: undefined, where: undefined }

function holds(
  { now }: Scope,
  rule: DidRule,
  count: RawBuilder<unknown>,
  newest: RawBuilder<unknown>,
): Truth {
  const least = leastOf(rule)
  const tests = [
    // The newest is asked for anyway, to tell when it grows too old.
    isPlain(rule) && sql<SqlBool>`${newest} is not null`,
    least > 0 && !isPlain(rule) && sql<SqlBool>`${count} >= ${sql.lit(least)}`,
    rule.atMost !== undefined && sql<SqlBool>`${count} <= ${sql.lit(rule.atMost)}`,
    rule.notWithinDays && sql<SqlBool>`coalesce(${newest} <= ${daysBefore(now, rule.notWithinDays)}, true)`,
  ].filter(test => !!test)
  // An aggregate even where nothing is asked: without one there would be a row for each event.
  return tests.length ? sql`(${sql.join(tests, sql` and `)})` : sql`count(*) >= 0`
}

/** The evidence in JSON: only the few events that are shown are written out. */
function told(scope: Scope, rule: DidRule, count: RawBuilder<unknown>, newest: RawBuilder<unknown>) {
  return sql`json_build_object('count', ${count}, 'events', (
    select coalesce(json_agg(${shown(scope, rule)}), '[]')
    from unnest(${newest}) e (id uuid, name text, at timestamptz, direction text, two_way_at timestamptz)))`
}

/** What became a conversation later than it came counts from then on (`since`), where conversations are asked for. */
function shown({ now }: Scope, { direction }: DidRule) {
  const event = sql`'id', e.id, 'name', e.name, 'at', ${asText('e.at')}, 'direction', ${directionAt('e', now)}`
  if (!direction) return sql`json_build_object(${event})`
  return sql`case when e.direction = any(${direction}::text[]) then json_build_object(${event})
    else json_build_object(${event}, 'since', ${asText('e.two_way_at')}) end`
}

const asText = (instant: string) =>
  sql.raw(`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

/** The events that count now. Instants first: they are the cheapest to compare. */
function counted(scope: Scope, rule: DidRule): Truth {
  const { now } = scope
  const tests: Truth[] = rule.withinDays ? [sql`e.at > ${daysBefore(now, rule.withinDays)}`] : []
  tests.push(sql`e.at <= ${now}`, ...selected(scope, rule))
  if (rule.direction) tests.push(sql`${directionAt('e', now)} = any(${rule.direction}::text[])`)
  return sql`(${sql.join(tests, sql` and `)})`
}

/** The events that count at some time: everything but what depends on the instant. */
function selected(scope: Scope, rule: DidRule): Truth[] {
  const tests: Truth[] = rule.byRobotsToo ? [] : [sql`not e.by_robot`]
  tests.push(named(scope, rule.did), ...(rule.where ?? []).map(each => compareProperty(scope, each, 'e')))
  if (rule.from) tests.push(sql`e.at >= ${new Date(rule.from)}`)
  if (rule.until) tests.push(sql`e.at <= ${new Date(rule.until)}`)
  return tests
}

function named({ workspaceId }: Scope, did: Which['did']): Truth {
  if (did === 'anything') return sql`true`
  if (Array.isArray(did)) return sql`e.name = any(${did}::text[])`
  const { names, raised } = eventsOfWeight(did.weightAtLeast)
  const ways = [
    sql`e.name = any(${names}::text[])`,
    ...raised.map(
      each =>
        sql`(e.name = ${each.name} and e.properties ->> ${each.property} = any(${each.values}::text[]))`,
    ),
    sql`e.name in (select name from custom_event_types where workspace_id = ${workspaceId} and weight >= ${did.weightAtLeast})`,
  ]
  return sql`(${sql.join(ways, sql` or `)})`
}

/** Never late; early at most where events are taken from others. */
function flipsAt(scope: Scope, rule: DidRule): RawBuilder<Date | null> {
  const changes = [...leavings(scope, rule), ...arrivals(scope, rule)]
  return sql`least(${sql.join(changes)})`
}

/** When the count falls to another answer because events grow too old for the window, and when the newest is old enough. */
function leavings(scope: Scope, rule: DidRule): RawBuilder<unknown>[] {
  const { withinDays, notWithinDays, atMost, minus } = rule
  const events = sql`filter (where ${counted(scope, rule)})`
  const after = (days: number, when: RawBuilder<unknown>) =>
    sql`${when} + make_interval(hours => ${sql.lit(24 * days)})`
  const found: RawBuilder<unknown>[] = []
  if (notWithinDays) {
    const recent = sql`filter (where ${counted(scope, { ...rule, withinDays: Math.min(notWithinDays, withinDays ?? notWithinDays) })})`
    found.push(after(notWithinDays, sql`max(e.at) ${recent}`))
  }
  if (!withinDays) return found
  if (minus) {
    const either = sql`${counted(scope, rule)} or ${counted(scope, { ...rule, ...unset, ...minus })}`
    return [...found, after(withinDays, sql`min(e.at) filter (where ${either})`)]
  }
  const least = leastOf(rule)
  if (least > 0) found.push(after(withinDays, newest(least, events)))
  if (atMost !== undefined) found.push(after(withinDays, newest(atMost + 1, events)))
  return found
}

const newest = (place: number, events: RawBuilder<unknown>) =>
  place === 1
    ? sql`max(e.at) ${events}`
    : sql`(array_agg(e.at order by e.at desc) ${events})[${sql.lit(place)}]`

/** When an event of the future comes, and when a message is going to be answered by one. */
function arrivals(scope: Scope, rule: DidRule): RawBuilder<unknown>[] {
  const { now } = scope
  const ways = [rule, ...(rule.minus ? [{ ...rule, ...unset, ...rule.minus }] : [])]
  return ways.flatMap(way => {
    const these = sql.join(selected(scope, way), sql` and `)
    const come = sql`min(e.at) filter (where e.at > ${now} and ${these})`
    if (!way.direction) return [come]
    return [come, sql`min(e.two_way_at) filter (where e.two_way_at > ${now} and ${these})`]
  })
}
