import { sql } from 'kysely'
import { cursorOf } from '../platform/cursor.ts'

/** Pages of whom a preview names, the most promising first. */
export const places = cursorOf('whole')

/** After the place that `after` names, of rows `p` by `total` and then contact. */
export function below(after: string | undefined) {
  if (!after) return sql`true`
  const { place, id } = places.read(after)
  return sql`(p.total < ${Number(place)} or (p.total = ${Number(place)} and p.contact_id > ${id}::uuid))`
}
