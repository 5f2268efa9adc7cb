import { sql } from 'kysely'
import { areAmong, type Range } from '../contacts/contacts.ts'
import { type Criteria, partsOf } from '../criteria/criteria.ts'
import { expanded } from '../criteria/expanded.ts'
import { definingSegments } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { allSegments, type Segment } from './nesting.ts'

/**
 * Locks, where there are segments, all the contacts that a reaction to these will come to lock: people first, then organisations.
 * A reaction that took more people on when it held organisations could wait for one that waits for it.
 */
export async function holdForSegments(ctx: Ctx, contactIds: readonly string[]): Promise<void> {
  const segments = await allSegments(ctx)
  if (segments.length === 0) return
  // Where definitions name segments, whoever is linked to those who enter or leave one is placed too.
  const isDefining = (await definingSegments(ctx)).size > 0
  if (isDefining || areLinked(segments)) await lockLinked(ctx, contactIds, isDefining ? 5 : 3)
}

/** Locks these contacts and those whom so many employments link to them. */
async function lockLinked(ctx: Ctx, contactIds: readonly string[], steps: number): Promise<void> {
  const { workspaceId } = ctx
  await sql`
    with recursive reached (id, step) as (
      select unnest(${contactIds}::uuid[]), 0
      union
      select other.id, step + 1 from reached cross join lateral (
        select person_id as id from employments where workspace_id = ${workspaceId} and organization_id = reached.id
        union all
        select organization_id from employments where workspace_id = ${workspaceId} and person_id = reached.id) other
      where step < ${steps}
    )
    select from contacts where workspace_id = ${workspaceId} and id in (select id from reached)
    order by kind desc, id for no key update`.execute(ctx.db)
}

/**
 * The contacts, and those linked to them if asked for, locked as a restaging locks them (people first, by id), so that two who look
 * at the same contact do so one after the other.
 */
export async function locked(ctx: Ctx, contactIds: readonly string[], areLinked: boolean): Promise<string[]> {
  const { workspaceId } = ctx
  const linked = sql`union
    select person_id from employments where workspace_id = ${workspaceId} and organization_id = any(${contactIds}::uuid[]) union
    select organization_id from employments where workspace_id = ${workspaceId} and person_id = any(${contactIds}::uuid[])`
  const { rows } = await sql<{ id: string }>`
    select id from contacts where workspace_id = ${workspaceId}
      and id in (select unnest(${contactIds}::uuid[]) ${areLinked ? linked : sql``})
    order by kind desc, id for no key update`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

/** The same of a range of contacts, in the same order. */
export async function lockAmong(ctx: Ctx, range: Range): Promise<void> {
  await sql`
    select count(*) from (
      select from contacts where workspace_id = ${ctx.workspaceId} and ${areAmong('id', range)}
      order by kind desc, id for no key update) held`.execute(ctx.db)
}

export const areLinked = (segments: Segment[]) =>
  segments.some(each => asksOfOthers(expanded(each.criteria, segments)))

function asksOfOthers(rule: Criteria): boolean {
  return 'company' in rule || 'people' in rule || partsOf(rule).some(asksOfOthers)
}
