import { type RawBuilder, sql } from 'kysely'
import { factsOf } from './compare.ts'
import { companiesOf, companyOf, matches, peopleOf, personOf, standingsOf } from './compile.ts'
import { type Criteria, type IsRule, partsOf, type ScoreRule } from './criteria.ts'
import type { Scope } from './scope.ts'

/** How many linked contacts a receipt names. */
const shownContacts = 3

/** An event that counts; `since` when it does so from later than `at`: a message that became a conversation. */
export type Evidence = { id: string; name: string; at: string; direction: string; since?: string }

/**
 * Why a criterion holds or not, without the criterion itself: nodes stand in the order of its rules. `value` is the fact
 * compared, `events` the newest that counted (at most five of `count`), `contacts` the linked ones, deciding ones first.
 */
export type Explanation = {
  holds: boolean
  of?: Explanation[]
  value?: unknown
  count?: number
  events?: Evidence[]
  contacts?: { id: string; name: string; why: Explanation }[]
}

/** The receipt of a criterion for the contact of `scope`, as one JSON expression. */
export function explain(scope: Scope, rule: Criteria): RawBuilder<Explanation> {
  const holds = sql`jsonb_build_object('holds', ${matches(scope, rule)})`
  if ('did' in rule) return sql`(${holds} || ${scope.did.evidence(rule, scope)})`
  if ('company' in rule)
    return sql`(${holds} || ${linkedWhy(companiesOf(scope), companyOf(scope), rule.company)})`
  if ('people' in rule) return sql`(${holds} || ${linkedWhy(peopleOf(scope), personOf(scope), rule.people)})`
  if ('is' in rule) return sql`(${holds} || jsonb_build_object('value', ${isValue(scope, rule)}))`
  if ('score' in rule)
    return sql`(${holds} || jsonb_build_object('value', ${standingValue(scope, rule, rule.score)}))`
  if ('field' in rule) return sql`(${holds} || jsonb_build_object('value', ${factsOf(scope, rule)}))`
  const parts = partsOf(rule).map(part => explain(scope, part))
  return sql`(${holds} || jsonb_build_object('of', jsonb_build_array(${sql.join(parts)})))`
}

function linkedWhy(linked: RawBuilder<unknown>, other: Scope, rule: Criteria) {
  const contact = sql.raw(other.contact)
  return sql`jsonb_build_object('contacts', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'why', why)
    order by (why ->> 'holds')::boolean desc, id), '[]') from (
      select ${contact}.id, ${contact}.display_name as name, ${explain(other, rule)} as why from ${linked}
      order by (${matches(other, rule)}) is true desc, ${contact}.id limit ${sql.lit(shownContacts)}) shown))`
}

function isValue(scope: Scope, rule: IsRule) {
  const c = sql.raw(scope.contact)
  if (rule.is === 'role') return sql`${c}.roles`
  if (rule.is === 'tag') return sql`${c}.tags`
  return standingValue(scope, rule, rule.is)
}

function standingValue(scope: Scope, { funnel }: IsRule | ScoreRule, column: string) {
  if (scope.standing && !funnel) return sql.raw(`${scope.standing}.${column}`)
  return sql`(select ${sql.raw(`s.${column}`)} from ${standingsOf(scope, funnel)})`
}

/** An explanation beside the rules that it explains, for screens and the API. */
export type Explained = Omit<Explanation, 'of' | 'contacts'> & {
  rule: Criteria
  of?: Explained[]
  contacts?: { id: string; name: string; why: Explained }[]
}

/** Puts each rule of the criterion beside its node of the explanation that `explain` made of it. */
export function explained(rule: Criteria, { of, contacts, ...node }: Explanation): Explained {
  const parts = partsOf(rule)
  const about = 'company' in rule ? rule.company : 'people' in rule ? rule.people : undefined
  return {
    rule,
    ...node,
    ...(of && { of: of.flatMap((each, place) => (parts[place] ? [explained(parts[place], each)] : [])) }),
    ...(contacts &&
      about && { contacts: contacts.map(each => ({ ...each, why: explained(about, each.why) })) }),
  }
}
