import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { sql } from 'kysely'
import writeXlsxFile, { type Row as SheetRow } from 'write-excel-file/node'
import { fieldsOf } from '../../contacts/contacts.ts'
import { type Field, systemFields } from '../../contacts/fields.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/errors.ts'
import type { Locale } from '../../platform/texts.ts'
import type { ListedContact } from '../lists/contract.ts'
import { pageOfContacts, type Which } from '../lists/lists.ts'
import { translate } from '../translate.ts'
import { safeCell } from './cells.ts'

export type ExportFormat = 'csv' | 'xlsx'

type Value = string | number | boolean | null
type Source = { contact: ListedContact; identities: Map<string, string[]> }
type Column = { label: string; value: (source: Source) => Value }

// A workbook is made in memory.
const mostRowsOfWorkbook = 50_000
const pageLength = 1_000

/** The contacts that a list shows, oldest first, every fact in a column named as on the screen: what Embudo itself can import again. */
export async function exportContacts(ctx: Ctx, which: Which, format: ExportFormat): Promise<Readable> {
  const columns = columnsIn(ctx.locale, await fieldsOf(ctx))
  return format === 'csv' ? csvOf(ctx, which, columns) : workbookOf(ctx, which, columns)
}

function csvOf(ctx: Ctx, which: Which, columns: Column[]): Readable {
  // Excel expects a semicolon where the comma is the decimal sign, and takes a file without the mark for Windows-1252.
  const writer = stringify({
    bom: true,
    delimiter: ctx.locale === 'es' ? ';' : ',',
    header: true,
    columns: columns.map(each => each.label),
  })
  return Readable.from(rowsOf(ctx, which, columns))
    .on('error', error => writer.destroy(error))
    .pipe(writer)
}

async function* rowsOf(ctx: Ctx, which: Which, columns: Column[]): AsyncGenerator<string[]> {
  for await (const source of sourcesOf(ctx, which))
    yield columns.map(column => safeCell(column.value(source)))
}

async function workbookOf(ctx: Ctx, which: Which, columns: Column[]): Promise<Readable> {
  const rows: SheetRow[] = [columns.map(({ label }) => ({ value: label, fontWeight: 'bold' }))]
  for await (const source of sourcesOf(ctx, which)) {
    if (rows.length > mostRowsOfWorkbook)
      throw new Refusal('tooLarge', 'export.too_many', { limit: mostRowsOfWorkbook })
    rows.push(columns.map(column => cellOf(column.value(source))))
  }
  const buffer = await writeXlsxFile(rows).toBuffer()
  return Readable.from([buffer])
}

// Typed as text, nothing in a workbook is run as a formula.
function cellOf(value: Value): SheetRow[number] {
  if (typeof value === 'string') return value === '' ? null : { value, type: String }
  return value
}

async function* sourcesOf(ctx: Ctx, which: Which): AsyncGenerator<Source> {
  let after: string | undefined
  do {
    const page = await pageOfContacts(ctx, {
      ...which,
      order: { by: 'createdAt', direction: 'asc' },
      limit: pageLength,
      after,
    })
    const identities = await identitiesOf(
      ctx,
      page.rows.map(each => each.id),
    )
    for (const contact of page.rows) yield { contact, identities: identities.get(contact.id) ?? new Map() }
    after = page.next
  } while (after)
}

async function identitiesOf(ctx: Ctx, ids: string[]): Promise<Map<string, Map<string, string[]>>> {
  const found = await ctx.db
    .selectFrom('identities')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('contactId', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('isPrimary', 'desc')
    .orderBy('createdAt')
    .orderBy('value')
    .select(['contactId', 'kind', 'value'])
    .execute()
  const byContact = new Map<string, Map<string, string[]>>()
  for (const { contactId, kind, value } of found) {
    const own = byContact.get(contactId) ?? new Map<string, string[]>()
    byContact.set(contactId, own.set(kind, [...(own.get(kind) ?? []), value]))
  }
  return byContact
}

function columnsIn(locale: Locale, fields: Field[]): Column[] {
  return [
    { label: 'Id', value: ({ contact }) => contact.id },
    ...fields.map(field => ({
      label: labelOf(field, locale),
      value: (source: Source) => shown(field, source, locale),
    })),
    ...standingColumns.map(([key, value]) => ({ label: translate(locale, `lists.columns.${key}`), value })),
  ]
}

const system = new Set<string>(systemFields.map(field => field.key))

const labelOf = ({ key, label }: Field, locale: Locale) =>
  label?.[locale] ?? (system.has(key) ? translate(locale, `contacts.fields.${key}`) : key)

function shown({ key, reach }: Field, { contact, identities }: Source, locale: Locale): Value {
  if (key === 'kind') return translate(locale, `contacts.kinds.${contact.kind}`)
  if (key === 'displayName') return contact.name
  if ('identity' in reach) return identities.get(reach.identity)?.join('; ') ?? null
  if ('organization' in reach) return contact.organization?.name ?? null
  if ('array' in reach) return contact[reach.array].join('; ')
  const value = contact.facts[key] ?? null
  return Array.isArray(value) ? value.join('; ') : value
}

const standingColumns: [string, (source: Source) => Value][] = [
  ['stage', ({ contact }) => contact.standing?.stage ?? null],
  ['total', ({ contact }) => contact.standing?.total ?? null],
  ['fit', ({ contact }) => contact.standing?.fit ?? null],
  ['engagement', ({ contact }) => contact.standing?.engagement ?? null],
  ['temperature', ({ contact }) => contact.standing?.temperature ?? null],
  ['lastSignal', ({ contact }) => contact.standing?.lastSignalAt?.toISOString() ?? null],
]
