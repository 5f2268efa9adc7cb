import type { Criteria, Leaf } from '../criteria.ts'

/** How the rows of a group are joined; `some`: at least `least` of them. */
export type Join = 'all' | 'any' | 'some'

/** A criterion as it is edited: each row has an id that stays while it is moved, and says for itself whether it is denied. */
export type Row = Group | Linked | Asked
export type Asked = { id: string; not: boolean; leaf: Leaf }
export type Group = { id: string; not: boolean; join: Join; least: number; rows: Row[] }
/** What must hold for the organisation of a person, or for `least` people of an organisation. */
export type Linked = { id: string; not: boolean; linked: 'company' | 'people'; least: number; inner: Group }

let made = 0
const newRowId = () => `r${++made}`

export function rowOf(rule: Criteria, not = false): Row {
  if ('not' in rule) return rowOf(rule.not, !not)
  const row = { id: newRowId(), not, least: 1 }
  const rowsOf = (rules: Criteria[]) => rules.map(each => rowOf(each))
  if ('all' in rule) return { ...row, join: 'all', rows: rowsOf(rule.all) }
  if ('any' in rule) return { ...row, join: 'any', rows: rowsOf(rule.any) }
  if ('of' in rule) return { ...row, join: 'some', least: rule.atLeast, rows: rowsOf(rule.of) }
  if ('company' in rule) return { ...row, linked: 'company', inner: groupOf(rule.company) }
  if ('people' in rule)
    return { ...row, linked: 'people', least: rule.atLeast ?? 1, inner: groupOf(rule.people) }
  return { id: row.id, not, leaf: rule }
}

/** A group even where the criterion is a single rule. */
export function groupOf(rule: Criteria | undefined): Group {
  const row = rowOf(rule ?? { all: [] })
  return 'rows' in row ? row : { id: newRowId(), not: false, join: 'all', least: 1, rows: [row] }
}

/** Which row each part of a written criterion came from. */
export type Places = Map<Criteria, string>

export function criteriaOf(row: Row, places: Places = new Map()): Criteria {
  const rule = undenied(row, places)
  // A group of one is written as that one, which has its place already.
  if (!places.has(rule)) places.set(rule, row.id)
  return row.not ? { not: rule } : rule
}

function undenied(row: Row, places: Places): Criteria {
  if ('leaf' in row) return row.leaf
  if ('linked' in row) {
    const inner = criteriaOf(row.inner, places)
    if (row.linked === 'company') return { company: inner }
    return row.least > 1 ? { people: inner, atLeast: row.least } : { people: inner }
  }
  const rules = row.rows.map(each => criteriaOf(each, places))
  const [only] = rules
  if (row.join === 'all') return only && rules.length === 1 ? only : { all: rules }
  return row.join === 'any' ? { any: rules } : { atLeast: row.least, of: rules }
}

export function updated<R extends Row>(row: R, id: string, change: (row: Row) => Row): R {
  if (row.id === id) return change(row) as R
  if ('rows' in row) return { ...row, rows: row.rows.map(each => updated(each, id, change)) }
  if ('inner' in row) return { ...row, inner: updated(row.inner, id, change) }
  return row
}

/** The group that a row stands in, and where. */
export function placeOf(root: Group, id: string): { group: Group; place: number } | undefined {
  const place = root.rows.findIndex(row => row.id === id)
  if (place >= 0) return { group: root, place }
  for (const row of root.rows) {
    const inside = insideOf(row)
    const found = inside && placeOf(inside, id)
    if (found) return found
  }
  return undefined
}

/** The group of rows that a row holds, if it holds any. */
export function insideOf(row: Row): Group | undefined {
  if ('rows' in row) return row
  return 'inner' in row ? row.inner : undefined
}

/** Only the rows that are wanted; a group that loses all of its own goes with them. */
export function kept(root: Group, isWanted: (row: Row) => boolean): Group {
  const rows = root.rows.filter(isWanted).flatMap(row => {
    const inside = insideOf(row)
    if (!inside) return [row]
    const left = kept(inside, isWanted)
    if (left.rows.length === 0 && inside.rows.length > 0) return []
    return ['inner' in row ? { ...row, inner: left } : left]
  })
  return { ...root, rows }
}
