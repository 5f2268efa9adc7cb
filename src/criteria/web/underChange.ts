import { alike } from '../../platform/alike.ts'
import type { Criteria } from '../criteria.ts'
import { isComplete } from './rules.ts'

/** The rule that is open, as it was typed last, and which of the pills it is. */
export type UnderChange = { index: number; rule: Criteria }

/** The pills: the rules that filter, with the one under change in its place. */
export const pillsOf = (rules: Criteria[], under: UnderChange | undefined): Criteria[] => {
  if (!under) return rules
  return under.index < rules.length ? rules.with(under.index, under.rule) : [...rules, under.rule]
}

/** What filters then: a rule that loses its value filters as before, until it has another or is closed without one. */
export const changed = (rules: Criteria[], under: UnderChange): Criteria[] =>
  isComplete(under.rule) ? pillsOf(rules, under) : rules

/** What is closed without a value is gone. */
export const closed = (rules: Criteria[], under: UnderChange | undefined): Criteria[] =>
  under && under.index < rules.length && !isComplete(under.rule) ? rules.toSpliced(under.index, 1) : rules

export type Pill = { id: number; rule: Criteria }

/** Each rule with an id that stays its own when others go or come beside it, and when it is the one that changes. */
export function identified(before: Pill[], rules: Criteria[]): Pill[] {
  const left = [...before]
  const same = rules.map(rule => {
    const place = left.findIndex(pill => alike(pill.rule, rule))
    return place < 0 ? undefined : left.splice(place, 1)[0]
  })
  const unused = 1 + Math.max(0, ...before.map(({ id }) => id))
  return rules.map((rule, place) => ({ id: (same[place] ?? left.shift())?.id ?? unused + place, rule }))
}
