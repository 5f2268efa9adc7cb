import { z } from 'zod'

export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'iso-8859-15',
  'macintosh',
] as const

export const separators = [',', ';', '\t', '|'] as const

/** How a file is read: detected, then as a person corrected it. */
export const formatSchema = z.object({
  kind: z.enum(['text', 'workbook']),
  encoding: z.enum(encodings),
  separator: z.enum(separators),
  /** Row number of the header as a spreadsheet shows it, from 1; 0 when the file has none. */
  headerRow: z.number().int().min(0).max(200),
  /** Name of the sheet of a workbook. */
  sheet: z.string().max(200).optional(),
  sheets: z.array(z.string().max(200)).max(500).optional(),
  /** How a date like 03/04/2025 is read where the column itself does not tell. */
  dates: z.enum(['dmy', 'mdy']),
  decimals: z.enum([',', '.']),
})

export type Format = z.infer<typeof formatSchema>
export type Encoding = Format['encoding']
export type Separator = Format['separator']
export type DateOrder = Format['dates'] | 'ymd'

/** The first bytes decide what a file is. Larger than any header, small enough to hold. */
export const sampleBytes = 1024 * 1024

/** Longer rows are taken for a broken file: a quote that never closes, or something that is not a table. */
export const longestRow = 1024 * 1024
