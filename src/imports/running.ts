import { setTimeout } from 'node:timers/promises'
import { addFields, fieldsOf, openChangeSet } from '../contacts/contacts.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { bytesOf } from './files.ts'
import { newFieldsOf } from './newFields.ts'
import { type Act, plan } from './plan.ts'
import { rowReader } from './readRow.ts'
import { ahead, batches, type Row, readRows } from './rows.ts'
import { changeImport, countsOf, getImport, hasRows, type Import, insertRows, updateRows } from './store.ts'
import { timeZoneOf } from './zones.ts'

/**
 * Stores the rows in chunks. Each chunk is one transaction with the place it reached, so that a kill, a stop or a second
 * worker neither loses nor repeats a row; the next call goes on where the last one ended.
 */
export async function run(asked: Ctx, importId: string, attempt: string): Promise<void> {
  const ctx = { ...asked, inBulk: true }
  const job = await retrying(() => atomically(ctx, ctx => begin(ctx, importId, attempt)))
  if (!job) return
  try {
    await storeRows(ctx, job)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await changeImport(ctx, importId, { state: 'failed', error: { code: error.code, params: error.params } })
  }
}

type Running = Import & { changeSetId: string; attempt: string }

const isRunning = (job: Import, attempt: string): job is Running =>
  job.state === 'running' && job.attempt === attempt && job.changeSetId !== null

/** At its start a run brings the new fields and opens the act that everything else belongs to. */
async function begin(ctx: Ctx, importId: string, attempt: string): Promise<Running | undefined> {
  const job = await getImport(ctx, importId, { lock: true })
  if (!isRunning(job, attempt)) return
  if (job.cursor > 0) return job
  const newFields = await addFields(ctx, newFieldsOf(job.mapping))
  const { changeSetId, id, fileName } = job
  await openChangeSet(ctx, { kind: 'import', changeSetId, summary: { importId: id, file: fileName } })
  await changeImport(ctx, id, { newFields: [...job.newFields, ...newFields], counts: {} })
  return job
}

async function storeRows(ctx: Ctx, job: Running) {
  const read = rowReader(job.mapping, await fieldsOf(ctx), await timeZoneOf(ctx))
  const act = { ...job, importId: job.id, read, checked: await hasRows(ctx, job.id, job.cursor) }
  const rows = readRows(bytesOf(ctx, job.id), job.format, { after: job.cursor })
  // The next rows are read while the database is busy with these.
  for await (const chunk of ahead(batches(rows))) {
    const goesOn = await retrying(() => atomically(ctx, ctx => storeChunk(ctx, chunk, act)))
    if (!goesOn) return
    // The pause lets in who waits for the import's row: somebody who presses *stop*.
    await setTimeout(2)
  }
  await atomically(ctx, ctx => end(ctx, job))
}

/** Stores what of a chunk is not stored yet; false when the run is over for this worker. */
async function storeChunk(
  ctx: Ctx,
  chunk: Row[],
  act: Act & Running & { checked: boolean },
): Promise<boolean> {
  const job = await getImport(ctx, act.id, { lock: true })
  if (!isRunning(job, act.attempt)) return false
  const rows = chunk.filter(({ row }) => row > job.cursor)
  const last = rows.at(-1)
  if (!last) return true
  const planned = await plan(ctx, rows, act)
  if (act.checked) await updateRows(ctx, job.id, planned)
  else await insertRows(ctx, job.id, rows, planned)
  await changeImport(ctx, job.id, {
    cursor: last.row,
    rowsDone: job.rowsDone + rows.length,
    counts: countsOf(planned, job.counts),
  })
  return true
}

async function end(ctx: Ctx, { id, attempt }: Running) {
  const job = await getImport(ctx, id, { lock: true })
  if (isRunning(job, attempt))
    await changeImport(ctx, id, { state: 'done', finishedAt: ctx.clock(), error: null })
}

// Unique violation, serialisation failure, deadlock: another door took the same contact in that instant.
const lostRaces = new Set(['23505', '40001', '40P01'])

async function retrying<T>(work: () => Promise<T>, attempts = 5): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (attempts <= 1 || !lostRaces.has(code)) throw error
    return retrying(work, attempts - 1)
  }
}
