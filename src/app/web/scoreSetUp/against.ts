import { type Criteria, type Leaf, partsOf } from '../../../criteria/criteria.ts'

type Test = (leaf: Leaf) => boolean

/** What a rule asks that is against such people, whatever it is called. */
const asks = {
  competitor: rule => 'is' in rule && rule.is === 'role' && rule.anyOf.includes('competitor'),
  careers: rule => 'did' in rule && !!rule.where?.some(each => names(each, 'careers')),
  student: rule => 'field' in rule && rule.field === 'occupation' && names(rule, 'student', 'estudiante'),
} satisfies Record<string, Test>

export type Against = keyof typeof asks

export const isAgainst = (who: Against, rule: Criteria): boolean => holds(rule, asks[who])

/** Whether somewhere that is asked, and not its contrary. */
function holds(rule: Criteria, test: Test): boolean {
  if ('not' in rule) return false
  if ('company' in rule) return holds(rule.company, test)
  if ('people' in rule) return holds(rule.people, test)
  const parts = partsOf(rule)
  return parts.length > 0 ? parts.some(part => holds(part, test)) : isLeaf(rule) && test(rule)
}

const isLeaf = (rule: Criteria): rule is Leaf => !('all' in rule || 'any' in rule || 'of' in rule)

const positive = ['is', 'isAnyOf', 'contains', 'hasWord', 'startsWith']

function names(rule: { op: string; value?: unknown }, ...words: string[]): boolean {
  const values = [rule.value].flat().map(each => String(each).toLowerCase())
  return positive.includes(rule.op) && values.some(each => words.some(word => each.startsWith(word)))
}
