import { type RawBuilder, sql } from 'kysely'
import { stateOf } from './answered.ts'
import { factsOf } from './compare.ts'
import {
  companiesOf,
  companyOf,
  isJoined,
  matches,
  peopleOf,
  personOf,
  segmentsOf,
  standingsOf,
  verdictOf,
} from './compile.ts'
import { type Criteria, type IsRule, isBranch, partsOf, type ScoreRule } from './criteria.ts'
import type { Scope } from './scope.ts'

/** How many linked contacts a receipt names. */
const shownContacts = 3

/** An event that counts; `since` when it does so from later than `at`: a message that became a conversation. */
export type Evidence = { id: string; name: string; at: string; direction: string; since?: string }

/**
 * Why a criterion holds or not, without the criterion itself: nodes stand in the order of its rules. `holds` is absent where it
 * follows from the nodes below: asked for at each level, a criterion would be asked once for each level above it. `value` is the fact
 * compared, `seen` how many events counted and the newest of them (at most five), `contacts` the linked ones, deciding ones first.
 * `unless`: of the events that may not come since, the newest in the rule's time, whether it came since or before; null for none.
 */
export type Explanation = {
  holds?: boolean
  of?: Explanation[]
  value?: unknown
  seen?: Seen
  contacts?: { id: string; name: string; why: Explanation }[]
}

type Seen = { count: number; events: Evidence[]; unless?: Evidence | null }

/** The receipt of a criterion for the contact of `scope`, as one JSON expression. */
export function explain(scope: Scope, rule: Criteria): RawBuilder<Explanation> {
  const statesHolds = scope.known?.(rule) || !follows(rule)
  return sql`json_build_object(${statesHolds ? sql`'holds', ${matches(scope, rule)}, ` : sql``}${seen(scope, rule)})`
}

const follows = (rule: Criteria) =>
  isBranch(rule) || 'company' in rule || ('people' in rule && (rule.atLeast ?? 1) === 1)

/** Of linked contacts the explanation has those first for whom it holds. */
function holdsBy(rule: Criteria, parts: Explained[], linked: { why: Explained }[]): boolean {
  const count = parts.filter(({ holds }) => holds).length
  if ('all' in rule) return count === parts.length
  if ('any' in rule) return count > 0
  if ('not' in rule) return count === 0
  if ('of' in rule) return count >= rule.atLeast
  return linked.some(({ why }) => why.holds)
}

/** The key and the value of what was looked at. */
function seen(scope: Scope, rule: Criteria): RawBuilder<unknown> {
  if ('did' in rule) return sql`'seen', ${scope.did.evidence(rule, scope)}`
  if ('company' in rule) return linkedWhy(companiesOf(scope), companyOf(scope), rule.company)
  if ('people' in rule) return linkedWhy(peopleOf(scope), personOf(scope), rule.people)
  if ('is' in rule) return sql`'value', ${isValue(scope, rule)}`
  if ('score' in rule) return sql`'value', ${standingValue(scope, rule, rule.score)}`
  if ('answered' in rule) return sql`'value', ${stateOf(scope, rule.answered)}`
  if ('field' in rule) return sql`'value', ${factsOf(scope, rule)}`
  return sql`'of', json_build_array(${sql.join(partsOf(rule).map(part => explain(scope, part)))})`
}

function linkedWhy(linked: RawBuilder<unknown>, other: Scope, rule: Criteria) {
  const contact = sql.raw(other.contact)
  return sql`'contacts', (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'why', why)
    order by held desc, id), '[]') from (
      select ${contact}.id, ${contact}.display_name as name, (${matches(other, rule)}) is true as held, ${explain(other, rule)} as why
      from ${linked} order by held desc, ${contact}.id limit ${sql.lit(shownContacts)}) shown)`
}

function isValue(scope: Scope, rule: IsRule) {
  const c = sql.raw(scope.contact)
  if (rule.is === 'role') return sql`${c}.roles`
  if (rule.is === 'tag') return sql`${c}.tags`
  if (rule.is === 'segment') return sql`to_jsonb(array(${segmentsOf(scope, rule.anyOf)}))`
  if (rule.is === 'verdict') return verdictOf(scope, rule.funnel)
  if (rule.is === 'disqualified') return sql`${c}.disqualified -> 'reason'`
  return standingValue(scope, rule, rule.is === 'stale' ? 'since' : rule.is)
}

function standingValue(scope: Scope, { funnel }: IsRule | ScoreRule, column: string) {
  if (isJoined(scope, funnel)) return sql.raw(`${scope.standing}.${column}`)
  return sql`(select ${sql.raw(`s.${column}`)} from ${standingsOf(scope, funnel)})`
}

/** An explanation beside the rules that it explains, for screens and the API. */
export type Explained = Omit<Explanation, 'holds' | 'of' | 'seen' | 'contacts'> & {
  rule: Criteria
  holds: boolean
  count?: number
  events?: Evidence[]
  unless?: Evidence | null
  of?: Explained[]
  contacts?: { id: string; name: string; why: Explained }[]
}

/** Puts each rule of the criterion beside its node of the explanation that `explain` made of it. */
export function explained(rule: Criteria, { holds, of, seen, contacts, ...node }: Explanation): Explained {
  const rules = partsOf(rule)
  const about = 'company' in rule ? rule.company : 'people' in rule ? rule.people : undefined
  const parts = of?.flatMap((each, place) => (rules[place] ? [explained(rules[place], each)] : []))
  const linked = about && contacts?.map(each => ({ ...each, why: explained(about, each.why) }))
  return {
    ...{ rule, holds: holds ?? holdsBy(rule, parts ?? [], linked ?? []) },
    ...node,
    ...seen,
    ...(parts && { of: parts }),
    ...(linked && { contacts: linked }),
  }
}
