import { systemFields } from '../contacts/fields.ts'
import { questionOf } from '../contacts/questions.ts'
import { type AnsweredRule, asksStanding, type Criteria, type FieldRule } from '../criteria/criteria.ts'
import type { Explained } from '../criteria/explain.ts'
import { alike } from '../platform/alike.ts'

/** Whether a criterion would hold once all of these do; undefined where that cannot be told. */
export function supposed(node: Explained, given: Criteria[]): boolean | undefined {
  const { rule, of } = node
  const told = saidBy(given, rule)
  if (typeof told === 'boolean') return told
  if (!of) return told === 'open' || asksStanding(rule) ? undefined : node.holds
  const parts = of.map(part => supposed(part, given))
  if ('not' in rule) return parts[0] === undefined ? undefined : !parts[0]
  const sure = parts.filter(each => each === true).length
  const possible = parts.filter(each => each !== false).length
  const needed = 'all' in rule ? parts.length : 'of' in rule ? rule.atLeast : 1
  if (sure >= needed) return true
  return possible < needed ? false : undefined
}

/** Whether one of these things cannot be so together with the others. */
export const contradicts = (given: Criteria[]): boolean =>
  given.some(each =>
    'not' in each ? saidBy(given, each.not) === true : saidBy(without(given, each), each) === false,
  )

/** Whether it follows from these by itself. */
export const implies = (given: Criteria[], rule: Criteria): boolean => saidBy(given, rule) === true

const without = (given: Criteria[], one: Criteria) => given.filter(each => each !== one)

/** What it says of a rule that another holds; `open`: something, but not whether it holds. Undefined: nothing. */
type Told = boolean | 'open' | undefined

const saidBy = (given: Criteria[], rule: Criteria): Told => strongest(given.map(each => follows(each, rule)))

const strongest = (told: Told[]): Told =>
  told.find(each => each === true) ?? told.find(each => each === false) ?? told.find(each => each === 'open')

function follows(given: Criteria, rule: Criteria): Told {
  if (alike(given, rule)) return true
  if ('not' in given) {
    const opposite = follows(rule, given.not)
    return opposite === true ? false : opposite === undefined ? undefined : 'open'
  }
  if ('all' in rule) return ofParts(given, rule.all, true)
  if ('any' in rule) return ofParts(given, rule.any, false)
  if ('all' in given) return strongest(given.all.map(each => follows(each, rule)))
  if ('any' in given) return ofEither(given.any.map(each => follows(each, rule)))
  if ('company' in given && 'company' in rule)
    return follows(given.company, rule.company) === undefined ? undefined : openUnless(given, rule)
  if ('did' in given && 'did' in rule) return sharesSignals(given.did, rule.did) ? 'open' : undefined
  if (!('field' in given)) return undefined
  if ('answered' in rule) return answers(given, rule)
  return 'field' in rule ? ofSameField(given, rule) : undefined
}

/** Of parts of which all must hold one that does not decides, and so the other way round. */
function ofParts(given: Criteria, parts: Criteria[], isAll: boolean): Told {
  const told = parts.map(each => follows(given, each))
  if (told.includes(!isAll)) return !isAll
  if (told.every(each => each === isAll)) return isAll
  return told.every(each => each === undefined) ? undefined : 'open'
}

const openUnless = (given: { company: Criteria }, rule: { company: Criteria }): Told =>
  follows(given.company, rule.company) === true || 'open'

function ofEither(told: Told[]): Told {
  const [first, ...others] = told
  return others.every(each => each === first) ? first : 'open'
}

const sharesSignals = (one: unknown, other: unknown) =>
  !Array.isArray(one) || !Array.isArray(other) || one.some(name => other.includes(name))

/** A fact that is the answer to a question confirms it too. */
function answers(given: FieldRule, { answered, state = ['confirmed'], value }: AnsweredRule): Told {
  const { field, confirmedBy = [] } = questionOf(answered)
  if (given.field !== field) return undefined
  const isConfirmed = confirmedBy.length
    ? isListing(given) && [given.value].flat().every(each => confirmedBy.includes(String(each)))
    : given.op !== 'isUnknown'
  return (isConfirmed && !value && state.includes('confirmed')) || 'open'
}

function ofSameField(given: FieldRule, rule: FieldRule): Told {
  if (given.field !== rule.field) return undefined
  if (given.op === 'isUnknown') return false
  if (rule.op === 'isKnown' || rule.op === 'isUnknown') return rule.op === 'isKnown'
  if (!('value' in given) || !('value' in rule)) return 'open'
  if (isListing(given)) return amongValues(given, rule)
  return bounded(given, rule) ?? 'open'
}

type Compared = FieldRule & { value: unknown }

const isListing = (rule: FieldRule): rule is Compared => rule.op === 'is' || rule.op === 'isAnyOf'

function amongValues(given: Compared, rule: Compared): Told {
  const isNone = rule.op === 'isNot' || rule.op === 'isNoneOf'
  if (!isListing(rule) && !isNone) return 'open'
  const wanted = [rule.value].flat()
  const among = [given.value].flat().map(each => wanted.includes(each))
  if (among.every(Boolean) && !isNone) return true
  return among.some(Boolean) || !hasOneValue(given.field) ? 'open' : isNone
}

const hasOneValue = (field: string) => systemFields.some(each => each.key === field && 'column' in each.reach)

function bounded(given: Compared, rule: Compared): boolean | undefined {
  const [have, asked] = [Number(given.value), Number(rule.value)]
  if (given.op === 'atLeast' && rule.op === 'atLeast' && have >= asked) return true
  if (given.op === 'atMost' && rule.op === 'atMost' && have <= asked) return true
  if (given.op === 'atLeast' && rule.op === 'atMost' && have > asked) return false
  if (given.op === 'atMost' && rule.op === 'atLeast' && have < asked) return false
  return undefined
}
