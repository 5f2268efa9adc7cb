import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Known } from '../platform/kept.ts'

/**
 * Whether the fit of a row of standings in the funnel of that id is worth a contact, by the least that the score in force asks; of
 * whoever is at the end of the funnel it asks nothing, nor of anybody where it names none.
 */
export const hasEnoughFit = (
  workspaceId: Known<string>,
  standing: RawBuilder<unknown>,
  funnelId: RawBuilder<unknown>,
): RawBuilder<SqlBool> => {
  const inForce = (kind: 'score' | 'lifecycle') => sql`
    from definitions where workspace_id = ${workspaceId} and funnel_id = ${funnelId} and kind = ${sql.lit(kind)}
    order by version desc limit 1`
  return sql`(coalesce(${standing}.fit >= (select (body ->> 'contactFrom')::int ${inForce('score')}), true)
    or coalesce(${standing}.stage = (select body -> 'stages' -> -1 ->> 'key' ${inForce('lifecycle')}), false))`
}
