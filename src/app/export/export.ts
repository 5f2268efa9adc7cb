import { audit } from '../../audit/audit.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { countContacts, type Which } from '../lists/lists.ts'
import type { Order } from '../lists/orders.ts'
import { translate } from '../translate.ts'
import { columnsFor } from './columns.ts'
import { csvOf } from './csv.ts'
import { rowsOf } from './rows.ts'
import { workbookOf } from './workbook.ts'

export type ExportFormat = 'csv' | 'xlsx'

export type Export = Which & {
  format: ExportFormat
  order?: Order
  /** Keys of a list's columns; without them all that is known. */
  columns?: string[]
  /** Called with each contact that leaves. */
  onProgress?: (written: number, of: number) => void
}

/** A file that is made while it is read. */
export type Exported = { name: string; type: string; bytes: AsyncIterable<Uint8Array> }

const oldestFirst: Order = { by: 'createdAt', direction: 'asc' }

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The contacts that a list shows, without demo data beside real, in its order: what Embudo itself can import again, safe to open in a spreadsheet. Never held whole. */
export async function exportContacts(
  ctx: Ctx,
  { format, order = oldestFirst, columns: chosen, onProgress, ...listed }: Export,
): Promise<Exported> {
  const which = { ...listed, counted: true }
  const { columns, today } = await columnsFor(ctx, which.kind, chosen)
  // Written down before the first row leaves: a file that is broken off has left too.
  const { count } = await countContacts(ctx, which, Number.MAX_SAFE_INTEGER - 1)
  await audit(ctx, 'contacts.exported', {}, { contacts: count, format })
  const title = translate(ctx.locale, `lists.${which.kind ?? 'person'}.title`)
  const table = {
    title,
    headers: columns.map(({ header }) => header),
    rows: counting(rowsOf(ctx, which, order, columns), written => onProgress?.(written, count)),
  }
  return {
    name: `${title} ${today}.${format}`,
    type: types[format],
    bytes: format === 'csv' ? csvOf(table, ctx.locale) : workbookOf(table),
  }
}

async function* counting<T>(rows: AsyncIterable<T>, tell: (written: number) => void): AsyncGenerator<T> {
  let written = 0
  for await (const row of rows) {
    tell(++written)
    yield row
  }
}
