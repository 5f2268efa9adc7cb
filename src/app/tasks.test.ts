import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openApi } from '../../test/api.ts'
import { useDatabase } from '../../test/database.ts'
import { daysLater, makeContact } from '../../test/history.ts'
import { auditPage } from '../audit/audit.ts'
import { binContacts, emptyBin, mergeContacts, undo, updateContact } from '../contacts/contacts.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { qualify } from '../qualification/qualification.ts'
import { addTask, finishTask, openTasks, tasksOf } from '../tasks/tasks.ts'
import { moveBelongings, withdrawBelongings } from './belongings.ts'
import { settle } from './reactions.ts'

const { workspace, database } = useDatabase()
const now = new Date('2026-03-02T10:00:00Z')
const edit = { kind: 'edit' } as const
const takeBack = (ctx: Ctx, id: string) => undo(ctx, id, withdrawBelongings)

const ask = (ctx: Ctx, id: string, days = 3) =>
  addTask(ctx, id, { kind: 'find_decider', dueAt: daysLater(ctx, days).clock(), assigneeId: null })

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    error => error instanceof Refusal && error.code,
  )

/** Two who work at the same place. */
async function colleagues(ctx: Ctx) {
  const [ana, luis] = [
    await makeContact(ctx, { displayName: 'Ana' }),
    await makeContact(ctx, { displayName: 'Luis' }),
  ]
  for (const id of [ana, luis])
    await updateContact(ctx, id, { organizations: { add: [{ name: 'Talleres Moll' }] } }, edit)
  await settle(ctx)
  return { ana, luis }
}

test('finding out who decides is done by itself as soon as somebody of the same organisation is known to decide', async () => {
  const ctx = await workspace({ now })
  const { ana, luis } = await colleagues(ctx)
  await ask(ctx, ana)
  await settle(ctx)
  expect(await tasksOf(ctx, ana)).toMatchObject([{ kind: 'find_decider', isOverdue: false }])

  await updateContact(ctx, luis, { fields: { decisionRole: 'decides' } }, edit)
  await settle(ctx)

  expect(await tasksOf(ctx, ana)).toEqual([])
  expect(await qualify(ctx, ana)).toMatchObject({
    decides: 'unknown',
    deciders: [{ id: luis, role: 'decides' }],
  })
})

test('a task that somebody has in hand while it is found out is done as well, should they leave it as it was', async () => {
  const ctx = await workspace({ now })
  const { ana, luis } = await colleagues(ctx)
  const { id } = await ask(ctx, ana)
  await settle(ctx)
  const [held, left] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const leaving = atomically(ctx, async ctx => {
    await finishTask(ctx, id)
    held.resolve()
    await left.promise
    throw new Error('left as it was')
  })
  await held.promise
  await updateContact(ctx, luis, { fields: { decisionRole: 'decides' } }, edit)
  const settled = settle(ctx)
  const open = await tasksOf(ctx, ana)

  await pause(100)
  left.resolve()
  await expect(leaving).rejects.toThrow('left as it was')
  await settled

  expect([open.length, await tasksOf(ctx, ana)]).toEqual([1, []])
})

test('it is done too where the contact itself turns out to decide, or comes to work where somebody does', async () => {
  const ctx = await workspace({ now })
  const { ana, luis } = await colleagues(ctx)
  const eva = await makeContact(ctx, { displayName: 'Eva' })
  for (const id of [ana, eva]) await ask(ctx, id)

  await updateContact(ctx, ana, { fields: { decisionRole: 'decides' } }, edit)
  await settle(ctx)
  expect([await tasksOf(ctx, ana), (await tasksOf(ctx, eva)).length]).toEqual([[], 1])
  await updateContact(ctx, eva, { organizations: { add: [{ name: 'Talleres Moll' }] } }, edit)
  await settle(ctx)

  expect(await tasksOf(ctx, eva)).toEqual([])
  expect((await qualify(ctx, ana)).decides).toBe('yes')
  await updateContact(ctx, luis, { fields: { decisionRole: 'uses' } }, edit)
  expect((await qualify(ctx, luis)).decides).toBe('no')
})

test.each([
  { how: 'does not decide any more', lose: setRole },
  { how: 'works elsewhere', lose: leave },
  { how: 'is in the bin', lose: (ctx: Ctx, id: string) => binContacts(ctx, [id]) },
])(
  'it is open again where who was found $how, in as many days, and done again when they decide',
  async ({ lose }) => {
    const ctx = await workspace({ now })
    const { ana, luis } = await colleagues(ctx)
    await ask(ctx, ana)
    await updateContact(ctx, luis, { fields: { decisionRole: 'decides' } }, edit)
    await settle(ctx)
    const later = daysLater(ctx, 10)

    await lose(later, luis)
    await settle(later)

    const dueAt = daysLater(later, 3).clock()
    expect(await tasksOf(later, ana)).toMatchObject([{ kind: 'find_decider', dueAt, isOverdue: false }])
    await updateContact(later, ana, { fields: { decisionRole: 'decides' } }, edit)
    await settle(later)
    expect(await tasksOf(later, ana)).toEqual([])
    const { entries } = await auditPage(ctx, { limit: 10 })
    const acts = entries.filter(({ subjectId }) => subjectId === ana).map(({ action }) => action)
    expect(acts).toEqual(['tasks.done', 'tasks.reopened', 'tasks.done', 'tasks.added'])
  },
)

function setRole(ctx: Ctx, id: string) {
  return updateContact(ctx, id, { fields: { decisionRole: 'uses' } }, edit)
}

async function leave(ctx: Ctx, id: string) {
  const { rows } = await sql<{ organizationId: string }>`
    select organization_id from employments where workspace_id = ${ctx.workspaceId} and person_id = ${id}`.execute(
    ctx.db,
  )
  const remove = rows.map(({ organizationId }) => organizationId)
  await updateContact(ctx, id, { organizations: { remove } }, edit)
}

test('one that somebody did by hand stays done whoever decides', async () => {
  const ctx = await workspace({ now })
  const { ana, luis } = await colleagues(ctx)
  const { id } = await ask(ctx, ana)
  const person = { kind: 'user', id: newId(), name: 'Marta' } as const
  await finishTask({ ...ctx, actor: person }, id)
  await updateContact(ctx, luis, { fields: { decisionRole: 'decides' } }, edit)
  await settle(ctx)

  await binContacts(ctx, [luis])
  await settle(ctx)

  expect(await tasksOf(ctx, ana)).toEqual([])
})

test('one that was added or done by hand is undone like any act, and done over', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx)
  const { id, changeSetId } = await ask(ctx, ana)

  const done = await finishTask(ctx, id)
  expect(await tasksOf(ctx, ana)).toEqual([])
  const opened = await takeBack(ctx, done.changeSetId)
  expect(await tasksOf(ctx, ana)).toMatchObject([{ id }])
  await takeBack(ctx, opened.changeSetId)
  expect(await tasksOf(ctx, ana)).toEqual([])
  await takeBack(ctx, (await ask(ctx, ana)).changeSetId)
  expect(await tasksOf(ctx, ana)).toEqual([])
  expect(await refusalOf(finishTask(ctx, id))).toBe('tasks.unknown')
  await takeBack(ctx, changeSetId)
})

test('a contact has one of a kind open at a time, with a day to come and a member of the workspace', async () => {
  const ctx = await workspace({ now })
  const [ana, luis] = [await makeContact(ctx), await makeContact(ctx)]
  await ask(ctx, ana)
  const stranger = { kind: 'find_decider', dueAt: daysLater(ctx, 1).clock(), assigneeId: ana } as const

  expect(await refusalOf(ask(ctx, ana))).toBe('tasks.open_already')
  expect(await refusalOf(ask(ctx, luis, -1))).toBe('tasks.due_in_the_past')
  expect(await refusalOf(addTask(ctx, luis, stranger))).toBe('tasks.unknown_member')
})

test('the most urgent is listed first, the overdue told apart, and whoever is in the bin left out until it comes back', async () => {
  const ctx = await workspace({ now })
  const [ana, luis, eva] = [await makeContact(ctx), await makeContact(ctx), await makeContact(ctx)]
  await ask(ctx, ana, 5)
  await ask(ctx, luis, 1)
  await ask(ctx, eva, 2)
  const { changeSetId } = await binContacts(ctx, [eva])

  const { tasks, all } = await openTasks(daysLater(ctx, 3), { mine: false, limit: 10 })

  expect(tasks.map(({ contactId, isOverdue }) => [contactId, isOverdue])).toEqual([
    [luis, true],
    [ana, false],
  ])
  expect(all).toBe(2)
  await takeBack(ctx, changeSetId)
  expect((await openTasks(ctx, { mine: false, limit: 1 })).all).toBe(3)
  await binContacts(ctx, [eva])
  await emptyBin(daysLater(ctx, 31), async () => {})
  expect(await ctx.db.selectFrom('tasks').select('contactId').where('contactId', '=', eva).execute()).toEqual(
    [],
  )
})

test('a merge brings the tasks, and undoing it gives them back', async () => {
  const ctx = await workspace({ now })
  const [into, from] = [await makeContact(ctx), await makeContact(ctx)]
  await ask(ctx, from)

  const merge = await mergeContacts(ctx, { into, from }, moveBelongings)
  expect(await tasksOf(ctx, into)).toHaveLength(1)
  await takeBack(ctx, merge)

  expect([await tasksOf(ctx, into), (await tasksOf(ctx, from)).length]).toEqual([[], 1])
})

test('over HTTP a task is told in the history of its contact and in the list of who has to do it', async () => {
  const ctx = await workspace()
  const { signedIn } = await openApi(database())
  const [seller, reader] = [await signedIn(ctx, 'sales'), await signedIn(ctx, 'reader')]
  const made = await seller.send('POST', '/contacts', { kind: 'person', fields: { givenName: 'Ana' } })
  const dueAt = daysLater(ctx, 3).clock().toISOString()
  const task = { kind: 'find_decider', dueAt, assigneeId: seller.person.id }

  const added = await seller.send('POST', `/contacts/${made.body.id}/tasks`, task)

  expect(added.status).toBe(201)
  const mine = await seller.send('GET', '/tasks?mine=true')
  expect(mine.body).toMatchObject({ all: 1, tasks: [{ contactName: 'Ana', assigneeId: seller.person.id }] })
  expect((await reader.send('GET', '/tasks?mine=true')).body.all).toBe(0)
  expect((await reader.send('GET', '/tasks')).body.all).toBe(1)
  expect((await reader.send('POST', `/tasks/${added.body.id}/done`, {})).status).toBe(403)
  expect((await seller.send('POST', `/tasks/${added.body.id}/done`, {})).status).toBe(200)
  const changes = await seller.send('GET', `/contacts/${made.body.id}/changes`)
  expect(changes.body.map(({ kind, tasks }: { kind: string; tasks: unknown }) => [kind, tasks])).toEqual([
    ['task', [{ kind: 'find_decider', isDone: true, takenBack: false }]],
    ['task', [{ kind: 'find_decider', isDone: false, takenBack: false }]],
    ['create', []],
  ])
})

test('a contact has one open at a time, however many are asked for at once, undone or brought by a merge', async () => {
  const ctx = await workspace({ now })
  const { ana, luis } = await colleagues(ctx)

  const asked = await Promise.allSettled(Array.from({ length: 6 }, () => ask(ctx, ana)))
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'tasks.open_already' },
  })
  const [{ id = '' } = {}] = await tasksOf(ctx, ana)
  const { changeSetId } = await finishTask(ctx, id)
  await ask(ctx, ana)
  await undo(ctx, changeSetId, withdrawBelongings)
  expect(await tasksOf(ctx, ana)).toHaveLength(1)

  await ask(ctx, luis)
  const merge = await mergeContacts(ctx, { into: ana, from: luis }, moveBelongings)
  expect(await tasksOf(ctx, ana)).toHaveLength(1)
  await undo(ctx, merge, withdrawBelongings)
  expect([await tasksOf(ctx, ana), await tasksOf(ctx, luis)]).toMatchObject([
    [{ kind: 'find_decider' }],
    [{ kind: 'find_decider' }],
  ])
})

test('who is known to decide already has nothing to find out for long', async () => {
  const ctx = await workspace({ now })
  const { ana } = await colleagues(ctx)
  await updateContact(ctx, ana, { fields: { decisionRole: 'decides' } }, edit)
  await settle(ctx)

  await ask(ctx, ana)
  await settle(ctx)

  expect(await tasksOf(ctx, ana)).toEqual([])
})
