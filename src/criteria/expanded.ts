import type { Criteria, Leaf } from './criteria.ts'

export type NamedSegment = { id: string; about?: 'person' | 'organization' | 'contact'; criteria: Criteria }

/** The criterion with each of its leaves put through a change, also those about linked contacts. */
export function withLeaves(rule: Criteria, change: (leaf: Leaf) => Criteria): Criteria {
  const inside = (part: Criteria) => withLeaves(part, change)
  if ('company' in rule) return { company: inside(rule.company) }
  if ('people' in rule) return { ...rule, people: inside(rule.people) }
  if ('all' in rule) return { all: rule.all.map(inside) }
  if ('any' in rule) return { any: rule.any.map(inside) }
  if ('of' in rule) return { ...rule, of: rule.of.map(inside) }
  if ('not' in rule) return { not: inside(rule.not) }
  return change(rule)
}

/** The criterion with those of the segments that it names in their place, so that one statement can answer all of them. */
export const expanded = (rule: Criteria, segments: NamedSegment[]): Criteria =>
  withLeaves(rule, leaf =>
    'is' in leaf && leaf.is === 'segment'
      ? {
          any: leaf.anyOf.flatMap(id =>
            segments.filter(each => each.id === id).map(each => whole(each, segments)),
          ),
        }
      : leaf,
  )

/** A segment as a criterion of any contact: also of which kind. */
export function whole({ about = 'contact', criteria }: NamedSegment, segments: NamedSegment[]): Criteria {
  const rule = expanded(criteria, segments)
  return about === 'contact' ? rule : { all: [{ field: 'kind', op: 'is', value: about }, rule] }
}
