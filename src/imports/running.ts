import { addFields, openChangeSet, retrying } from '../contacts/contacts.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { isRunning, type Running, storeChunks } from './chunks.ts'
import { bytesOf } from './files.ts'
import { newFieldsOf } from './newFields.ts'
import { readerFor } from './ownNames.ts'
import { ahead, batches, readRows } from './rows.ts'
import { changeImport, getImport, hasRows } from './store.ts'

/**
 * Stores the rows in chunks (chunks.ts); the next call goes on where the last one ended.
 */
export async function run(asked: Ctx, importId: string, attempt: string): Promise<void> {
  const ctx = { ...asked, inBulk: true }
  const job = await retrying(ctx, ctx => begin(ctx, importId, attempt))
  if (!job) return
  try {
    await storeRows(ctx, job)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await changeImport(ctx, importId, { state: 'failed', error: { code: error.code, params: error.params } })
  }
}

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
  const read = await readerFor(ctx, job.mapping)
  const act = { ...job, importId: job.id, read, checked: await hasRows(ctx, job.id, job.cursor) }
  const rows = readRows(bytesOf(ctx, job.id), job.format, { after: job.cursor })
  // The next rows are read while the database is busy with these.
  if (await storeChunks(ctx, ahead(batches(rows)), act)) await atomically(ctx, ctx => end(ctx, job))
}

async function end(ctx: Ctx, { id, attempt }: Running) {
  const job = await getImport(ctx, id, { lock: true })
  if (isRunning(job, attempt))
    await changeImport(ctx, id, { state: 'done', finishedAt: ctx.clock(), error: null })
}
