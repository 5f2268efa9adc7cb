import { type RawBuilder, sql } from 'kysely'
import type { Known } from '../platform/kept.ts'

/** From the definition of a kind that is in force in the funnel of that id: `select body -> … ${newestDefinition(…)}`. */
export const newestDefinition = (
  workspaceId: Known<string>,
  funnelId: RawBuilder<unknown>,
  kind: 'lifecycle' | 'score',
): RawBuilder<unknown> => sql`
  from definitions where workspace_id = ${workspaceId} and funnel_id = ${funnelId} and kind = ${sql.lit(kind)}
  order by version desc limit 1`
