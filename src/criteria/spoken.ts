import { alike } from '../platform/alike.ts'
import type { Criteria, FieldRule } from './criteria.ts'

type Scalar = string | number | boolean

/** What is said of one fact: a rule, or several about the same fact that are said at once. */
export type Fact = {
  field: string
  op: FieldRule['op'] | 'between' | 'either'
  values: Scalar[]
  /** The alternatives of `either`: between 5 and 9, or between 501 and 1,000. */
  of?: Fact[]
}

/** A rule as it is said; `hereOrAtWork` is one asked of the contact or else of its organisation. */
export type Spoken = Criteria | { fact: Fact } | { hereOrAtWork: Criteria }

type Combine = (one: Fact, other: Fact) => Fact | undefined

/** Rules that must all hold, with both bounds of a fact in one. */
export const saidOfAll = (rules: Criteria[]): Spoken[] => together(rules, bounds)

/** Rules of which one must hold, with the alternatives of a fact in one. */
export function saidOfAny(rules: Criteria[]): Spoken[] {
  const [rule, atWork] = rules
  if (rules.length === 2 && rule && atWork && 'company' in atWork && alike(rule, atWork.company))
    return [{ hereOrAtWork: rule }]
  return together(rules, alternatives)
}

function together(rules: Criteria[], combine: Combine): Spoken[] {
  const said: Spoken[] = []
  for (const rule of rules) {
    const fact = factOf(rule)
    const place = said.findIndex(each => fact && combinedIn(each, fact, combine))
    const combined = fact && combinedIn(said[place], fact, combine)
    if (combined) said[place] = { fact: combined }
    else said.push(fact ? { fact } : rule)
  }
  return said
}

const combinedIn = (said: Spoken | undefined, fact: Fact, combine: Combine) =>
  said && 'fact' in said && said.fact.field === fact.field ? combine(said.fact, fact) : undefined

/** The fact that a rule is about, if it is about only one. */
export function factOf(rule: Spoken): Fact | undefined {
  if ('all' in rule && rule.all.length > 1) return only(saidOfAll(rule.all))
  return 'fact' in rule || 'field' in rule ? factIn(rule) : undefined
}

export function factIn(rule: FieldRule | { fact: Fact }): Fact {
  if ('fact' in rule) return rule.fact
  return { field: rule.field, op: rule.op, values: 'value' in rule ? [rule.value].flat() : [] }
}

const only = ([first, ...others]: Spoken[]) =>
  first && others.length === 0 && 'fact' in first ? first.fact : undefined

function bounds(one: Fact, other: Fact): Fact | undefined {
  const [least, most] = one.op === 'atLeast' ? [one, other] : [other, one]
  if (least.op !== 'atLeast' || most.op !== 'atMost') return undefined
  return { field: one.field, op: 'between', values: [...least.values, ...most.values] }
}

const listed = ['is', 'isAnyOf', 'contains', 'hasWord', 'startsWith']

function alternatives(one: Fact, other: Fact): Fact | undefined {
  if (one.op === other.op && listed.includes(one.op))
    return { ...one, values: [...one.values, ...other.values] }
  if (!isAmount(one) || !isAmount(other)) return undefined
  return { field: one.field, op: 'either', values: [], of: [...(one.of ?? [one]), ...(other.of ?? [other])] }
}

const amounts = ['atLeast', 'atMost', 'above', 'below', 'between', 'either']

/** Whether it compares a number with others. */
export const isAmount = ({ op }: Pick<Fact, 'op'>): boolean => amounts.includes(op)
