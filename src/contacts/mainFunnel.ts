import { sql } from 'kysely'
import type { Known } from '../platform/kept.ts'

/** The id of the workspace's main funnel, as an expression: what is meant wherever no other is named. */
export const mainFunnel = (workspaceId: Known<string>) => sql`(select id from funnels
  where workspace_id = ${workspaceId} and archived_at is null order by position, created_at, id limit 1)`
