import { type RawBuilder, sql } from 'kysely'
import type { Known } from '../platform/kept.ts'
import { newestDefinition } from './newestDefinition.ts'

/**
 * From when whoever stands there has been there for too long, of a row of standings in the funnel of that id; null for never. By
 * the days that the definition in force allows each stage, so that nothing need be written when they pass.
 */
export const staleFrom = (
  workspaceId: Known<string>,
  standing: RawBuilder<unknown>,
  funnelId: RawBuilder<unknown>,
): RawBuilder<Date | null> =>
  sql`(${standing}.since + make_interval(hours => 24 * (${daysAllowed(workspaceId, funnelId)} ->> ${standing}.stage)::int))`

/** Days by stage, read once a statement. */
const daysAllowed = (workspaceId: Known<string>, funnelId: RawBuilder<unknown>) => sql`(
  select jsonb_object_agg(each_stage.body ->> 'key', each_stage.body -> 'staleAfterDays')
  from (select body ${newestDefinition(workspaceId, funnelId, 'lifecycle')}) defined cross join lateral jsonb_array_elements(defined.body -> 'stages') as each_stage (body)
  where each_stage.body ? 'staleAfterDays')`

type Limited = { key: string; staleAfterDays?: number }

/** The same for statements that look at a whole base: of each stage that allows so many days, since when one is stale there at `now`. */
export const staleSince = (stages: readonly Limited[], now: Date): { stage: string; since: Date }[] =>
  stages.flatMap(({ key, staleAfterDays }) =>
    staleAfterDays === undefined
      ? []
      : [{ stage: key, since: new Date(now.getTime() - staleAfterDays * 86_400_000) }],
  )
