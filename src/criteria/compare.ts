import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import { freeMailDomains } from '../contacts/contacts.ts'
import { systemFields } from '../contacts/fields.ts'
import { Refusal } from '../platform/errors.ts'
import type { FieldRule, PropertyRule } from './criteria.ts'
import { dayBefore, daysBefore, type Scope } from './scope.ts'

type Truth = RawBuilder<SqlBool>
type Value = RawBuilder<unknown>
type Scalar = string | number | boolean

/** A fact that may have several values: how to tell that there is one, and that any of them passes a test. */
type Fact = { type: FactType; isList?: boolean; known: Truth; any(test: (value: Value) => Truth): Truth }

/** `exact` texts are keys, compared as they are; `day` is a text YYYY-MM-DD, `instant` a timestamp. */
type FactType = 'text' | 'exact' | 'number' | 'boolean' | 'day' | 'instant'

/** Whether the contact's fact passes. Two-valued: an unknown fact passes no comparison. */
export function compareField(scope: Scope, rule: FieldRule): Truth {
  return compare(scope, rule, factOf(scope, rule), rule.field)
}

/** Whether the event's property passes; `event` is the alias of its row. */
export function compareProperty(scope: Scope, rule: PropertyRule, event: string): Truth {
  return compare(
    scope,
    rule,
    inDocument(sql`${sql.raw(event)}.properties`, rule.property, rule),
    rule.property,
  )
}

/** Whether what a document holds under `key` passes; the rule's field is its name in a refusal. */
export function compareIn(scope: Scope, rule: FieldRule, document: Value, key: string): Truth {
  return compare(scope, rule, inDocument(document, key, rule), rule.field)
}

/** The values of a fact as JSON, for receipts. */
export function factsOf(scope: Scope, rule: FieldRule): RawBuilder<unknown> {
  const { custom, column, array, identity, type } = reachOf(rule.field)
  const c = sql.raw(scope.contact)
  if (custom !== undefined) return sql`${c}.custom -> ${custom}`
  if (array) return sql`to_jsonb(${c}.${sql.ref(array)})`
  if (column) return columnValue(sql.ref(`${scope.contact}.${column}`), type)
  const values = identity
    ? sql`select i.value from identities i where ${ofContact(scope, 'i')} and i.kind = ${identity} order by 1`
    : sql`select o.display_name from ${employers(scope)} order by 1`
  return sql`to_jsonb(array(${values}))`
}

// Instants as JavaScript writes them, whatever the time zone of the connection.
const columnValue = (column: Value, type = '') =>
  columnTypes[type] === 'instant'
    ? sql`to_jsonb(to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`
    : sql`to_jsonb(${column})`

type Reach = { custom?: string; column?: string; array?: string; identity?: string }

function reachOf(key: string): Reach & { type?: string } {
  if (key.startsWith('custom.')) return { custom: key.slice('custom.'.length) }
  const field = systemFields.find(each => each.key === key)
  if (!field) throw new Refusal('bad', 'criteria.unknown_field', { field: key })
  const { type, reach } = field
  return { type, ...('organization' in reach ? {} : reach) }
}

function factOf(scope: Scope, rule: FieldRule): Fact {
  const { custom, column, array, identity, type } = reachOf(rule.field)
  const c = sql.raw(scope.contact)
  if (custom !== undefined) return inDocument(sql`${c}.custom`, custom, rule)
  if (array) return inArray(sql`${c}.${sql.ref(array)}`)
  if (column) return inColumn(sql`${sql.ref(`${scope.contact}.${column}`)}`, type)
  const rows = identity ? identities(scope, identity) : { from: employers(scope), value: sql`o.display_name` }
  const exists = (test: Truth): Truth => sql`exists (select from ${rows.from} and ${test})`
  return {
    type: identity ? 'exact' : 'text',
    known: exists(sql`true`),
    any: test => exists(test(rows.value)),
  }
}

const ofContact = ({ workspaceId, contact }: Scope, alias: string) =>
  sql`${sql.raw(alias)}.workspace_id = ${workspaceId} and ${sql.raw(alias)}.contact_id = ${sql.raw(contact)}.id`

const identities = (scope: Scope, kind: string) => ({
  from: sql`identities i where ${ofContact(scope, 'i')} and i.kind = ${kind}`,
  value: sql`i.value`,
})

const employers = ({ workspaceId, contact }: Scope) => sql`employments m join contacts o
  on o.workspace_id = m.workspace_id and o.id = m.organization_id and o.deleted_at is null
  where m.workspace_id = ${workspaceId} and m.person_id = ${sql.raw(contact)}.id`

const columnTypes: Record<string, FactType> = {
  number: 'number',
  money: 'number',
  date: 'instant',
  boolean: 'boolean',
  choice: 'exact',
  country: 'exact',
  language: 'exact',
  user: 'exact',
}

function inColumn(column: Value, type = 'text'): Fact {
  const kind = columnTypes[type] ?? 'text'
  const value = type === 'user' ? sql`${column}::text` : column
  const known: Truth = kind === 'text' ? sql`coalesce(${column} <> '', false)` : sql`(${column} is not null)`
  return { type: kind, known, any: test => sql`coalesce(${test(value)}, false)` }
}

const inArray = (array: Value): Fact => ({
  type: 'exact',
  isList: true,
  known: sql`(${array} <> '{}')`,
  any: test => sql`exists (select from unnest(${array}) as item (value) where ${test(sql`item.value`)})`,
})

/** A key of a JSON document. What it holds shows only in each row, so the comparison decides how it is read. */
function inDocument(document: Value, key: string, rule: FieldRule | PropertyRule): Fact {
  const text = sql`${document} ->> ${key}`
  const kind = sql`jsonb_typeof(${document} -> ${key})`
  const known: Truth = sql`coalesce(${text} not in ('', '[]'), false)`
  const type = typeOfComparison(rule)
  const single = (value: Value): Fact => ({
    type,
    known,
    any: test => sql`coalesce(${test(value)}, false)`,
  })
  if (type === 'day') return single(sql`substring(${text} from '^[0-9]{4}-[0-9]{2}-[0-9]{2}')`)
  if (type === 'number') return single(sql`case when ${kind} = 'number' then (${text})::numeric end`)
  if (type === 'boolean') return single(sql`case when ${kind} = 'boolean' then (${text})::boolean end`)
  const items = sql`jsonb_array_elements_text(case ${kind} when 'array' then ${document} -> ${key} end)`
  const any = (test: (value: Value) => Truth): Truth => sql`case ${kind}
    when 'array' then exists (select from ${items} as item (value) where ${test(sql`item.value`)})
    else coalesce(${test(sql`(${text})`)}, false) end`
  return { type, known, any }
}

const dateOperators = ['before', 'after', 'olderThanDays', 'withinDays']

function typeOfComparison(rule: FieldRule | PropertyRule): FactType {
  if (dateOperators.includes(rule.op)) return 'day'
  const value = 'value' in rule ? [rule.value].flat()[0] : undefined
  return typeof value === 'number' || typeof value === 'boolean'
    ? (typeof value as 'number' | 'boolean')
    : 'text'
}

function compare(scope: Scope, rule: FieldRule | PropertyRule, fact: Fact, named: string): Truth {
  if (!('value' in rule)) return withoutValue(rule.op, fact, named)
  const among = fact.any(isAnyOf(fact.type, [rule.value].flat(), named))
  if (rule.op === 'is' || rule.op === 'isAnyOf') return among
  // A list that is empty is known to be so: nobody "may have" a tag.
  if (rule.op === 'isNot' || rule.op === 'isNoneOf')
    return sql`(${fact.isList ? sql`true` : fact.known} and not ${among})`
  const [value] = [rule.value].flat()
  return fact.any(each => ordered(scope, fact.type, each, rule.op, value ?? '', named))
}

function withoutValue(op: string, fact: Fact, named: string): Truth {
  if (op === 'isKnown') return fact.known
  if (op === 'isUnknown') return sql`(not ${fact.known})`
  if (!isTextual(fact.type)) return refuse(named)
  if (op === 'isFreeMail')
    return fact.any(mail => sql`${domainOf(mail)} = any(${[...freeMailDomains]}::text[])`)
  return fact.any(mail => sql`${domainOf(mail)} <> all(${[...freeMailDomains]}::text[])`)
}

const domainOf = (mail: Value) => sql`split_part(${mail}, '@', 2)`

function isAnyOf(type: FactType, values: Scalar[], named: string): (value: Value) => Truth {
  if (type === 'number')
    return value => sql`${value} = any(${values.map(each => numberIn(each, named))}::numeric[])`
  if (type === 'boolean') return value => sql`${value} = any(${values.map(each => each === true)}::boolean[])`
  if (type === 'day') return value => sql`${value} = any(${values.map(String)}::text[])`
  if (type === 'instant') return value => sql`${dayOf(value)} = any(${values.map(String)}::text[])`
  // Addresses and other identities are kept in lower case where case says nothing.
  const texts = values.map(String)
  if (type === 'exact')
    return value => sql`${value} = any(${[...texts, ...texts.map(each => each.toLowerCase())]}::text[])`
  if (texts.length === 1) return value => sql`normalised(${value}) = normalised(${texts[0]})`
  return value =>
    sql`normalised(${value}) in (select normalised(wanted) from unnest(${texts}::text[]) as wanted)`
}

function ordered(
  scope: Scope,
  type: FactType,
  value: Value,
  op: string,
  given: Scalar,
  named: string,
): Truth {
  if (isTextual(type) && op === 'contains')
    return sql`position(normalised(${String(given)}) in normalised(${value})) > 0`
  if (isTextual(type) && op === 'hasWord')
    return sql`position(${wordsOf(sql`${String(given)}::text`)} in ${wordsOf(value)}) > 0`
  if (isTextual(type) && op === 'startsWith')
    return sql`starts_with(normalised(${value}), normalised(${String(given)}))`
  if (type === 'instant') return orderedInTime(scope, value, op, given, named)
  if (type === 'day') return orderedByDay(scope, value, op, given, named)
  const sign = sql.raw({ atLeast: '>=', atMost: '<=', above: '>', below: '<' }[op] ?? refuse(named))
  if (type !== 'number') return refuse(named)
  return sql`${value} ${sign} ${numberIn(given, named)}::numeric`
}

/** The words of a text, each between spaces. */
const wordsOf = (text: Value) =>
  sql`(' ' || btrim(regexp_replace(normalised(${text}), '[^[:alnum:]]+', ' ', 'g')) || ' ')`

const isTextual = (type: FactType) => type === 'text' || type === 'exact'

/** Instants against days: whole days in UTC, except `olderThanDays` and `withinDays`, which are exact. */
function orderedInTime(scope: Scope, value: Value, op: string, given: Scalar, named: string): Truth {
  if (op === 'olderThanDays') return sql`${value} <= ${daysBefore(scope.now, numberIn(given, named))}`
  if (op === 'withinDays')
    return sql`${value} > ${daysBefore(scope.now, numberIn(given, named))} and ${value} <= ${scope.now}`
  return orderedByDay(scope, dayOf(value), op, given, named)
}

const dayOf = (value: Value) => sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD')`

function orderedByDay({ now }: Scope, value: Value, op: string, given: Scalar, named: string): Truth {
  const day = sql`${value} collate "C"`
  if (op === 'olderThanDays') return sql`${day} <= ${dayBefore(now, numberIn(given, named))}`
  if (op === 'withinDays')
    return sql`${day} > ${dayBefore(now, numberIn(given, named))} and ${day} <= ${dayBefore(now)}`
  const sign = sql.raw({ before: '<', after: '>', atLeast: '>=', atMost: '<=' }[op] ?? refuse(named))
  return sql`${day} ${sign} ${String(given).slice(0, 10)}`
}

function numberIn(value: Scalar, named: string): number {
  return typeof value === 'number' ? value : refuse(named)
}

function refuse(field: string): never {
  throw new Refusal('bad', 'criteria.bad_value', { field })
}

/** When the passing of days alone may change the comparison of a date; null for never. */
export function dateFlipsAt(scope: Scope, rule: FieldRule): Expression<Date | null> {
  if (rule.op !== 'olderThanDays' && rule.op !== 'withinDays') return sql`null::timestamptz`
  const { custom, column } = reachOf(rule.field)
  const date =
    custom === undefined ? sql`${sql.ref(`${scope.contact}.${column}`)}` : dayAsInstant(scope, custom)
  const later = sql`${date} + make_interval(hours => ${24 * numberIn(rule.value, rule.field)})`
  // A date in the future enters `withinDays` when it comes.
  return sql`(select min(change) from unnest(array[${date}, ${later}]) as change where change > ${scope.now})`
}

/** The UTC midnight of a day in a JSON document, by arithmetic: a day that does not exist must not break the query. */
function dayAsInstant({ contact }: Scope, key: string): RawBuilder<unknown> {
  const text = sql`(${sql.raw(contact)}.custom ->> ${key})`
  const part = (from: number, length: number) => sql`substr(${text}, ${from}, ${length})::int`
  return sql`case when ${text} ~ '^[12][0-9]{3}-[01][0-9]-[0-3][0-9]' then timestamptz 'epoch' + make_interval(
    years => ${part(1, 4)} - 1970, months => ${part(6, 2)} - 1, days => ${part(9, 2)} - 1) end`
}
