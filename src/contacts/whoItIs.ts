import { type RawBuilder, sql } from 'kysely'
import type { Known } from '../platform/kept.ts'

/** The columns of who it is, of the contact under that alias. For the few rows that are shown: each looks up an employer. */
export function whoItIsOf(workspaceId: Known<string>, alias: string): RawBuilder<unknown> {
  const c = sql.raw(alias)
  return sql`
    case ${c}.kind when 'person' then ${c}.job_title else ${c}.sector end as doing,
    case ${c}.kind when 'person' then (
      select o.display_name from employments e join contacts o on o.workspace_id = e.workspace_id and o.id = e.organization_id
      where e.workspace_id = ${workspaceId} and e.person_id = ${c}.id and o.deleted_at is null
      order by e.is_primary desc, e.created_at limit 1) else ${c}.city end as "where"`
}
