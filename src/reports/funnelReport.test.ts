import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysAgo, daysLater, happened, makeContact } from '../../test/history.ts'
import { settle } from '../app/reactions.ts'
import { movesIn } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { funnelReport } from './funnelReport.ts'

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')

const lastMonth = (ctx: Ctx) => ({ from: daysAgo(ctx, 30), to: daysLater(ctx, 1).clock() })

test('the funnel counts who stands where, who came and went, and how many went on', async () => {
  const ctx = await workspace({ now })
  const [ana, , carlos] = [await makeContact(ctx), await makeContact(ctx), await makeContact(ctx)]
  await makeContact(ctx, { roles: ['supplier'] })
  for (const id of [ana, carlos]) await happened(ctx, id, 'subscribed', { at: daysAgo(ctx, 60) })
  await settle(ctx)
  await happened(ctx, ana, 'call', { at: daysAgo(ctx, 5) })
  await settle(ctx)

  const report = await funnelReport(ctx, lastMonth(ctx))

  expect(report.outside).toEqual({ people: 1, organizations: 0 })
  expect(report.stages.map(({ stage, now }) => [stage, now.people])).toEqual([
    ['contact', 1],
    ['lead', 1],
    ['prospect', 1],
    ['potential_customer', 0],
    ['customer', 0],
  ])
  // Both stood at lead when the period began; one of them went on.
  expect(report.stages[1]).toMatchObject({
    entered: 0,
    left: 1,
    couldAdvance: 2,
    advanced: 1,
    conversion: 0.5,
  })
  expect(report.stages[2]).toMatchObject({ entered: 1, left: 0, conversion: 0 })
  expect(report.moves).toContainEqual({ from: 'lead', to: 'prospect', count: 1 })
})

test('demo contacts count only while there is nobody else', async () => {
  const ctx = await workspace({ now })
  await makeContact(ctx, { isDemo: true })
  await settle(ctx)
  expect((await funnelReport(ctx, lastMonth(ctx))).stages[0]?.now.people).toBe(1)

  await makeContact(ctx, { kind: 'organization' })
  await settle(ctx)

  const report = await funnelReport(ctx, lastMonth(ctx))
  expect(report.stages[0]).toMatchObject({ now: { people: 0, organizations: 1 }, entered: 1 })
  expect((await movesIn(ctx, { limit: 10 })).moves).toHaveLength(1)
})

test('moves are listed newest first, page by page', async () => {
  const ctx = await workspace({ now })
  const id = await makeContact(ctx)
  await happened(ctx, id, 'subscribed', { at: daysAgo(ctx, 20) })
  await settle(ctx)
  await happened(ctx, id, 'call', { at: daysAgo(ctx, 10) })
  await settle(ctx)

  const first = await movesIn(ctx, { limit: 1 })
  const second = await movesIn(ctx, { limit: 1, after: first.next })

  expect(first.moves).toMatchObject([{ contactId: id, fromStage: 'lead', toStage: 'prospect' }])
  expect(second.moves).toMatchObject([{ contactId: id, toStage: 'lead' }])
  expect((await movesIn(ctx, { limit: 1, after: second.next })).moves).toEqual([])
})
