import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import type { Known } from '../platform/kept.ts'

type Workspace = { workspaceId: Known<string> }

/** Whether the contact under that alias counts in reports, previews and files: it is live, and demo data only while nothing real has begun. */
export function counts(workspace: Workspace, alias: string): RawBuilder<SqlBool> {
  const c = sql.raw(alias)
  return sql`(${c}.deleted_at is null and (not ${c}.is_demo or not ${hasReal(workspace)}))`
}

/** Whether lists and searches show it: also demo data that somebody asked to see beside what is real, marked as such. */
export function isListed(workspace: Workspace, alias: string): RawBuilder<SqlBool> {
  const c = sql.raw(alias)
  return sql`(${counts(workspace, alias)} or ${c}.deleted_at is null and ${isDemoShown(workspace)})`
}

/** The ids of the few that do not count, for figures of the whole base: without reading all contacts. */
export const uncounted = (workspace: Workspace): RawBuilder<unknown> => sql`
  select id from contacts where workspace_id = ${workspace.workspaceId} and deleted_at is not null
  union all
  select id from contacts where workspace_id = ${workspace.workspaceId} and is_demo and deleted_at is null
    and ${hasReal(workspace)}`

/**
 * For the rest of a transaction that works out such figures. Just after an import the planner knows of few rows, and would read all contacts
 * again for each of them; and who does not count is kept in hand, however many are in the bin, instead of being gone through each time.
 */
export async function forWholeBase({ db }: Pick<Ctx, 'db'>): Promise<void> {
  await sql`select set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true)`.execute(
    db,
  )
}

/** Whether there is a contact of the workspace's own; from the first one on the demo data is hidden. */
export const hasReal = ({ workspaceId }: Workspace): RawBuilder<SqlBool> => sql`exists (select from contacts
  where workspace_id = ${workspaceId} and deleted_at is null and not is_demo)`

/** Whether somebody asked to see the demo data beside the workspace's own. */
export const isDemoShown = ({
  workspaceId,
}: Workspace): RawBuilder<SqlBool> => sql`exists (select from change_sets
  where workspace_id = ${workspaceId} and kind = 'demo' and summary @> '{"shown": true}')`
