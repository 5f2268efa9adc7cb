import { sql } from 'kysely'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { type Act, plan } from './plan.ts'
import type { Row } from './rows.ts'
import { changeImport, countsOf, getImport, type Import, insertRows, updateRows } from './store.ts'

export type Running = Import & { changeSetId: string; attempt: string }

export const isRunning = (job: Import, attempt: string): job is Running =>
  job.state === 'running' && job.attempt === attempt && job.changeSetId !== null

type Run = Act & Running & { checked: boolean }

/** A chunk that is being stored, and what it may touch: identities, names and ids of contacts. */
type Storing = { rows: Row[]; touched: Set<string>; done: Promise<boolean> }

/**
 * Stores chunks in their order, each in one transaction with the place it reached, so that a kill, a stop or a second
 * worker neither loses nor repeats a row. One chunk is worked on while the one before it is being stored; it commits
 * after that one, and only if both touch different contacts: else it begins again. False when the run is over for this worker.
 */
export async function storeChunks(ctx: Ctx, chunks: AsyncIterable<Row[]>, run: Run): Promise<boolean> {
  let last: Storing | undefined
  try {
    for await (const rows of chunks) {
      const before = last
      last = storing(ctx, rows, run, before)
      if (before && !(await before.done)) return false
    }
    return last === undefined || (await last.done)
  } finally {
    await last?.done.catch(() => {})
  }
}

function storing(ctx: Ctx, rows: Row[], run: Run, before: Storing | undefined): Storing {
  const touched = new Set<string>()
  const done = store(ctx, { rows, touched }, run, before)
  // Its failure is for whoever waits for it.
  done.catch(() => {})
  return { rows, touched, done }
}

type Chunk = Pick<Storing, 'rows' | 'touched'>

async function store(ctx: Ctx, chunk: Chunk, run: Run, before: Storing | undefined): Promise<boolean> {
  try {
    if (before) return await atomically(ctx, ctx => storeBeside(ctx, chunk, run, before))
  } catch (error) {
    if (!isLostRace(error)) return overtaken(error)
  }
  if (before && !(await before.done)) return false
  return retrying(() => atomically(ctx, ctx => storeAlone(ctx, chunk, run))).catch(overtaken)
}

class Overtaken extends Error {}

function overtaken(error: unknown): false {
  if (error instanceof Overtaken) return false
  throw error
}

async function storeBeside(ctx: Ctx, { rows, touched }: Chunk, run: Run, before: Storing) {
  await takeTurn(ctx, run, rows)
  const cursor = before.rows.at(-1)?.row ?? 0
  return write(ctx, rows, { ...run, cursor, touching: noting(touched, before) }, async () => {
    await takeTurn(ctx, run, before.rows)
    if (!touched.isDisjointFrom(before.touched)) throw lostRace()
  })
}

async function storeAlone(ctx: Ctx, { rows, touched }: Chunk, run: Run) {
  await takeTurn(ctx, run, rows)
  const { cursor } = await getImport(ctx, run.id)
  const left = rows.filter(({ row }) => row > cursor)
  return left.length === 0 || write(ctx, left, { ...run, cursor, touching: noting(touched) })
}

/** Held until the transaction ends, so that who comes after these rows can wait for that, and the database sees if they wait for each other. */
async function takeTurn(ctx: Ctx, { id }: Run, [first]: Row[]) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${id} ${first?.row}`}, 0))`.execute(
    ctx.db,
  )
}

const noting = (touched: Set<string>, before?: Storing): Act['touching'] => ({
  async named(keys) {
    for (const key of keys) touched.add(key)
    // Nothing is looked up or locked yet: so early it can still wait.
    if (before && !touched.isDisjointFrom(before.touched)) await before.done
  },
  found(ids) {
    for (const id of ids) touched.add(id)
  },
})

/** Stores rows that come after `cursor`; `inTurn` ends once all rows before them are stored. */
async function write(ctx: Ctx, rows: Row[], run: Run, inTurn?: () => Promise<void>): Promise<true> {
  const planned = await plan(ctx, rows, run)
  if (run.checked) await updateRows(ctx, run.id, planned)
  else await insertRows(ctx, run.id, rows, planned)
  await inTurn?.()
  const job = await getImport(ctx, run.id, { lock: true })
  if (!isRunning(job, run.attempt)) throw new Overtaken()
  if (job.cursor !== run.cursor) throw lostRace()
  await changeImport(ctx, job.id, {
    cursor: rows.at(-1)?.row,
    rowsDone: job.rowsDone + rows.length,
    counts: countsOf(planned, job.counts),
  })
  return true
}

// Unique violation, serialisation failure, deadlock: another door took the same contact in that instant.
const lostRaces = new Set(['23505', '40001', '40P01'])

const isLostRace = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && lostRaces.has(String(error.code))

const lostRace = () => Object.assign(new Error('rows were stored out of turn'), { code: '40001' })

export async function retrying<T>(work: () => Promise<T>, attempts = 5): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (attempts <= 1 || !isLostRace(error)) throw error
    return retrying(work, attempts - 1)
  }
}
