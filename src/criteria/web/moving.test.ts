import { expect, test } from 'vitest'
import type { Criteria } from '../criteria.ts'
import {
  duplicated,
  grouped,
  movedIn,
  movedOut,
  movedTo,
  movesFor,
  removed,
  shifted,
  ungrouped,
} from './moving.ts'
import { criteriaOf, type Group, groupOf } from './rows.ts'

const tag = (name: string): Criteria => ({ is: 'tag', anyOf: [name] })
const [a, b, c] = [tag('a'), tag('b'), tag('c')]

/** The id of the row that is written like this. */
function idOf(root: Group, rule: Criteria): string {
  const places = new Map<Criteria, string>()
  criteriaOf(root, places)
  const [found] = [...places].filter(([each]) => JSON.stringify(each) === JSON.stringify(rule))
  if (!found) throw new Error(`no row ${JSON.stringify(rule)}`)
  return found[1]
}

function after(rule: Criteria, moved: Criteria, move: (root: Group, id: string) => Group): Criteria {
  const root = groupOf(rule)
  return criteriaOf(move(root, idOf(root, moved)))
}

test('a row goes up and down among those beside it, and stays where it cannot', () => {
  expect(after({ all: [a, b, c] }, c, (root, id) => shifted(root, id, -1))).toEqual({ all: [a, c, b] })
  expect(after({ all: [a, b] }, a, (root, id) => shifted(root, id, -1))).toEqual({ all: [a, b] })
})

test('a row goes into the group beside it and out again', () => {
  const inside: Criteria = { all: [{ any: [b, c, a] }] }

  expect(after({ all: [{ any: [b, c] }, a] }, a, movedIn)).toEqual({ any: [b, c, a] })
  expect(after(inside, a, movedOut)).toEqual({ all: [{ any: [b, c] }, a] })
  expect(after({ all: [{ company: { all: [b, c] } }, a] }, c, movedOut)).toEqual({
    all: [{ company: b }, c, a],
  })
})

test('a row is let go before or after another, or in a group, but never inside itself', () => {
  const root = groupOf({ all: [{ any: [a, b] }, c] })
  const group = idOf(root, { any: [a, b] })

  expect(criteriaOf(movedTo(root, idOf(root, c), { beside: idOf(root, a), after: true }))).toEqual({
    any: [a, c, b],
  })
  expect(criteriaOf(movedTo(root, idOf(root, a), { inside: root.id }))).toEqual({
    all: [{ any: [b] }, c, a],
  })
  expect(movedTo(root, group, { beside: idOf(root, a), after: false })).toBe(root)
})

test('a row is grouped the other way than those around it, and a group is dissolved', () => {
  const root = groupOf({ all: [a, b] })

  expect(criteriaOf(grouped(root, idOf(root, a)))).toEqual({ all: [{ any: [a] }, b] })
  expect(after({ all: [{ any: [a, b] }, c] }, { any: [a, b] }, ungrouped)).toEqual({ all: [a, b, c] })
})

test('a row is doubled and removed, and its copy is another row', () => {
  const root = groupOf({ all: [a, { not: { any: [b, c] } }] })
  const twice = duplicated(root, idOf(root, { any: [b, c] }))

  expect(criteriaOf(twice)).toEqual({ all: [a, { not: { any: [b, c] } }, { not: { any: [b, c] } }] })
  expect(twice.rows[1]?.id).not.toBe(twice.rows[2]?.id)
  expect(criteriaOf(removed(twice, twice.rows[2]?.id ?? ''))).toEqual(criteriaOf(root))
})

test('what is offered for a row is what can be done to it', () => {
  const root = groupOf({ all: [a, { any: [b] }] })

  expect(movesFor(root, idOf(root, a))).toEqual({ up: false, down: true, in: true, out: false })
  expect(movesFor(root, idOf(root, b))).toMatchObject({ in: false, out: true })
})
