import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysAgo, daysLater, happened, makeContact } from '../../test/history.ts'
import { settle } from '../app/reactions.ts'
import { rebuild } from '../app/rebuild.ts'
import { createContacts, updateContact } from '../contacts/contacts.ts'
import { at, type Ctx } from '../platform/ctx.ts'
import { contactAsOf, funnelAsOf } from './history.ts'
import { funnelOf, publishDefinition, standingOf } from './lifecycle.ts'

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')

const counted = async (ctx: Ctx, instant: Date) =>
  Object.fromEntries((await funnelAsOf(ctx, instant)).stages.map(({ stage, people }) => [stage, people]))

test('the funnel as of now is the present, and as of a past day what it was that day', async () => {
  const start = await workspace({ now })
  const [ana, irene] = [await makeContact(start), await makeContact(start)]
  await makeContact(start, { roles: ['supplier'] })
  await happened(start, ana, 'call')
  await settle(start)
  const first = await counted(start, now)
  const later = daysLater(start, 10)
  await happened(later, irene, 'subscribed')
  await makeContact(later)
  await settle(later)
  const second = await counted(later, later.clock())
  const last = daysLater(start, 200)
  await settle(last)

  expect(first).toMatchObject({ contact: 1, prospect: 1, null: 1, lead: 0 })
  expect(second).toMatchObject({ contact: 1, lead: 1, prospect: 1, null: 1 })
  expect(await counted(last, daysLater(start, 5).clock())).toEqual(first)
  expect(await counted(last, daysLater(start, 11).clock())).toEqual(second)
  expect(await counted(last, daysAgo(start, 1))).toMatchObject({ contact: 0, prospect: 0, null: 0 })
  const before = await funnelAsOf(last, daysAgo(start, 1))
  expect(before).toMatchObject({ lifecycleVersion: 1, lifecyclePublishedAt: now })
  const { rows } = await sql<{ stage: string | null; count: number }>`
    select stage, count(*) as count from standings where workspace_id = ${last.workspaceId} group by 1`.execute(
    last.db,
  )
  const present = await counted(last, last.clock())
  for (const { stage, count } of rows) expect([stage, present[String(stage)]]).toEqual([stage, count])
})

test('a person as of a past day, under the definitions of then and of now', async () => {
  const ctx = at(await workspace({ now: daysAgoFrom(now, 1) }), now)
  const ana = await makeContact(ctx)
  await happened(ctx, ana, 'information_requested')
  await settle(ctx)
  const later = daysLater(ctx, 30)
  const { id, lifecycle } = await funnelOf(later)
  const stages = lifecycle.stages.map(stage =>
    stage.key === 'prospect' ? { ...stage, entry: { did: ['call'] } } : stage,
  )
  await publishDefinition(later, id, { kind: 'lifecycle', body: { ...lifecycle, stages } })
  await rebuild(later)

  const past = await contactAsOf(later, ana, daysLater(ctx, 1).clock())
  expect(past.recorded).toMatchObject({ stage: 'prospect' })
  expect(past.byThen).toMatchObject({
    stage: 'prospect',
    lifecycleVersion: 1,
    because: expect.arrayContaining([expect.objectContaining({ count: 1 })]),
  })
  expect(past.byNow).toMatchObject({ stage: 'lead', lifecycleVersion: 2 })
  expect(past.byThen.total).toBeGreaterThan((await standingOf(later, ana))?.total ?? 0)

  const present = await contactAsOf(later, ana, later.clock())
  expect(present.byNow).toMatchObject({ stage: 'lead', total: (await standingOf(later, ana))?.total })
  expect(present.recorded?.stage).toBe('lead')
  await expect(contactAsOf(later, ana, daysLater(later, 1).clock())).rejects.toMatchObject({
    code: 'lifecycle.in_future',
  })
})

test('a person as of a past day has the facts of then', async () => {
  const ctx = await workspace({ now })
  const [ana = ''] = await createContacts(ctx, [{ fields: { givenName: 'Ana' } }], { kind: 'create' })
  const later = daysLater(ctx, 30)
  await updateContact(later, ana, { roles: { add: ['supplier'] } }, { kind: 'edit' })
  await settle(later)

  const [before, present] = [
    await contactAsOf(later, ana, daysLater(ctx, 1).clock()),
    await contactAsOf(later, ana, later.clock()),
  ]

  expect([before.byNow.stage, present.byNow.stage]).toEqual(['contact', null])
  expect(JSON.stringify(present.byNow.because)).toContain('supplier')
})

const daysAgoFrom = (instant: Date, days: number) => new Date(instant.getTime() - days * 86_400_000)
