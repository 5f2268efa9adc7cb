import { durationUnits, isEventName } from '../activity/events.ts'
import type { Field } from '../contacts/fields.ts'
import {
  type Criteria,
  choicesIn,
  type DidRule,
  type FieldRule,
  hasNoDays,
  type IsRule,
  type PropertyRule,
  partsOf,
} from './criteria.ts'
import { isNeverFollowed } from './neverFollowed.ts'

/** What keeps a criterion from being used: where it stands and why; the text is `errors.criteria.<code>`. */
export type Problem = {
  rule: Criteria
  path: (string | number)[]
  code:
    | 'empty_group'
    | 'unfinished'
    | 'too_few'
    | 'crossed'
    | 'no_days'
    | 'never_followed'
    | 'unknown_field'
    | 'unknown_signal'
    | 'unknown_segment'
    | 'bad_value'
    | 'no_duration'
  params: Record<string, string | number>
}

/** What a criterion may name. Absent: anything. */
export type Nameable = {
  fields?: Pick<Field, 'key' | 'type'>[]
  signals?: { name: string }[]
  segments?: { id: string }[]
}

type Found = Pick<Problem, 'code'> & Partial<Pick<Problem, 'params'>>
type Path = Problem['path']

/** Everything in a criterion that is not finished, empty, crossed, always so or about something that is not there, in its order. */
export function problemsOf(rule: Criteria, known: Nameable, path: Path = []): Problem[] {
  const own = found(rule, known, path.length === 0)
  const inner = inside(rule).flatMap(([part, ...way]) => problemsOf(part, known, [...path, ...way]))
  return [...(own ? [{ rule, path, params: {}, ...own }] : []), ...inner]
}

function inside(rule: Criteria): [Criteria, ...Path][] {
  if ('company' in rule) return [[rule.company, 'company']]
  if ('people' in rule) return [[rule.people, 'people']]
  if ('not' in rule) return [[rule.not, 'not']]
  const name = 'all' in rule ? 'all' : 'any' in rule ? 'any' : 'of'
  return partsOf(rule).map((part, place) => [part, name, place])
}

function found(rule: Criteria, known: Nameable, isWhole: boolean): Found | undefined {
  if ('all' in rule) return rule.all.length || isWhole ? undefined : { code: 'empty_group' }
  if ('any' in rule) return rule.any.length ? undefined : { code: 'empty_group' }
  if ('of' in rule) return inSome(rule.atLeast, rule.of.length)
  if ('did' in rule) return inDeed(rule, known)
  if ('is' in rule) return inIs(rule, known)
  if ('score' in rule) return isCrossed(rule.atLeast, rule.atMost) ? { code: 'crossed' } : undefined
  return 'field' in rule ? inField(rule, known) : undefined
}

function inIs({ is, anyOf }: IsRule, { segments }: Nameable): Found | undefined {
  if (anyOf.length === 0) return { code: 'unfinished' }
  const gone = is === 'segment' && segments && anyOf.find(id => !segments.some(each => each.id === id))
  return gone ? { code: 'unknown_segment', params: { segment: gone } } : undefined
}

function inSome(least: number, count: number): Found | undefined {
  if (count === 0) return { code: 'empty_group' }
  return least > count ? { code: 'too_few', params: { least, count } } : undefined
}

const isCrossed = (least: number | string | undefined, most: number | string | undefined) =>
  least !== undefined && most !== undefined && least > most

function inField(rule: FieldRule, { fields }: Nameable): Found | undefined {
  const field = fields?.find(({ key }) => key === rule.field)
  if (fields && !field)
    return { code: 'unknown_field', params: { field: rule.field.replace(/^custom\./, '') } }
  if (!('value' in rule)) return undefined
  if (isBlank(rule.value)) return { code: 'unfinished' }
  const isAmount = ['atLeast', 'atMost', 'above', 'below', 'olderThanDays', 'withinDays'].includes(rule.op)
  const isDate = field?.type === 'date' && !/Days$/.test(rule.op)
  return isAmount && !isDate && typeof rule.value !== 'number'
    ? { code: 'bad_value', params: { field: rule.field.replace(/^custom\./, '') } }
    : undefined
}

const isBlank = (value: unknown) =>
  Array.isArray(value) ? value.length === 0 : value === '' || value === null

function inDeed(rule: DidRule, { signals }: Nameable): Found | undefined {
  const ways = choicesIn(rule)
  const names = ways.flatMap(({ did }) => (Array.isArray(did) ? did : []))
  if (ways.some(({ did }) => Array.isArray(did) && did.length === 0)) return { code: 'unfinished' }
  const unknown = names.find(
    name => signals && !isEventName(name) && !signals.some(each => each.name === name),
  )
  if (unknown) return { code: 'unknown_signal', params: { name: unknown } }
  if (ways.some(({ where }) => where?.some(isUnsaid))) return { code: 'unfinished' }
  const bad = ways.some(({ where }) => where?.some(isNoDuration))
  if (bad) return { code: 'no_duration' }
  if (isCrossed(rule.atLeast, rule.atMost) || isCrossed(rule.from, rule.until)) return { code: 'crossed' }
  if (hasNoDays(rule)) return { code: 'no_days' }
  return isNeverFollowed(rule) ? { code: 'never_followed' } : undefined
}

const isNoDuration = (rule: PropertyRule) =>
  rule.property in durationUnits &&
  ['atLeast', 'atMost', 'is', 'isNot'].includes(rule.op) &&
  'value' in rule &&
  typeof rule.value !== 'number'

const isUnsaid = (rule: PropertyRule) => rule.property === '' || ('value' in rule && isBlank(rule.value))
