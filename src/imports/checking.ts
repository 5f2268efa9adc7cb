import { addFields } from '../contacts/contacts.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { clean, splitValues } from './cells.ts'
import { bytesOf } from './files.ts'
import type { Mapping } from './mapping.ts'
import { newFieldsOf } from './newFields.ts'
import { readerFor } from './ownNames.ts'
import { type Act, type PlannedRow, plan } from './plan.ts'
import { ahead, type Bytes, batches, type Row, readRows } from './rows.ts'
import { Seen } from './seen.ts'
import { changeImport, countsOf, deleteRows, getImport, type Import, insertRows } from './store.ts'

/**
 * Goes through the whole file and writes down what would become of each row; contacts are not touched. Does nothing when it
 * was overtaken by another attempt. Run again after a kill, it starts from the beginning.
 */
export async function check(ctx: Ctx, importId: string, attempt: string): Promise<void> {
  const job = await getImport(ctx, importId)
  if (job.state !== 'checking' || job.attempt !== attempt) return
  await deleteRows(ctx, importId)
  try {
    await checkRows(ctx, job)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await changeImport(ctx, importId, { state: 'failed', error: { code: error.code, params: error.params } })
  }
}

async function checkRows(ctx: Ctx, job: Import) {
  const choices = choicesOf(job.mapping)
  const read = await readerFor(ctx, job.mapping)
  const act = {
    importId: job.id,
    fileName: job.fileName,
    changeSetId: newId(),
    mapping: job.mapping,
    read,
    seen: new Seen(),
    touched: new Seen(),
  }
  let counts = {}
  let rowsDone = 0
  const bytes = counted(bytesOf(ctx, job.id))
  for await (const rows of ahead(batches(readRows(bytes.parts, job.format)))) {
    choices.note(rows)
    const planned = await tryOut(ctx, rows, act, choices.mapping())
    counts = countsOf(planned, counts)
    rowsDone += rows.length
    if (
      !(await keep(ctx, job, rows, planned, {
        counts: { ...counts, ...expected(job, rowsDone, bytes.read()) },
        rowsDone,
      }))
    )
      return
  }
  if (rowsDone === 0) throw new Refusal('bad', 'imports.header_only')
  await finish(ctx, job, { counts, rowsDone, rowsTotal: rowsDone, mapping: choices.mapping() })
}

/** The bytes as they come, and how many have. */
function counted(parts: Bytes) {
  let read = 0
  async function* counting() {
    for await (const part of parts) {
      read += part.length
      yield part
    }
  }
  return { parts: counting(), read: () => read }
}

/** Rows are about as long as those so far. A workbook is read whole before its first row. */
const expected = ({ format, bytes }: Import, rows: number, read: number) =>
  format.kind === 'workbook' || read === 0 ? {} : { expected: Math.round((rows * bytes) / read) }

/**
 * Only reads the file to its end: how many rows there are, and all choices of its columns. Enough for who wants them stored
 * without seeing first what becomes of each.
 */
export async function scan(ctx: Ctx, importId: string): Promise<void> {
  const job = await getImport(ctx, importId)
  const choices = choicesOf(job.mapping)
  let rowsTotal = 0
  try {
    for await (const rows of batches(readRows(bytesOf(ctx, importId), job.format))) {
      choices.note(rows)
      rowsTotal += rows.length
    }
    if (rowsTotal === 0) throw new Refusal('bad', 'imports.header_only')
    await changeImport(ctx, importId, { state: 'checked', rowsTotal, mapping: choices.mapping() })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await changeImport(ctx, importId, { state: 'failed', error: { code: error.code, params: error.params } })
  }
}

/** Plans rows as if the fields that the run will add were there already; the transaction that adds them is given up. */
async function tryOut(ctx: Ctx, rows: Row[], act: Act, mapping: Mapping): Promise<PlannedRow[]> {
  const fields = newFieldsOf(mapping)
  if (fields.length === 0) return plan(ctx, rows, act)
  const outcome: { planned?: PlannedRow[] } = {}
  await atomically(ctx, async ctx => {
    await addFields(ctx, fields)
    outcome.planned = await plan(ctx, rows, act)
    throw new GivenUp()
  }).catch(error => {
    if (!(error instanceof GivenUp)) throw error
  })
  return outcome.planned ?? []
}

class GivenUp extends Error {}

/** Keeps a batch unless the check was overtaken meanwhile. */
function keep(
  ctx: Ctx,
  job: Import,
  rows: Row[],
  planned: PlannedRow[],
  progress: Pick<Import, 'counts' | 'rowsDone'>,
): Promise<boolean> {
  return atomically(ctx, async ctx => {
    if (!(await isMine(ctx, job))) return false
    await insertRows(ctx, job.id, rows, planned.map(foretold))
    await changeImport(ctx, job.id, progress)
    return true
  })
}

/** Only the run says which contact a row became. */
const foretold = ({ contactId: _, ...row }: PlannedRow): PlannedRow => row

function finish(
  ctx: Ctx,
  job: Import,
  result: Pick<Import, 'counts' | 'rowsDone' | 'rowsTotal' | 'mapping'>,
): Promise<void> {
  return atomically(ctx, async ctx => {
    if (await isMine(ctx, job)) await changeImport(ctx, job.id, { ...result, state: 'checked', error: null })
  })
}

async function isMine(ctx: Ctx, job: Import): Promise<boolean> {
  const now = await getImport(ctx, job.id, { lock: true })
  return now.state === 'checking' && now.attempt === job.attempt
}

/** The most choices that a field is offered with; a column with more is no choice. */
const mostChoices = 200

/** Collects the values of the columns that become a choice, so that the new field knows all of them. */
function choicesOf(mapping: Mapping) {
  const columns = mapping.columns.flatMap(({ target, unknown }, index) =>
    target.as === 'newField' && (target.type === 'choice' || target.type === 'choices')
      ? [{ index, several: target.type === 'choices', unknown: new Set(unknown), found: new Set<string>() }]
      : [],
  )
  return {
    note(rows: Row[]) {
      for (const { index, several, unknown, found } of columns) {
        for (const { cells } of rows) {
          const text = clean(cells[index] ?? '')
          if (text === '' || unknown.has(text) || text.length > 200 || found.size >= mostChoices) continue
          for (const value of several ? splitValues(text) : [text]) found.add(value)
        }
      }
    },
    mapping(): Mapping {
      const found = new Map(columns.map(column => [column.index, [...column.found].slice(0, mostChoices)]))
      return {
        ...mapping,
        columns: mapping.columns.map((column, index) => {
          const choices = found.get(index)
          return choices && column.target.as === 'newField'
            ? { ...column, target: { ...column.target, choices } }
            : column
        }),
      }
    },
  }
}
