import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'

/**
 * Whether the contact under that alias counts: in lists, searches and reports it is there. It is live, and when it is demo
 * data then nothing real has begun, or somebody wants to see the demo beside it.
 */
export function counts(ctx: Ctx, alias: string): RawBuilder<SqlBool> {
  const c = sql.raw(alias)
  return sql`(${c}.deleted_at is null and (not ${c}.is_demo or not ${hasReal(ctx)} or ${isDemoShown(ctx)}))`
}

/** Whether there is a contact of the workspace's own; from the first one on the demo data is hidden. */
export const hasReal = (ctx: Ctx): RawBuilder<SqlBool> => sql`exists (select from contacts
  where workspace_id = ${ctx.workspaceId} and deleted_at is null and not is_demo)`

/** Whether somebody asked to see the demo data beside the workspace's own. */
export const isDemoShown = (ctx: Ctx): RawBuilder<SqlBool> => sql`exists (select from change_sets
  where workspace_id = ${ctx.workspaceId} and kind = 'demo' and summary @> '{"shown": true}')`
