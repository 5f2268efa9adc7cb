import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysLater, happened, makeContact } from '../../test/history.ts'
import { withdrawEvents } from '../activity/activity.ts'
import { settle } from '../app/reactions.ts'
import { rebuild } from '../app/rebuild.ts'
import { verify } from '../app/verify.ts'
import type { Ctx } from '../platform/ctx.ts'
import { placeByHand, placementOf, releaseFromHand } from './byHand.ts'
import { funnelOf, movesOf, publishDefinition, standingOf } from './lifecycle.ts'
import type { Stage } from './model.ts'

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')

const stageOf = async (ctx: Ctx, id: string) => (await standingOf(ctx, id))?.stage

test('who is placed by hand stands there until the day, then where the criteria say, and a rebuild agrees', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx)
  await happened(ctx, ana, 'call')
  await settle(ctx)

  const until = daysLater(ctx, 10).clock()
  await placeByHand(ctx, ana, { stage: 'potential_customer', reason: 'Lo pidió por teléfono', until })
  await settle(ctx)

  expect(await stageOf(ctx, ana)).toBe('potential_customer')
  expect(await placementOf(ctx, ana)).toMatchObject({ reason: 'Lo pidió por teléfono', placedByName: 'test' })
  expect(await movesOf(ctx, ana)).toMatchObject([{ toStage: 'potential_customer', cause: 'hand' }, {}])
  await sql`delete from standings where workspace_id = ${ctx.workspaceId}`.execute(ctx.db)
  await rebuild(ctx)
  expect(await stageOf(ctx, ana)).toBe('potential_customer')
  expect((await verify(ctx)).differences).toEqual([])
  const later = daysLater(ctx, 11)
  await settle(later)
  expect(await stageOf(later, ana)).toBe('prospect')
  expect((await verify(later)).differences).toEqual([])
})

test('a decision by hand is taken back and taken again, and replaces the one before', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx)
  await placeByHand(ctx, ana, { stage: 'lead', reason: 'una' })
  await placeByHand(ctx, ana, { stage: null, reason: 'otra' })
  await settle(ctx)
  expect(await stageOf(ctx, ana)).toBeNull()

  const before = await releaseFromHand(ctx, ana)
  await settle(ctx)

  expect(await stageOf(ctx, ana)).toBe('contact')
  expect(before).toMatchObject({ stage: null, reason: 'otra' })
  await expect(placeByHand(ctx, ana, { stage: 'gone', reason: 'x' })).rejects.toMatchObject({
    code: 'lifecycle.no_stage',
  })
  await expect(
    placeByHand(ctx, ana, { stage: 'lead', reason: 'x', until: daysLater(ctx, -1).clock() }),
  ).rejects.toMatchObject({ code: 'lifecycle.until_past' })
})

/** Publishes prospect as a stage that nobody goes back from, with whatever else is said of it. */
async function lasting(ctx: Ctx, more: Partial<Stage> = {}) {
  const { id, lifecycle } = await funnelOf(ctx)
  const stages = lifecycle.stages.map(stage =>
    stage.key === 'prospect' ? { ...stage, canGoBack: false, ...more } : stage,
  )
  await publishDefinition(ctx, id, { kind: 'lifecycle', body: { ...lifecycle, stages } })
  return lifecycle
}

test('whoever has come to a stage that nobody goes back from stays there', async () => {
  const ctx = await workspace({ now })
  await lasting(ctx)
  const [ana, irene] = [await makeContact(ctx), await makeContact(ctx)]
  await happened(ctx, ana, 'call')
  await happened(ctx, irene, 'subscribed')
  await settle(ctx)

  const later = daysLater(ctx, 400)
  await settle(later)

  expect(await stageOf(later, ana)).toBe('prospect')
  expect(await stageOf(later, irene)).toBe('contact')
  expect((await verify(later)).differences).toEqual([])
})

test('whoever was put by hand where nobody goes back from does not stay once the criteria decide again', async () => {
  const ctx = await workspace({ now })
  await lasting(ctx)
  const ana = await makeContact(ctx)
  await placeByHand(ctx, ana, { stage: 'prospect', reason: 'Por error' })
  await settle(ctx)

  await releaseFromHand(ctx, ana)
  await settle(ctx)

  expect(await stageOf(ctx, ana)).toBe('contact')
})

test('a mistaken event that is withdrawn takes back the move too, where nobody goes back; one event of two does not', async () => {
  const ctx = await workspace({ now })
  await lasting(ctx)
  const [ana, irene] = [await makeContact(ctx), await makeContact(ctx)]
  const mistaken = [await happened(ctx, ana, 'call'), await happened(ctx, irene, 'call')]
  await happened(ctx, irene, 'meeting')
  await settle(ctx)
  expect(await stageOf(ctx, ana)).toBe('prospect')

  await withdrawEvents(ctx, mistaken)
  await settle(ctx)
  const later = daysLater(ctx, 400)
  await settle(later)

  expect(await stageOf(later, ana)).toBe('contact')
  expect(await stageOf(later, irene)).toBe('prospect')
  expect((await verify(later)).differences).toEqual([])
})

test('a mistaken version does not keep anybody where nobody goes back from', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx)
  await settle(ctx)
  const before = await lasting(ctx, { entry: { not: { field: 'sector', op: 'isKnown' } } })
  await rebuild(ctx)
  expect(await stageOf(ctx, ana)).toBe('prospect')

  const prospect = before.stages.find(({ key }) => key === 'prospect')
  await lasting(ctx, { entry: prospect?.entry })
  await rebuild(ctx)

  expect(await stageOf(ctx, ana)).toBe('contact')
})

test('who comes again to where it once was, without what the criterion asks, is told so and not given reasons that do not hold', async () => {
  const ctx = await workspace({ now })
  await lasting(ctx)
  const ana = await makeContact(ctx)
  await happened(ctx, ana, 'call')
  await settle(ctx)
  const later = daysLater(ctx, 400)
  await placeByHand(later, ana, { stage: 'lead', reason: 'Se ha enfriado' })
  await settle(later)

  await releaseFromHand(later, ana)
  await settle(later)

  const [move] = await movesOf(later, ana)
  expect(move).toMatchObject({ toStage: 'prospect', receipt: { because: [], hasComeBefore: true } })
})
