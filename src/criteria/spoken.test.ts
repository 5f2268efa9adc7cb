import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holds } from '../../test/naiveCriteria.ts'
import { everyCriterion, now, world } from '../../test/randomCriteria.ts'
import { understood } from '../../test/saidCriteria.ts'
import { say } from '../../test/say.ts'
import { soaked } from '../../test/soaked.ts'
import type { Criteria } from './criteria.ts'
import { sentence } from './sentence.ts'
import { spoken } from './spoken.ts'

const contacts = fc.sample(world, { numRuns: 12, seed: 7 }).flat()
const peopleOf = (rule: Criteria) => contacts.flatMap(each => (holds(each, rule, now) ? [each.id] : []))

test('a criterion and its opposite are said of the same people whom they hold for', () => {
  fc.assert(
    fc.property(everyCriterion, rule => {
      for (const each of [rule, { not: rule }])
        expect(peopleOf(understood(spoken(each))), JSON.stringify(spoken(each))).toEqual(peopleOf(each))
    }),
    { numRuns: soaked(1_500) },
  )
})

const first = (rules: Criteria[], place: number) => rules[place % 40] ?? { all: [] }

/** Two criteria put together in the ways that are most alike when they are read. */
const pairs = (rules: Criteria[]) =>
  Array.from({ length: 1_600 }, (_, place): Criteria[] => {
    const [one, other] = [first(rules, place), first(rules, Math.floor(place / 40))]
    const both = [{ all: [one, other] }, { any: [one, other] }]
    return [
      ...both.flatMap(rule => [rule, { company: rule }, { not: { company: rule } }, { people: rule }]),
      ...[{ all: [{ company: one }, other] }, { any: [one, { company: other }] }],
    ]
  }).flat()

test.each(['es', 'en'] as const)(
  'who is told the same sentence is told of the same people, in %s',
  locale => {
    const names = { segment: (id: string) => id }
    // Of an instant a sentence says the day.
    const rules = fc
      .sample(everyCriterion, { numRuns: 8_000, seed: 3 })
      .filter(rule => JSON.stringify(rule).length < 130 && !/"(from|until)"/.test(JSON.stringify(rule)))
    const told = new Map<string, Criteria>()
    let alike = 0
    for (const rule of [...rules, ...pairs(rules)]) {
      const text = sentence(rule, say(locale), names)
      const other = told.get(text)
      told.set(text, other ?? rule)
      if (!other || JSON.stringify(other) === JSON.stringify(rule)) continue
      alike++
      expect(peopleOf(rule), `${text}: ${JSON.stringify([other, rule])}`).toEqual(peopleOf(other))
    }
    expect(alike).toBeGreaterThan(100)
  },
)
