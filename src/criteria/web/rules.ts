import { eventTypes } from '../../activity/events.ts'
import type { Field, FieldType } from '../../contacts/fields.ts'
import { stageKeys } from '../../ui/stages.ts'
import type { Criteria, DidRule, FieldRule, IsRule, ScoreRule } from '../criteria.ts'

export type Operator = FieldRule['op']

const known: Operator[] = ['isKnown', 'isUnknown']
const texts: Operator[] = [
  'contains',
  'hasWord',
  'is',
  'isNot',
  'startsWith',
  'isAnyOf',
  'isNoneOf',
  ...known,
]
const amounts: Operator[] = ['atLeast', 'atMost', 'above', 'below', 'is', 'isNot', ...known]
const options: Operator[] = ['isAnyOf', 'isNoneOf', ...known]

const byType: Partial<Record<FieldType, Operator[]>> = {
  number: amounts,
  money: amounts,
  date: ['withinDays', 'olderThanDays', 'after', 'before', ...known],
  boolean: ['is', ...known],
  choice: options,
  choices: options,
  country: options,
  language: options,
  user: options,
  email: [...texts, 'isCorporateMail', 'isFreeMail'],
}

/** What a field can be asked, the most usual first. */
export const operatorsFor = (type: FieldType): Operator[] => byType[type] ?? texts

export const takesNothing = (op: Operator) =>
  op === 'isKnown' || op === 'isUnknown' || op === 'isFreeMail' || op === 'isCorporateMail'
export const takesList = (op: Operator) => op === 'isAnyOf' || op === 'isNoneOf'
export const takesDays = (op: Operator) => op === 'withinDays' || op === 'olderThanDays'

/** Another operator on the same field; the value stays when it still fits. */
export function withOperator(rule: FieldRule, op: Operator): FieldRule {
  const before = 'value' in rule ? rule.value : ''
  const list = Array.isArray(before) ? before : before === '' ? [] : [before]
  if (takesNothing(op)) return { field: rule.field, op } as FieldRule
  if (takesList(op)) return { field: rule.field, op, value: list } as FieldRule
  if (takesDays(op))
    return { field: rule.field, op, value: typeof before === 'number' ? before : 30 } as FieldRule
  return { field: rule.field, op, value: list[0] ?? '' } as FieldRule
}

/** What can be asked beside facts, in the order of the menu. */
export const askKinds = [
  ...(['stage', 'stale', 'temperature', 'score', 'fit', 'did'] as const),
  ...(['verdict', 'disqualified', 'role', 'tag', 'segment'] as const),
] as const

export const fitKeys = ['enough', 'short'] as const
export const verdictKeys = ['qualified', 'not_yet', 'research', 'disqualified'] as const
export type AskKind = (typeof askKinds)[number]

/** Without segments there is nothing to ask about them, nor about the least fit where no score names one. */
export const asked = ({
  segments,
  funnels,
}: {
  segments?: object[]
  funnels?: { hasLeastFit?: boolean }[]
}) =>
  askKinds.filter(
    kind =>
      (kind !== 'segment' || !!segments?.length) &&
      (kind !== 'fit' || !!funnels?.some(each => each.hasLeastFit)),
  )

/** A rule to begin with, before its value is chosen. */
export function newRule(kind: AskKind): Criteria {
  if (kind === 'did') return { did: 'anything', withinDays: 30 }
  if (kind === 'score') return { score: 'total', atLeast: 40 }
  return { is: kind, anyOf: [] }
}

export const newFieldRule = (field: Field): FieldRule =>
  withOperator({ field: field.key, op: 'isKnown' }, operatorsFor(field.type)[0] ?? 'isKnown')

/** False while something must still be chosen; such a rule is not asked yet. */
export function isComplete(rule: Criteria): boolean {
  if ('is' in rule) return rule.anyOf.length > 0
  if ('field' in rule)
    return !('value' in rule) || (Array.isArray(rule.value) ? rule.value.length > 0 : rule.value !== '')
  if ('score' in rule) return rule.atLeast !== undefined || rule.atMost !== undefined
  if ('did' in rule) return !Array.isArray(rule.did) || rule.did.length > 0
  if ('not' in rule) return isComplete(rule.not)
  return true
}

/** The rules of a filter that are joined at its top. */
export function rulesOf(filter: Criteria | undefined): { join: 'all' | 'any'; rules: Criteria[] } {
  if (!filter) return { join: 'all', rules: [] }
  if ('all' in filter) return { join: 'all', rules: filter.all }
  if ('any' in filter) return { join: 'any', rules: filter.any }
  return { join: 'all', rules: [filter] }
}

/** The filter made of these rules; undefined when there are none. */
export function joined(join: 'all' | 'any', rules: Criteria[]): Criteria | undefined {
  if (rules.length === 0) return undefined
  return join === 'all' ? { all: rules } : { any: rules }
}

/** A rule that the editor can show as a form; others are only read and removed. */
export type Editable = FieldRule | IsRule | ScoreRule | DidRule

export function editable(rule: Criteria): { rule: Editable; negated: boolean } | undefined {
  if ('not' in rule) {
    const inner = editable(rule.not)
    return inner && 'did' in inner.rule ? { ...inner, negated: !inner.negated } : undefined
  }
  if ('score' in rule || 'field' in rule) return { rule, negated: false }
  if ('is' in rule) return rule.from || rule.anyOf.includes('none') ? undefined : { rule, negated: false }
  return 'did' in rule && showsAll(rule) ? { rule, negated: false } : undefined
}

const shown = ['did', 'atLeast', 'withinDays']

const showsAll = (rule: DidRule) =>
  Object.entries(rule).every(([key, value]) => value === undefined || shown.includes(key)) &&
  (rule.did === 'anything' || (Array.isArray(rule.did) && rule.did.every(name => name in eventTypes)))

type Stages = { key: string; name: string }[]

/** The stages of the funnel of that key, or of the main one; those that everybody knows until the workspace's are there. */
export const stagesOf = (
  { funnels = [] }: { funnels?: { key: string; stages: Stages }[] },
  funnel: string | undefined,
  nameOf: (key: string) => string,
): Stages =>
  (funnels.find(({ key }) => key === funnel) ?? funnels[0])?.stages ??
  stageKeys.map(key => ({ key, name: nameOf(key) }))
