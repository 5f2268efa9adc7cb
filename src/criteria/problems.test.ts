import { expect, test } from 'vitest'
import type { Criteria } from './criteria.ts'
import { problemsOf } from './problems.ts'

const known = {
  fields: [
    { key: 'sector', type: 'text' as const },
    { key: 'employees', type: 'number' as const },
  ],
  signals: [{ name: 'fair_visited' }],
}
const tag: Criteria = { is: 'tag', anyOf: ['a'] }

const problems = (rule: Criteria) =>
  problemsOf(rule, known).map(({ code, path }) => `${code} at ${path.join('.') || 'the top'}`)

test('nothing is wrong with what is finished', () => {
  expect(
    problems({
      all: [
        { field: 'sector', op: 'isKnown' },
        { field: 'employees', op: 'atLeast', value: 0 },
        { did: ['fair_visited', 'purchase'], atLeast: 1, atMost: 1 },
        { company: { any: [tag] } },
        { did: 'anything' },
        { did: ['fair_visited'], atMost: 2, withinDays: 6, notWithinDays: 11 },
        { did: ['fair_visited'], noneSince: { did: ['call'] } },
      ],
    }),
  ).toEqual([])
  expect(problems({ all: [] })).toEqual([])
})

test.each<[string, Criteria, string]>([
  ['an empty any', { any: [] }, 'empty_group at the top'],
  ['an empty group inside', { all: [tag, { not: { any: [] } }] }, 'empty_group at all.1.not'],
  ['more asked for than there are', { atLeast: 3, of: [tag, tag] }, 'too_few at the top'],
  ['no value', { company: { field: 'sector', op: 'is', value: '' } }, 'unfinished at company'],
  ['nothing chosen', { people: { is: 'stage', anyOf: [] } }, 'unfinished at people'],
  ['no signal', { any: [tag, { did: [] }] }, 'unfinished at any.1'],
  [
    'a property without a value',
    { did: ['purchase'], where: [{ property: 'amount', op: 'is', value: '' }] },
    'unfinished at the top',
  ],
  ['limits that are crossed', { score: 'total', atLeast: 60, atMost: 40 }, 'crossed at the top'],
  ['counts that are crossed', { did: 'anything', atLeast: 3, atMost: 2 }, 'crossed at the top'],
  ['days that leave none over', { did: 'anything', withinDays: 6, notWithinDays: 6 }, 'no_days at the top'],
  ['a fact that was deleted', { all: [{ field: 'custom.plan', op: 'isKnown' }] }, 'unknown_field at all.0'],
  [
    'a signal that was deleted, asked for since another',
    { did: 'anything', noneSince: { did: ['webinar_joined'] } },
    'unknown_signal at the top',
  ],
  [
    'an answer that would itself be waiting for one',
    { did: 'anything', withinDays: 30, noneSince: { did: 'anything', direction: ['out', 'two'] } },
    'never_followed at the top',
  ],
  ['no signal since', { did: 'anything', noneSince: { did: [] } }, 'unfinished at the top'],
  ['a signal that was deleted', { did: ['webinar_joined'] }, 'unknown_signal at the top'],
  [
    'a duration that is none',
    { did: ['call'], where: [{ property: 'minutes', op: 'atLeast', value: 'mucho' }] },
    'no_duration at the top',
  ],
  ['a number that is none', { field: 'employees', op: 'atLeast', value: 'ten' }, 'bad_value at the top'],
])('%s is told with its place', (_, rule, expected) => {
  expect(problems(rule)).toEqual([expected])
})
