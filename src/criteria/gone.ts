import type { Criteria } from './criteria.ts'
import { type Nameable, type Problem, problemsOf } from './problems.ts'

const codes: Problem['code'][] = ['unknown_field', 'unknown_signal', 'unknown_segment']

/** What a criterion asks for that is not there any more, and what is left of it without that: undefined when that is nothing. */
export function withoutGone(rule: Criteria, known: Nameable): { gone: Problem[]; left?: Criteria } {
  const gone = problemsOf(rule, known).filter(({ code }) => codes.includes(code))
  const rules = new Set(gone.map(problem => problem.rule))
  return { gone, left: gone.length ? without(rules, rule) : rule }
}

function without(gone: Set<Criteria>, rule: Criteria): Criteria | undefined {
  const of = (rules: Criteria[]) => rules.flatMap(each => without(gone, each) ?? [])
  const some = (rules: Criteria[], whole: (left: Criteria[]) => Criteria) => {
    const left = of(rules)
    return left.length || !rules.length ? whole(left) : undefined
  }
  const one = (inner: Criteria, whole: (left: Criteria) => Criteria) => of([inner]).map(whole)[0]
  if (gone.has(rule)) return undefined
  if ('all' in rule) return some(rule.all, all => ({ all }))
  if ('any' in rule) return some(rule.any, any => ({ any }))
  if ('of' in rule) return some(rule.of, of => ({ of, atLeast: Math.min(rule.atLeast, of.length) }))
  if ('not' in rule) return one(rule.not, not => ({ not }))
  if ('company' in rule) return one(rule.company, company => ({ company }))
  if ('people' in rule) return one(rule.people, people => ({ ...rule, people }))
  return rule
}
