import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import { causeOf, markChanged, mustKnow, openChangeSet, recordTold } from '../contacts/contacts.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import type { Task, TaskKind } from './contract.ts'
import { openBeside } from './onlyOne.ts'

export { finishFound, reopenLost } from './finding.ts'
export { moveMergedTasks, moveTasks } from './merging.ts'

type NewTask = { kind: TaskKind; dueAt: Date; assigneeId: string | null }

/** Refuses a second open one of its kind, a stranger and a day that has passed. */
export function addTask(ctx: Ctx, contactId: string, { kind, dueAt, assigneeId }: NewTask) {
  return atomically(ctx, async ctx => {
    await mustKnow(ctx, contactId)
    if (dueAt <= ctx.clock()) throw new Refusal('bad', 'tasks.due_in_the_past')
    await mustBeMember(ctx, assigneeId)
    const id = newId()
    const changeSetId = await act(ctx, [contactId])
    const { numInsertedOrUpdatedRows: made = 0n } = await ctx.db
      .insertInto('tasks')
      .values({
        ...{ workspaceId: ctx.workspaceId, id, contactId, kind, dueAt, assigneeId, changeSetId },
        madeBy: 'id' in ctx.actor ? ctx.actor.id : null,
        madeByName: ctx.actor.name,
        madeAt: ctx.clock(),
      })
      .onConflict(open => open.doNothing())
      .executeTakeFirstOrThrow()
    if (made === 0n) throw new Refusal('conflict', 'tasks.open_already')
    await told(ctx, 'tasks.added', contactId, kind)
    // Where it is known already, it is done at once.
    await markChanged(ctx, [contactId])
    return { id, changeSetId }
  })
}

async function mustBeMember(ctx: Ctx, userId: string | null) {
  if (userId === null) return
  const found = await ctx.db
    .selectFrom('members')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('userId', '=', userId)
    .select('userId')
    .executeTakeFirst()
  if (!found) throw new Refusal('bad', 'tasks.unknown_member')
}

/** An act about these contacts that changes no fact of theirs. */
export async function act(ctx: Ctx, contactIds: string[]): Promise<string> {
  const changeSetId = newId()
  await openChangeSet(ctx, { ...causeOf(ctx, 'task'), changeSetId })
  await recordTold(ctx, changeSetId, contactIds)
  return changeSetId
}

export function finishTask(ctx: Ctx, id: string) {
  return atomically(ctx, async ctx => {
    const found = await ctx.db
      .selectFrom('tasks')
      .where('workspaceId', '=', ctx.workspaceId)
      .where('id', '=', id)
      .where('doneAt', 'is', null)
      .where('removedAt', 'is', null)
      .select(['contactId', 'kind'])
      .forUpdate()
      .executeTakeFirst()
    if (!found) throw new Refusal('missing', 'tasks.unknown')
    const changeSetId = await act(ctx, [found.contactId])
    await ctx.db
      .updateTable('tasks')
      .set({ doneAt: ctx.clock(), doneChangeSetId: changeSetId })
      .where('workspaceId', '=', ctx.workspaceId)
      .where('id', '=', id)
      .execute()
    await told(ctx, 'tasks.done', found.contactId, found.kind)
    return { changeSetId }
  })
}

async function told(ctx: Ctx, action: 'tasks.added' | 'tasks.done', id: string, kind: string) {
  const { displayName: name } = await ctx.db
    .selectFrom('contacts')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', '=', id)
    .select('displayName')
    .executeTakeFirstOrThrow()
  await audit(ctx, action, { id, name }, { kind })
}

/** Open tasks of a contact, the most urgent first. */
export const tasksOf = (ctx: Ctx, contactId: string): Promise<Task[]> =>
  read(ctx, sql`t.contact_id = ${contactId}`, 50).then(({ tasks }) => tasks)

type Which = { mine: boolean; limit: number }

/** Open tasks about whoever is not in the bin: everybody's, or those of who asks and of nobody. */
export function openTasks(ctx: Ctx, { mine, limit }: Which): Promise<{ tasks: Task[]; all: number }> {
  const own = 'id' in ctx.actor ? ctx.actor.id : null
  return read(ctx, mine ? sql`(t.assignee_id = ${own} or m.user_id is null)` : sql`true`, limit)
}

async function read(ctx: Ctx, which: ReturnType<typeof sql>, limit: number) {
  const { rows } = await sql<Task & { all: number }>`
    select t.id, t.kind, t.contact_id, c.display_name as contact_name, c.kind as contact_kind, t.due_at,
      t.due_at < ${ctx.clock()} as is_overdue, m.user_id as assignee_id, coalesce(m.name, '') as assignee_name,
      t.made_by_name, t.made_at, (count(*) over ())::integer as "all"
    from tasks t
    join contacts c on c.workspace_id = t.workspace_id and c.id = t.contact_id and c.deleted_at is null
    left join members m on m.workspace_id = t.workspace_id and m.user_id = t.assignee_id
    where t.workspace_id = ${ctx.workspaceId} and t.done_at is null and t.removed_at is null and ${which}
    order by t.due_at, t.id limit ${limit}`.execute(ctx.db)
  return { tasks: rows.map(({ all, ...task }) => task), all: rows[0]?.all ?? 0 }
}

/** An undo takes away the tasks that the act made and opens those that it did; undoing that does it over. */
export async function withdrawTasks(ctx: Ctx, changeSetId: string, withdrawn: boolean): Promise<void> {
  const now = ctx.clock()
  await sql`
    update tasks t set removed_at = ${withdrawn ? now : null}
    where t.workspace_id = ${ctx.workspaceId} and t.change_set_id = ${changeSetId} and not ${openBeside(sql`t.contact_id`)}`.execute(
    ctx.db,
  )
  await sql`
    update tasks t set done_at = ${withdrawn ? null : now}
    where t.workspace_id = ${ctx.workspaceId} and t.done_change_set_id = ${changeSetId} and not ${openBeside(sql`t.contact_id`)}`.execute(
    ctx.db,
  )
}
