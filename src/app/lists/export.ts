import { stringify } from 'csv-stringify'
import writeWorkbook from 'write-excel-file/node'
import { audit } from '../../audit/audit.ts'
import { fieldsOf } from '../../contacts/contacts.ts'
import type { Field } from '../../contacts/fields.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { translate } from '../translate.ts'
import type { ListedContact } from './contract.ts'
import { pageOfContacts, type Which } from './lists.ts'

export type ExportFormat = 'csv' | 'xlsx'
type Value = string | number | boolean | undefined
type Column = { header: string; value: (row: ListedContact) => Value }

const pageLength = 1_000

/** All that a list shows as a file, with every known fact and where each contact stands; headings in the reader's language. */
export async function exportContacts(ctx: Ctx, which: Which, format: ExportFormat): Promise<File> {
  const columns = columnsFor(ctx, await fieldsOf(ctx), which)
  const rows: Value[][] = []
  for await (const row of allOf(ctx, which)) rows.push(columns.map(column => column.value(row)))
  await audit(ctx, 'contacts.exported', {}, { contacts: rows.length, format })
  const headers = columns.map(({ header }) => header)
  return format === 'csv' ? csvFile(ctx, headers, rows) : workbook(headers, rows)
}

async function* allOf(ctx: Ctx, which: Which) {
  let after: string | undefined
  do {
    const page = await pageOfContacts(ctx, {
      ...which,
      order: { by: 'name', direction: 'asc' },
      limit: pageLength,
      after,
    })
    yield* page.rows
    after = page.next
  } while (after)
}

function columnsFor({ locale }: Ctx, fields: Field[], { kind }: Which): Column[] {
  const say = (key: string) => translate(locale, key)
  const label = (field: Field) => field.label?.[locale] ?? say(`contacts.fields.${field.key}`)
  const facts = fields
    .filter(field => field.importable && (!kind || field.appliesTo.includes(kind)) && field.type !== 'user')
    .map(field => ({ header: label(field), value: (row: ListedContact) => factOf(row, field) }))
  return [
    ...facts,
    {
      header: say('lists.columns.stage'),
      value: row => say(`words.stages.${row.standing?.stage ?? 'none'}`),
    },
    { header: say('lists.columns.total'), value: row => row.standing?.total },
    { header: say('lists.columns.fit'), value: row => row.standing?.fit },
    { header: say('lists.columns.engagement'), value: row => row.standing?.engagement },
    {
      header: say('lists.columns.temperature'),
      value: row => row.standing && say(`words.temperatures.${row.standing.temperature}`),
    },
  ]
}

function factOf(row: ListedContact, { key, reach }: Field): Value {
  if ('array' in reach) return row[reach.array].join(', ') || undefined
  if ('organization' in reach) return row.organization?.name
  if ('identity' in reach) {
    const identity = row.identities.find(({ kind }) => kind === reach.identity)
    return identity?.kind === 'phone' || identity?.kind === 'external'
      ? identity.value
      : identity?.raw || identity?.value
  }
  const value = row.facts[key] ?? undefined
  return Array.isArray(value) ? value.join(', ') : value
}

/** Spanish spreadsheets separate columns by semicolons; the mark at the beginning tells them that it is UTF-8. */
async function csvFile({ locale }: Ctx, headers: string[], rows: Value[][]): Promise<File> {
  const safe = [
    headers,
    ...rows.map(row => row.map(cell => (typeof cell === 'string' ? harmless(cell) : cell))),
  ]
  const parts: string[] = []
  const delimiter = locale === 'es' ? ';' : ','
  for await (const part of stringify(safe, {
    bom: true,
    delimiter,
    cast: { boolean: value => (value ? '1' : '0') },
  })) {
    parts.push(String(part))
  }
  return new File(parts, 'contacts.csv', { type: 'text/csv;charset=utf-8' })
}

/** A cell that a spreadsheet would run as a formula gets a quote before it; a telephone such as +34 600 11 12 22 stays as it is. */
export const harmless = (cell: string): string =>
  /^[=+\-@\t\r]/.test(cell) && !/^\+[\d ().-]+$/.test(cell) ? `'${cell}` : cell

/** Texts are written as texts, so nothing in them is a formula. */
async function workbook(headers: string[], rows: Value[][]): Promise<File> {
  const head = headers.map(value => ({ value, type: String, fontWeight: 'bold' as const }))
  const body = rows.map(row => row.map(value => (value === undefined ? null : cellOf(value))))
  const bytes = await writeWorkbook([head, ...body]).toBuffer()
  return new File([new Uint8Array(bytes)], 'contacts.xlsx', {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}

function cellOf(value: string | number | boolean) {
  if (typeof value === 'number') return { value, type: Number }
  return typeof value === 'boolean' ? { value, type: Boolean } : { value, type: String }
}
