import { type RawBuilder, sql } from 'kysely'
import { cursorOf, placeOf } from '../../platform/cursor.ts'
import type { ListOrder } from './contract.ts'

export type Order = { by: ListOrder; direction: 'asc' | 'desc' }

/**
 * What an order sorts by; `second` is an instant that decides among equals, before the id. `standing` starts from standings, whose
 * indexes serve it; `idAgainst` says that ids run the other way in that index, `inStages` that another holds the order of each stage.
 */
export type Sorting = {
  value: RawBuilder<unknown>
  second?: RawBuilder<unknown>
  kind: Parameters<typeof cursorOf>[0]
  standing?: boolean
  idAgainst?: boolean
  inStages?: boolean
}

const types = {
  whole: 'smallint',
  wholeThenInstant: 'smallint',
  instant: 'timestamptz',
  text: 'text collate "C"',
}

const never = sql`'-infinity'::timestamptz`
const lastSignal = sql`coalesce(s.last_signal_at, ${never})`

export const orders: Record<ListOrder, Sorting> = {
  // Many share the best score: whoever gave a signal last is the one to attend to.
  total: {
    value: sql`s.total`,
    second: lastSignal,
    kind: 'wholeThenInstant',
    standing: true,
    idAgainst: true,
    inStages: true,
  },
  lastSignal: { value: lastSignal, kind: 'instant', standing: true },
  since: { value: sql`coalesce(s.since, ${never})`, kind: 'instant', standing: true },
  name: { value: sql`c.sort_name`, kind: 'text' },
  createdAt: { value: sql`c.created_at`, kind: 'instant' },
  updatedAt: { value: sql`c.updated_at`, kind: 'instant' },
}

const against = { asc: 'desc', desc: 'asc' } as const

export function sortedBy(
  { by, direction }: Order,
  { value, second }: Pick<Sorting, 'value' | 'second'>,
  id: RawBuilder<unknown>,
) {
  const values = [value, ...(second ? [second] : [])].map(each => sql`${each} ${sql.raw(direction)}`)
  const idDirection = orders[by].idAgainst ? against[direction] : direction
  return sql`${sql.join(values)}, ${id} ${sql.raw(idDirection)}`
}

/** Where a row stands in its order, as text for a cursor. */
export const placeIn = ({ value, second }: Pick<Sorting, 'value' | 'second'>) =>
  second ? sql`concat_ws(' ', ${placeOf(value)}, ${placeOf(second)})` : placeOf(value)

/** The rows after the one that a cursor names. The first comparison is what an index can start from. */
export function beyond({ by, direction }: Order, after: string) {
  const { value, second, kind, idAgainst } = orders[by]
  const { place, id } = cursorOf(kind).read(after)
  const [whole, instant] = second ? place.split(' ') : [place]
  const given = sql`${whole}::${sql.raw(types[kind])}`
  const past = sql.raw(direction === 'asc' ? '>' : '<')
  const idPast = sql`c.id ${sql.raw((direction === 'asc') === !idAgainst ? '>' : '<')} ${id}::uuid`
  const late = sql`${instant}::timestamptz`
  const last = second ? sql`${second} ${past} ${late} or (${second} = ${late} and ${idPast})` : idPast
  return sql`${value} ${past}= ${given} and (${value} ${past} ${given} or ${last})`
}
