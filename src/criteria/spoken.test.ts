import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holds } from '../../test/naiveCriteria.ts'
import { everyCriterion, now, world } from '../../test/randomCriteria.ts'
import { understood } from '../../test/saidCriteria.ts'
import type { Criteria } from './criteria.ts'
import { spoken } from './spoken.ts'

const contacts = fc.sample(world, { numRuns: 12, seed: 7 }).flat()
const peopleOf = (rule: Criteria) => contacts.flatMap(each => (holds(each, rule, now) ? [each.id] : []))

test('a criterion and its opposite are said of the same people whom they hold for', () => {
  fc.assert(
    fc.property(everyCriterion, rule => {
      for (const each of [rule, { not: rule }])
        expect(peopleOf(understood(spoken(each))), JSON.stringify(spoken(each))).toEqual(peopleOf(each))
    }),
    { numRuns: 1_500 },
  )
})
