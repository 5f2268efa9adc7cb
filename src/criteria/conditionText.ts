import { deedTexts } from '../activity/deeds.ts'
import { durationUnits } from '../activity/events.ts'
import { durationText } from '../platform/durations.ts'
import type { PropertyRule } from './criteria.ts'
import { joined, lowered, quoted, type Words } from './sentence.ts'

/** What is asked of a signal's property, to be said after the signal: “para pedir presupuesto”, “por al menos 500”. */
export function conditionText(words: Words, rule: PropertyRule): string {
  const { say } = words
  const { property, op } = rule
  const values = 'value' in rule ? [rule.value].flat() : []
  const [first] = values
  const which = whichText(words, property, values)
  if (which && (op === 'is' || op === 'isAnyOf')) return which
  if (which && (op === 'isNot' || op === 'isNoneOf')) return say('criteria.deed.otherThan', { which })
  const name = lowered(say(`activity.properties.${property}`, { defaultValue: property }))
  if (typeof first === 'boolean' && (op === 'is' || op === 'isNot'))
    return say(`criteria.deed.property.${first === (op === 'is')}`, { property: name })
  if (op === 'atLeast' || op === 'atMost') return amount(words, property, name, op, first)
  if (op === 'is' && property in durationUnits && typeof first === 'number')
    return say(`activity.howMuch.${property}`, { amount: numberText(words, property, first) })
  if (op === 'isUnknown' && property in deedTexts.es.activity.without)
    return say(`activity.without.${property}`)
  const form = { isAnyOf: 'is', isNoneOf: 'isNot' }[op as string] ?? op
  const value = joined(
    words,
    values.map(each => valueText(words, property, each)),
    'disjunction',
  )
  return say(`criteria.deed.property.${form}`, { property: name, value })
}

type Value = string | number | boolean

/** Choices of the catalogue as words that follow their signal. */
function whichText(words: Words, property: string, values: Value[]): string | undefined {
  const phrases: Record<string, object> = deedTexts.es.activity.which
  const known = phrases[property] ?? {}
  if (values.length === 0 || !values.every(value => String(value) in known)) return undefined
  return joined(
    words,
    values.map(value => words.say(`activity.which.${property}.${value}`)),
    'disjunction',
  )
}

function amount(words: Words, property: string, name: string, op: string, value: Value | undefined): string {
  const number = words.say(`criteria.amount.${op}`, { value: numberText(words, property, Number(value)) })
  return property in deedTexts.es.activity.howMuch
    ? words.say(`activity.howMuch.${property}`, { amount: number })
    : words.say('criteria.deed.property.amount', { property: name, value: number })
}

const valueText = (words: Words, property: string, value: Value): string =>
  typeof value === 'number' ? numberText(words, property, value) : quoted(words, String(value))

function numberText({ locale }: Words, property: string, value: number): string {
  const unit = durationUnits[property]
  return unit ? durationText(locale, value * unit, 'long') : value.toLocaleString(locale)
}
