import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'

/** Whether the contact under that alias counts: it is live, and no demo contact once there are real ones. */
export function counts(ctx: Ctx, alias: string): RawBuilder<SqlBool> {
  const c = sql.raw(alias)
  return sql`(${c}.deleted_at is null and (not ${c}.is_demo or not exists (select from contacts
    where workspace_id = ${ctx.workspaceId} and deleted_at is null and not is_demo)))`
}
