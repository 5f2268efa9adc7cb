import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { publish } from '../platform/live.ts'
import { tableOf } from '../platform/tableOf.ts'
import type { Column } from './columns.ts'
import type { Format } from './format.ts'
import type { Mapping } from './mapping.ts'
import type { Outcome, PlannedRow } from './plan.ts'
import type { Reason } from './readRow.ts'
import type { Flaw, Row } from './rows.ts'

export type State =
  | ('uploading' | 'mapped' | 'checking' | 'checked' | 'running')
  | ('done' | 'stopped' | 'failed' | 'undoing' | 'undone')

/** How many rows had each outcome, about how many there will be (while a check does not know yet), how many of those taken in left something out or tell of something without saying when, and how many contacts an undo left alone. */
export type Counts = Partial<
  Record<Outcome | 'warned' | 'undated' | 'takenBack' | 'left' | 'expected', number>
>

/** An import as it stands. */
export type Import = {
  id: string
  state: State
  fileName: string
  bytes: number
  /** It is removed a while after its import ended. */
  hasFile: boolean
  format: Format
  columns: Column[]
  mapping: Mapping
  attempt: string | null
  rowsTotal: number | null
  rowsDone: number
  cursor: number
  counts: Counts
  newFields: string[]
  /** Why the check or the run failed. */
  error: { code: string; params: Record<string, unknown> } | null
  changeSetId: string | null
  createdBy: string | null
  createdByName: string
  createdAt: Date
  startedAt: Date | null
  finishedAt: Date | null
}

const importsOf = (ctx: Ctx) =>
  ctx.db
    .selectFrom('imports')
    .where('workspaceId', '=', ctx.workspaceId)
    .selectAll()
    .select(eb =>
      eb
        .exists(
          eb
            .selectFrom('importParts')
            .whereRef('importParts.workspaceId', '=', 'imports.workspaceId')
            .whereRef('importParts.importId', '=', 'imports.id')
            .select('part'),
        )
        .as('hasFile'),
    )

/** @throws Refusal `imports.unknown` */
export async function getImport(ctx: Ctx, id: string, { lock = false } = {}): Promise<Import> {
  const row = await importsOf(ctx)
    .where('id', '=', id)
    .$if(lock, query => query.forUpdate())
    .executeTakeFirst()
  if (!row) throw new Refusal('missing', 'imports.unknown')
  return row as unknown as Import
}

/** How far a run has come. */
export type Progress = Pick<
  Import,
  'id' | 'state' | 'attempt' | 'changeSetId' | 'cursor' | 'rowsDone' | 'counts'
>

/** Without what the file and its columns are, which each chunk would read again. @throws Refusal `imports.unknown` */
export async function getProgress(ctx: Ctx, id: string, { lock = false } = {}): Promise<Progress> {
  const row = await ctx.db
    .selectFrom('imports')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', '=', id)
    .select(['id', 'state', 'attempt', 'changeSetId', 'cursor', 'rowsDone', 'counts'])
    .$if(lock, query => query.forUpdate())
    .executeTakeFirst()
  if (!row) throw new Refusal('missing', 'imports.unknown')
  return row as unknown as Progress
}

export async function listImports(
  ctx: Ctx,
  { after, limit = 50 }: { after?: string; limit?: number } = {},
): Promise<Import[]> {
  const rows = await importsOf(ctx)
    .where('state', '<>', 'uploading')
    .$if(after !== undefined, query => query.where('id', '<', after ?? ''))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows as unknown as Import[]
}

export type Change = Partial<Omit<Import, 'id' | 'hasFile' | 'createdAt' | 'createdBy' | 'createdByName'>>

const documents = ['format', 'columns', 'mapping', 'counts', 'error'] as const

/** Changes an import and tells the screens. */
export async function changeImport(ctx: Ctx, id: string, change: Change): Promise<void> {
  const asJson = documents.flatMap(key =>
    change[key] === undefined ? [] : [[key, JSON.stringify(change[key])]],
  )
  await ctx.db
    .updateTable('imports')
    .set({ ...change, ...Object.fromEntries(asJson) })
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute()
  await publish(ctx, { topic: 'import', ids: [id] })
}

/** Refuses unless the import is in one of these states. */
export function expectState({ state }: Import, ...allowed: State[]): void {
  if (!allowed.includes(state)) throw new Refusal('conflict', 'imports.not_now', { state })
}

const plannedColumns = { line: 'integer', outcome: 'text', contactId: 'uuid', reasons: 'jsonb' }

/** Keeps rows with what became, or would become, of them. */
export async function insertRows(
  ctx: Ctx,
  importId: string,
  rows: Row[],
  planned: PlannedRow[],
): Promise<void> {
  const sent = rows.map((row, i) => ({
    line: row.row,
    flaw: row.flaw ?? null,
    cells: row.cells,
    ...planned[i],
  }))
  await sql`
    insert into import_rows (workspace_id, import_id, line, outcome, contact_id, flaw, reasons, cells)
    select ${ctx.workspaceId}, ${importId}, line, outcome, contact_id, flaw, reasons, cells
    from ${tableOf(sent, { ...plannedColumns, flaw: 'text', cells: 'text[]' })} r`.execute(ctx.db)
}

/** Whether a check has left rows after a line. */
export async function hasRows(ctx: Ctx, importId: string, after: number): Promise<boolean> {
  const [row] = await rowsOf(ctx, importId, { after, limit: 1 })
  return row !== undefined
}

/** Writes down what really became of rows. */
export async function updateRows(ctx: Ctx, importId: string, planned: PlannedRow[]): Promise<void> {
  await sql`
    update import_rows set outcome = r.outcome, contact_id = r.contact_id, reasons = r.reasons
    from ${tableOf(planned, plannedColumns)} r
    where workspace_id = ${ctx.workspaceId} and import_id = ${importId} and import_rows.line = r.line`.execute(
    ctx.db,
  )
}

export async function deleteRows(ctx: Ctx, importId: string): Promise<void> {
  await sql`delete from import_rows where workspace_id = ${ctx.workspaceId} and import_id = ${importId}`.execute(
    ctx.db,
  )
}

export type StoredRow = {
  line: number
  outcome: Outcome
  contactId: string | null
  kind: 'person' | 'organization' | null
  flaw: Flaw | null
  reasons: Reason[]
  cells: string[]
}

type RowsQuery = { outcome?: Outcome; warned?: boolean; after?: number; limit: number }

/** Rows in the order of the file, `after` a line. */
export async function rowsOf(
  ctx: Ctx,
  importId: string,
  { outcome, warned, after = -1, limit }: RowsQuery,
): Promise<StoredRow[]> {
  const rows = await ctx.db
    .selectFrom('importRows')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('importId', '=', importId)
    .where('line', '>', after)
    .$if(outcome !== undefined, query => query.where('outcome', '=', outcome ?? ''))
    .$if(warned === true, query =>
      query.where('outcome', '<>', 'refused').where(sql<boolean>`jsonb_array_length(reasons) > 0`),
    )
    .orderBy('line')
    .limit(limit)
    // As JSON, which is parsed several times faster than an array of PostgreSQL's own notation.
    .select(['line', 'outcome', 'contactId', 'flaw', 'reasons', sql<string[]>`to_json(cells)`.as('cells')])
    .select(query =>
      query
        .selectFrom('contacts')
        .whereRef('contacts.workspaceId', '=', 'importRows.workspaceId')
        .whereRef('contacts.id', '=', 'importRows.contactId')
        .select('kind')
        .as('kind'),
    )
    .execute()
  return rows as StoredRow[]
}

export function countsOf(planned: PlannedRow[], before: Counts = {}): Counts {
  const counts = { ...before }
  for (const { outcome, reasons, isUndated } of planned) {
    counts[outcome] = (counts[outcome] ?? 0) + 1
    if (outcome !== 'refused' && reasons.length > 0) counts.warned = (counts.warned ?? 0) + 1
    if (isUndated) counts.undated = (counts.undated ?? 0) + 1
  }
  return counts
}
