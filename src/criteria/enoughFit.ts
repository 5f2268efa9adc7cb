import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Known } from '../platform/kept.ts'
import { newestDefinition } from './newestDefinition.ts'

/**
 * Whether the fit of a row of standings in the funnel of that id is worth a contact, by the least that the score in force asks; of
 * whoever is at the end of the funnel it asks nothing, nor of anybody where it names none.
 */
export const hasEnoughFit = (
  workspaceId: Known<string>,
  standing: RawBuilder<unknown>,
  funnelId: RawBuilder<unknown>,
): RawBuilder<SqlBool> => {
  const least = sql`select (body ->> 'contactFrom')::int ${newestDefinition(workspaceId, funnelId, 'score')}`
  const last = sql`select body -> 'stages' -> -1 ->> 'key' ${newestDefinition(workspaceId, funnelId, 'lifecycle')}`
  return sql`(coalesce(${standing}.fit >= (${least}), true) or coalesce(${standing}.stage = (${last}), false))`
}
