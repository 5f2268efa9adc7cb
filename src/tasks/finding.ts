import { type RawBuilder, sql } from 'kysely'
import { auditEach } from '../audit/audit.ts'
import { markChanged } from '../contacts/contacts.ts'
import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/ids.ts'
import type { TaskKind } from './contract.ts'
import { act } from './tasks.ts'

type Found = { id: string; contactId: string; name: string; kind: TaskKind; isHeld: boolean }

/**
 * What had to be found out and is known now: somebody decides in the organisation of these contacts, or they do. A task that
 * somebody else has in hand is looked at again when they are done: to wait here could be to wait for each other.
 */
export async function finishFound(ctx: Ctx, contactIds: readonly string[]): Promise<void> {
  const { workspaceId } = ctx
  const { rows: found } = await sql<Found>`
    with found as materialized (
      select t.id, t.contact_id, c.display_name as name, t.kind from tasks t
      join contacts c on c.workspace_id = t.workspace_id and c.id = t.contact_id
      where t.workspace_id = ${workspaceId} and t.done_at is null and t.removed_at is null and t.kind = 'find_decider'
        and ${isAbout(ctx, contactIds)} and ${somebodyDecides}
    ), free as materialized (
      select id from tasks where workspace_id = ${workspaceId} and id in (select id from found) and done_at is null
      for update skip locked
    )
    select found.*, free.id is null as is_held from found left join free on free.id = found.id`.execute(
    ctx.db,
  )
  const [held, rows] = [found.filter(row => row.isHeld), found.filter(row => !row.isHeld)]
  await markChanged(
    ctx,
    held.map(({ contactId }) => contactId),
  )
  if (rows.length === 0) return
  const changeSetId = await act(ctx, [...new Set(rows.map(row => row.contactId))])
  await sql`
    update tasks set done_at = ${ctx.clock()}, done_change_set_id = ${changeSetId}
    where workspace_id = ${workspaceId} and id = any(${rows.map(row => row.id)}::uuid[])`.execute(ctx.db)
  await auditEach(ctx, 'tasks.done', rows.map(entryOf))
}

type Lost = { contactId: string; name: string; kind: TaskKind; assigneeId: string | null; dueAt: Date }

/** What was found out by itself and is not known any more is to be found out again, in as many days as it was given at first. */
export async function reopenLost(ctx: Ctx, contactIds: readonly string[]): Promise<void> {
  const { workspaceId } = ctx
  const { rows } = await sql<Lost>`
    select t.contact_id, c.display_name as name, t.kind, t.assignee_id, ${ctx.clock()}::timestamptz + (t.due_at - t.made_at) as due_at
    from tasks t
    join contacts c on c.workspace_id = t.workspace_id and c.id = t.contact_id and c.deleted_at is null
    join change_sets s on s.workspace_id = t.workspace_id and s.id = t.done_change_set_id and s.actor_kind = 'system'
    where t.workspace_id = ${workspaceId} and t.done_at is not null and t.removed_at is null and t.kind = 'find_decider'
      and ${isAbout(ctx, contactIds)} and not ${somebodyDecides}
      and not exists (
        select from tasks later
        where later.workspace_id = t.workspace_id and later.contact_id = t.contact_id and later.kind = t.kind
          and later.removed_at is null and (later.done_at is null or (later.done_at, later.id) > (t.done_at, t.id)))`.execute(
    ctx.db,
  )
  if (rows.length === 0) return
  const changeSetId = await act(
    ctx,
    rows.map(({ contactId }) => contactId),
  )
  const made = { workspaceId, changeSetId, madeByName: ctx.actor.name, madeAt: ctx.clock() }
  await ctx.db
    .insertInto('tasks')
    .values(rows.map(({ name: _, ...task }) => ({ ...made, ...task, id: newId() })))
    .onConflict(open => open.doNothing())
    .execute()
  await auditEach(ctx, 'tasks.reopened', rows.map(entryOf))
}

const entryOf = ({ contactId: id, name, kind }: Pick<Found, 'contactId' | 'name' | 'kind'>) => ({
  ...{ id, name, details: { kind } },
})

const isAbout = (
  { workspaceId }: Ctx,
  contactIds: readonly string[],
): RawBuilder<boolean> => sql`t.contact_id in (
  select id from unnest(${contactIds}::uuid[]) as changed (id)
  union all
  select person_id from employments where workspace_id = ${workspaceId} and organization_id = any(${contactIds}::uuid[]))`

const somebodyDecides: RawBuilder<boolean> = sql`exists (
  select from contacts d
  where d.workspace_id = t.workspace_id and d.decision_role = 'decides' and d.deleted_at is null and (
    d.id = t.contact_id or d.id in (
      select other.person_id from employments other
      where other.workspace_id = t.workspace_id and (other.organization_id = t.contact_id or other.organization_id in (
        select own.organization_id from employments own
        where own.workspace_id = t.workspace_id and own.person_id = t.contact_id)))))`
