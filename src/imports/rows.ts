import { parse } from 'csv-parse/sync'
import { Refusal } from '../platform/errors.ts'
import { parseOptions, readCsv } from './csv.ts'
import { isBlank } from './detect.ts'
import type { Format } from './format.ts'
import { readSheetRows } from './workbook.ts'

/** What is wrong with the shape of a row. `recovered` and `short` rows are read; the others are refused. */
export type Flaw = 'recovered' | 'short' | 'long' | 'swallowed' | 'nul'

/** One row under the header; `row` counts from 1 as a spreadsheet does. */
export type Row = { row: number; cells: string[]; flaw?: Flaw }

export type Header = { row: number; names: string[] }

/** A file's bytes in order, from the database or a disk. */
export type Bytes = AsyncIterable<Buffer>

/**
 * Reads a file in groups of rows, with memory for one part of it at a time (a workbook is read whole). Gives each row under the
 * header that is not blank, as wide as the header; `after` passes over the rows up to a number.
 * @throws Refusal `imports.row_too_long`, `imports.quote_never_closes` with the row where it stopped
 */
export async function* readRows(
  bytes: Bytes,
  format: Format,
  { after = 0 } = {},
): AsyncGenerator<Row[], void, void> {
  let header: Header | undefined
  let row = 0
  for await (const records of recordsOf(bytes, format)) {
    const rows: Row[] = []
    for (const { cells, nul } of records) {
      row += 1
      if (row < format.headerRow) continue
      header ??= headerOf(cells, format.headerRow)
      if (row === format.headerRow || row <= after || isBlank(cells)) continue
      rows.push(fit(row, cells, nul, header.names.length, format))
    }
    yield rows
  }
}

/** Rows that are planned and stored together. */
export const batchRows = 500

export async function* batches(groups: AsyncIterable<Row[]>): AsyncGenerator<Row[], void, void> {
  let rows: Row[] = []
  for await (const group of groups) {
    rows = rows.concat(group)
    let from = 0
    for (; rows.length - from >= batchRows; from += batchRows) yield rows.slice(from, from + batchRows)
    rows = rows.slice(from)
  }
  if (rows.length > 0) yield rows
}

/** The same items, each fetched while the one before is being worked on. */
export async function* ahead<T>(items: AsyncGenerator<T, void, void>): AsyncGenerator<T, void, void> {
  try {
    for (let next = items.next(); ; ) {
      const { done, value } = await next
      if (done) return
      next = items.next()
      // Its failure is for whoever asks for it; until then it is nobody's.
      next.catch(() => {})
      yield value
    }
  } finally {
    await items.return()
  }
}

/** The names of the columns; those without one are numbered. */
export async function readHeader(bytes: Bytes, format: Format): Promise<string[]> {
  let row = 0
  for await (const records of recordsOf(bytes, format)) {
    const found = records[Math.max(0, format.headerRow - 1 - row)]
    if (found) return headerOf(found.cells, format.headerRow).names
    row += records.length
  }
  throw new Refusal('bad', 'imports.header_only')
}

function headerOf(cells: string[], headerRow: number): Header {
  const width = headerRow === 0 ? cells.length : cells.findLastIndex(cell => cell.trim() !== '') + 1
  const names = Array.from({ length: width }, (_, i) => (headerRow === 0 ? '' : (cells[i] ?? '').trim()))
  return { row: headerRow, names: names.map((name, i) => name || `#${i + 1}`) }
}

type Record = { cells: string[]; nul: boolean }

async function* recordsOf(bytes: Bytes, format: Format): AsyncGenerator<Record[], void, void> {
  if (format.kind === 'workbook') return yield (await readSheetRows(bytes, format.sheet)).map(strip)
  for await (const records of readCsv(bytes, format)) yield records.map(strip)
}

/** PostgreSQL keeps no NUL in a text: it is taken out of the evidence and the row is refused. */
function strip(cells: string[]): Record {
  if (!cells.some(cell => cell.includes('\0'))) return { cells, nul: false }
  return { cells: cells.map(cell => cell.replaceAll('\0', '')), nul: true }
}

function fit(row: number, cells: string[], nul: boolean, width: number, format: Format): Row {
  if (nul) return { row, cells: resize(cells, width), flaw: 'nul' }
  if (cells.length === width) return { row, cells }
  if (cells.length > width)
    return isBlank(cells.slice(width)) ? { row, cells: cells.slice(0, width) } : { row, cells, flaw: 'long' }
  if (cells.length === 1) return unswallow(row, cells, width, format)
  return { row, cells: resize(cells, width), flaw: 'short' }
}

const resize = (cells: string[], width: number): string[] =>
  Array.from({ length: width }, (_, i) => cells[i] ?? '')

/** Some tools save a whole row as one quoted cell; read again, it must be exactly as wide as the table, or it is refused. */
function unswallow(row: number, cells: string[], width: number, { kind, separator }: Format): Row {
  const text = cells[0] ?? ''
  if (kind === 'workbook' || !text.includes(separator))
    return { row, cells: resize(cells, width), flaw: 'short' }
  const inner = parseAgain(text, separator)
  if (inner?.length === width) return { row, cells: inner, flaw: 'recovered' }
  return { row, cells: resize(cells, width), flaw: 'swallowed' }
}

function parseAgain(text: string, separator: Format['separator']): string[] | undefined {
  try {
    const again: string[][] = parse(text, parseOptions(separator))
    return again.length === 1 ? again[0] : undefined
  } catch {
    return
  }
}
