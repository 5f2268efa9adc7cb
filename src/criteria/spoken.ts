import { alike } from '../platform/alike.ts'
import {
  type AnsweredRule,
  type Criteria,
  type DidRule,
  type FieldRule,
  type IsRule,
  leastOf,
  type ScoreRule,
} from './criteria.ts'

type Scalar = string | number | boolean

/** What is said of one fact: a rule, or several about the same fact that are said at once. */
export type Fact = {
  field: string
  op: FieldRule['op'] | 'between' | 'either'
  values: Scalar[]
  /** The alternatives of `either`: between 5 and 9, or between 501 and 1,000. */
  of?: Fact[]
}

/**
 * A criterion as it is said: denials stand at what is denied, and what is joined in the same way is one list. What is asked
 * `hereOrAtWork` may be so of the contact or else of its organisation.
 */
export type Spoken =
  | { all: Spoken[] }
  | { any: Spoken[] }
  | SpokenChoice
  | SpokenLink
  | { fact: Fact; yes: boolean }
  | SpokenDeed
  | { leaf: IsRule | ScoreRule | AnsweredRule; yes: boolean }

export type SpokenChoice = { of: Spoken[]; atLeast: number; yes: boolean }

export type SpokenLink = {
  of: Spoken
  who: 'company' | 'people' | 'hereOrAtWork'
  atLeast?: number
  yes: boolean
}

/** How often, or not so often (`yes`); in an opposite the other conditions are denied too, and each is enough by itself. */
export type SpokenDeed = { deed: DidRule; yes: boolean; isOpposite: boolean }

/** The rule (`yes`) or its opposite. */
export function spoken(rule: Criteria, yes = true): Spoken {
  const fact = factOf(rule)
  if (fact) return { fact, yes }
  if ('not' in rule) return spoken(rule.not, !yes)
  if ('all' in rule) return listed(saidOfAll(rule.all), yes, yes)
  if ('any' in rule) return listed(saidOfAny(rule.any), yes, !yes)
  if ('of' in rule) return { of: rule.of.map(each => spoken(each)), atLeast: rule.atLeast, yes }
  if ('company' in rule) return { of: spoken(rule.company), who: 'company', yes }
  if ('people' in rule) return { of: spoken(rule.people), who: 'people', atLeast: rule.atLeast, yes }
  if ('did' in rule) return spokenDeed(rule, yes)
  return 'is' in rule ? spokenStanding(rule, yes) : { leaf: rule as ScoreRule | AnsweredRule, yes }
}

function listed(parts: Part[], yes: boolean, isAll: boolean): Spoken {
  const said = parts.map((part): Spoken => {
    if ('fact' in part) return { fact: part.fact, yes }
    return 'hereOrAtWork' in part
      ? { of: spoken(part.hereOrAtWork), who: 'hereOrAtWork', yes }
      : spoken(part, yes)
  })
  const list = said.flatMap(each => (isAll ? 'all' in each && each.all : 'any' in each && each.any) || [each])
  const [only] = list
  if (only && list.length === 1) return only
  return isAll ? { all: list } : { any: list }
}

function spokenDeed(rule: DidRule, yes: boolean): Spoken {
  const { atLeast: _, atMost, minus, ...rest } = rule
  const { notWithinDays: __, noneSince: ___, ...plain } = rest
  if (leastOf(rule) > 0) return counted(rule, yes)
  // Of what need not have happened the other conditions ask only once it has.
  if (atMost === undefined) {
    if (!rest.notWithinDays && !rest.noneSince) return yes ? { all: [] } : { any: [] }
    return spoken({ any: [{ ...plain, atMost: 0 }, rest] }, yes)
  }
  return counted(atMost === 0 && !minus ? { ...plain, atMost } : rule, yes)
}

function counted(rule: DidRule, yes: boolean): SpokenDeed {
  if (yes) return { deed: rule, yes, isOpposite: false }
  const { atLeast: _, atMost, ...rest } = rule
  const least = leastOf(rule)
  const isOpposite = true
  if (atMost === undefined) return { deed: { ...rest, atMost: least - 1 }, yes: true, isOpposite }
  return least === 0
    ? { deed: { ...rest, atLeast: atMost + 1 }, yes: true, isOpposite }
    : { deed: rule, yes, isOpposite }
}

/** To have no stage or to be in one of these. */
function spokenStanding(leaf: IsRule, yes: boolean): Spoken {
  const anyOf = leaf.anyOf.filter(each => each !== 'none')
  if (leaf.is !== 'stage' || anyOf.length === 0 || anyOf.length === leaf.anyOf.length) return { leaf, yes }
  const parts: Spoken[] = [
    { leaf: { ...leaf, anyOf: ['none'] }, yes },
    { leaf: { ...leaf, anyOf }, yes },
  ]
  return yes ? { any: parts } : { all: parts }
}

/** A rule of a list, or several of them in one. */
type Part = Criteria | { fact: Fact } | { hereOrAtWork: Criteria }

type Combine = (one: Fact, other: Fact) => Fact | undefined

/** Rules that must all hold, with both bounds of a fact in one. */
const saidOfAll = (rules: Criteria[]): Part[] => together(rules, bounds)

/** Rules of which one must hold, with the alternatives of a fact in one. */
function saidOfAny(rules: Criteria[]): Part[] {
  const [rule, atWork] = rules
  if (rules.length === 2 && rule && atWork && 'company' in atWork && alike(rule, atWork.company))
    return [{ hereOrAtWork: rule }]
  return together(rules, alternatives)
}

function together(rules: Criteria[], combine: Combine): Part[] {
  const said: Part[] = []
  for (const rule of rules) {
    const fact = factOf(rule)
    const place = said.findIndex(each => fact && combinedIn(each, fact, combine))
    const combined = fact && combinedIn(said[place], fact, combine)
    if (combined) said[place] = { fact: combined }
    else said.push(fact ? { fact } : rule)
  }
  return said
}

const combinedIn = (said: Part | undefined, fact: Fact, combine: Combine) =>
  said && 'fact' in said && said.fact.field === fact.field ? combine(said.fact, fact) : undefined

/** The fact that a rule is about, if it is about only one. */
function factOf(rule: Criteria): Fact | undefined {
  if ('all' in rule && rule.all.length > 1) return only(saidOfAll(rule.all))
  if (!('field' in rule)) return undefined
  return { field: rule.field, op: rule.op, values: 'value' in rule ? [rule.value].flat() : [] }
}

const only = ([first, ...others]: Part[]) =>
  first && others.length === 0 && 'fact' in first ? first.fact : undefined

function bounds(one: Fact, other: Fact): Fact | undefined {
  const [least, most] = one.op === 'atLeast' ? [one, other] : [other, one]
  if (least.op !== 'atLeast' || most.op !== 'atMost') return undefined
  return { field: one.field, op: 'between', values: [...least.values, ...most.values] }
}

const several = ['is', 'isAnyOf', 'contains', 'hasWord', 'startsWith']

function alternatives(one: Fact, other: Fact): Fact | undefined {
  if (one.op === other.op && several.includes(one.op))
    return { ...one, values: [...one.values, ...other.values] }
  if (!isAmount(one) || !isAmount(other)) return undefined
  return { field: one.field, op: 'either', values: [], of: [...(one.of ?? [one]), ...(other.of ?? [other])] }
}

const amounts = ['atLeast', 'atMost', 'above', 'below', 'between', 'either']

/** Whether it compares a number with others. */
export const isAmount = ({ op }: Pick<Fact, 'op'>): boolean => amounts.includes(op)
