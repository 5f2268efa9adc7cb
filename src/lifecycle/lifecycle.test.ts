import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysAgo, daysLater, happened, makeContact } from '../../test/history.ts'
import { withdrawEvents } from '../activity/activity.ts'
import type { EventName } from '../activity/events.ts'
import { settle } from '../app/reactions.ts'
import { markChanged } from '../contacts/contacts.ts'
import type { Criteria } from '../criteria/criteria.ts'
import type { Ctx } from '../platform/ctx.ts'
import { funnelOf, movesOf, publishDefinition, reasonsNow, standingOf } from './lifecycle.ts'

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')

async function makeLead(ctx: Ctx) {
  const id = await makeContact(ctx)
  await happened(ctx, id, 'subscribed')
  await settle(ctx)
  return id
}

async function stageAfter(ctx: Ctx, facts: Record<string, unknown>, ...names: EventName[]) {
  const id = await makeContact(ctx, facts)
  for (const name of names) await happened(ctx, id, name)
  await settle(ctx)
  return (await standingOf(ctx, id))?.stage
}

test('being in the base makes a contact a contact, and nobody a lead', async () => {
  const ctx = await workspace({ now })

  expect(await stageAfter(ctx, {})).toBe('contact')
  expect(await stageAfter(ctx, {}, 'list_added', 'imported', 'email_sent', 'email_opened')).toBe('contact')
})

test('an answered call makes a lead a prospect, and the receipt names the call', async () => {
  const ctx = await workspace({ now })
  const ana = await makeLead(ctx)

  const call = await happened(ctx, ana, 'call')
  await settle(ctx)

  expect(await standingOf(ctx, ana)).toMatchObject({ stage: 'prospect', since: now })
  const [last] = await movesOf(ctx, ana)
  expect(last?.receipt.because).toContainEqual(
    expect.objectContaining({ holds: true, events: [expect.objectContaining({ id: call, name: 'call' })] }),
  )
  expect(await movesOf(ctx, ana)).toMatchObject([
    { fromStage: 'lead', toStage: 'prospect', cause: 'event', at: now },
    { fromStage: null, toStage: 'lead', cause: 'event', at: now },
  ])
})

test('silence for 180 days turns a prospect into a lead, and 365 into a contact, on the day', async () => {
  const ctx = await workspace({ now })
  const ana = await makeLead(ctx)
  await happened(ctx, ana, 'call')
  await settle(ctx)

  await settle(daysLater(ctx, 179))
  expect(await standingOf(ctx, ana)).toMatchObject({ stage: 'prospect' })
  await settle(daysLater(ctx, 200))
  expect(await standingOf(ctx, ana)).toMatchObject({ stage: 'lead', since: daysLater(ctx, 180).clock() })
  await settle(daysLater(ctx, 400))

  expect(await movesOf(ctx, ana)).toMatchObject([
    { fromStage: 'lead', toStage: 'contact', cause: 'time', at: daysLater(ctx, 365).clock() },
    { fromStage: 'prospect', toStage: 'lead', cause: 'time', at: daysLater(ctx, 180).clock() },
    { toStage: 'prospect' },
    { toStage: 'lead' },
  ])
  const [last] = await movesOf(ctx, ana)
  expect(last?.receipt.noLonger[0]).toMatchObject({ holds: false, rule: { withinDays: 365 }, count: 0 })
})

test('what makes a contact stand where it does is told as of today, not as of the day it moved', async () => {
  const ctx = await workspace({ now })
  const ana = await makeLead(ctx)
  const first = await happened(ctx, ana, 'call')
  await settle(ctx)

  const later = daysLater(ctx, 179)
  const second = await happened(later, ana, 'meeting')
  await settle(later)
  const latest = daysLater(ctx, 200)
  await settle(latest)

  const standing = await standingOf(latest, ana)
  expect(standing).toMatchObject({ stage: 'prospect', since: now })
  const told = JSON.stringify(standing && (await reasonsNow(latest, standing, 'person')))
  expect(told).toContain(second)
  expect(told).not.toContain(first)
})

test('what happens after a new version is published, before everybody is placed by it, is its own cause', async () => {
  const ctx = await workspace({ now })
  const [ana, berta] = [await makeLead(ctx), await makeLead(ctx)]
  const { id, lifecycle } = await funnelOf(ctx)
  const stages = lifecycle.stages.map(stage =>
    stage.key === 'prospect' ? { ...stage, entry: { did: ['call', 'subscribed'] } } : stage,
  )
  const earlier = daysLater(ctx, 1)
  await publishDefinition(earlier, id, { kind: 'lifecycle', body: { ...lifecycle, stages } })

  const later = daysLater(ctx, 2)
  await happened(later, ana, 'purchase')
  await markChanged(later, [berta])
  await settle(later)

  expect(await movesOf(later, ana)).toMatchObject([
    { toStage: 'customer', cause: 'event', at: later.clock() },
    {},
  ])
  expect(await movesOf(later, berta)).toMatchObject([{ toStage: 'prospect', cause: 'definition' }, {}])
})

test('who asked, was answered and asks again has waited since the second time, by what they did', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx)
  await happened(ctx, ana, 'information_requested', { at: daysAgo(ctx, 150) })
  const answer = await happened(ctx, ana, 'email_sent', { at: daysAgo(ctx, 149) })
  const { id, lifecycle } = await funnelOf(ctx)
  const entry: Criteria = { did: ['information_requested'], noneSince: { did: ['email_sent'] } }
  const stages = lifecycle.stages.map(stage => (stage.key === 'prospect' ? { ...stage, entry } : stage))
  const body = { ...lifecycle, stages }
  await publishDefinition(ctx, id, { kind: 'lifecycle', body })
  await settle(ctx)
  await publishDefinition(daysLater(ctx, 1), id, { kind: 'lifecycle', body })

  const later = daysLater(ctx, 2)
  const second = await happened(later, ana, 'information_requested')
  await settle(later)

  expect(await standingOf(later, ana)).toMatchObject({ stage: 'prospect', since: later.clock() })
  const [move] = await movesOf(later, ana)
  expect(move).toMatchObject({ fromStage: 'lead', toStage: 'prospect', cause: 'event', at: later.clock() })
  expect(move?.receipt.because).toMatchObject([
    { count: 2, events: [{ id: second }, { name: 'information_requested' }], unless: { id: answer } },
  ])
})

test('a robot promotes nobody and gives no points', async () => {
  const ctx = await workspace({ now })
  const id = await makeContact(ctx)

  await happened(ctx, id, 'email_link_clicked', { byRobot: true })
  await settle(ctx)

  expect(await standingOf(ctx, id)).toMatchObject({ stage: 'contact', engagement: 0 })
})

test('an event that is taken back takes its move back', async () => {
  const ctx = await workspace({ now })
  const ana = await makeLead(ctx)
  const call = await happened(ctx, ana, 'call')
  await settle(ctx)

  await withdrawEvents(ctx, [call])
  await settle(ctx)

  expect(await standingOf(ctx, ana)).toMatchObject({ stage: 'lead', engagement: 8 })
  expect(await movesOf(ctx, ana)).toMatchObject([
    { fromStage: 'prospect', toStage: 'lead', cause: 'event' },
    { toStage: 'prospect' },
    { toStage: 'lead' },
  ])
})

test('an event of the past dates the move; one of the future waits for its day', async () => {
  const ctx = await workspace({ now })
  const past = await makeContact(ctx)
  const future = await makeContact(ctx)

  await happened(ctx, past, 'meeting', { at: daysAgo(ctx, 20) })
  await happened(ctx, future, 'meeting', { at: daysLater(ctx, 3).clock() })
  await settle(ctx)
  expect(await standingOf(ctx, past)).toMatchObject({ stage: 'prospect', since: daysAgo(ctx, 20) })
  expect(await standingOf(ctx, future)).toMatchObject({ stage: 'contact', engagement: 0 })
  await settle(daysLater(ctx, 4))

  expect(await standingOf(ctx, future)).toMatchObject({ stage: 'prospect', since: daysLater(ctx, 3).clock() })
})

test('an event of the future brings its points on its day, also where no stage asks for events', async () => {
  const ctx = await workspace({ now })
  const { id: funnelId, lifecycle } = await funnelOf(ctx)
  const stages = lifecycle.stages.slice(0, 1)
  await publishDefinition(ctx, funnelId, {
    kind: 'lifecycle',
    body: { ...lifecycle, outside: undefined, stages },
  })
  const ana = await makeContact(ctx)
  const later = daysLater(ctx, 3)
  await happened(ctx, ana, 'meeting', { at: later.clock() })
  await settle(ctx)
  expect(await standingOf(ctx, ana)).toMatchObject({ engagement: 0, recheckAt: later.clock() })

  await settle(later)

  expect(await standingOf(later, ana)).toMatchObject({ engagement: 20 })
})
