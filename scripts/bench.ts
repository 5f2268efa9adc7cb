// Speed beside the bare limit of the same run: `npm run bench`. Options: --contacts N --events N, or --full (1 M and 10 M).
import { parseArgs } from 'node:util'
import { creating } from './bench/creating.ts'
import { importing } from './bench/importing.ts'
import { makePlace, type Place } from './bench/place.ts'
import { placing } from './bench/placing.ts'
import { reading } from './bench/reading.ts'
import { print, type Row, timed, whole } from './bench/report.ts'
import type { Size } from './bench/seed.ts'
import { reacting, storing } from './bench/storing.ts'

const { values } = parseArgs({
  options: {
    contacts: { type: 'string' },
    events: { type: 'string' },
    full: { type: 'boolean', default: false },
  },
})
const size: Size = {
  contacts: Number(values.contacts ?? (values.full ? 1_000_000 : 100_000)),
  events: Number(values.events ?? (values.full ? 10_000_000 : 1_000_000)),
}

const { seconds } = await timed(async () => {
  const small: Size = { contacts: size.contacts / 5, events: size.events / 5 }
  const before = await measure(small, placing)
  const rows = await measure(size, everything)
  print(
    `${whole(size.contacts)} contacts, ${whole(size.events)} events`,
    [...rows, growth(small, before, rows)],
    { ...size },
  )
})
console.log(`bench took ${whole(seconds)} s`)

async function measure(size: Size, what: (place: Place) => Promise<Row[]>): Promise<Row[]> {
  const place = await makePlace(size)
  try {
    return await what(place)
  } finally {
    await place.close()
  }
}

async function everything(place: Place): Promise<Row[]> {
  const rows = await placing(place)
  rows.push(...(await reading(place, size.contacts)))
  const stored = await storing(place, size.contacts, 50_000)
  rows.push(...stored.rows)
  rows.push(...(await reacting(place, size.contacts, stored.perSecond / 2, 20)))
  rows.push(...(await creating(place)))
  rows.push(...(await importing(place, 30_000)))
  rows.push(await spaceOf(place), memoryOf(place))
  return rows
}

async function spaceOf({ client }: Place): Promise<Row> {
  const { rows } = await client.query<{ bytes: number }>(
    `select pg_total_relation_size('events')::float8 / (select count(*) from events) as bytes`,
  )
  return { what: 'disk for an event, indexes included', measured: `${whole(rows[0]?.bytes ?? 0)} bytes` }
}

function memoryOf({ mostMemory }: Place): Row {
  const megabytes = mostMemory() / 1024 / 1024
  return {
    what: 'most memory of the Node process',
    measured: `${whole(megabytes)} MB`,
    wanted: '< 300 MB',
    kept: megabytes < 300,
  }
}

/** The same work at a fifth of the size: the cost of one contact ought not to grow. */
function growth(small: Size, before: Row[], after: Row[]): Row {
  const cost = (rows: Row[], { contacts }: Size) =>
    (Number.parseFloat(rows[1]?.measured ?? '') / contacts) * 1e6
  const [little, much] = [cost(before, small), cost(after, size)]
  return {
    what: `growth: rebuild of one contact among ${whole(small.contacts)} and ${whole(size.contacts)}`,
    measured: `${much.toFixed(0)} µs`,
    limit: `${little.toFixed(0)} µs`,
    ratio: much / little,
    wanted: '≤ 1.5',
    kept: much / little <= 1.5,
  }
}
