import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'

/**
 * Which of these contacts, made by this act, are somebody's since: another act that was not undone changed them, something
 * happened with them, somebody wrote about them, or people work there who stay.
 */
export async function usedSince(ctx: Ctx, changeSetId: string, contactIds: string[]): Promise<Set<string>> {
  if (contactIds.length === 0) return new Set()
  const used = sql.join([...uses(ctx, changeSetId, 'wanted.id'), somebodyStays(ctx, changeSetId)], sql` or `)
  const { rows } = await sql<{ id: string }>`
    select wanted.id from unnest(${contactIds}::uuid[]) as wanted (id) where ${used}`.execute(ctx.db)
  return new Set(rows.map(row => row.id))
}

function uses({ workspaceId }: Ctx, changeSetId: string, contact: string) {
  const id = sql.ref(contact)
  const of = (table: string, alive: string) => sql`exists (
    select from ${sql.table(table)} x
    where x.workspace_id = ${workspaceId} and x.contact_id = ${id} and x.change_set_id is distinct from ${changeSetId}
      and x.${sql.ref(alive)} is null)`
  return [
    sql`exists (
      select from contact_changes cc join change_sets s on s.workspace_id = ${workspaceId} and s.id = cc.change_set_id
      where cc.workspace_id = ${workspaceId} and cc.contact_id = ${id} and cc.change_set_id <> ${changeSetId}
        and s.undone_at is null and s.kind <> 'undo')`,
    of('events', 'withdrawn_at'),
    of('notes', 'deleted_at'),
    of('consents', 'withdrawn_at'),
    of('tasks', 'removed_at'),
  ]
}

/** Somebody whom the act made as well and who is used, or whom another act has brought here. */
const somebodyStays = (ctx: Ctx, changeSetId: string) => sql`exists (
  select from employments e
  join contacts p on p.workspace_id = e.workspace_id and p.id = e.person_id and p.deleted_at is null
  join contact_changes cc on cc.workspace_id = e.workspace_id and cc.contact_id = e.person_id
  join change_sets s on s.workspace_id = e.workspace_id and s.id = cc.change_set_id and s.undone_at is null and s.kind <> 'undo'
  where e.workspace_id = ${ctx.workspaceId} and e.organization_id = wanted.id and case
    when cc.change_set_id = ${changeSetId} then cc.before is null and (${sql.join(uses(ctx, changeSetId, 'p.id'), sql` or `)})
    else cc.after ->> ('organization:' || wanted.id) is not null end)`
