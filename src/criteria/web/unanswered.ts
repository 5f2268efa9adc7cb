import type { DidRule } from '../criteria.ts'
import { isNeverFollowed } from '../neverFollowed.ts'

type Directions = NonNullable<DidRule['direction']>

const [theirs, ours]: Directions[] = [
  ['in', 'two'],
  ['out', 'two'],
]

/** What a rule begins with when it is to ask that nothing has answered its signals: ours may not follow theirs, nor theirs ours. */
export function unanswered(rule: DidRule): Partial<DidRule> {
  const noneSince = { did: 'anything' as const, direction: rule.direction?.includes('out') ? theirs : ours }
  if (!isNeverFollowed({ ...rule, noneSince })) return { noneSince }
  return { direction: theirs, noneSince: { ...noneSince, direction: ours } }
}
