import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { mainFunnel } from '../contacts/contacts.ts'
import { Refusal } from '../platform/errors.ts'
import { isUuid } from '../platform/ids.ts'
import type { Known } from '../platform/kept.ts'
import { isAnswered } from './answered.ts'
import { compareField } from './compare.ts'
import type { Criteria, IsRule, ScoreRule } from './criteria.ts'
import { eventsOfEach } from './did.ts'
import { hasEnoughFit } from './enoughFit.ts'
import type { Scope } from './scope.ts'
import { staleFrom } from './stale.ts'

type Truth = RawBuilder<SqlBool>

/** The only evaluator: a contact matches when PostgreSQL says so. True or false, never null. */
export function matches(scope: Scope, rule: Criteria): Truth {
  const known = scope.known?.(rule)
  if (known) return known
  if ('all' in rule) return joined(scope, rule.all, sql` and `, sql`true`)
  if ('any' in rule) return joined(scope, rule.any, sql` or `, sql`false`)
  if ('not' in rule) return sql`(not ${matches(scope, rule.not)})`
  if ('of' in rule) return atLeastOf(scope, rule.atLeast, rule.of)
  if ('company' in rule)
    return sql`exists (select from ${companiesOf(scope)} and ${matches(companyOf(scope), rule.company)})`
  if ('people' in rule) return peopleMatch(scope, rule.people, rule.atLeast ?? 1)
  if ('did' in rule) return sql`${scope.did.holds(rule, scope)}`
  if ('is' in rule) return is(scope, rule)
  if ('score' in rule) return scores(scope, rule)
  if ('answered' in rule) return isAnswered(scope, rule)
  return compareField(scope, rule)
}

function joined(scope: Scope, rules: Criteria[], word: Truth | RawBuilder<unknown>, empty: Truth): Truth {
  if (rules.length === 0) return empty
  return sql`(${sql.join(
    rules.map(rule => matches(scope, rule)),
    word,
  )})`
}

function atLeastOf(scope: Scope, least: number, rules: Criteria[]): Truth {
  const counts = [sql`0`, ...rules.map(rule => sql`(${matches(scope, rule)})::int`)]
  return sql`(${sql.join(counts, sql` + `)} >= ${sql.lit(least)})`
}

function peopleMatch(scope: Scope, rule: Criteria, least: number): Truth {
  const people = sql`${peopleOf(scope)} and ${matches(personOf(scope), rule)}`
  return least === 1
    ? sql`exists (select from ${people})`
    : sql`((select count(*) from ${people}) >= ${sql.lit(least)})`
}

/** The organisations that the contact works at: rows of contacts under the alias of `companyOf(scope).contact`. */
export const companiesOf = (scope: Scope) => linked(scope, companyOf(scope), 'organization_id', 'person_id')

/** The people of the contact, when it is an organisation. */
export const peopleOf = (scope: Scope) => linked(scope, personOf(scope), 'person_id', 'organization_id')

export const companyOf = (scope: Scope): Scope => ({ ...about(scope, 'o') })
export const personOf = (scope: Scope): Scope => ({ ...about(scope, 'p') })

const about = (scope: Scope, suffix: string): Scope => ({
  workspaceId: scope.workspaceId,
  now: scope.now,
  contact: `${scope.contact}_${suffix}`,
  did: eventsOfEach,
  standings: scope.standings,
  funnel: scope.funnel,
  linked: true,
})

function linked(scope: Scope, other: Scope, there: string, here: string) {
  const contact = sql.raw(other.contact)
  const link = sql.raw(`${other.contact}_link`)
  // A contact has few links. Offset 0 makes them the start, also when the planner knows nothing of the tables yet and would
  // rather read all contacts first.
  return sql`(
      select employments.* from employments
      where workspace_id = ${scope.workspaceId} and ${sql.raw(here)} = ${sql.raw(scope.contact)}.id offset 0
    ) ${link} join contacts ${contact} on ${contact}.workspace_id = ${scope.workspaceId}
      and ${contact}.id = ${link}.${sql.raw(there)} and ${contact}.deleted_at is null
    where true`
}

function is(scope: Scope, rule: IsRule): Truth {
  const c = sql.raw(scope.contact)
  if (rule.is === 'role') return sql`(${c}.roles && ${rule.anyOf}::text[])`
  if (rule.is === 'tag') return sql`(${c}.tags && ${rule.anyOf}::text[])`
  if (rule.is === 'segment') return inSegment(scope, rule.anyOf)
  if (rule.is === 'verdict') return sql`(${verdictOf(scope, rule.funnel)} = any(${rule.anyOf}::text[]))`
  if (rule.is === 'stale') return standing(scope, rule.funnel, s => isStale(scope, rule, s))
  if (rule.is === 'fit') return standing(scope, rule.funnel, s => fits(scope, rule, s))
  if (rule.is === 'disqualified') return wasDisqualified(c, rule)
  if (rule.is === 'temperature')
    return standing(scope, rule.funnel, s => sql`${s}.temperature = any(${rule.anyOf}::text[])`)
  // 'none': in the base, but in no stage.
  return rule.anyOf.includes('none')
    ? standing(scope, rule.funnel, s => sql`coalesce(${s}.stage, 'none') = any(${rule.anyOf}::text[])`)
    : standing(scope, rule.funnel, s => sql`${s}.stage = any(${rule.anyOf}::text[])`)
}

function wasDisqualified(c: RawBuilder<unknown>, { anyOf, from }: IsRule): Truth {
  const since = from ? sql` and (${c}.disqualified ->> 'at')::timestamptz >= ${from}::timestamptz` : sql``
  return sql`coalesce(${c}.disqualified ->> 'reason' = any(${anyOf}::text[])${since}, false)`
}

function isStale(scope: Scope, { anyOf, funnel }: IsRule, s: RawBuilder<unknown>) {
  const isPast = sql`${staleIn(scope, funnel, s)} <= ${scope.now}`
  return anyOf.includes('any') ? isPast : sql`(${s}.stage = any(${anyOf}::text[]) and ${isPast})`
}

function fits(scope: Scope, { anyOf, funnel }: IsRule, s: RawBuilder<unknown>) {
  const enough = hasEnoughFit(scope.workspaceId, s, funnelIn(scope, funnel))
  return sql`(case when ${enough} then 'enough' else 'short' end = any(${anyOf}::text[]))`
}

/** From when a standing in the funnel of that key, or else in the first, is stale. */
export const staleIn = (scope: Scope, funnel: string | undefined, standing: RawBuilder<unknown>) =>
  staleFrom(scope.workspaceId, standing, funnelIn(scope, funnel))

function inSegment(scope: Scope, ids: string[]): Truth {
  const unknown = ids.find(id => !isUuid(id))
  if (unknown !== undefined) throw new Refusal('bad', 'criteria.unknown_segment', { segment: unknown })
  return sql`exists (${segmentsOf(scope, ids)})`
}

/** The ids of the segments, of these, that the contact is in. */
export const segmentsOf = ({ workspaceId, contact }: Scope, ids: string[]) => sql`
  select m.segment_id from segment_members m where m.workspace_id = ${workspaceId}
    and m.contact_id = ${sql.raw(contact)}.id and m.until is null and m.segment_id = any(${ids}::uuid[])`

function scores(scope: Scope, { score, atLeast = 0, atMost = 100, funnel }: ScoreRule): Truth {
  return standing(scope, funnel, s => sql`${s}.${sql.raw(score)} between ${atLeast} and ${atMost}`)
}

type Test = (standing: RawBuilder<unknown>) => RawBuilder<unknown>

function standing(scope: Scope, funnel: string | undefined, test: Test): Truth {
  if (isJoined(scope, funnel)) return sql`coalesce(${test(sql.raw(scope.standing))}, false)`
  // Of a linked contact there is one row to look up; as a join it might be found by reading all standings.
  if (scope.linked) return sql`coalesce((select ${test(sql`s`)} from ${standingsOf(scope, funnel)}), false)`
  return sql`exists (select from ${standingsOf(scope, funnel)} and ${test(sql`s`)})`
}

/** Whether the row that a scope brings along is that of the funnel which a rule names or means. */
export const isJoined = (
  scope: Scope,
  funnel: string | undefined,
): scope is Scope & Required<Pick<Scope, 'standing'>> =>
  scope.standing !== undefined && (!funnel || funnel === scope.funnel)

/** The contact's standing, as `s`, in the funnel of that key or else in the one that the scope means. */
export function standingsOf(scope: Scope, funnel: string | undefined) {
  const { workspaceId, contact, standings = sql`standings` } = scope
  return sql`${standings} s where s.workspace_id = ${workspaceId} and s.contact_id = ${sql.raw(contact)}.id
    and s.funnel_id = ${funnelIn(scope, funnel)}`
}

function funnelIn({ workspaceId, funnel: home }: Scope, funnel = home) {
  if (!funnel) return mainFunnel(workspaceId)
  return sql`(select id from funnels where workspace_id = ${workspaceId} and archived_at is null and key = ${funnel})`
}

export const verdictOf = (scope: Scope, funnel: string | undefined) =>
  verdictIn(scope.workspaceId, sql.raw(`${scope.contact}.id`), funnelIn(scope, funnel))

/** Of whom nothing is known there is no row. */
export const verdictIn = (
  workspaceId: Known<string>,
  contactId: RawBuilder<unknown>,
  funnelId: RawBuilder<unknown>,
) => sql`coalesce((
  select v.verdict from verdicts v
  where v.workspace_id = ${workspaceId} and v.contact_id = ${contactId} and v.funnel_id = ${funnelId}), 'research')`
