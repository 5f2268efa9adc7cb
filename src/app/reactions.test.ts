import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysAgo, daysLater, happened, makeContact } from '../../test/history.ts'
import { putEventType } from '../activity/activity.ts'
import { markChanged, takeChanged } from '../contacts/contacts.ts'
import { funnelOf, movesOf, publishDefinition, standingOf } from '../lifecycle/lifecycle.ts'
import { atomically } from '../platform/ctx.ts'
import { newId } from '../platform/ids.ts'
import { createLog } from '../platform/log.ts'
import { startReacting } from './reacting.ts'
import { react, settle } from './reactions.ts'
import { rebuild } from './rebuild.ts'
import { replay } from './replay.ts'
import { verify } from './verify.ts'

const { workspace, database } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')

test('a replay finds the moves of a history in their order, each on its day', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx, { createdAt: daysAgo(ctx, 500) })
  await happened(ctx, ana, 'subscribed', { at: daysAgo(ctx, 480) })
  await happened(ctx, ana, 'call', { at: daysAgo(ctx, 470) })
  await happened(ctx, ana, 'purchase', { at: daysAgo(ctx, 20) })

  await replay(ctx, daysAgo(ctx, 540), now)

  expect((await movesOf(ctx, ana)).map(({ toStage, at }) => [toStage, at])).toEqual([
    ['customer', daysAgo(ctx, 20)],
    ['contact', daysAgo(ctx, 105)],
    ['lead', daysAgo(ctx, 290)],
    ['prospect', daysAgo(ctx, 470)],
    ['lead', daysAgo(ctx, 480)],
    ['contact', daysAgo(ctx, 500)],
  ])
  expect((await verify(ctx)).differences).toEqual([])
})

test('a fact of the organisation changes the fit of its people', async () => {
  const ctx = await workspace({ now })
  const acme = await makeContact(ctx, { kind: 'organization' })
  const ana = await makeContact(ctx)
  await ctx.db
    .insertInto('employments')
    .values({ workspaceId: ctx.workspaceId, personId: ana, organizationId: acme, createdAt: now })
    .execute()
  await settle(ctx)
  expect((await standingOf(ctx, ana))?.fit).toBe(0)

  await ctx.db.updateTable('contacts').set({ employees: 80 }).where('id', '=', acme).execute()
  await markChanged(ctx, [acme])
  await settle(ctx)

  expect((await standingOf(ctx, ana))?.fit).toBe(20)
  expect((await standingOf(ctx, acme))?.fit).toBe(20)
})

test('a contact in the bin stands nowhere, and its organisation forgets it', async () => {
  const ctx = await workspace({ now })
  const acme = await makeContact(ctx, { kind: 'organization' })
  const ana = await makeContact(ctx)
  await ctx.db
    .insertInto('employments')
    .values({ workspaceId: ctx.workspaceId, personId: ana, organizationId: acme, createdAt: now })
    .execute()
  await happened(ctx, ana, 'call')
  await settle(ctx)
  expect((await standingOf(ctx, acme))?.stage).toBe('prospect')

  await ctx.db.updateTable('contacts').set({ deletedAt: now }).where('id', '=', ana).execute()
  await markChanged(ctx, [ana])
  await settle(ctx)

  expect(await standingOf(ctx, ana)).toBeUndefined()
  expect((await standingOf(ctx, acme))?.stage).toBe('contact')
})

test('a new version of a definition moves contacts on rebuild, with itself as the cause', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx)
  await happened(ctx, ana, 'subscribed')
  await settle(ctx)
  const { id, lifecycle } = await funnelOf(ctx)
  const stages = lifecycle.stages.map(stage =>
    stage.key === 'prospect' ? { ...stage, entry: { did: ['subscribed'] } } : stage,
  )

  await publishDefinition(ctx, id, { kind: 'lifecycle', body: { ...lifecycle, stages } })
  await rebuild(ctx)

  expect(await movesOf(ctx, ana)).toMatchObject([
    { toStage: 'prospect', cause: 'definition', lifecycleVersion: 2 },
    { toStage: 'lead', lifecycleVersion: 1 },
  ])
})

test('a new weight of an own signal has every standing worked out again', async () => {
  const ctx = await workspace({ now })
  const fair = {
    name: 'fair_visited',
    channel: 'event',
    direction: 'in',
    labelEs: 'Feria',
    labelEn: 'Fair',
  } as const
  const rebuilds = async () => {
    const { rows } =
      await sql`select from graphile_worker.jobs where key = ${`${ctx.workspaceId}:rebuild:event types`}`.execute(
        database().owner,
      )
    return rows.length
  }
  await putEventType(ctx, { ...fair, weight: 0 })
  await putEventType(ctx, { ...fair, weight: 0, labelEs: 'Vino a la feria' })
  expect(await rebuilds()).toBe(0)

  await putEventType(ctx, { ...fair, weight: 3 })

  expect(await rebuilds()).toBe(1)
})

test('many at once on the same contacts leave what one after the other would', async () => {
  const ctx = await workspace({ now })
  const ids = await Promise.all(Array.from({ length: 12 }, () => makeContact(ctx)))
  await Promise.all(
    ids.flatMap((id, place) => [
      happened(ctx, id, 'call', { at: daysAgo(ctx, place) }).then(() => settle(ctx)),
      happened(ctx, ids[(place + 5) % 12] ?? id, 'subscribed').then(() => settle(ctx)),
    ]),
  )
  await settle(ctx)

  expect((await verify(ctx)).differences).toEqual([])
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from standings where workspace_id = ${ctx.workspaceId} and stage = 'prospect'`.execute(
    ctx.db,
  )
  expect(rows[0]?.count).toBe(12)
})

test('the worker reacts within a second, and to time as it passes', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx)
  let clock = now
  const reacting = startReacting({ database: database(), log: createLog('silent'), clock: () => clock })
  try {
    await happened(ctx, ana, 'call')
    await until(async () => (await standingOf(ctx, ana))?.stage === 'prospect')
    clock = daysLater(ctx, 181).clock()
    await until(async () => (await standingOf(ctx, ana))?.stage === 'lead')
  } finally {
    await reacting.stop()
  }
})

async function until(holds: () => Promise<boolean>) {
  const deadline = Date.now() + 10_000
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('it did not come to hold in time')
    await pause(50)
  }
}

test('what another worker has in hand is waited for', async () => {
  const ctx = await workspace({ now })
  const id = await makeContact(ctx)
  const other = atomically(ctx, async held => {
    const taken = await takeChanged(held, 10)
    await pause(300)
    await react(held, taken)
  })
  await pause(50)

  await settle(ctx)

  expect(await standingOf(ctx, id)).toMatchObject({ stage: 'contact' })
  await other
})

test('what a person does comes before what an import brought, and alone while the import runs', async () => {
  const ctx = await workspace({ now })
  const brought = await makeContact({ ...ctx, inBulk: true })
  const ana = await makeContact(ctx)
  const imported = {
    ...{ workspaceId: ctx.workspaceId, id: newId(), state: 'running', fileName: 'leads.csv' },
    ...{ bytes: 1, createdAt: now, createdByName: '' },
  }
  await ctx.db.insertInto('imports').values(imported).execute()
  expect(await takeChanged(ctx, 1)).toEqual([ana])
  await markChanged(ctx, [ana])
  const reacting = startReacting({ database: database(), log: createLog('silent'), clock: () => now })
  try {
    await until(async () => !!(await standingOf(ctx, ana)))
    await pause(600)
    expect(await standingOf(ctx, brought)).toBeUndefined()

    await ctx.db.updateTable('imports').set({ state: 'done' }).where('id', '=', imported.id).execute()
    await until(async () => !!(await standingOf(ctx, brought)))
  } finally {
    await reacting.stop()
  }
})
