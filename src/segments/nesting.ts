import { sql } from 'kysely'
import { type Criteria, partsOf } from '../criteria/criteria.ts'
import type { NamedSegment } from '../criteria/expanded.ts'
import type { Ctx } from '../platform/ctx.ts'
import { kept } from '../platform/kept.ts'

export type About = 'person' | 'organization' | 'contact'
export type Segment = { id: string; name: string; about: About; criteria: Criteria; definedAt: Date }

/** The segments that are not deleted, oldest first. */
export const allSegments = (ctx: Pick<Ctx, 'db' | 'workspaceId'>): Promise<Segment[]> =>
  there(ctx, { workspaceId: ctx.workspaceId })

const there = kept<{ workspaceId: string }, Segment>(
  ({ workspaceId }) => sql`
    select id, name, about, criteria, defined_at from segments
    where workspace_id = ${workspaceId} and deleted_at is null order by created_at, id`,
)

/** How many rules a criterion has with those of the segments that it names. */
export function sizeOf(rule: Criteria, segments: NamedSegment[], known = new Map<string, number>()): number {
  if ('is' in rule && rule.is === 'segment') {
    const sizes = rule.anyOf.map(id => sizeOfNamed(id, segments, known))
    return sizes.reduce((sum, size) => sum + size, 1)
  }
  const parts = 'company' in rule ? [rule.company] : 'people' in rule ? [rule.people] : partsOf(rule)
  return parts.reduce((sum, part) => sum + sizeOf(part, segments, known), 1)
}

function sizeOfNamed(id: string, segments: NamedSegment[], known: Map<string, number>): number {
  const found = known.get(id)
  if (found !== undefined) return found
  const segment = segments.find(each => each.id === id)
  const size = segment ? sizeOf(segment.criteria, segments, known) : 0
  known.set(id, size)
  return size
}
