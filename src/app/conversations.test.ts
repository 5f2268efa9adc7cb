import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysAgo, daysLater, makeContact } from '../../test/history.ts'
import { type NewEvent, recordEvents, timelineOf, withdrawEvents } from '../activity/activity.ts'
import { movesOf, standingOf } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { settle } from './reactions.ts'
import { rebuild } from './rebuild.ts'
import { verify } from './verify.ts'

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')

async function start() {
  const ctx = await workspace({ now, prospectNeeds: 'conversation' })
  return { ctx, ana: await makeContact(ctx, { createdAt: daysAgo(ctx, 60) }) }
}

/** Records the events and lets follow what follows; their ids. */
async function heard(ctx: Ctx, ...events: NewEvent[]): Promise<string[]> {
  const recorded = await recordEvents(ctx, events)
  await settle(ctx)
  return recorded.map(each => each.id ?? '')
}

const stageOf = async (ctx: Ctx, id: string) => (await standingOf(ctx, id))?.stage
const differencesOf = async (ctx: Ctx) => (await verify(ctx)).differences

test('a WhatsApp that we answer makes a prospect from our answer on, where a conversation was asked for', async () => {
  const { ctx, ana } = await start()
  await heard(ctx, { contactId: ana, name: 'whatsapp_received', at: daysAgo(ctx, 9) })
  expect(await stageOf(ctx, ana)).not.toBe('prospect')

  await heard(ctx, { contactId: ana, name: 'whatsapp_sent', at: daysAgo(ctx, 2) })

  expect(await stageOf(ctx, ana)).toBe('prospect')
  expect((await movesOf(ctx, ana))[0]).toMatchObject({ toStage: 'prospect', at: daysAgo(ctx, 2) })
  expect((await timelineOf(ctx, ana)).events.map(each => each.direction)).toEqual(['out', 'two'])
  expect(await differencesOf(ctx)).toEqual([])
})

test('an answer that is recorded late counts, whichever of the two comes first', async () => {
  const { ctx, ana } = await start()
  await heard(ctx, { contactId: ana, name: 'email_sent', at: daysAgo(ctx, 20) })

  await heard(ctx, { contactId: ana, name: 'email_received', at: daysAgo(ctx, 12) })

  expect(await stageOf(ctx, ana)).toBe('prospect')
  expect((await movesOf(ctx, ana))[0]).toMatchObject({ toStage: 'prospect', at: daysAgo(ctx, 12) })
  expect(await differencesOf(ctx)).toEqual([])
})

test('taking the answer back takes the prospect back, and another answer brings it again', async () => {
  const { ctx, ana } = await start()
  const [, answer = ''] = await heard(
    ctx,
    { contactId: ana, name: 'chat', at: daysAgo(ctx, 5) },
    { contactId: ana, name: 'chat', direction: 'out', at: daysAgo(ctx, 4) },
  )
  expect(await stageOf(ctx, ana)).toBe('prospect')

  await withdrawEvents(ctx, [answer])
  await settle(ctx)
  expect(await stageOf(ctx, ana)).not.toBe('prospect')
  expect(await differencesOf(ctx)).toEqual([])

  await heard(ctx, { contactId: ana, name: 'chat', direction: 'out', at: daysAgo(ctx, 3) })
  expect(await stageOf(ctx, ana)).toBe('prospect')
})

test('an answer that is still to come makes the prospect when its day comes', async () => {
  const { ctx, ana } = await start()
  await heard(
    ctx,
    { contactId: ana, name: 'whatsapp_received' },
    { contactId: ana, name: 'whatsapp_sent', at: daysLater(ctx, 3).clock() },
  )
  expect(await stageOf(ctx, ana)).not.toBe('prospect')

  await settle(daysLater(ctx, 4))

  expect(await stageOf(ctx, ana)).toBe('prospect')
})

test.each([
  ['on another channel', 'email_sent', -4],
  ['fifteen days later', 'whatsapp_sent', 15.001],
  ['fifteen days before', 'whatsapp_sent', -15.001],
  ['that is no message', 'material_sent', 1],
])('what we send %s answers nothing', async (_, name, days) => {
  const { ctx, ana } = await start()
  const luis = await makeContact(ctx)

  await heard(
    ctx,
    { contactId: ana, name: 'whatsapp_received', at: daysAgo(ctx, 20) },
    { contactId: ana, name, at: daysAgo(ctx, 20 - days) },
    { contactId: luis, name: 'whatsapp_sent', at: daysAgo(ctx, 19) },
  )

  expect(await stageOf(ctx, ana)).not.toBe('prospect')
})

test('a conversation that was not noticed is a difference that verify names and a rebuild removes', async () => {
  const { ctx, ana } = await start()
  await heard(
    ctx,
    { contactId: ana, name: 'whatsapp_received', at: daysAgo(ctx, 5) },
    { contactId: ana, name: 'whatsapp_sent', at: daysAgo(ctx, 4) },
  )
  await ctx.db.updateTable('events').set({ twoWayAt: null }).where('contactId', '=', ana).execute()

  expect(await differencesOf(ctx)).toContainEqual(
    expect.objectContaining({ contactId: ana, column: 'stage', is: 'prospect' }),
  )
  await rebuild(ctx)

  expect(await differencesOf(ctx)).toEqual([])
  expect(await stageOf(ctx, ana)).toBe('prospect')
})

test('a contact with very many messages is paired in one pass', async () => {
  const { ctx, ana } = await start()
  const events = Array.from({ length: 6_000 }, (_, place) => ({
    contactId: ana,
    name: place % 2 ? 'whatsapp_sent' : 'whatsapp_received',
    at: new Date(now.getTime() - (7_000 - place) * 60_000),
  }))
  await recordEvents(ctx, events)

  const started = performance.now()
  await settle(ctx)

  expect(performance.now() - started).toBeLessThan(5_000)
  expect(await stageOf(ctx, ana)).toBe('prospect')
})
