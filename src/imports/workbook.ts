import readWorkbook, { type CellValue, readSheet } from 'read-excel-file/node'
import { Refusal } from '../platform/errors.ts'
import type { Locale } from '../platform/texts.ts'
import { headerRowOf, isBlank } from './detect.ts'
import type { Format } from './format.ts'

/** A workbook is unpacked in memory, so it is held smaller than a text file. */
export const largestWorkbook = 40 * 1024 * 1024

/** A packed file that unpacks to more than this is refused before it is unpacked. */
const largestUnpacked = 400 * 1024 * 1024

/**
 * Finds the sheet and its header: the first sheet with rows.
 * @throws Refusal `imports.workbook_too_large`, `imports.workbook_unreadable`, `imports.empty`, `imports.header_only`
 */
export async function detectWorkbook(file: Buffer, locale: Locale): Promise<Format> {
  const sheets = await opened(file, () => readWorkbook(file))
  const found = sheets.find(({ data }) => data.some(row => !isBlank(row.map(cellText))))
  if (!found) throw new Refusal('bad', 'imports.empty')
  const rows = found.data.slice(0, 200).map(row => row.map(cellText))
  const headerRow = headerRowOf(rows)
  if (found.data.length <= headerRow) throw new Refusal('bad', 'imports.header_only')
  const base = { kind: 'workbook', encoding: 'utf-8', separator: ',', decimals: '.' } as const
  return {
    ...base,
    headerRow,
    sheet: found.sheet,
    sheets: sheets.map(each => each.sheet),
    dates: locale === 'en' ? 'mdy' : 'dmy',
  }
}

/** All rows of one sheet as text: dates as ISO, formulas as their last result, never evaluated here. */
export async function readSheetRows(bytes: AsyncIterable<Buffer>, sheet?: string): Promise<string[][]> {
  const file = Buffer.concat(await Array.fromAsync(bytes))
  const rows = await opened(file, () => (sheet === undefined ? readSheet(file) : readSheet(file, sheet)))
  return rows.map(row => row.map(cellText))
}

async function opened<T>(file: Buffer, open: () => Promise<T>): Promise<T> {
  if (file.length > largestWorkbook || unpackedBytes(file) > largestUnpacked)
    throw new Refusal('tooLarge', 'imports.workbook_too_large', { bytes: largestWorkbook })
  try {
    return await open()
  } catch (error) {
    throw new Refusal('bad', 'imports.workbook_unreadable', {
      reason: error instanceof Error ? error.message : '',
    })
  }
}

/** Sum of the sizes that the ZIP directory states (APPNOTE 4.3.12: signature, uncompressed size at offset 24). */
function unpackedBytes(file: Buffer): number {
  const entry = Buffer.from('PK\x01\x02', 'latin1')
  let sum = 0
  for (let at = file.indexOf(entry); at >= 0 && at + 28 <= file.length; at = file.indexOf(entry, at + 46))
    sum += file.readUInt32LE(at + 24)
  return sum
}

function cellText(value: CellValue | null): string {
  if (value === null || value === undefined) return ''
  if (!(value instanceof Date)) return String(value)
  const iso = value.toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
}
