import { isEventName } from '../activity/events.ts'
import {
  type Criteria,
  type DidRule,
  type FieldRule,
  type IsRule,
  leastOf,
  type ScoreRule,
} from './criteria.ts'
import { deedSentence } from './deedSentence.ts'
import { criteriaTexts } from './texts.ts'

/** A text of the dictionary: i18next's `t`, of either side. */
export type Say = (key: string, params?: Record<string, unknown>) => string

/** The workspace's own words, where they differ from the dictionary's or it has none; undefined for what they do not name. */
export type Names = {
  field?(key: string): string | undefined
  event?(name: string): string | undefined
  stage?(key: string): string | undefined
  funnel?(key: string): string | undefined
  /** A value of a field as people read it: an owner's name, an option's label. */
  value?(field: string, value: string): string | undefined
}

export type Words = { say: Say; names: Names; locale: string }

/** A criterion in the language of `say`, as clauses about a contact: “ha pedido una demostración y su sector es Educación”. */
export function sentence(rule: Criteria, say: Say, names: Names = {}): string {
  return clause({ say, names, locale: say('criteria.locale') }, rule, true)
}

/** The rule (`yes`) or its opposite. */
function clause(words: Words, rule: Criteria, yes: boolean): string {
  if ('not' in rule) return clause(words, rule.not, !yes)
  if ('all' in rule) return several(words, rule.all, yes ? 'conjunction' : 'disjunction', yes)
  if ('any' in rule) return several(words, rule.any, yes ? 'disjunction' : 'conjunction', yes)
  if ('of' in rule) return atLeastOf(words, rule.atLeast, rule.of, yes)
  if ('company' in rule)
    return words.say(`criteria.company.${key(yes)}`, { rule: clause(words, rule.company, true) })
  if ('people' in rule)
    return words.say(`criteria.people.${key(yes)}`, {
      rule: clause(words, rule.people, true),
      count: rule.atLeast ?? 1,
    })
  if ('did' in rule) return did(words, rule, yes)
  if ('is' in rule) return isClause(words, rule, yes)
  if ('score' in rule) return scoreClause(words, rule, yes)
  return factClause(words, rule, yes)
}

const key = (yes: boolean) => (yes ? 'yes' : 'no')

/** Clauses joined by “and” or “or”; a joined clause inside another stands in parentheses. */
function several(words: Words, rules: Criteria[], type: 'conjunction' | 'disjunction', yes: boolean): string {
  if (rules.length === 0) return words.say(type === 'conjunction' ? 'criteria.everyone' : 'criteria.nobody')
  if (rules.length === 1 && rules[0]) return clause(words, rules[0], yes)
  return joined(
    words,
    rules.map(rule => inParentheses(rule, clause(words, rule, yes))),
    type,
  )
}

const inParentheses = (rule: Criteria, text: string): string => (isJoined(rule) ? `(${text})` : text)

function isJoined(rule: Criteria): boolean {
  if ('not' in rule) return isJoined(rule.not)
  const parts = 'all' in rule ? rule.all : 'any' in rule ? rule.any : undefined
  if (parts?.length === 1 && parts[0]) return isJoined(parts[0])
  return (parts?.length ?? 0) > 1 || 'of' in rule || 'company' in rule || 'people' in rule
}

export const joined = ({ locale }: Words, texts: string[], type: 'conjunction' | 'disjunction'): string =>
  new Intl.ListFormat(locale, { type }).format(texts)

function atLeastOf(words: Words, least: number, rules: Criteria[], yes: boolean): string {
  const text = words.say('criteria.atLeastOf', {
    least,
    count: rules.length,
    rules: rules.map(rule => clause(words, rule, true)).join('; '),
  })
  return yes ? text : words.say('criteria.untrue', { rule: text })
}

function did(words: Words, rule: DidRule, yes: boolean): string {
  const { atMost, notWithinDays, minus } = rule
  if (yes) return deedSentence(words, rule)
  const simple = atMost === undefined && !notWithinDays && !minus
  if (simple && leastOf(rule) > 0)
    return deedSentence(words, { ...rule, atLeast: 0, atMost: leastOf(rule) - 1 })
  return words.say('criteria.untrue', { rule: deedSentence(words, rule) })
}

function isClause(words: Words, { is, anyOf, funnel }: IsRule, yes: boolean): string {
  const value = joined(
    words,
    anyOf.map(each => isValue(words, is, each)),
    'disjunction',
  )
  const rule = words.say(`criteria.is.${key(yes)}.${is}`, { value })
  return ofFunnel(words, rule, funnel)
}

function isValue({ say, names }: Words, is: IsRule['is'], value: string): string {
  if (is === 'stage') return lowered(names.stage?.(value) ?? say(`words.stages.${value}`))
  if (is === 'temperature') return lowered(say(`words.temperatures.${value}`))
  return is === 'role' ? lowered(say(`contacts.roles.${value}`)) : `«${value}»`
}

const ofFunnel = ({ say, names }: Words, rule: string, funnel: string | undefined) =>
  funnel ? say('criteria.is.funnel', { rule, funnel: names.funnel?.(funnel) ?? funnel }) : rule

function scoreClause(words: Words, { score, atLeast, atMost, funnel }: ScoreRule, yes: boolean): string {
  const shape =
    atLeast !== undefined && atMost !== undefined ? 'between' : atMost === undefined ? 'atLeast' : 'atMost'
  const params = { score: words.say(`criteria.score.${score}`), from: atLeast ?? 0, to: atMost ?? 100 }
  return ofFunnel(words, words.say(`criteria.score.${key(yes)}.${shape}`, params), funnel)
}

function factClause(words: Words, rule: FieldRule, yes: boolean): string {
  const field = lowered(fieldName(words, rule.field))
  const values = 'value' in rule ? [rule.value].flat() : []
  const value = joined(
    words,
    values.map(each => factValue(words, rule, each)),
    'disjunction',
  )
  return words.say(`criteria.fact.${key(yes)}.${rule.op}`, { field, value, count: values[0] })
}

function fieldName({ say, names }: Words, field: string): string {
  const own = names.field?.(field)
  if (own) return own
  if (field.startsWith('custom.')) return field.slice('custom.'.length).replaceAll('_', ' ')
  return field in criteriaTexts.es.criteria.fields
    ? say(`criteria.fields.${field}`)
    : say(`contacts.fields.${field}`)
}

function factValue(words: Words, { field, op }: FieldRule, value: string | number | boolean): string {
  if (typeof value === 'boolean') return words.say(`criteria.truth.${value}`)
  if (typeof value === 'number') return value.toLocaleString(words.locale)
  if (op === 'before' || op === 'after') return dateText(words, value)
  const own = words.names.value?.(field, value)
  if (own) return own
  if (field === 'decisionRole') return words.say(`criteria.decisionRoles.${value}`)
  return field === 'kind' ? lowered(words.say(`contacts.options.${value}`)) : value
}

/** A day, or the UTC day of an instant. */
export function dateText({ locale }: Words, text: string): string {
  const day = new Date(text)
  return Number.isNaN(day.getTime())
    ? text
    : day.toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' })
}

/** The text of a signal as something that the contact has done. */
export function deedText({ say, names }: Words, name: string): string {
  return names.event?.(name) ?? (isEventName(name) ? say(`activity.did.${name}`) : name.replaceAll('_', ' '))
}

/** A label inside a sentence: `Sector` → `sector`, while `NIF` and `LinkedIn` stay. */
export const lowered = (label: string): string =>
  /^\p{Lu}[\p{Ll}\p{Zs}-]*$/u.test(label.split(' ')[0] ?? '')
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label
