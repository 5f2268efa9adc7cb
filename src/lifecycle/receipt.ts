import { type DidRule, isBranch, leastOf, partsOf } from '../criteria/criteria.ts'
import type { Evidence, Explained } from '../criteria/explain.ts'
import type { Reason } from '../criteria/reasons.ts'

export type { Reason }

/** Why a contact moved: what holds of the stage that it came to and, when it went back, what no longer holds of the one it left. */
export type Receipt = {
  because: Reason[]
  noLonger: Reason[]
  fit: number
  engagement: number
  total: number
  /** It stands where nobody goes back from and it had come before, without the criterion holding now. */
  hasComeBefore?: true
}

/**
 * The instant from which a criterion that holds has held, as far as its evidence tells: of events, the one that completed what
 * the rule asks; of facts, the contact's last edit. Undefined when nothing in it has a date.
 */
export function heldSince(node: Explained, factsSince: Date): Date | undefined {
  const { rule, of = [], contacts = [] } = node
  if (!node.holds || 'not' in rule) return undefined
  if ('did' in rule) return completedBy(rule, node)
  if (contacts.length) return earliest(contacts.map(each => heldSince(each.why, factsSince)))
  if (!isBranch(rule)) return factsSince
  const dates = of.filter(part => part.holds).map(part => heldSince(part, factsSince))
  if ('any' in rule) return earliest(dates)
  const needed = 'of' in rule ? rule.atLeast : partsOf(rule).length
  const undated = dates.filter(date => !date).length
  return inOrder(dates)[needed - 1 - undated]
}

/** Enough of them; and the first after the last of those that may not come since. */
function completedBy(rule: DidRule, { events = [], unless }: Explained): Date | undefined {
  const enough = inOrder(events.map(dateOf))[Math.max(0, leastOf(rule) - 1)]
  const since = events.filter(({ at }) => !unless || at >= unless.at)
  return inOrder([enough, earliest(since.map(dateOf))]).at(-1)
}

const dateOf = ({ at, since = at }: Evidence) => new Date(since)

const inOrder = (dates: (Date | undefined)[]): Date[] =>
  dates.filter(date => date !== undefined).sort((a, b) => a.getTime() - b.getTime())

const earliest = (dates: (Date | undefined)[]): Date | undefined => inOrder(dates)[0]
