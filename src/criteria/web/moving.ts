import { type Group, groupOf, insideOf, type Join, placeOf, type Row, rowOf, updated } from './rows.ts'

/** What can be done to rows; each returns the criterion as it then is, the same one when it cannot be done. */

const withRows = (root: Group, group: Group, rows: Row[]): Group =>
  updated(root, group.id, () => ({ ...group, rows }))

export function removed(root: Group, id: string): Group {
  const at = placeOf(root, id)
  return at ? withRows(root, at.group, at.group.rows.toSpliced(at.place, 1)) : root
}

export const added = (root: Group, groupId: string, row: Row): Group =>
  updated(root, groupId, group => ('rows' in group ? { ...group, rows: [...group.rows, row] } : group))

export function duplicated(root: Group, id: string): Group {
  const at = placeOf(root, id)
  const row = at?.group.rows[at.place]
  return at && row ? withRows(root, at.group, at.group.rows.toSpliced(at.place + 1, 0, copied(row))) : root
}

const copied = (row: Row): Row => {
  const { id } = rowOf({ all: [] })
  if ('leaf' in row) return { ...row, id, leaf: structuredClone(row.leaf) }
  if ('rows' in row) return { ...row, id, rows: row.rows.map(copied) }
  return { ...row, id, inner: copied(row.inner) as Group }
}

/** One place up or down among those beside it. */
export function shifted(root: Group, id: string, by: 1 | -1): Group {
  const at = placeOf(root, id)
  const row = at?.group.rows[at.place]
  if (!at || !row || !at.group.rows[at.place + by]) return root
  return withRows(root, at.group, at.group.rows.toSpliced(at.place, 1).toSpliced(at.place + by, 0, row))
}

/** Out of its group, to stand after it. */
export function movedOut(root: Group, id: string): Group {
  const at = placeOf(root, id)
  const holder = at && holderOf(root, at.group)
  return holder ? movedTo(root, id, { beside: holder, after: true }) : root
}

/** Into the group before it, or else into the one after it. */
export function movedIn(root: Group, id: string): Group {
  const at = placeOf(root, id)
  if (!at) return root
  const [before, after] = [at.group.rows[at.place - 1], at.group.rows[at.place + 1]]
  const [into, last] =
    before && insideOf(before) ? [insideOf(before), true] : [after && insideOf(after), false]
  const row = at.group.rows[at.place]
  if (!into || !row) return root
  return updated(removed(root, id), into.id, group =>
    'rows' in group ? { ...group, rows: last ? [...group.rows, row] : [row, ...group.rows] } : group,
  )
}

/** Where a dragged row is let go: before or after another, or inside a group, at its end. */
export type Target = { beside: string; after: boolean } | { inside: string }

export function movedTo(root: Group, id: string, target: Target): Group {
  const from = placeOf(root, id)
  const row = from?.group.rows[from.place]
  const wanted = 'inside' in target ? target.inside : target.beside
  if (!row || holds(row, wanted)) return root
  const left = removed(root, id)
  if ('inside' in target) return added(left, target.inside, row)
  const at = placeOf(left, target.beside)
  return at
    ? withRows(left, at.group, at.group.rows.toSpliced(at.place + (target.after ? 1 : 0), 0, row))
    : root
}

const holds = (row: Row, id: string): boolean =>
  row.id === id || insideOf(row)?.id === id || !!insideOf(row)?.rows.some(each => holds(each, id))

/** The row that holds this group: the group itself or what is said of linked contacts; none for the outermost. */
const holderOf = (root: Group, group: Group): string | undefined => {
  const find = (rows: Row[]): string | undefined => {
    for (const row of rows) {
      const inside = insideOf(row)
      if (inside?.id === group.id) return row.id
      const found = inside && find(inside.rows)
      if (found) return found
    }
    return undefined
  }
  return find(root.rows)
}

/** Puts a row into a group of its own, joined the other way: that is what one groups for. */
export function grouped(root: Group, id: string): Group {
  const at = placeOf(root, id)
  const row = at?.group.rows[at.place]
  if (!at || !row) return root
  const join: Join = at.group.join === 'all' ? 'any' : 'all'
  return withRows(root, at.group, at.group.rows.with(at.place, { ...groupOf(undefined), join, rows: [row] }))
}

/** Takes the group away and leaves its rows in its place. */
export function ungrouped(root: Group, id: string): Group {
  const at = placeOf(root, id)
  const row = at?.group.rows[at.place]
  if (!at || !row || !('rows' in row)) return root
  return withRows(root, at.group, at.group.rows.toSpliced(at.place, 1, ...row.rows))
}

/** What may be done to a row where it stands. */
export function movesFor(root: Group, id: string) {
  const is = (next: Group) => next !== root
  return {
    up: is(shifted(root, id, -1)),
    down: is(shifted(root, id, 1)),
    in: is(movedIn(root, id)),
    out: is(movedOut(root, id)),
  }
}
