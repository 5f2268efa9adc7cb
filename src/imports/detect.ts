import chardet from 'chardet'
import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { Refusal } from '../platform/errors.ts'
import type { Locale } from '../platform/texts.ts'
import { looksLike, readDate, readNumber } from './cells.ts'
import { parseOptions } from './csv.ts'
import { type Encoding, type Format, type Separator, sampleBytes, separators } from './format.ts'

/** What is known of a file before it is read: its first bytes, and whether all of it is well-formed UTF-8. */
export type Sample = { bytes: Buffer; total: number; utf8: boolean }

/**
 * Finds how a text file is to be read from what is in it, never from its name.
 * @throws Refusal `imports.empty`, `imports.not_a_table` (with what it is), `imports.line_too_long`, `imports.header_only`
 */
export function detectText(sample: Sample, locale: Locale): Format {
  refuseOthers(sample)
  const encoding = encodingOf(sample)
  const text = decodeSample(sample.bytes, encoding)
  if (text.trim() === '') throw new Refusal('bad', 'imports.empty')
  const whole = sample.total <= sample.bytes.length
  const lines = whole ? text : upToLastLine(text)
  const { separator, records } = separatorOf(lines)
  const headerRow = headerRowOf(records)
  if (whole && records.slice(headerRow).every(isBlank)) throw new Refusal('bad', 'imports.header_only')
  return {
    kind: 'text',
    encoding,
    separator,
    headerRow,
    dates: locale === 'en' ? 'mdy' : 'dmy',
    decimals: locale === 'en' ? '.' : ',',
  }
}

export const isWorkbook = (bytes: Buffer): boolean =>
  (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04' && bytes.subarray(0, 4096).includes('xl/')) ||
  hasWorkbookPart(bytes)

/** Some writers put the sheets far from the start; `[Content_Types].xml` first is the mark of all Office files. */
const hasWorkbookPart = (bytes: Buffer): boolean =>
  bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04' &&
  bytes.subarray(0, 200).includes('[Content_Types].xml') &&
  !bytes.includes('word/') &&
  !bytes.includes('ppt/')

const others: [kind: string, magic: string][] = [
  ['xls', '\xd0\xcf\x11\xe0'],
  ['pdf', '%PDF'],
  ['zip', 'PK\x03\x04'],
  ['gzip', '\x1f\x8b'],
  ['png', '\x89PNG'],
  ['jpeg', '\xff\xd8\xff'],
  ['rtf', '{\\rtf'],
  ['html', '<!DOCTYPE html'],
  ['html', '<html'],
  ['vcard', 'BEGIN:VCARD'],
]

function refuseOthers({ bytes, total }: Sample) {
  if (total === 0) throw new Refusal('bad', 'imports.empty')
  const start = bytes.subarray(0, 32).toString('latin1').trimStart().toLowerCase()
  const other = others.find(([, magic]) => start.startsWith(magic.toLowerCase()))
  if (other) throw new Refusal('bad', 'imports.not_a_table', { kind: other[0] })
}

const marks: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** The byte order mark; else UTF-8 when all of it is; else the statistics of the bytes, and Windows-1252 when in doubt. */
function encodingOf({ bytes, utf8 }: Sample): Encoding {
  const marked = marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))
  if (marked) return marked[0]
  const wide = wideEncoding(bytes)
  if (wide) return wide
  if (bytes.includes(0) && binary(bytes)) throw new Refusal('bad', 'imports.not_text')
  if (utf8) return 'utf-8'
  const [best] = chardet.analyse(bytes.subarray(0, 65_536)).filter(match => match.name !== 'UTF-8')
  return best && best.confidence >= 60 ? (known[best.name.toLowerCase()] ?? 'windows-1252') : 'windows-1252'
}

// ISO-8859-1 and its kin are read as the Windows page that contains them: that is what writers mean by it.
const known: Record<string, Encoding> = {
  'windows-1251': 'windows-1251',
  'windows-1250': 'windows-1250',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
}

/** UTF-16 without a mark: every second byte of western text is zero. */
function wideEncoding(bytes: Buffer): Encoding | undefined {
  const length = Math.min(bytes.length, 2000) & ~1
  const zeros = [0, 0]
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (length < 4 || Math.max(even, odd) < length * 0.3) return
  return odd > even * 5 ? 'utf-16le' : even > odd * 5 ? 'utf-16be' : undefined
}

/** A stray NUL spoils one row; many control bytes mean that it is no text at all. */
function binary(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 65_536)
  const controls = start.reduce(
    (count, byte) => count + (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 ? 1 : 0),
    0,
  )
  return controls > start.length / 50
}

function decodeSample(bytes: Buffer, encoding: Encoding): string {
  return iconv.decode(bytes, encoding, { stripBOM: true })
}

function upToLastLine(text: string): string {
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'))
  if (end <= 0) throw new Refusal('bad', 'imports.line_too_long', { row: 1, bytes: sampleBytes })
  return text.slice(0, end + 1)
}

/** The separator under which most rows have the same number of cells, and the most of them. */
function separatorOf(text: string): { separator: Separator; records: string[][] } {
  const stated = /^sep=(.)\r?\n/i.exec(text)?.[1]
  const start = upToRows(text, 400)
  const tried = separators.map(separator => {
    const records = parseAll(start, separator)
    return { separator, records, score: separator === stated ? 2 : evenness(records) }
  })
  return tried.reduce((best, next) => (next.score > best.score ? next : best))
}

/** The first rows of a text: enough to judge by, so that detection costs the same for any file. */
function upToRows(text: string, rows: number): string {
  let end = 0
  for (let i = 0; i < rows; i++) {
    const next = text.indexOf('\n', end)
    if (next < 0) return text
    end = next + 1
  }
  return text.slice(0, end)
}

function parseAll(text: string, separator: Separator): string[][] {
  try {
    return parse(text, parseOptions(separator))
  } catch {
    // Cut inside a quoted cell: the rows before it are judged without quotes.
    return text.split(/\r?\n|\r/).map(line => line.split(separator))
  }
}

/** 0 to 1: the share of rows as wide as most, counting wider tables slightly more. */
function evenness(records: string[][]): number {
  const filled = records.filter(record => !isBlank(record))
  const width = usualWidth(filled)
  if (width < 2 || filled.length === 0) return 0
  return (filled.filter(record => record.length === width).length / filled.length) * (1 - 1 / (width * 4))
}

export const isBlank = (record: string[]): boolean => record.every(cell => cell.trim() === '')

function usualWidth(records: string[][]): number {
  const counts = new Map<number, number>()
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1)
  return [...counts].reduce(
    (best, next) => (next[1] > best[1] || (next[1] === best[1] && next[0] > best[0]) ? next : best),
    [1, 0],
  )[0]
}

/**
 * The row that names the columns: the first one filled nearly as wide as the table, past any title lines.
 * 0 when even that one holds data (an e-mail address, or mostly numbers and dates).
 */
export function headerRowOf(records: string[][]): number {
  const rows = records.slice(0, 60)
  const width = usualWidth(rows.filter(row => !isBlank(row)).map(upToLastFilled))
  const index = rows.findIndex(
    row => filledCells(row) >= Math.max(1, Math.ceil(width * 0.6)) && !/^sep=.$/i.test(row.join('')),
  )
  const header = rows[index]
  if (!header) return 1
  return holdsData(header) ? 0 : index + 1
}

const filledCells = (row: string[]): number => row.filter(cell => cell.trim() !== '').length

const upToLastFilled = (row: string[]): string[] =>
  row.slice(0, row.findLastIndex(cell => cell.trim() !== '') + 1)

function holdsData(header: string[]): boolean {
  const filled = header.filter(cell => cell.trim() !== '')
  if (filled.some(cell => looksLike.email(cell.trim()))) return true
  const values = filled.filter(
    cell => readNumber(cell, '.') !== undefined || readDate(cell, 'dmy') || looksLike.phone(cell),
  )
  return values.length > filled.length / 2
}
