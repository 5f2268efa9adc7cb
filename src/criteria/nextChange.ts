import { type RawBuilder, sql } from 'kysely'
import { expiryOf } from './answered.ts'
import { dateFlipsAt } from './compare.ts'
import { companiesOf, companyOf, isJoined, peopleOf, personOf, staleIn, standingsOf } from './compile.ts'
import { countedWhen } from './counted.ts'
import { type AnsweredRule, type Criteria, type IsRule, partsOf, type ScoreRule } from './criteria.ts'
import type { Scope } from './scope.ts'

type Instant = RawBuilder<Date | null>

const never: Instant = sql`null::timestamptz`

/**
 * The earliest instant after now at which the criterion may change its answer though nothing is written: an event leaves a
 * window, one of the future comes, a date grows old. Never late, sometimes early; null when time changes nothing.
 */
export function nextChange(scope: Scope, rule: Criteria): Instant {
  const changes = changesOf(scope, rule)
  return changes.length ? sql`least(${sql.join(changes)})` : never
}

function changesOf(scope: Scope, rule: Criteria): RawBuilder<unknown>[] {
  if ('did' in rule) return [sql`${scope.did.flipsAt(rule, scope)}`]
  if ('company' in rule) return linkedChanges(companiesOf(scope), companyOf(scope), rule.company)
  if ('people' in rule) return linkedChanges(peopleOf(scope), personOf(scope), rule.people)
  if ('is' in rule && rule.is === 'stale') return [turningStale(scope, rule)]
  if ('is' in rule) return rule.is === 'temperature' ? [fading(scope, rule)] : []
  if ('answered' in rule) return answerChanges(scope, rule)
  if ('score' in rule) return rule.score === 'fit' ? [] : [fading(scope, rule)]
  if ('field' in rule) return isTimed(rule.op) ? [sql`${dateFlipsAt(scope, rule)}`] : []
  return partsOf(rule).flatMap(part => changesOf(scope, part))
}

function answerChanges(scope: Scope, { answered }: AnsweredRule): RawBuilder<unknown>[] {
  const counted = countedWhen(answered)
  return counted ? changesOf(scope, counted) : [expiryOf(scope, answered)]
}

const isTimed = (op: string) => op === 'olderThanDays' || op === 'withinDays'

function linkedChanges(linked: RawBuilder<unknown>, other: Scope, rule: Criteria): RawBuilder<unknown>[] {
  const changes = changesOf(other, rule)
  return changes.length ? [sql`(select min(least(${sql.join(changes)})) from ${linked})`] : []
}

/** When a shown number of the score fades by a point; at once while a fade that is due is yet to be written. */
function fading(scope: Scope, { funnel }: IsRule | ScoreRule): RawBuilder<unknown> {
  const from = isJoined(scope, funnel)
    ? sql`(select ${sql.raw(`${scope.standing}.fades_at`)}) s`
    : standingsOf(scope, funnel)
  return sql`(select case when s.fades_at is not null then greatest(s.fades_at, ${scope.now}) end from ${from})`
}

function turningStale(scope: Scope, { funnel }: IsRule): RawBuilder<unknown> {
  const to = (standing: RawBuilder<unknown>) =>
    sql`case when ${staleIn(scope, funnel, standing)} > ${scope.now} then ${staleIn(scope, funnel, standing)} end`
  if (isJoined(scope, funnel)) return to(sql.raw(scope.standing))
  return sql`(select ${to(sql`s`)} from ${standingsOf(scope, funnel)})`
}
