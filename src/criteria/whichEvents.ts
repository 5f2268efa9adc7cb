import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { directionAt } from '../activity/activity.ts'
import { eventsOfWeight } from '../activity/events.ts'
import { compareProperty } from './compare.ts'
import type { DidRule } from './criteria.ts'
import { daysBefore, type Scope } from './scope.ts'

type Truth = RawBuilder<SqlBool>

const unset = { direction: undefined, where: undefined }

/** The events that are taken from those of a rule: of the same time. */
export const lessOf = (rule: DidRule): DidRule | undefined =>
  rule.minus && { ...rule, ...unset, ...rule.minus }

/** The events of which there may be none later than the newest of a rule: also after the time that it looks at, and never before it. */
export const sinceOf = ({ noneSince, withinDays, byRobotsToo }: DidRule): DidRule | undefined =>
  noneSince && { ...noneSince, withinDays, byRobotsToo }

/** The events that count now. Instants first: they are the cheapest to compare. */
export function counted(scope: Scope, rule: DidRule): Truth {
  const { now } = scope
  const tests: Truth[] = rule.withinDays ? [sql`e.at > ${daysBefore(now, rule.withinDays)}`] : []
  tests.push(sql`e.at <= ${now}`, ...selected(scope, rule))
  if (rule.direction) tests.push(sql`${directionAt('e', now)} = any(${rule.direction}::text[])`)
  return sql`(${sql.join(tests, sql` and `)})`
}

/** The events that count at some time: everything but what depends on the instant. */
export function selected(scope: Scope, rule: DidRule): Truth[] {
  const tests: Truth[] = rule.byRobotsToo ? [] : [sql`not e.by_robot`]
  tests.push(named(scope, rule.did), ...(rule.where ?? []).map(each => compareProperty(scope, each, 'e')))
  if (rule.from) tests.push(sql`e.at >= ${new Date(rule.from)}`)
  if (rule.until) tests.push(sql`e.at <= ${new Date(rule.until)}`)
  return tests
}

function named({ workspaceId }: Scope, did: DidRule['did']): Truth {
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
