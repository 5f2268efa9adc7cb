import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holds } from '../../test/naiveCriteria.ts'
import { criteria, now, world } from '../../test/randomCriteria.ts'
import { soaked } from '../../test/soaked.ts'
import { type DidRule, deedsOf } from './criteria.ts'
import { isNeverFollowed } from './neverFollowed.ts'
import { newRule } from './web/rules.ts'
import { unanswered } from './web/unanswered.ts'

const ours: DidRule['noneSince'] = { did: 'anything', direction: ['out', 'two'] }

test('what is never followed holds of the same contacts without saying so', () => {
  let found = 0
  fc.assert(
    fc.property(world, fc.array(criteria, { minLength: 20, maxLength: 20 }), (contacts, rules) => {
      const empty = deedsOf(rules).filter(isNeverFollowed)
      found += empty.length
      for (const { noneSince, ...rule } of empty)
        for (const contact of contacts)
          expect(holds(contact, { ...rule, noneSince }, now)).toBe(holds(contact, rule, now))
    }),
    { numRuns: soaked(100) },
  )
  expect(found).toBeGreaterThan(0)
})

test.each<[DidRule, boolean]>([
  [{ did: 'anything', noneSince: ours }, true],
  [{ did: 'anything', direction: ['in', 'two'], noneSince: ours }, false],
  [{ did: 'anything', until: '2026-01-01T00:00:00Z', noneSince: ours }, false],
  [{ did: 'anything', where: [{ property: 'campaign', op: 'isKnown' }], noneSince: ours }, false],
  [{ did: ['call', 'meeting'], noneSince: { did: ['call'] } }, true],
  [{ did: ['call'], noneSince: { did: ['call', 'meeting'] } }, false],
  [{ did: { weightAtLeast: 1 }, noneSince: { did: ['purchase'] } }, true],
  [{ did: { weightAtLeast: 2 }, noneSince: { did: { weightAtLeast: 1 } } }, false],
])('%j is never followed: %s', (rule, is) => {
  expect(isNeverFollowed(rule)).toBe(is)
})

test('the condition that the editor begins with can be otherwise, of whichever signals and directions', () => {
  const begun = newRule('did') as DidRule
  const directions: DidRule['direction'][] = [undefined, ['in'], ['out'], ['in', 'out', 'two'], ['none']]
  for (const direction of directions)
    for (const did of [begun.did, ['demo_requested'], { weightAtLeast: -3 }]) {
      const rule = { ...begun, did, direction }
      expect(isNeverFollowed({ ...rule, ...unanswered(rule) })).toBe(false)
    }
  expect(unanswered(begun)).toEqual({ direction: ['in', 'two'], noneSince: ours })
})
