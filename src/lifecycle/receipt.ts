import { type Criteria, isBranch, type Leaf, leastOf, partsOf } from '../criteria/criteria.ts'
import type { Evidence, Explained } from '../criteria/explain.ts'

/** One thing that decided: a rule of the criterion, whether it holds, and the fact, the events or the linked contact that say so. */
export type Reason = {
  rule: Leaf | { company: Criteria } | { people: Criteria }
  holds: boolean
  value?: unknown
  count?: number
  events?: Evidence[]
  /** The person or organisation that it is about, when that is not the contact itself. */
  contact?: { id: string; name: string }
}

/** Why a contact moved: what holds of the stage that it came to and, when it went back, what no longer holds of the one it left. */
export type Receipt = {
  because: Reason[]
  noLonger: Reason[]
  fit: number
  engagement: number
  total: number
}

/** The rules that made the criterion hold, or kept it from holding: those without which the answer could be another. */
export function reasons(node: Explained, contact?: Reason['contact']): Reason[] {
  const { rule, of, contacts, ...answer } = node
  if (contacts?.length)
    return contacts.filter(each => each.why.holds === node.holds).flatMap(each => reasons(each.why, each))
  if (!isBranch(rule))
    return [{ rule: rule as Reason['rule'], ...answer, ...(contact && { contact: named(contact) }) }]
  const holds = 'not' in rule ? !node.holds : node.holds
  return (of ?? []).filter(part => part.holds === holds).flatMap(part => reasons(part, contact))
}

const named = ({ id, name }: { id: string; name: string }) => ({ id, name })

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

function completedBy(
  rule: Extract<Criteria, { did: unknown }>,
  { events = [] }: Explained,
): Date | undefined {
  const oldestFirst = events.map(event => new Date(event.at)).reverse()
  return oldestFirst[Math.max(0, leastOf(rule) - 1)]
}

const inOrder = (dates: (Date | undefined)[]): Date[] =>
  dates.filter(date => date !== undefined).sort((a, b) => a.getTime() - b.getTime())

const earliest = (dates: (Date | undefined)[]): Date | undefined => inOrder(dates)[0]
