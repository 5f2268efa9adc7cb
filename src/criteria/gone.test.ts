import { expect, test } from 'vitest'
import type { Criteria } from './criteria.ts'
import { withoutGone } from './gone.ts'

const known = { fields: [{ key: 'city', type: 'text' as const }], segments: [{ id: 'there' }], signals: [] }
const city: Criteria = { field: 'city', op: 'is', value: 'Gijón' }
const deleted: Criteria = { field: 'custom.plan', op: 'is', value: 'B' }
const segment = (id: string): Criteria => ({ is: 'segment', anyOf: [id] })

const leftOf = (rule: Criteria) => withoutGone(rule, known).left

test('a filter that asks for nothing deleted stays as it is', () => {
  const rule: Criteria = { all: [city, segment('there'), { did: ['call'] }] }

  expect(withoutGone(rule, known)).toEqual({ gone: [], left: rule })
})

test('what asks for a deleted field, segment or signal is taken out, wherever it stands, and the rest stays', () => {
  expect(leftOf({ all: [city, deleted, segment('gone'), { did: ['own_signal'] }] })).toEqual({ all: [city] })
  expect(leftOf({ any: [city, { not: deleted }, { company: { all: [deleted] } }] })).toEqual({ any: [city] })
  expect(leftOf({ people: { all: [deleted, city] }, atLeast: 2 })).toEqual({
    people: { all: [city] },
    atLeast: 2,
  })
  expect(leftOf({ atLeast: 2, of: [deleted, city] })).toEqual({ atLeast: 1, of: [city] })
  expect(leftOf(deleted)).toBeUndefined()
  expect(withoutGone({ all: [city, deleted] }, known).gone).toMatchObject([
    { code: 'unknown_field', rule: deleted, path: ['all', 1] },
  ])
})

test('as long as it is not known what there is, nothing is taken for deleted', () => {
  expect(withoutGone(deleted, {}).left).toEqual(deleted)
})
