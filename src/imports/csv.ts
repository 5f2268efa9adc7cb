import { CsvError, type InfoRecord } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { Refusal } from '../platform/errors.ts'
import { type Encoding, type Format, longestRow, type Separator } from './format.ts'

/** How a text is cut: `end` is how its lines end, unknown before the first. */
type Cut = { separator: Separator; end?: string }

/** Rows that are whole, and the text after them. */
type Read = { records: string[][]; rest: string }

type Sizes = { piece?: number; longest?: number }

/**
 * The records of a text file in groups, with memory for one piece of it at a time.
 * @throws Refusal `imports.row_too_long`, `imports.quote_never_closes` with the row where it stopped
 */
export async function* readCsv(
  bytes: AsyncIterable<Buffer>,
  { encoding, separator }: Pick<Format, 'encoding' | 'separator'>,
  { piece: size = 64 * 1024, longest = longestRow }: Sizes = {},
): AsyncGenerator<string[][], void, void> {
  const cut: Cut = { separator }
  let rows = 0
  let rest = ''
  let enough = 0
  for await (const piece of piecesOf(bytes, encoding, size)) {
    rest += piece
    if (rest.length < enough && rest.length <= longest) continue
    cut.end ??= endIn(rest)
    const read = wholeRows(rest, cut, rows)
    rest = read.rest
    // A row that has not ended is looked at again once there is twice as much: none is read more than a few times.
    enough = rest.length * 2
    rows += read.records.length
    yield read.records
    if (rest.length > longest)
      throw new Refusal('bad', 'imports.row_too_long', { row: rows + 1, megabytes: longest / 2 ** 20 })
  }
  // With nothing after it a line feed is not waited for.
  cut.end ??= endIn(`${rest} `)
  const last = readLines(rest.toWellFormed(), cut, rows)
  yield last.records
  if (last.rest !== '') {
    const row = rows + last.records.length + 1
    throw new Refusal('bad', 'imports.quote_never_closes', { row })
  }
}

// A stored part holds thousands of rows: read at once, they would all be in memory until the last of them is stored.
async function* piecesOf(bytes: AsyncIterable<Buffer>, encoding: Encoding, size: number) {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true })
  for await (const part of bytes)
    for (let at = 0; at < part.length; at += size) yield decoder.write(part.subarray(at, at + size))
  yield decoder.end() ?? ''
}

/** How the first line ends that is not in quotes; undefined while that cannot be told. */
function endIn(text: string): string | undefined {
  const outside = text.replace(/"(?:[^"]|"")*(?:"|$)/g, '"')
  return /\r\n|\n|\r(?=[\s\S])/.exec(outside)?.[0]
}

function wholeRows(text: string, cut: Cut, rows: number): Read {
  if (cut.end === undefined) return { records: [], rest: text }
  const last = text.lastIndexOf(cut.end)
  const after = last < 0 ? 0 : last + cut.end.length
  const { records, rest } = readLines(text.slice(0, after).toWellFormed(), cut, rows)
  return { records, rest: rest + text.slice(after) }
}

/** Lines that have all ended, after so many `rows`. What is left of them is a row whose quote has not closed. */
function readLines(text: string, { separator, end }: Cut, rows: number): Read {
  if (text === '') return { records: [], rest: '' }
  if (!text.includes('"')) return { records: unquoted(text, separator, end ?? '\n'), rest: '' }
  const bytes = Buffer.from(text)
  const records: string[][] = []
  let read = 0
  const keep = (record: string[], { bytes }: InfoRecord) => {
    records.push(record)
    read = bytes
    return null
  }
  const ends = end === undefined ? {} : { record_delimiter: end }
  try {
    parse(bytes, { ...parseOptions(separator), ...ends, bom: false, on_record: keep })
    return { records, rest: '' }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') return { records, rest: bytes.toString('utf8', read) }
    // Not by any text that is known: reading is lenient in all else.
    const row = rows + records.length + 1
    throw new Refusal('bad', 'imports.unreadable', { row, reason: error.code })
  }
}

/** Without quotes nothing but separators separates: five times as quick as looking at each character. */
function unquoted(text: string, separator: Separator, end: string): string[][] {
  const lines = text.split(end)
  if (lines.at(-1) === '') lines.pop()
  return lines.map(line => line.split(separator))
}

export const parseOptions = (separator: Separator) =>
  ({ delimiter: separator, relax_column_count: true, relax_quotes: true, bom: true }) as const
