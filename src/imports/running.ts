import { setTimeout } from 'node:timers/promises'
import { addFields, fieldsOf, openChangeSet } from '../contacts/contacts.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { batchRows } from './checking.ts'
import { newFieldsOf } from './newFields.ts'
import { plan } from './plan.ts'
import { type RowReader, rowReader } from './readRow.ts'
import type { Row } from './rows.ts'
import {
  changeImport,
  countsOf,
  getImport,
  type Import,
  rowsOf,
  type StoredRow,
  updateRows,
} from './store.ts'
import { timeZoneOf } from './zones.ts'

/**
 * Stores the checked rows in chunks. Each chunk is one transaction with the place it reached, so that a kill, a stop or a
 * second worker neither loses nor repeats a row; the next call goes on where the last one ended.
 */
export async function run(ctx: Ctx, importId: string, attempt: string): Promise<void> {
  const read = await readerOf(ctx, await getImport(ctx, importId))
  // The pause lets in who waits for the import's row: somebody who presses *stop*.
  while (await retrying(() => atomically(ctx, ctx => runChunk(ctx, importId, attempt, read))))
    await setTimeout(5)
}

async function readerOf(ctx: Ctx, { mapping }: Import): Promise<RowReader> {
  return rowReader(mapping, await fieldsOf(ctx), await timeZoneOf(ctx))
}

async function runChunk(ctx: Ctx, importId: string, attempt: string, read: RowReader): Promise<boolean> {
  const job = await getImport(ctx, importId, { lock: true })
  if (job.state !== 'running' || job.attempt !== attempt || !job.changeSetId) return false
  const begun = job.cursor > 0 ? job : await begin(ctx, job, job.changeSetId)
  const stored = await rowsOf(ctx, importId, { after: job.cursor, limit: batchRows })
  const last = stored.at(-1)
  if (!last) return end(ctx, begun)
  const act = { importId, fileName: job.fileName, changeSetId: job.changeSetId, mapping: job.mapping, read }
  const planned = await plan(ctx, stored.map(asRow), act)
  await updateRows(ctx, importId, planned)
  await changeImport(ctx, importId, {
    cursor: last.line,
    rowsDone: job.rowsDone + stored.length,
    counts: countsOf(planned, begun.counts),
  })
  return true
}

const asRow = ({ line, cells, flaw }: StoredRow): Row => ({ row: line, cells, ...(flaw && { flaw }) })

/** The first chunk brings the new fields and opens the act that everything else belongs to. */
async function begin(ctx: Ctx, job: Import, changeSetId: string): Promise<Import> {
  const newFields = await addFields(ctx, newFieldsOf(job.mapping))
  await openChangeSet(ctx, { kind: 'import', changeSetId, summary: { importId: job.id, file: job.fileName } })
  await changeImport(ctx, job.id, { newFields, counts: {} })
  return { ...job, counts: {} }
}

async function end(ctx: Ctx, job: Import): Promise<false> {
  await changeImport(ctx, job.id, { state: 'done', finishedAt: ctx.clock(), error: null })
  return false
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
