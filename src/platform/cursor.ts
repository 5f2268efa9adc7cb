import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { Refusal } from './errors.ts'

/** What a page's last row was sorted by, as text, and its id. */
export type Place = { place: string; id: string }

const instant = z.union([z.literal('-infinity'), z.iso.datetime({ offset: true })])
const whole = z.string().regex(/^-?\d{1,5}$/)
const wholeThenInstant = z.tuple([whole, instant])

const places = {
  instant,
  whole,
  wholeThenInstant: z.string().refine(text => wholeThenInstant.safeParse(text.split(' ')).success),
  text: z.string().max(1000),
}

/** The value of a row's place, with all the digits that PostgreSQL keeps. */
export const placeOf = (value: RawBuilder<unknown>): RawBuilder<string> => sql`to_json(${value}) #>> '{}'`

/**
 * Where a page ended, as text that only the program reads: the next page begins after it. What somebody else wrote is
 * refused, so it may be put into a cast.
 */
export function cursorOf(kind: keyof typeof places) {
  const shape = z.tuple([places[kind], z.uuid()])
  return {
    write: ({ place, id }: Place): string => Buffer.from(JSON.stringify([place, id])).toString('base64url'),
    read(cursor: string): Place {
      const [place, id] = shape.safeParse(parsed(cursor)).data ?? []
      if (place === undefined || id === undefined) throw new Refusal('bad', 'http.bad_cursor')
      return { place, id }
    },
  }
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}

const instants = cursorOf('instant')

/** The rows after a cursor in an order by an instant and the id, newest first. */
export function olderThan(at: RawBuilder<unknown>, id: RawBuilder<unknown>, cursor: string) {
  const after = instants.read(cursor)
  return sql<boolean>`(${at}, ${id}) < (${after.place}::timestamptz, ${after.id}::uuid)`
}

/** The rows of a page, of which one more than `limit` was read, and the cursor of the next: absent on the last page. */
export function pageOf<Row extends Place>(
  rows: Row[],
  limit: number,
  { write }: { write: (place: Place) => string } = instants,
): { rows: Omit<Row, 'place'>[]; next?: string } {
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { rows: page.map(({ place: _, ...row }) => row), next: last && write(last) }
}
