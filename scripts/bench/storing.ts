import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { recordEvents } from '../../src/activity/activity.ts'
import { newId } from '../../src/platform/ids.ts'
import type { Place } from './place.ts'
import { percentile, type Row, rateRow, timed, whole } from './report.ts'

const batch = 500
const names = ['page_viewed', 'key_page_viewed', 'email_link_clicked', 'file_downloaded', 'call']

let drawn = 0

/** Contacts as the seed spreads its events: a few do much, most do little. The seed numbers them from 1. */
const someContacts = (contacts: number) =>
  Array.from({ length: batch }, () => {
    const chance = (Math.imul(++drawn, 2_654_435_761) >>> 0) / 2 ** 32
    return contactId(1 + Math.floor(contacts * chance ** 1.6))
  })

const contactId = (number: number) => `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

/**
 * Storing events: by plain inserts into the same table, through recordEvents, and over HTTP, while nobody reacts;
 * then how fast the reactions to them are made up for.
 */
export async function storing(place: Place, contacts: number, events: number): Promise<Row[]> {
  await place.run('web')
  const bare = events / (await bareInsert(place.client, place.ctx.workspaceId, contacts, events))
  const through = events / (await throughFunction(place, contacts, events))
  const http = events / (await overHttp(place, contacts, events))
  const waiting = await contactsWaiting(place)
  await place.run('all')
  const { seconds } = await timed(() => nobodyWaits(place))
  return [
    rateRow('store events through recordEvents (500 each)', through, bare, 0.3, 'events'),
    {
      what: 'store events over HTTP (500 each)',
      measured: `${whole(http)} events/s`,
      limit: `${whole(bare)} events/s`,
      ratio: http / bare,
    },
    { what: 'contacts reacted to, one process', measured: `${whole(waiting / seconds)} contacts/s` },
  ]
}

async function bareInsert(
  client: pg.Client,
  workspaceId: string,
  contacts: number,
  events: number,
): Promise<number> {
  const stored: string[] = []
  const { seconds } = await timed(async () => {
    for (let from = 0; from < events; from += batch) {
      const contactIds = someContacts(contacts)
      const ids = contactIds.map(newId)
      await client.query(
        `insert into events (workspace_id, id, contact_id, name, direction, at, received_at, source, properties)
         select $1, id, contact, name, 'in', now(), now(), 'api', '{}' from unnest($2::uuid[], $3::uuid[], $4::text[]) as new (id, contact, name)`,
        [workspaceId, ids, contactIds, ids.map((_, turn) => names[turn % names.length])],
      )
      stored.push(...ids)
    }
  })
  await client.query('delete from events where workspace_id = $1 and id = any($2)', [workspaceId, stored])
  return seconds
}

async function throughFunction({ ctx }: Place, contacts: number, events: number): Promise<number> {
  const { seconds } = await timed(async () => {
    for (let from = 0; from < events; from += batch) await recordEvents(ctx, someEvents(contacts))
  })
  return seconds
}

async function overHttp(place: Place, contacts: number, events: number): Promise<number> {
  const { seconds } = await timed(async () => {
    for (let from = 0; from < events; from += batch)
      await place.call('POST', '/events/batch', { events: someEvents(contacts).map(overWire) })
  })
  return seconds
}

const someEvents = (contacts: number) =>
  someContacts(contacts).map((contactId, turn) => ({
    contactId,
    messageId: newId(),
    name: names[turn % names.length] ?? 'call',
  }))

const overWire = ({ contactId, ...event }: ReturnType<typeof someEvents>[number]) => ({
  ...event,
  contact: { id: contactId },
})

/**
 * What one process does when events come as fast as it takes them, storing and reacting together; then, at half of that, the time
 * from an event sent to the standing that includes it.
 */
export async function reacting(place: Place, contacts: number, seconds: number): Promise<Row[]> {
  const flatOut = await underLoad(place, contacts, { seconds })
  await nobodyWaits(place)
  const perSecond = flatOut.reacted / seconds / 2
  const taken: number[] = []
  await underLoad(place, contacts, {
    seconds,
    perSecond,
    meanwhile: until => probe(place, contacts, until, taken),
  })
  await nobodyWaits(place)
  taken.sort((a, b) => a - b)
  const p95 = percentile(taken, 0.95)
  return [
    {
      what: `contacts reacted to while storing ${whole(flatOut.sent / seconds)} events/s, as fast as they are taken`,
      measured: `${whole(flatOut.reacted / seconds)} contacts/s`,
    },
    {
      what: `event to new standing while storing ${whole(perSecond)} events/s, half of that`,
      measured: `p95 ${whole(p95)} ms (median ${whole(percentile(taken, 0.5))}, ${taken.length} samples)`,
      wanted: '< 1,000 ms',
      kept: p95 < 1000,
    },
  ]
}

type Load = { seconds: number; perSecond?: number; meanwhile?: (until: number) => Promise<unknown> }

/** Sends batches over HTTP, without a pause or at a rate; how many events, and how many changed contacts were reacted to. */
async function underLoad(place: Place, contacts: number, { seconds, perSecond, meanwhile }: Load) {
  const until = Date.now() + seconds * 1000
  const every = perSecond ? (small / perSecond) * 1000 : 0
  const size = perSecond ? small : batch
  let sent = 0
  let marked = 0
  const beside = meanwhile?.(until)
  while (Date.now() < until) {
    const start = Date.now()
    const events = someEvents(contacts).slice(0, size)
    await place.call('POST', '/events/batch', { events: events.map(overWire) })
    sent += size
    marked += new Set(events.map(event => event.contactId)).size
    await pause(Math.max(0, every - (Date.now() - start)))
  }
  await beside
  return { sent, reacted: marked - (await contactsWaiting(place)) }
}

/** A batch when events come at a steady rate: as a tracker sends them. */
const small = 50

/** Eight events a second, without waiting for what followed from the one before: enough samples that the slowest twentieth says something. */
async function probe(place: Place, contacts: number, until: number, taken: number[]) {
  const waiting = new Map<string, number>()
  const sent: Promise<unknown>[] = []
  for (let turn = 0; Date.now() < until; turn++) {
    const id = contactId(1 + ((turn * 104_729) % contacts))
    waiting.set(id, Date.now())
    sent.push(place.call('POST', '/events', overWire({ contactId: id, name: 'call', messageId: newId() })))
    await lookFor(place, waiting, taken, 125)
  }
  await Promise.all(sent)
  while (waiting.size) await lookFor(place, waiting, taken, 125)
}

/** How many contacts wait to be reacted to. */
async function contactsWaiting({ client, ctx }: Place): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'select count(distinct contact_id)::float8 as count from changed_contacts where workspace_id = $1',
    [ctx.workspaceId],
  )
  return rows[0]?.count ?? 0
}

export async function nobodyWaits(place: Place) {
  while ((await contactsWaiting(place)) > 0) await pause(100)
}

/** For so many milliseconds: whose standing includes its event is done. */
async function lookFor({ ctx }: Place, waiting: Map<string, number>, taken: number[], milliseconds: number) {
  for (const until = Date.now() + milliseconds; Date.now() < until; await pause(20)) {
    const rows = await ctx.db
      .selectFrom('standings')
      .where('workspaceId', '=', ctx.workspaceId)
      .where('contactId', 'in', [...waiting.keys(), ctx.workspaceId])
      .select(['contactId', 'lastSignalAt'])
      .execute()
    for (const { contactId, lastSignalAt } of rows) {
      const since = waiting.get(contactId)
      if (since === undefined || !lastSignalAt || lastSignalAt.getTime() < since) continue
      taken.push(Date.now() - since)
      waiting.delete(contactId)
    }
  }
}
