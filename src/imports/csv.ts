import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { Refusal } from '../platform/errors.ts'
import { type Encoding, type Format, longestRow, type Separator } from './format.ts'

type Lines = { separator: Separator; ends: string[] }

/** Rows that were read, or `open`: how many stand before a quote that has not closed yet. */
type Read = { records: string[][]; open?: undefined } | { records?: undefined; open: number }

/**
 * The records of a text file in groups, with memory for one piece of it at a time.
 * @throws Refusal `imports.row_too_long`, `imports.quote_never_closes` with the row where it stopped
 */
export async function* readCsv(
  bytes: AsyncIterable<Buffer>,
  { encoding, separator }: Pick<Format, 'encoding' | 'separator'>,
): AsyncGenerator<string[][], void, void> {
  const lines: Lines = { separator, ends: [] }
  let rows = 0
  let rest = ''
  let enough = 0
  for await (const piece of piecesOf(bytes, encoding)) {
    rest += piece
    if (lines.ends.length === 0) lines.ends = endsIn(rest)
    if (rest.length < enough) continue
    const end = lines.ends.length === 0 ? 0 : afterLastOf(rest, lines.ends)
    const { records, open } = readLines(rest.slice(0, end), lines, rows)
    if (rest.length - (records ? end : 0) > longestRow) throw tooLong(rows + (records?.length ?? open ?? 0))
    // Where a quote is open the whole is read again once there is twice as much: no piece is read more than a few times.
    enough = records ? 0 : rest.length * 2
    if (!records) continue
    rest = rest.slice(end)
    rows += records.length
    yield records
  }
  // With nothing after it a line feed is not waited for.
  if (lines.ends.length === 0) lines.ends = endsIn(`${rest} `)
  const { records, open = 0 } = readLines(rest, lines, rows)
  if (!records) throw new Refusal('bad', 'imports.quote_never_closes', { row: rows + open + 1 })
  yield records
}

const tooLong = (rows: number) =>
  new Refusal('bad', 'imports.row_too_long', { row: rows + 1, bytes: longestRow })

// A stored part holds thousands of rows: read at once, they would all be in memory until the last of them is stored.
const pieceBytes = 64 * 1024

async function* piecesOf(bytes: AsyncIterable<Buffer>, encoding: Encoding) {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true })
  for await (const part of bytes)
    for (let at = 0; at < part.length; at += pieceBytes)
      yield decoder.write(part.subarray(at, at + pieceBytes))
  yield decoder.end() ?? ''
}

/** How the lines of a text end, as its first one does: one tool writes them all. None while that cannot be told. */
function endsIn(text: string): string[] {
  const [first] = /\r\n|\n|\r(?=[\s\S])/.exec(text) ?? []
  if (!first) return []
  return first === '\r' ? ['\r'] : ['\r\n', '\n']
}

const afterLastOf = (text: string, ends: string[]): number => text.lastIndexOf(ends.at(-1) ?? '\n') + 1

function readLines(text: string, { separator, ends }: Lines, rows: number): Read {
  if (text === '') return { records: [] }
  if (!text.includes('"')) return { records: unquoted(text, separator, ends) }
  try {
    const records: string[][] = parse(text, {
      ...parseOptions(separator),
      ...(ends.length > 0 && { record_delimiter: ends }),
      max_record_size: longestRow,
    })
    return { records }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const before = Number(error.records ?? 0)
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') return { open: before }
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw tooLong(rows + before)
    throw new Refusal('bad', 'imports.unreadable', { row: rows + before + 1, reason: error.code })
  }
}

/** Without quotes nothing but separators separates: five times as quick as looking at each character. */
function unquoted(text: string, separator: Separator, ends: string[]): string[][] {
  const lines = text.split(ends.at(-1) ?? '\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.map(line =>
    (ends.length > 1 && line.endsWith('\r') ? line.slice(0, -1) : line).split(separator),
  )
}

export const parseOptions = (separator: Separator) =>
  ({ delimiter: separator, relax_column_count: true, relax_quotes: true, bom: true }) as const
