import { type Criteria, isBranch, type Leaf } from './criteria.ts'
import type { Evidence, Explained } from './explain.ts'

/** One thing that decided: a rule of the criterion, whether it holds, and the fact, the events or the linked contact that say so. */
export type Reason = {
  rule: Leaf | { company: Criteria } | { people: Criteria }
  holds: boolean
  value?: unknown
  count?: number
  events?: Evidence[]
  unless?: Evidence | null
  /** The person or organisation that it is about, when that is not the contact itself. */
  contact?: { id: string; name: string; kind?: 'person' | 'organization' }
}

/** The rules that made the criterion hold, or kept it from holding: those without which the answer could be another. */
export function reasons(node: Explained, contact?: Reason['contact']): Reason[] {
  const { rule, of, contacts, ...answer } = node
  if (contacts?.length)
    return contacts
      .filter(each => each.why.holds === node.holds)
      .flatMap(each => reasons(each.why, { ...each, kind: 'company' in rule ? 'organization' : 'person' }))
  if (!isBranch(rule))
    return [{ rule: rule as Reason['rule'], ...answer, ...(contact && { contact: named(contact) }) }]
  const holds = 'not' in rule ? !node.holds : node.holds
  return (of ?? []).filter(part => part.holds === holds).flatMap(part => reasons(part, contact))
}

/** What came later than everything that the rule counts, although it asks for none of it since. */
export const followedBy = ({
  events = [],
  unless,
}: Pick<Reason, 'events' | 'unless'>): Evidence | undefined =>
  unless && events[0] && unless.at > events[0].at ? unless : undefined

const named = ({ id, name, kind }: NonNullable<Reason['contact']>) => ({ id, name, kind })
