import type { Criteria } from './criteria.ts'

export type NamedSegment = { id: string; about?: 'person' | 'organization' | 'contact'; criteria: Criteria }

/** The criterion with those of the segments that it names in their place, so that one statement can answer all of them. */
export function expanded(rule: Criteria, segments: NamedSegment[]): Criteria {
  const inside = (part: Criteria) => expanded(part, segments)
  if ('is' in rule && rule.is === 'segment')
    return {
      any: rule.anyOf.flatMap(id =>
        segments.filter(each => each.id === id).map(each => whole(each, segments)),
      ),
    }
  if ('all' in rule) return { all: rule.all.map(inside) }
  if ('any' in rule) return { any: rule.any.map(inside) }
  if ('of' in rule) return { ...rule, of: rule.of.map(inside) }
  if ('not' in rule) return { not: inside(rule.not) }
  if ('company' in rule) return { company: inside(rule.company) }
  if ('people' in rule) return { ...rule, people: inside(rule.people) }
  return rule
}

/** A segment as a criterion of any contact: also of which kind. */
export function whole({ about = 'contact', criteria }: NamedSegment, segments: NamedSegment[]): Criteria {
  const rule = expanded(criteria, segments)
  return about === 'contact' ? rule : { all: [{ field: 'kind', op: 'is', value: about }, rule] }
}
