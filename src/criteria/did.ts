import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { directionAt } from '../activity/activity.ts'
import { type Criteria, type DidRule, deedKey, deedsOf, isPlain, leastOf } from './criteria.ts'
import { flipsAt } from './deedChanges.ts'
import { type DidSource, daysBefore, type Scope } from './scope.ts'
import { counted, lessOf, sinceOf } from './whichEvents.ts'

type Truth = RawBuilder<SqlBool>
type Sql = RawBuilder<unknown>

/** How many of the events that count a receipt names. */
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
    const { count, newest, unless } = aggregates(scope, rule)
    const found = sql`select ${count} as count, ${newest} as newest, ${unless} as unless from ${eventsOf(scope)}`
    const evidence = told(scope, rule, sql`found.count`, sql`found.newest`, sql`found.unless`)
    return sql`(select ${evidence} from (${found}) found)`
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
      ...(evidence && rule.noneSince && { unless: of.unless }),
    }
    return Object.entries(named).map(([name, value]) => sql`${value} as ${sql.raw(`${name}_${place}`)}`)
  })
  const did: DidSource = {
    // No row: the contact has no events at all.
    holds: rule => sql`coalesce(${column('holds', rule)}, ${sql.lit(leastOf(rule) === 0)})`,
    flipsAt: rule => sql`${column('flips', rule)}`,
    evidence(rule, scope) {
      const count = sql`coalesce(${column('count', rule)}, 0)`
      return told(scope, rule, count, column('newest', rule), column('unless', rule))
    },
  }
  return { columns, did }
}

const eventsOf = ({ workspaceId, contact }: Scope) =>
  sql`events e where e.workspace_id = ${workspaceId} and e.contact_id = ${sql.raw(contact)}.id and e.withdrawn_at is null`

/** What a rule asks of a contact's events, in aggregates over `events e`; both sources are made of these. */
function aggregates(scope: Scope, rule: DidRule) {
  const events = sql`filter (where ${counted(scope, rule)})`
  const [less, since] = [lessOf(rule), sinceOf(rule)]
  const taken = less && sql`count(*) filter (where ${counted(scope, less)})`
  const later = since && sql`filter (where ${counted(scope, since)})`
  const count = taken ? sql`greatest(count(*) ${events} - ${taken}, 0)` : sql`count(*) ${events}`
  return {
    holds: holds(scope, rule, { count, newest: sql`max(e.at) ${events}`, later }),
    flipsAt: flipsAt(scope, rule),
    count,
    newest: newestOf(events, shownEvents),
    unless: later ? newestOf(later, 1) : sql`null`,
  }
}

const newestOf = (events: RawBuilder<unknown>, most: number) =>
  sql`(array_agg(row(e.id, e.name, e.at, e.direction, e.two_way_at) order by e.at desc, e.id) ${events})[1:${sql.lit(most)}]`

type Found = { count: RawBuilder<unknown>; newest: RawBuilder<unknown>; later?: RawBuilder<unknown> }

function holds({ now }: Scope, rule: DidRule, { count, newest, later }: Found): Truth {
  const least = leastOf(rule)
  const tests = [
    // The newest is asked for anyway, to tell when it grows too old.
    isPlain(rule) && sql<SqlBool>`${newest} is not null`,
    least > 0 && !isPlain(rule) && sql<SqlBool>`${count} >= ${sql.lit(least)}`,
    rule.atMost !== undefined && sql<SqlBool>`${count} <= ${sql.lit(rule.atMost)}`,
    rule.notWithinDays && sql<SqlBool>`coalesce(${newest} <= ${daysBefore(now, rule.notWithinDays)}, true)`,
    later && sql<SqlBool>`coalesce(${newest} >= max(e.at) ${later}, true)`,
  ].filter(test => !!test)
  // An aggregate even where nothing is asked: without one there would be a row for each event.
  return tests.length ? sql`(${sql.join(tests, sql` and `)})` : sql`count(*) >= 0`
}

/** The evidence in JSON: only the few events that are shown are written out. */
function told(scope: Scope, rule: DidRule, count: Sql, newest: Sql, unless: Sql) {
  const since = sinceOf(rule)
  const last = since ? sql`, 'unless', (select ${shown(scope, since)} from ${among(unless)})` : sql``
  return sql`json_build_object('count', ${count}, 'events', (
    select coalesce(json_agg(${shown(scope, rule)}), '[]') from ${among(newest)})${last})`
}

const among = (events: Sql) =>
  sql`unnest(${events}) e (id uuid, name text, at timestamptz, direction text, two_way_at timestamptz)`

/** What became a conversation later than it came counts from then on (`since`), where conversations are asked for. */
function shown({ now }: Scope, { direction }: DidRule) {
  const event = sql`'id', e.id, 'name', e.name, 'at', ${asText('e.at')}, 'direction', ${directionAt('e', now)}`
  if (!direction) return sql`json_build_object(${event})`
  return sql`case when e.direction = any(${direction}::text[]) or e.two_way_at is null then json_build_object(${event})
    else json_build_object(${event}, 'since', ${asText('e.two_way_at')}) end`
}

const asText = (instant: string) =>
  sql.raw(`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
