import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { createContacts } from '../contacts/contacts.ts'
import { at, type Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/ids.ts'
import {
  customEventTypes,
  eventNameOf,
  type NewEvent,
  pairMessages,
  putEventType,
  recordEvents,
  restoreEvents,
  timelineOf,
  withdrawEvents,
  withdrawEventsOf,
} from './activity.ts'

const { workspace } = useDatabase()
const monday = new Date('2026-03-02T10:00:00Z')
const day = (days: number) => new Date(monday.getTime() + days * 86_400_000)

async function start() {
  const ctx = await workspace({ now: monday })
  const [ana = '', luis = ''] = await createContacts(
    ctx,
    [{ fields: { name: 'Ana Ruiz', email: 'ana@robledo.example' } }, { fields: { name: 'Luis Gil' } }],
    { kind: 'create' },
  )
  await ctx.db.deleteFrom('changedContacts').where('workspaceId', '=', ctx.workspaceId).execute()
  return { ctx, ana, luis }
}

const changed = async (ctx: Ctx) =>
  (await ctx.db.selectFrom('changedContacts').select('contactId').execute()).map(row => row.contactId)

const one = async (ctx: Ctx, event: NewEvent) => (await recordEvents(ctx, [event]))[0]

/** The directions in the timeline, oldest first, as known at that time. */
const directionsAt = async (ctx: Ctx, contactId: string, instant: Date) => {
  const { events } = await timelineOf(at(ctx, instant), contactId)
  return events.map(event => event.direction).reverse()
}

test('an event that comes twice is stored once, and its contact is marked once', async () => {
  const { ctx, ana } = await start()
  const call = { messageId: 'call-7', contactId: ana, name: 'call' }

  const first = await recordEvents(ctx, [call, call])
  const again = await recordEvents(ctx, [call])

  expect(first.map(each => each.outcome)).toEqual(['stored', 'duplicate'])
  expect(again).toMatchObject([{ outcome: 'duplicate', id: first[0]?.id }])
  expect((await timelineOf(ctx, ana)).events).toHaveLength(1)
  expect(await changed(ctx)).toEqual([ana])
})

test('two batches with the same events at the same time store each once', async () => {
  const { ctx, ana } = await start()
  const events = Array.from({ length: 300 }, (_, place) => ({
    messageId: `m${place}`,
    contactId: ana,
    name: 'page_viewed',
  }))

  const [one, two] = await Promise.all([recordEvents(ctx, events), recordEvents(ctx, events.toReversed())])

  expect([...one, ...two].filter(each => each.outcome === 'stored')).toHaveLength(300)
  expect((await timelineOf(ctx, ana, { limit: 400 })).events).toHaveLength(300)
})

test('what cannot be stored is refused in its place and the rest is stored', async () => {
  const { ctx, ana } = await start()
  const stranger = (await start()).ana

  const results = await recordEvents(ctx, [
    { contactId: ana, name: 'call' },
    { contactId: newId(), name: 'call' },
    { contactId: stranger, name: 'call' },
    { contactId: 'x', name: 'call' },
    { contactId: ana, name: 'moon_landed' },
    { contactId: ana, name: 'call', at: new Date('1969-12-31') },
    { contactId: ana, name: 'call', at: new Date('nonsense') },
    { contactId: ana, name: 'call', at: day(400) },
    { contactId: ana, name: 'call', properties: { summary: 'a\0b' } },
    { contactId: ana, name: 'call', properties: { summary: 'half \ud800' } },
    { contactId: ana, name: 'call', properties: { summary: 'x'.repeat(40_000) } },
    { contactId: ana, name: 'purchase', properties: { amount: 1e19 } },
    { contactId: ana, name: 'purchase', properties: { amount: '-30' } },
    { contactId: ana, name: 'refund', properties: { amount: -30 } },
    { contactId: ana, name: 'call', properties: { summary: 'a text about \\u0000 and 😀' } },
  ])

  expect(results.map(each => each.issue?.code)).toEqual([
    undefined,
    'activity.unknown_contact',
    'activity.unknown_contact',
    'activity.unknown_contact',
    'activity.unknown_event',
    'activity.too_old',
    'activity.bad_date',
    'activity.too_far_in_future',
    'activity.bad_text',
    'activity.bad_text',
    'activity.too_large',
    'activity.absurd_amount',
    'activity.absurd_amount',
    undefined,
    undefined,
  ])
  expect((await timelineOf(ctx, ana)).events).toHaveLength(3)
})

test('a clock that is a little fast is set right; a date in the future is kept', async () => {
  const { ctx, ana } = await start()

  await recordEvents(ctx, [
    { contactId: ana, name: 'call', at: new Date(monday.getTime() + 60_000) },
    { contactId: ana, name: 'meeting', at: day(3) },
    { contactId: ana, name: 'purchase', at: day(-400) },
  ])

  const { events } = await timelineOf(ctx, ana)
  expect(events.map(event => [event.name, event.at])).toEqual([
    ['meeting', day(3)],
    ['call', monday],
    ['purchase', day(-400)],
  ])
})

test('a name that nobody knows becomes a signal of the workspace when the sender may add them', async () => {
  const { ctx, ana } = await start()
  const name = eventNameOf('Tour  Virtual¡Visto!') ?? ''

  await recordEvents(ctx, [{ contactId: ana, name }], { unknownNames: 'add' })

  expect(await customEventTypes(ctx)).toMatchObject([
    { name: 'tour_virtual_visto', labelEs: 'Tour virtual visto', weight: 0, direction: 'none' },
  ])
  await putEventType(ctx, {
    name,
    channel: 'web',
    direction: 'in',
    weight: 2,
    labelEs: 'Vio el tour',
    labelEn: 'Saw the tour',
  })
  await one(ctx, { contactId: ana, name })
  expect((await timelineOf(ctx, ana)).events.map(event => event.direction).sort()).toEqual(['in', 'none'])
  await expect(
    putEventType(ctx, {
      name: 'call',
      channel: 'phone',
      direction: 'in',
      weight: 0,
      labelEs: '',
      labelEn: '',
    }),
  ).rejects.toMatchObject({ code: 'activity.duplicate_event_type' })
})

test('a withdrawn event leaves the timeline, comes back, and its contact is marked each time', async () => {
  const { ctx, ana } = await start()
  const { id = '' } = (await one(ctx, { contactId: ana, name: 'call' })) ?? {}

  expect(await withdrawEvents(ctx, [id])).toBe(1)
  expect(await withdrawEvents(ctx, [id])).toBe(0)
  expect((await timelineOf(ctx, ana)).events).toEqual([])
  expect(await restoreEvents(ctx, [id])).toBe(1)

  expect((await timelineOf(ctx, ana)).events).toHaveLength(1)
  expect(await changed(ctx)).toEqual([ana, ana, ana])
})

test('an act taken back and done again brings its events again; a mere repetition does not', async () => {
  const { ctx, ana } = await start()
  const bought = { messageId: 'row 1', contactId: ana, name: 'purchase' }
  const [first, second] = [newId(), newId()]
  await one(ctx, { ...bought, changeSetId: first })

  expect(await withdrawEventsOf(ctx, first)).toBe(1)
  expect(await one(ctx, { ...bought, changeSetId: first })).toMatchObject({ outcome: 'duplicate' })
  expect((await timelineOf(ctx, ana)).events).toEqual([])

  expect(await one(ctx, { ...bought, changeSetId: second })).toMatchObject({ outcome: 'stored' })
  expect((await timelineOf(ctx, ana)).events).toMatchObject([{ changeSetId: second }])
})

test('a message that we answer is a conversation from our answer on', async () => {
  const { ctx, ana } = await start()
  await recordEvents(ctx, [
    { contactId: ana, name: 'whatsapp_received', at: day(-10) },
    { contactId: ana, name: 'whatsapp_sent', at: day(-8) },
  ])

  await pairMessages(ctx, [ana])

  expect(await directionsAt(ctx, ana, day(-9))).toEqual(['in', 'out'])
  expect(await directionsAt(ctx, ana, monday)).toEqual(['two', 'out'])
})

test('a message that answers ours is a conversation at once', async () => {
  const { ctx, ana } = await start()
  await recordEvents(ctx, [
    { contactId: ana, name: 'email_sent', at: day(-10) },
    { contactId: ana, name: 'email_received', at: day(-1) },
  ])

  await pairMessages(ctx, [ana])

  expect(await directionsAt(ctx, ana, day(-1))).toEqual(['out', 'two'])
})

test.each([
  ['another channel', { name: 'email_sent', at: day(-8) }],
  ['fifteen days later', { name: 'whatsapp_sent', at: day(5.001) }],
  ['fifteen days before', { name: 'whatsapp_sent', at: day(-24.001) }],
  ['no message', { name: 'material_sent', at: day(-8) }],
])('%s is no answer', async (_, ours) => {
  const { ctx, ana, luis } = await start()
  await recordEvents(ctx, [
    { contactId: ana, name: 'whatsapp_received', at: day(-10) },
    { contactId: ana, ...ours },
    { contactId: luis, name: 'whatsapp_sent', at: day(-9) },
  ])

  await pairMessages(ctx, [ana, luis])

  expect(await directionsAt(ctx, ana, day(30))).not.toContain('two')
})

test('taking the answer back takes the conversation back', async () => {
  const { ctx, ana } = await start()
  await one(ctx, { contactId: ana, name: 'chat', at: day(-2) })
  const answer = await one(ctx, { contactId: ana, name: 'chat', direction: 'out', at: day(-1) })
  await pairMessages(ctx, [ana])
  expect(await directionsAt(ctx, ana, monday)).toEqual(['two', 'out'])

  await withdrawEvents(ctx, [answer?.id ?? ''])
  await pairMessages(ctx, [ana])

  expect(await directionsAt(ctx, ana, monday)).toEqual(['in'])
})

test('the timeline comes in pages without gaps or repetitions, also among events of one instant', async () => {
  const { ctx, ana } = await start()
  await recordEvents(
    ctx,
    Array.from({ length: 25 }, (_, place) => ({
      contactId: ana,
      name: 'page_viewed',
      at: day(-(place % 3)),
    })),
  )

  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await timelineOf(ctx, ana, { after, limit: 10 })
    seen.push(...page.events.map(event => event.id))
    after = page.next
  } while (after)

  expect(new Set(seen).size).toBe(25)
  expect(seen).toHaveLength(25)
  await expect(timelineOf(ctx, ana, { after: 'x y' })).rejects.toMatchObject({ code: 'http.bad_cursor' })
})

test('the timeline is narrowed by channel, name and direction', async () => {
  const { ctx, ana } = await start()
  await putEventType(ctx, {
    name: 'fair_visited',
    channel: 'event',
    direction: 'in',
    weight: 2,
    labelEs: '',
    labelEn: '',
  })
  await recordEvents(
    ctx,
    ['call', 'call_made', 'event_attended', 'fair_visited'].map(name => ({ contactId: ana, name })),
  )
  const names = async (query: Parameters<typeof timelineOf>[2]) =>
    (await timelineOf(ctx, ana, query)).events.map(event => event.name).sort()

  expect(await names({ channels: ['event'] })).toEqual(['event_attended', 'fair_visited'])
  expect(await names({ names: ['call'] })).toEqual(['call'])
  expect(await names({ channels: ['phone'], direction: 'out' })).toEqual(['call_made'])
})
