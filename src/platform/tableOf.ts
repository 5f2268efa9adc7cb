import { randomBytes } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { following, type Known } from './kept.ts'

// After each value, in the place of null, and after each row. Nobody outside can know them, so that no value holds them.
const secret = randomBytes(4).toString('base64url')
const end = `\x1f${secret}`
const nothing = `\x1e${secret}`
const endOfRow = `\x1d${secret}`

/** What a value of a row may be: text, or what stands for a number, an instant, `jsonb` or `text[]`. */
export type Cell = string | number | boolean | Date | object | null | undefined

/**
 * Rows as a table, for statements that store many: of each the columns that are named, with their types. Every column is sent as one text,
 * which PostgreSQL takes apart in half of the time that it needs to read the rows from JSON.
 */
export function tableOf<R extends { [K in keyof R]: Cell }>(
  rows: Known<readonly R[]>,
  columns: { readonly [K in keyof R & string]?: string },
): RawBuilder<R> {
  const named = Object.entries(columns) as [keyof R & string, string][]
  const texts = named.map(
    ([key, type]) =>
      sql`string_to_table(${following(rows, rows => column(rows, key, type))}, ${end}, ${nothing})`,
  )
  const names = sql.join(named.map(([key]) => sql.id(key)))
  const typed = sql.join(named.map(([key, type]) => sql`${sql.id(key)}::${sql.raw(type)} as ${sql.id(key)}`))
  // The last end has an empty text after it.
  return sql`(select ${typed} from rows from (${sql.join(texts)}) as cells (${names}) limit ${following(rows, rows => rows.length)})`
}

function column<R>(rows: readonly R[], key: keyof R, type: string): string {
  const texts = rows.map(row => textOf(row[key] as Cell, type))
  texts.push('')
  return texts.join(end)
}

function textOf(value: Cell, type: string): string {
  if (value === null || value === undefined) return nothing
  if (type === 'jsonb' || type === 'json') return JSON.stringify(value)
  if (Array.isArray(value)) return `{${value.map(quoted).join()}}`
  return value instanceof Date ? value.toISOString() : String(value)
}

const quoted = (value: unknown): string => {
  const text = String(value)
  return `"${special.test(text) ? text.replaceAll(/[\\"]/g, '\\$&') : text}"`
}

const special = /[\\"]/

/** Values as one text, for `cellsIn`: PostgreSQL puts them together in half of the time that it needs for JSON or for a column each. */
export const asText = (values: RawBuilder<unknown>[]): RawBuilder<string> =>
  sql`concat_ws(${end}, ${sql.join(values.map(value => sql`coalesce((${value})::text, ${nothing})`))})`

/** Values as PostgreSQL writes their types, null as undefined. */
export type Cells = (string | undefined)[]

export const cellsIn = (text: string): Cells =>
  text.split(end).map(cell => (cell === nothing ? undefined : cell))

/** The rows of a group as one text, for `rowsIn`. */
export const allAsText = (
  values: RawBuilder<unknown>[],
  order: RawBuilder<unknown>,
): RawBuilder<string | null> => sql`string_agg(${asText(values)}, ${endOfRow} order by ${order})`

export const rowsIn = (text: string | null): Cells[] =>
  text === null ? [] : text.split(endOfRow).map(cellsIn)
