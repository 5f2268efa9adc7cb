import { isDeepStrictEqual } from 'node:util'
import { audit } from '../audit/audit.ts'
import { fieldsOf } from '../contacts/contacts.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { enqueue } from '../platform/jobs.ts'
import { refuseUnknownQuestions } from './askedQuestions.ts'
import { check } from './checking.ts'
import { describeColumns } from './columns.ts'
import { detectText, isWorkbook } from './detect.ts'
import { bytesOf, sampleOf, storeBytes } from './files.ts'
import type { Format } from './format.ts'
import { identifies, judgedRows, type Mapping, openQuestions } from './mapping.ts'
import { ownSenses } from './ownNames.ts'
import { presets } from './presets.ts'
import { type Bytes, type Row, readHeader, readRows } from './rows.ts'
import { run } from './running.ts'
import { changeImport, deleteRows, expectState, getImport, type Import } from './store.ts'
import { suggestMapping } from './suggest.ts'
import { undoRun } from './undoing.ts'
import { detectWorkbook, largestWorkbook } from './workbook.ts'

export { forgetContacts, forgetFiles } from './forgetting.ts'
export { type Counts, getImport, type Import, listImports, rowsOf, type State } from './store.ts'

/** Begins an import; its file follows with `addBytes` and `finishUpload`. */
export async function createImport(
  ctx: Ctx,
  { fileName, bytes, most }: { fileName: string; bytes: number; most: number },
) {
  if (bytes > most)
    throw new Refusal('tooLarge', 'imports.too_large', { megabytes: Math.floor(most / 2 ** 20) })
  const id = newId()
  await ctx.db
    .insertInto('imports')
    .values({
      ...{
        workspaceId: ctx.workspaceId,
        id,
        fileName: fileName.slice(0, 255),
        bytes,
        createdAt: ctx.clock(),
      },
      createdBy: ctx.actor.kind === 'user' ? ctx.actor.id : null,
      createdByName: ctx.actor.name,
    })
    .execute()
  return id
}

/** Stores a piece of the file; `offset` is its place, so that a piece sent twice is stored once. Returns the next offset. */
export function addBytes(ctx: Ctx, importId: string, offset: number, bytes: Buffer): Promise<number> {
  return atomically(ctx, async ctx => {
    const job = await getImport(ctx, importId, { lock: true })
    expectState(job, 'uploading')
    const there = job.cursor
    if (offset !== there) {
      if (offset < there) return there
      throw new Refusal('conflict', 'imports.piece_missing', { offset: there })
    }
    if (there + bytes.length > job.bytes)
      throw new Refusal('tooLarge', 'imports.larger_than_said', { bytes: job.bytes })
    const parts = await storeBytes(ctx, importId, job.rowsDone, bytes)
    await changeImport(ctx, importId, { cursor: there + bytes.length, rowsDone: job.rowsDone + parts })
    return there + bytes.length
  })
}

/**
 * Finds out what the file is and what its columns most likely mean.
 * @throws Refusal what is wrong with the file and where; the import is then gone
 */
export async function finishUpload(ctx: Ctx, importId: string): Promise<Import> {
  const job = await getImport(ctx, importId)
  expectState(job, 'uploading')
  if (job.cursor !== job.bytes) throw new Refusal('bad', 'imports.incomplete', { offset: job.cursor })
  try {
    const format = await detect(ctx, importId)
    const understood = await understand(ctx, () => bytesOf(ctx, importId), format)
    await changeImport(ctx, importId, { ...understood, state: 'mapped', cursor: 0, rowsDone: 0 })
  } catch (error) {
    if (error instanceof Refusal) await removeImport(ctx, importId)
    throw error
  }
  return getImport(ctx, importId)
}

async function detect(ctx: Ctx, importId: string): Promise<Format> {
  const sample = await sampleOf(bytesOf(ctx, importId))
  if (!isWorkbook(sample.bytes)) return detectText(sample, ctx.locale)
  if (sample.total > largestWorkbook)
    throw new Refusal('tooLarge', 'imports.workbook_too_large', { megabytes: largestWorkbook / 2 ** 20 })
  return detectWorkbook(Buffer.concat(await Array.fromAsync(bytesOf(ctx, importId))), ctx.locale)
}

type Understood = Pick<Import, 'format' | 'columns' | 'mapping'>

async function understand(ctx: Ctx, open: () => Bytes, format: Format, preset?: string): Promise<Understood> {
  const names = await readHeader(open(), format)
  const rows = await firstRows(readRows(open(), format), judgedRows)
  const columns = describeColumns(names, rows, format)
  return {
    format,
    columns,
    mapping: suggestMapping(columns, await fieldsOf(ctx), preset, await ownSenses(ctx)),
  }
}

async function firstRows(groups: AsyncIterable<Row[]>, count: number): Promise<Row[]> {
  const first: Row[] = []
  for await (const rows of groups) {
    first.push(...rows.slice(0, count - first.length))
    if (first.length >= count) break
  }
  return first
}

/** The first rows of the file as its format reads them: what a person corrects the format by. */
export async function sampleRows(
  ctx: Ctx,
  importId: string,
  count: number,
): Promise<{ names: string[]; rows: Row[] }> {
  const { format, state } = await getImport(ctx, importId)
  const first = await bytesOf(ctx, importId).next()
  if (first.done) throw new Refusal('missing', 'imports.file_gone', { state })
  const names = await readHeader(bytesOf(ctx, importId), format)
  return { names, rows: await firstRows(readRows(bytesOf(ctx, importId), format), count) }
}

/** Reads the file in another way; what its columns mean is suggested anew. */
export const setFormat = (ctx: Ctx, importId: string, format: Format): Promise<void> =>
  change(ctx, importId, async (ctx, job) => {
    const { kind, sheets } = job.format
    return understand(ctx, () => bytesOf(ctx, importId), { ...format, kind, sheets })
  })

/** Suggests anew, as the export of a known system, or without any. */
export async function setPreset(ctx: Ctx, importId: string, preset: string): Promise<void> {
  if (preset !== 'none' && !presets.some(each => each.key === preset))
    throw new Refusal('bad', 'imports.unknown_preset', {
      preset,
      known: presets.map(each => each.key).join(', '),
    })
  await change(ctx, importId, async (ctx, { columns }) => ({
    mapping: suggestMapping(columns, await fieldsOf(ctx), preset, await ownSenses(ctx)),
  }))
}

export const setMapping = (ctx: Ctx, importId: string, mapping: Mapping): Promise<void> =>
  change(ctx, importId, async (ctx, { columns, mapping: before }) => {
    if (isDeepStrictEqual(mapping, before)) return undefined
    if (mapping.columns.length !== columns.length) throw new Refusal('bad', 'imports.other_columns')
    await refuseUnknownQuestions(ctx, mapping)
    return { mapping }
  })

/** Until it runs, everything can be changed; a check in hand then ends by itself. Locked, so that no run starts in between. */
function change(
  ctx: Ctx,
  importId: string,
  work: (ctx: Ctx, job: Import) => Promise<Partial<Understood> | undefined>,
): Promise<void> {
  return atomically(ctx, async ctx => {
    const changed = await work(ctx, await changeable(ctx, importId))
    if (changed) await changeImport(ctx, importId, { ...changed, ...unchecked })
  })
}

async function changeable(ctx: Ctx, importId: string): Promise<Import> {
  const job = await getImport(ctx, importId, { lock: true })
  expectState(job, 'mapped', 'checking', 'checked', ...(job.changeSetId ? [] : (['failed'] as const)))
  return job
}

const unchecked = {
  state: 'mapped',
  rowsTotal: null,
  rowsDone: 0,
  counts: {},
  error: null,
  attempt: null,
} as const

/** Queues the check of the whole file. */
export const startCheck = (ctx: Ctx, importId: string): Promise<string> =>
  atomically(ctx, async ctx => {
    const attempt = await beginCheck(ctx, importId)
    await enqueue(ctx, 'imports.check', jobOf(ctx, importId, attempt), { key: importId })
    return attempt
  })

/** Makes the import one that is being checked, by whoever holds the attempt. */
export const beginCheck = (ctx: Ctx, importId: string): Promise<string> =>
  atomically(ctx, async ctx => {
    const { mapping } = await changeable(ctx, importId)
    expectReady(mapping)
    const attempt = newId()
    await changeImport(ctx, importId, { ...unchecked, state: 'checking', attempt })
    return attempt
  })

/** Refuses a mapping that says nobody's name or id, or leaves a word unexplained. */
export function expectReady(mapping: Mapping): void {
  if (!identifies(mapping)) throw new Refusal('bad', 'imports.nothing_identifies')
  const questions = openQuestions(mapping)
  const [first] = questions
  if (first)
    throw new Refusal('bad', 'imports.words_unanswered', {
      count: questions.length,
      word: first.value,
      column: mapping.columns[first.column]?.name ?? '',
    })
}

/** Queues the run, from `at` on; after a stop or a failure it goes on where it was. */
export const startRun = (ctx: Ctx, importId: string, at?: Date): Promise<string> =>
  atomically(ctx, async ctx => {
    const attempt = await start(ctx, importId)
    await queueRun(ctx, importId, attempt, at)
    return attempt
  })

/** Queues that attempt from `at` on, instead of when it was queued for. */
export const queueRun = (ctx: Ctx, importId: string, attempt: string, at?: Date): Promise<void> =>
  enqueue(ctx, 'imports.run', jobOf(ctx, importId, attempt), { key: importId, at })

async function start(ctx: Ctx, importId: string): Promise<string> {
  const job = await getImport(ctx, importId, { lock: true })
  expectState(job, 'checked', 'stopped', ...(job.changeSetId ? (['failed'] as const) : []))
  const attempt = newId()
  const fresh = { changeSetId: newId(), startedAt: ctx.clock(), rowsDone: 0, cursor: 0 }
  await changeImport(ctx, importId, {
    ...(job.changeSetId ? {} : fresh),
    state: 'running',
    attempt,
    error: null,
  })
  if (!job.changeSetId)
    await audit(ctx, 'import.started', { id: importId, name: job.fileName }, { rows: job.rowsTotal })
  return attempt
}

/** Ends the check or the run after the chunk in hand. What is stored stays, and can be undone or gone on with. */
export async function stopImport(ctx: Ctx, importId: string): Promise<void> {
  const job = await getImport(ctx, importId, { lock: true })
  expectState(job, 'checking', 'running')
  await changeImport(
    ctx,
    importId,
    job.state === 'checking' ? unchecked : { state: 'stopped', attempt: null },
  )
}

/** Queues the undo; one that failed can be asked for again. */
export const startUndo = (ctx: Ctx, importId: string): Promise<void> =>
  atomically(ctx, async ctx => {
    const job = await getImport(ctx, importId, { lock: true })
    expectState(job, 'done', 'stopped', 'failed')
    if (!job.changeSetId) throw new Refusal('conflict', 'imports.not_now', { state: job.state })
    await changeImport(ctx, importId, { state: 'undoing', error: null })
    await enqueue(ctx, 'imports.undo', jobOf(ctx, importId, ''), { key: importId })
  })

/** Removes an import of which nothing was stored, with its file. */
export const removeImport = (ctx: Ctx, importId: string): Promise<void> =>
  atomically(ctx, async ctx => {
    const job = await getImport(ctx, importId, { lock: true })
    if (job.state !== 'uploading') await changeable(ctx, importId)
    await deleteRows(ctx, importId)
    await ctx.db
      .deleteFrom('imports')
      .where('workspaceId', '=', ctx.workspaceId)
      .where('id', '=', importId)
      .execute()
  })

const day = 24 * 60 * 60 * 1000

/** Removes files whose sending was given up a day ago or longer; for a schedule. */
export const forgetUploads = (ctx: Ctx) =>
  ctx.db
    .deleteFrom('imports')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('state', '=', 'uploading')
    .where('createdAt', '<', new Date(ctx.clock().getTime() - day))
    .execute()

/** The worker acts for the person who asked. */
export type ImportJob = { importId: string; attempt: string; actor: Ctx['actor'] }

const jobOf = ({ actor }: Ctx, importId: string, attempt: string): ImportJob => ({ importId, attempt, actor })

/** What the worker does for imports, by task. */
export const importTasks: Record<string, (ctx: Ctx, payload: unknown) => Promise<void>> = {
  'imports.check': (ctx, payload) => work(ctx, payload, check),
  'imports.run': (ctx, payload) => work(ctx, payload, run),
  'imports.undo': (ctx, payload) => work(ctx, payload, undoRun),
}

function work(
  ctx: Ctx,
  payload: unknown,
  act: (ctx: Ctx, importId: string, attempt: string) => Promise<void>,
): Promise<void> {
  const { importId, attempt, actor } = payload as ImportJob
  return act({ ...ctx, actor }, importId, attempt)
}
