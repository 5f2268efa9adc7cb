import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { createContacts } from '../contacts/contacts.ts'
import { createApi } from '../platform/api.ts'
import type { Permission } from '../platform/permissions.ts'
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
      router: activityHttp,
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
  return { ana, send }
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
