import { sql } from 'kysely'
import { isLostRace, lostRace, retrying } from '../contacts/contacts.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { type Act, plan } from './plan.ts'
import type { Row } from './rows.ts'
import {
  changeImport,
  countsOf,
  getProgress,
  type Import,
  insertRows,
  type Progress,
  updateRows,
} from './store.ts'

export type Running = Import & { changeSetId: string; attempt: string }

export const isRunning = <J extends Progress>(
  job: J,
  attempt: string,
): job is J & { changeSetId: string; attempt: string } =>
  job.state === 'running' && job.attempt === attempt && job.changeSetId !== null

type Run = Act & Running & { checked: boolean }

/** A chunk that is being stored, and what it may touch: identities, names and ids of contacts. */
type Storing = { rows: Row[]; touched: Set<string>; done: Promise<boolean> }

/** While the database works for one chunk the program works on another; with two in hand each still waits for the other a quarter of the time. */
const atOnce = 3

/**
 * Stores chunks in their order, each in one transaction with the place it reached, so that a kill, a stop or a second
 * worker neither loses nor repeats a row. A few are worked on at once; each commits after the one before it, and only if it
 * touches other contacts than those that were on their way when it began: else it gives way, and begins again once they are
 * stored. False when the run is over for this worker.
 */
export async function storeChunks(ctx: Ctx, chunks: AsyncIterable<Row[]>, run: Run): Promise<boolean> {
  const under: Storing[] = []
  try {
    for await (const rows of chunks) {
      under.push(storing(ctx, rows, run, [...under]))
      if (under.length >= atOnce && !(await under.shift()?.done)) return false
    }
    for (const { done } of under) if (!(await done)) return false
    return true
  } finally {
    await Promise.allSettled(under.map(each => each.done))
  }
}

function storing(ctx: Ctx, rows: Row[], run: Run, earlier: Storing[]): Storing {
  const touched = new Set<string>()
  const done = store(ctx, { rows, touched }, run, earlier)
  // Its failure is for whoever waits for it.
  done.catch(() => {})
  return { rows, touched, done }
}

type Chunk = Pick<Storing, 'rows' | 'touched'>

async function store(ctx: Ctx, chunk: Chunk, run: Run, earlier: Storing[]): Promise<boolean> {
  const before = earlier.at(-1)
  try {
    if (before) return await atomically(ctx, ctx => storeBeside(ctx, chunk, run, { earlier, before }))
  } catch (error) {
    if (!isLostRace(error)) return overtaken(error)
  }
  if (before && !(await before.done)) return false
  return retrying(ctx, ctx => storeAlone(ctx, chunk, run)).catch(overtaken)
}

class Overtaken extends Error {}

function overtaken(error: unknown): false {
  if (error instanceof Overtaken) return false
  throw error
}

type Beside = { earlier: Storing[]; before: Storing }

async function storeBeside(ctx: Ctx, { rows, touched }: Chunk, run: Run, { earlier, before }: Beside) {
  await takeTurn(ctx, run, rows)
  const cursor = before.rows.at(-1)?.row ?? 0
  const giveWay = () => {
    if (earlier.some(each => !touched.isDisjointFrom(each.touched)))
      throw lostRace('rows touch what those before them touch')
  }
  return write(ctx, rows, { ...run, cursor, touching: noting(touched, giveWay) }, async () => {
    await takeTurn(ctx, run, before.rows)
    giveWay()
  })
}

async function storeAlone(ctx: Ctx, { rows, touched }: Chunk, run: Run) {
  await takeTurn(ctx, run, rows)
  const { cursor } = await getProgress(ctx, run.id)
  const left = rows.filter(({ row }) => row > cursor)
  return left.length === 0 || write(ctx, left, { ...run, cursor, touching: noting(touched) })
}

/** Held until the transaction ends, so that who comes after these rows can wait for that, and the database sees if they wait for each other. */
async function takeTurn(ctx: Ctx, { id }: Run, [first]: Row[]) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${id} ${first?.row}`}, 0))`.execute(
    ctx.db,
  )
}

// Who shares something with a chunk before does not wait for it inside a transaction: it would hold a connection, and
// locks perhaps, that the other may need, and the database would not see that they wait for each other.
const noting =
  (touched: Set<string>, giveWay = () => {}): Act['touching'] =>
  keys => {
    for (const key of keys) touched.add(key)
    giveWay()
  }

/** Stores rows that come after `cursor`; `inTurn` ends once all rows before them are stored. */
async function write(ctx: Ctx, rows: Row[], run: Run, inTurn?: () => Promise<void>): Promise<true> {
  // After a power cut the rows since the last moment are stored again, from the place that was reached by then.
  await sql`set local synchronous_commit = off`.execute(ctx.db)
  const planned = await plan(ctx, rows, run)
  if (run.checked) await updateRows(ctx, run.id, planned)
  else await insertRows(ctx, run.id, rows, planned)
  await inTurn?.()
  const job = await getProgress(ctx, run.id, { lock: true })
  if (!isRunning(job, run.attempt)) throw new Overtaken()
  if (job.cursor !== run.cursor) throw lostRace('rows were stored out of turn')
  await changeImport(ctx, job.id, {
    cursor: rows.at(-1)?.row,
    rowsDone: job.rowsDone + rows.length,
    counts: countsOf(planned, job.counts),
  })
  return true
}
