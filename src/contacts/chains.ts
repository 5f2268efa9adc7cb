import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'

/**
 * For `with recursive`: each of these acts with the one that it undid, the one that that one undid, and so on (`act`, `id`, `place`
 * from 1, `taken_back`). One that took a single event of another back (answersOfEvents.ts) stands for itself.
 */
export const chainsOf = ({ workspaceId }: Ctx, acts: string[]) => sql`chain as (
  select id as act, id, undoes, summary, 1 as place, false as taken_back from change_sets
  where workspace_id = ${workspaceId} and id = any(${acts}::uuid[])
  union all
  select chain.act, s.id, s.undoes, s.summary, chain.place + 1, not chain.taken_back from chain
  join change_sets s on s.workspace_id = ${workspaceId} and s.id = chain.undoes
  where not chain.summary ? 'tookBack'
)`
