import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { withdrawBelongings } from '../app/belongings.ts'
import { createContacts, getContact, undo } from '../contacts/contacts.ts'
import { createApi } from '../platform/api.ts'
import type { Permission } from '../platform/permissions.ts'
import { qualify, readAnswersIn, writeAnswersIn } from '../qualification/qualification.ts'
import { activityContract } from './contract.ts'
import { activityHttp } from './http.ts'

const { database, workspace } = useDatabase()

async function start(permissions: Permission[] = ['events.write', 'contacts.read', 'settings.manage']) {
  const ctx = await workspace()
  const [ana = ''] = await createContacts(
    ctx,
    [{ fields: { name: 'Ana Ruiz', email: 'ana@robledo.example' } }],
    { kind: 'create' },
  )
  const api = new Hono().route(
    '/api',
    createApi({
      database: database(),
      router: activityHttp({ read: readAnswersIn, write: writeAnswersIn }),
      contract: activityContract,
      identify: async () => ({ permissions: new Set(permissions), ctx }),
      translate: (_, key) => key,
      onBug: error => {
        throw error
      },
    }),
  )
  const send = async (method: string, path: string, body?: unknown) => {
    const answer = await api.request(`/api${path}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
    return { status: answer.status, body: await answer.json() }
  }
  return { ctx, ana, send }
}

test('an event of a known e-mail lands in its contact’s timeline; it can be taken back and brought back', async () => {
  const { ana, send } = await start()

  const stored = await send('POST', '/events', {
    messageId: 'm1',
    contact: { email: 'ANA@robledo.example' },
    name: 'demo_requested',
    at: '2026-02-03T10:00:00+01:00',
    properties: { product: 'Curso' },
  })

  expect(stored).toMatchObject({ status: 200, body: { outcome: 'stored', contactId: ana } })
  const { body: timeline } = await send('GET', `/contacts/${ana}/events?channels[0]=web`)
  expect(timeline.events).toMatchObject([
    { name: 'demo_requested', at: '2026-02-03T09:00:00.000Z', properties: { product: 'Curso' } },
  ])
  expect((await send('DELETE', `/events/${stored.body.id}`)).body).toEqual({ withdrawn: true })
  expect((await send('GET', `/contacts/${ana}/events`)).body.events).toEqual([])
  expect((await send('POST', `/events/${stored.body.id}/restore`)).body).toEqual({ restored: true })
})

test('a batch answers each event in its place and makes the contacts that are not known', async () => {
  const { ana, send } = await start()
  const call = { messageId: 'c1', contact: { id: ana }, name: 'call' }

  const { body } = await send('POST', '/events/batch', {
    events: [
      call,
      { contact: { externalId: 'crm:77', name: 'Eva Sanz' }, name: 'meeting' },
      { contact: { email: 'not an address' }, name: 'call' },
      { contact: { id: ana }, name: 'moon_landed' },
      call,
      { contact: { externalId: 'crm:77', name: 'Eva Sanz' }, name: 'call' },
    ],
  })

  const outcomes = body.results.map((each: { outcome: string }) => each.outcome)
  expect(outcomes).toEqual(['stored', 'stored', 'refused', 'refused', 'duplicate', 'stored'])
  expect(body.results[1].contactId).toBe(body.results[5].contactId)
  expect(body.results[2].issues[0].path[0]).toBe('contact')
  expect(body.results[3].issues).toMatchObject([{ path: ['name'], code: 'activity.unknown_event' }])
})

test.each([
  [
    { contact: { id: '0195c1de-0000-7000-8000-000000000000' }, name: 'call' },
    404,
    'activity.unknown_contact',
  ],
  [{ contact: { name: 'Ana' }, name: 'call' }, 400, 'http.invalid'],
  [{ contact: { email: 'ana@robledo.example' }, name: 'moon_landed' }, 400, 'activity.unknown_event'],
  [{ contact: { email: 'ana@robledo.example' }, name: 'call', at: 'yesterday' }, 400, 'http.invalid'],
])('%j is refused and stores nothing', async (event, status, code) => {
  const { ana, send } = await start()

  expect(await send('POST', '/events', event)).toMatchObject({ status, body: { code } })

  expect((await send('GET', `/contacts/${ana}/events`)).body.events).toEqual([])
})

test('signals of one’s own are added to the catalogue', async () => {
  const { ana, send } = await start()
  const fair = {
    channel: 'event',
    direction: 'in',
    weight: 2,
    labelEs: 'Vino a la feria',
    labelEn: 'Came to the fair',
  }

  expect(await send('PUT', '/event-types/fair_visited', fair)).toMatchObject({ status: 200 })
  expect(await send('PUT', '/event-types/call', fair)).toMatchObject({ status: 409 })

  expect((await send('GET', '/event-types')).body.types).toEqual([{ name: 'fair_visited', ...fair }])
  expect(await send('POST', '/events', { contact: { id: ana }, name: 'fair_visited' })).toMatchObject({
    status: 200,
  })
})

test('new names join the catalogue with a batch, a few at once, of whoever may manage the settings', async () => {
  const batch = (ana: string, count: number) => ({
    events: Array.from({ length: count }, (_, i) => ({ contact: { id: ana }, name: `own_${i}` })),
    unknownNames: 'add',
  })
  const sender = await start(['events.write', 'contacts.read'])
  const manager = await start()

  expect(await sender.send('POST', '/events/batch', batch(sender.ana, 1))).toMatchObject({ status: 403 })
  expect(await manager.send('POST', '/events/batch', batch(manager.ana, 21))).toMatchObject({
    status: 400,
    body: { code: 'activity.too_many_new_names' },
  })
  expect(await manager.send('POST', '/events/batch', batch(manager.ana, 20))).toMatchObject({ status: 200 })
  expect(await manager.send('POST', '/events/batch', batch(manager.ana, 20))).toMatchObject({ status: 200 })

  expect((await sender.send('GET', '/event-types')).body.types).toEqual([])
  expect((await manager.send('GET', '/event-types')).body.types).toHaveLength(20)
})

test('who may only read records nothing', async () => {
  const { ana, send } = await start(['contacts.read'])

  expect(await send('POST', '/events', { contact: { id: ana }, name: 'call' })).toMatchObject({ status: 403 })
  expect(await send('GET', `/contacts/${ana}/events`)).toMatchObject({ status: 200, body: { events: [] } })
})

const mayWrite: Permission[] = ['events.write', 'contacts.read', 'contacts.write']

test('what was answered in a call is written with it, as said in it on its day, and one undo takes both back', async () => {
  const { ctx, ana, send } = await start(mayWrite)

  const { body } = await send('POST', '/events', {
    ...{ contact: { id: ana }, name: 'call', at: '2026-02-03T10:00:00Z', messageId: 'c1' },
    answers: [
      { question: 'need', value: 'Cobrar antes', saidBy: 'Luis' },
      { question: 'authority', value: 'uses' },
      { question: 'timing', state: 'asked' },
    ],
  })

  const { items } = await qualify(ctx, ana)
  const said = (question: string) => items.find(each => each.question === question)
  const event = { id: body.id, name: 'call' }
  const at = new Date('2026-02-03T10:00:00Z')
  expect(said('need')).toMatchObject({ state: 'confirmed', value: 'Cobrar antes', saidBy: 'Luis', event, at })
  expect(said('authority')).toMatchObject({ state: 'negative', value: 'uses', event, at })
  expect(said('timing')).toMatchObject({ state: 'asked', event })
  expect((await getContact(ctx, ana)).fields).toMatchObject({ need: 'Cobrar antes', decisionRole: 'uses' })

  await undo(ctx, body.changeSetId, withdrawBelongings)

  expect((await qualify(ctx, ana)).verdict).toBe('research')
  expect((await send('GET', `/contacts/${ana}/events`)).body.events).toEqual([])
})

test('in a batch each event is refused for its own answers, an older answer stays behind a newer, and none is written twice', async () => {
  const { ctx, ana, send } = await start(mayWrite)
  const contact = { id: ana }
  const need = (value: string) => [{ question: 'need', value }]

  const { body } = await send('POST', '/events/batch', {
    events: [
      { contact, name: 'call', messageId: 'new', at: '2026-02-03T10:00:00Z', answers: need('new') },
      { contact, name: 'call', messageId: 'old', at: '2025-02-03T10:00:00Z', answers: need('old') },
      { contact, name: 'call', answers: [{ question: 'shoe_size', value: 43 }] },
      { contact, name: 'call', answers: [{ question: 'budget', value: 'a lot' }] },
      { contact, name: 'call', answers: [{ question: 'visit_frequency', state: 'negative' }] },
      { contact, name: 'meeting' },
      { contact, name: 'call', messageId: 'new', answers: need('again') },
    ],
  })

  const results = body.results as { outcome: string; changeSetId?: string; issues: { code: string }[] }[]
  expect(results.map(each => each.issues[0]?.code ?? each.outcome)).toEqual([
    ...['stored', 'stored', 'qualification.unknown_question', 'contacts.not_number', 'qualification.counted'],
    ...['stored', 'duplicate'],
  ])
  expect(results.map(each => each.changeSetId !== undefined)).toEqual([
    ...[true, true, false, false, false],
    ...[false, false],
  ])
  expect((await getContact(ctx, ana)).fields.need).toBe('new')
  expect((await send('GET', `/contacts/${ana}/events`)).body.events).toHaveLength(3)
})

test('fields of a form that are called like questions answer them; what cannot be an answer stays a property', async () => {
  const { ctx, ana, send } = await start(mayWrite)
  const properties = { form: 'quote', need: 'Un almacén', budget: 'unos cuantos', goals: '', colour: 'red' }

  await send('POST', '/events', { contact: { id: ana }, name: 'form_submitted', properties })

  const { answers } = (await ctx.db.selectFrom('contacts').select('answers').executeTakeFirstOrThrow()) as {
    answers: Record<string, unknown>
  }
  expect(Object.keys(answers)).toEqual(['need'])
  expect((await getContact(ctx, ana)).fields.need).toBe('Un almacén')
})

test('who may not write contacts answers nothing', async () => {
  const { ctx, ana, send } = await start()
  const answers = [{ question: 'need', value: 'x' }]

  expect(await send('POST', '/events', { contact: { id: ana }, name: 'call', answers })).toMatchObject({
    status: 403,
  })
  await send('POST', '/events', { contact: { id: ana }, name: 'form_submitted', properties: { need: 'x' } })

  expect((await getContact(ctx, ana)).fields.need).toBeUndefined()
})

test('who may not write contacts takes back no event in which something was answered, nor puts it right', async () => {
  const may = [...mayWrite]
  const { ctx, ana, send } = await start(may)
  const answers = [{ question: 'need', value: 'Cobrar antes' }]
  const call = await send('POST', '/events', { ...byHand, contact: { id: ana }, name: 'call', answers })
  const plain = await send('POST', '/events', { ...byHand, contact: { id: ana }, name: 'call' })
  may.splice(may.indexOf('contacts.write'), 1)

  expect(await send('DELETE', `/events/${call.body.id}`)).toMatchObject({ status: 403 })
  expect(await send('PUT', `/events/${call.body.id}`, { name: 'meeting' })).toMatchObject({ status: 403 })
  expect(await send('POST', `/events/${call.body.id}/restore`)).toMatchObject({ status: 403 })
  expect((await getContact(ctx, ana)).fields.need).toBe('Cobrar antes')
  expect(await send('DELETE', `/events/${plain.body.id}`)).toMatchObject({ status: 200 })
})

const byHand = { source: 'manual', at: '2026-02-03T10:00:00Z' }
const need = [{ question: 'need', value: 'Cobrar antes' }]

test('what somebody wrote down by hand is put right in one act, with what was answered in it, and one undo brings it back', async () => {
  const { ctx, ana, send } = await start(mayWrite)
  const call = await send('POST', '/events', { ...byHand, contact: { id: ana }, name: 'call', answers: need })
  const timeline = async () => (await send('GET', `/contacts/${ana}/events`)).body.events
  const said = async () => (await qualify(ctx, ana)).items.find(each => each.question === 'need')

  const put = await send('PUT', `/events/${call.body.id}`, {
    ...{ name: 'meeting', at: '2026-02-02T09:00:00Z', properties: { summary: 'En su taller' } },
  })

  const meeting = { id: put.body.id, name: 'meeting' }
  expect(await timeline()).toMatchObject([
    { ...meeting, at: '2026-02-02T09:00:00.000Z', properties: { summary: 'En su taller' }, source: 'manual' },
  ])
  expect(await said()).toMatchObject({
    event: meeting,
    value: 'Cobrar antes',
    at: new Date('2026-02-02T09:00:00Z'),
  })

  const { changeSetId: undoing } = await undo(ctx, put.body.changeSetId, withdrawBelongings)
  expect(await timeline()).toMatchObject([{ id: call.body.id }])
  expect(await said()).toMatchObject({ event: { id: call.body.id } })

  await undo(ctx, undoing, withdrawBelongings)
  expect(await timeline()).toMatchObject([meeting])
  expect(await said()).toMatchObject({ event: meeting })

  await send('DELETE', `/events/${put.body.id}`)
  expect((await said())?.value ?? null).toBeNull()
  expect((await getContact(ctx, ana)).fields.need ?? null).toBeNull()
})

test('a call that turns out not to have been answered answers nothing; what was put right twice is undone from the last', async () => {
  const { ctx, ana, send } = await start(mayWrite)
  const call = await send('POST', '/events', { ...byHand, contact: { id: ana }, name: 'call', answers: need })

  const one = await send('PUT', `/events/${call.body.id}`, { name: 'call_made' })
  expect((await getContact(ctx, ana)).fields.need ?? null).toBeNull()
  const two = await send('PUT', `/events/${one.body.id}`, { name: 'call', properties: { minutes: 5 } })

  const tooEarly = { code: 'activity.corrected_since' }
  await expect(undo(ctx, one.body.changeSetId, withdrawBelongings)).rejects.toMatchObject(tooEarly)
  await expect(undo(ctx, call.body.changeSetId, withdrawBelongings)).rejects.toMatchObject(tooEarly)
  expect((await send('POST', `/events/${call.body.id}/restore`)).body).toMatchObject(tooEarly)
  expect((await send('DELETE', `/events/${call.body.id}`)).body).toMatchObject(tooEarly)
  await undo(ctx, two.body.changeSetId, withdrawBelongings)
  await undo(ctx, one.body.changeSetId, withdrawBelongings)
  const { events } = (await send('GET', `/contacts/${ana}/events`)).body
  expect(events).toMatchObject([{ id: call.body.id, name: 'call' }])
  expect((await getContact(ctx, ana)).fields).toMatchObject({ need: 'Cobrar antes' })
})

test('only what stands and was written down by hand is put right, by what could be recorded', async () => {
  const { ana, send } = await start(mayWrite)
  const record = async (source: string) =>
    (await send('POST', '/events', { contact: { id: ana }, name: 'purchase', source })).body.id
  const [told, written] = [await record('shop'), await record('manual')]
  const put = (id: string, properties: object) =>
    send('PUT', `/events/${id}`, { name: 'purchase', properties })

  expect((await put(told, {})).body).toMatchObject({ code: 'activity.not_by_hand' })
  expect((await put(written, { amount: -3 })).body).toMatchObject({ code: 'activity.absurd_amount' })
  expect(await put(written, { amount: 3 })).toMatchObject({ status: 200 })
  expect((await put(written, { amount: 4 })).body).toMatchObject({ code: 'activity.corrected_since' })
})
