import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApi } from '../../test/api.ts'
import { useDatabase } from '../../test/database.ts'
import { makeContact } from '../../test/history.ts'
import { addNotes } from '../contacts/contacts.ts'
import type { Ctx } from '../platform/ctx.ts'
import { type Live, openLive } from '../platform/live.ts'
import { createLog } from '../platform/log.ts'
import { type Listening, listen } from '../platform/server.ts'
import { newsOf } from './start.ts'

const { database, workspace } = useDatabase()
const stopping = new AbortController()
let live: Live
let api: Awaited<ReturnType<typeof openApi>>
let listening: Listening
let left: () => void

beforeAll(async () => {
  live = await openLive(database().url, createLog('silent'))
  api = await openApi(database(), { streams: [newsOf(live, stopping.signal)] })
  listening = await listen(api.server, { port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  left?.()
  stopping.abort()
  await listening.stop()
  await live.stop()
})

type Member = Awaited<ReturnType<typeof api.signedIn>>

/** What an open screen of this member hears, as it comes over the wire. */
async function hear({ cookies }: Member): Promise<{ text: string; leave: () => void }> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const going = new AbortController()
  const answer = await fetch(`http://127.0.0.1:${listening.port}/api/live`, {
    headers: { cookie },
    signal: going.signal,
  })
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  const heard = { text: '', leave: () => going.abort() }
  const read = async () => {
    for await (const part of answer.body ?? []) heard.text += new TextDecoder().decode(part)
  }
  read().catch(() => {})
  await expect.poll(() => heard.text).toContain('event: ready')
  return heard
}

const recordCall = (member: Member, contactId: string) =>
  member.send('POST', '/events', { contact: { id: contactId }, name: 'call' })

async function memberOf(ctx: Ctx) {
  return api.signedIn(ctx, 'owner')
}

test('who has a screen open hears of an event and a note of their workspace, and nobody else does', async () => {
  const [ctx, other] = [await workspace(), await workspace()]
  const member = await memberOf(ctx)
  const ana = await makeContact(ctx)
  const [here, elsewhere] = [await hear(member), await hear(await memberOf(other))]

  expect((await recordCall(member, ana)).status).toBe(200)
  await expect.poll(() => here.text).toContain(JSON.stringify({ topic: 'event', ids: [ana] }))
  const told = here.text.length
  await addNotes(ctx, [{ contactId: ana, body: 'Prefiere la tarde' }])

  await expect.poll(() => here.text.slice(told)).toContain(JSON.stringify({ topic: 'event', ids: [ana] }))
  expect(elsewhere.text).not.toContain('topic')
  here.leave()
  elsewhere.leave()
})

test('who leaves is no longer told, and others still are', async () => {
  const ctx = await workspace()
  const member = await memberOf(ctx)
  const ana = await makeContact(ctx)
  const [gone, stays] = [await hear(member), await hear(member)]
  left = stays.leave

  gone.leave()
  await recordCall(member, ana)

  await expect.poll(() => stays.text).toContain(ana)
  expect(gone.text).not.toContain(ana)
})
