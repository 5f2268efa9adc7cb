import { alike } from '../platform/alike.ts'
import { type Criteria, isPlain } from './criteria.ts'

/** One part in which two criteria differ. `joint` is how it stands among its neighbours; absent where the whole differs. */
export type Differing = { was?: Criteria; is?: Criteria; joint?: 'all' | 'any' }

/** The smallest parts in which they differ: of a criterion in which one number changed, the rule with that number. */
export function differingParts(was: Criteria, is: Criteria): Differing[] {
  if (alike(was, is)) return []
  const [before, after] = [branchOf(was), branchOf(is)]
  if (!before || !after || before.joint !== after.joint) return bySignal(was, is) ?? [{ was, is }]
  const gone = without(before.rules, after.rules)
  const come = without(after.rules, before.rules)
  const [oldOne, newOne] = [gone[0], come[0]]
  if (oldOne && newOne && gone.length === 1 && come.length === 1)
    return differingParts(oldOne, newOne).map(part => ({ joint: before.joint, ...part }))
  const paired = gone.length === come.length
  return paired
    ? gone.map((was, place) => ({ was, is: come[place], joint: before.joint }))
    : [...gone.map(was => ({ was, joint: before.joint })), ...come.map(is => ({ is, joint: before.joint }))]
}

function branchOf(rule: Criteria): { joint: 'all' | 'any'; rules: Criteria[] } | undefined {
  if ('all' in rule) return { joint: 'all', rules: rule.all }
  return 'any' in rule ? { joint: 'any', rules: rule.any } : undefined
}

/** Of two that ask for any of several signals, and otherwise for the same, the signals that came and went. */
function bySignal(was: Criteria, is: Criteria): Differing[] | undefined {
  if (!('did' in was && 'did' in is && Array.isArray(was.did) && Array.isArray(is.did))) return undefined
  const [before, after] = [was.did, is.did]
  const isOtherwiseSame = alike({ ...was, did: [] }, { ...is, did: [] })
  // Else it is all of them together that decide, and one more may ask for less or for more.
  if (!isOtherwiseSame || !isPlain(was)) return undefined
  const [gone, come] = [without(before, after), without(after, before)]
  if (gone.length === before.length) return undefined
  return [
    ...(gone.length ? [{ was: { ...was, did: gone } as Criteria, joint: 'any' as const }] : []),
    ...(come.length ? [{ is: { ...is, did: come } as Criteria, joint: 'any' as const }] : []),
  ]
}

const without = <T>(those: T[], others: T[]) =>
  those.filter(each => !others.some(other => alike(each, other)))
