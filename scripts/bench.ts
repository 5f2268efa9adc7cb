// Speed beside the bare limit of the same run: `npm run bench`. Options: --contacts N --events N, or --full (1 M and 10 M); with
// --definitions what owners of definitions wait for alone, and a proof.
import { parseArgs } from 'node:util'
import { creating } from './bench/creating.ts'
import { defining, proof } from './bench/defining.ts'
import { importing, memoryRow } from './bench/importing.ts'
import { makePlace, type Place } from './bench/place.ts'
import { placing } from './bench/placing.ts'
import { reading } from './bench/reading.ts'
import { growthRow, print, type Row, timed, whole } from './bench/report.ts'
import type { Size } from './bench/seed.ts'
import { nobodyWaits, reacting, storing } from './bench/storing.ts'

const { values } = parseArgs({
  options: {
    contacts: { type: 'string' },
    events: { type: 'string' },
    full: { type: 'boolean', default: false },
    definitions: { type: 'boolean', default: false },
  },
})
const size: Size = {
  contacts: Number(values.contacts ?? (values.full ? 1_000_000 : 100_000)),
  events: Number(values.events ?? (values.full ? 10_000_000 : 1_000_000)),
}
/** Contacts whose proof is promised. */
const mostProved = 100_000
const small: Size = { contacts: size.contacts / 10, events: size.events / 10 }

const { seconds } = await timed(async () => {
  if (values.definitions) return showDefining()
  const before = await measure(small, standing)
  const rows = await measure(size, everything)
  const grown = before.map((row, place) => growthRow(row, rows[place], [small.contacts, size.contacts]))
  print(`${whole(size.contacts)} contacts, ${whole(size.events)} events`, [...rows, ...grown], { ...size })
})
console.log(`bench took ${whole(seconds)} s`)

async function showDefining() {
  const rows = await measure(size, async (place, { contacts }) => [
    ...(await placing(place, contacts)),
    ...(await defining(place, contacts)),
    ...(contacts > mostProved ? [] : [await proof(place)]),
  ])
  print(`${whole(size.contacts)} contacts, ${whole(size.events)} events`, rows, { ...size })
}

async function measure(size: Size, what: (place: Place, size: Size) => Promise<Row[]>): Promise<Row[]> {
  const place = await makePlace(size)
  try {
    return await what(place, size)
  } finally {
    await place.close()
  }
}

/** What must cost the same for one contact, or one page, however large the base. */
async function standing(place: Place, { contacts }: Size): Promise<Row[]> {
  return [...(await placing(place, contacts)), ...(await reading(place, contacts))]
}

async function everything(place: Place, size: Size): Promise<Row[]> {
  const rows = await standing(place, size)
  rows.push(...(await defining(place, size.contacts)))
  rows.push(...(await storing(place, size.contacts, 10_000)))
  rows.push(...(await reacting(place, size.contacts, 10)))
  rows.push(...(await creating(place)))
  await nobodyWaits(place)
  rows.push(...(await importing(place, 100_000)))
  rows.push(await spaceOf(place), memoryRow('most memory of the running program', place.mostMemory()))
  return rows
}

async function spaceOf({ client }: Place): Promise<Row> {
  const { rows } = await client.query<{ bytes: number }>(
    `select pg_total_relation_size('events')::float8 / (select count(*) from events) as bytes`,
  )
  return { what: 'disk for an event, indexes included', measured: `${whole(rows[0]?.bytes ?? 0)} bytes` }
}
