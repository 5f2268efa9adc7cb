import type { Criteria } from '../criteria.ts'
import { isComplete } from './rules.ts'

/** A rule whose value is still to be given, and which of the pills it is. */
export type UnderChange = { index: number; rule: Criteria }

/** The pills: the rules that filter, with the one under change in its place. */
export const pillsOf = (rules: Criteria[], under: UnderChange | undefined): Criteria[] => {
  if (!under) return rules
  return under.index < rules.length ? rules.with(under.index, under.rule) : [...rules, under.rule]
}

/** A rule that loses its value keeps its pill and filters as before, until it has another value or is closed without one. */
export function changed(rules: Criteria[], { index, rule }: UnderChange) {
  if (!isComplete(rule)) return { rules, under: { index, rule } }
  return { rules: pillsOf(rules, { index, rule }), under: undefined }
}

/** What is closed without a value is gone. */
export const closed = (rules: Criteria[], under: UnderChange | undefined): Criteria[] =>
  under && under.index < rules.length ? rules.toSpliced(under.index, 1) : rules
