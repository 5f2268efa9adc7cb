import {
  clean,
  dateOrdersOf,
  decimalMarkOf,
  isPlaceholder,
  looksLike,
  readNumber,
  readYesNo,
} from './cells.ts'
import type { DateOrder } from './format.ts'
import type { Row } from './rows.ts'

export type Looks =
  | 'empty'
  | 'email'
  | 'phone'
  | 'linkedin'
  | 'url'
  | 'id'
  | 'yesNo'
  | 'integer'
  | 'number'
  | 'date'
  | 'choice'
  | 'text'
  | 'longText'

/** What a column holds, judged from its first rows. `values` only where there are few different ones, most frequent first. */
export type Column = {
  index: number
  name: string
  looks: Looks
  filled: number
  distinct: number
  samples: string[]
  values: { value: string; count: number }[]
  /** Words found that stand for *unknown*. */
  placeholders: string[]
  /** The same value in every row tells nothing about anybody. */
  constant: boolean
  dates?: { order: DateOrder; sure: boolean; time: boolean }
  decimals?: { mark: ',' | '.'; sure: boolean }
}

const mostValues = 60
const mostDistinct = 5000

type Tally = {
  name: string
  index: number
  rows: number
  values: Map<string, number>
  placeholders: Set<string>
  filled: number
}

/** Describes each column of the rows given. `fallback` is used where the cells themselves leave it open. */
export function describeColumns(
  names: string[],
  rows: Row[],
  fallback: { dates: 'dmy' | 'mdy'; decimals: ',' | '.' },
): Column[] {
  const usable = rows.filter(row => row.flaw !== 'long' && row.flaw !== 'swallowed')
  return names.map((name, index) => describe(tally(name, index, usable), fallback))
}

function tally(name: string, index: number, rows: Row[]): Tally {
  const result: Tally = {
    name,
    index,
    rows: rows.length,
    values: new Map(),
    placeholders: new Set(),
    filled: 0,
  }
  for (const { cells } of rows) {
    const value = clean(cells[index] ?? '')
    if (value === '') continue
    if (isPlaceholder(value)) result.placeholders.add(value)
    else result.filled += 1
    if (result.values.size < mostDistinct || result.values.has(value))
      result.values.set(value, (result.values.get(value) ?? 0) + 1)
  }
  return result
}

function describe(column: Tally, fallback: { dates: 'dmy' | 'mdy'; decimals: ',' | '.' }): Column {
  const known = [...column.values].filter(([value]) => !column.placeholders.has(value))
  const values = known.map(([value]) => value)
  const dates = datesOf(column, values, fallback.dates)
  const decimals = dates ? undefined : decimalsOf(values, fallback.decimals)
  const looks = dates ? 'date' : looksOf(values, column, decimals?.mark ?? '.')
  const { name, index, filled } = column
  return {
    ...{ index, name, looks, filled, distinct: known.length, samples: values.slice(0, 5).map(shorten) },
    values: known.length <= mostValues ? byCount(known) : [],
    placeholders: [...column.placeholders],
    constant: known.length === 1 && filled === column.rows && column.rows > 1,
    ...(dates && { dates }),
    ...((looks === 'number' || looks === 'integer') && decimals && { decimals }),
  }
}

const shorten = (value: string): string => (value.length > 120 ? `${value.slice(0, 119)}…` : value)

const byCount = (values: [string, number][]) =>
  values.sort((a, b) => b[1] - a[1]).map(([value, count]) => ({ value, count }))

/** Whether nine rows in ten pass; a value counts as often as it occurs. */
function most({ values, placeholders, filled }: Tally, test: (value: string) => boolean): boolean {
  let passed = 0
  for (const [value, count] of values) if (!placeholders.has(value) && test(value)) passed += count
  return filled > 0 && passed >= filled * 0.9
}

function looksOf(values: string[], column: Tally, mark: ',' | '.'): Looks {
  if (values.length === 0) return 'empty'
  if (most(column, looksLike.email)) return 'email'
  if (most(column, looksLike.linkedin)) return 'linkedin'
  if (most(column, looksLike.url)) return 'url'
  if (most(column, looksLike.uuid)) return 'id'
  if (values.length <= 4 && values.every(value => readYesNo(value) !== undefined)) return 'yesNo'
  if (most(column, looksLike.phone)) return 'phone'
  // A number with a leading zero is a code: a postal code, an account.
  const isCode = values.some(value => /^0\d+$/.test(value))
  if (!isCode && most(column, value => readNumber(value, mark) !== undefined))
    return numberLooks(values, mark)
  if (values.some(value => value.length > 200)) return 'longText'
  return values.length <= mostValues && values.length <= column.filled / 3 ? 'choice' : 'text'
}

const numberLooks = (values: string[], mark: ',' | '.'): Looks =>
  values.every(value => Number.isInteger(readNumber(value, mark) ?? 0)) ? 'integer' : 'number'

/** The order that every date of the column allows; open when all of them have days up to 12. */
function datesOf(column: Tally, values: string[], fallback: 'dmy' | 'mdy'): Column['dates'] {
  if (!most(column, value => dateOrdersOf(value).length > 0)) return
  const read = values.map(dateOrdersOf)
  const slashed = read.filter(orders => orders.length > 0 && !orders.includes('ymd'))
  const time = values.some(value => /\d{1,2}:\d{2}/.test(value))
  if (slashed.length === 0) return { order: 'ymd', sure: true, time }
  const allowed = (['dmy', 'mdy'] as const).filter(order => slashed.every(orders => orders.includes(order)))
  const [only, other] = allowed
  if (only && !other) return { order: only, sure: true, time }
  return { order: fallback, sure: false, time }
}

function decimalsOf(values: string[], fallback: ',' | '.'): Column['decimals'] {
  const told = values.flatMap(value => decimalMarkOf(value) ?? [])
  if (told.length === 0) return { mark: fallback, sure: values.every(value => !/[.,]/.test(value)) }
  const commas = told.filter(mark => mark === ',').length
  return { mark: commas > told.length / 2 ? ',' : '.', sure: commas === 0 || commas === told.length }
}
