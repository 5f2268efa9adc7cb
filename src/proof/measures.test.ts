import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auc, aucDifference, coverage, coverageCurve, deciles, mean, type Scored } from './measures.ts'
import { expecting, fitted, forwardSelected } from './regression.ts'

const people = fc.array(fc.record({ score: fc.integer({ min: 0, max: 20 }), won: fc.boolean() }), {
  minLength: 2,
  maxLength: 60,
})

test('the area under the curve is the share of pairs that the score puts in order, ties counting half', () => {
  fc.assert(
    fc.property(people, people => {
      const pairs = people.flatMap(a => people.flatMap(b => (a.won && !b.won ? [inOrder(a, b)] : [])))
      const expected = pairs.length ? pairs.reduce((sum, each) => sum + each, 0) / pairs.length : undefined

      const area = auc(people)

      if (expected === undefined) expect(area).toBeUndefined()
      else expect(area?.value).toBeCloseTo(expected, 10)
    }),
  )
})

test('two scores of the same people differ as much as their areas, and the interval is that of the pairs counted one by one', () => {
  const both = fc.array(
    fc.record({ score: fc.integer({ max: 9 }), other: fc.integer({ max: 9 }), won: fc.boolean() }),
    { minLength: 6, maxLength: 40 },
  )
  fc.assert(
    fc.property(both, people => {
      const [won, rest] = [people.filter(each => each.won), people.filter(each => !each.won)]
      fc.pre(won.length > 1 && rest.length > 1)
      const ahead = (a: Both, b: Both) => inOrder(a, b) - inOrder(otherOf(a), otherOf(b))
      const [byWon, byRest] = [
        won.map(a => mean(rest.map(b => ahead(a, b)))),
        rest.map(b => mean(won.map(a => ahead(a, b)))),
      ]
      const spread = Math.sqrt(squares(byWon) / won.length + squares(byRest) / rest.length)

      const { value, low, high } = aucDifference(people) ?? { value: 0, low: 0, high: 0 }

      expect(value).toBeCloseTo((auc(people)?.value ?? 0) - (auc(people.map(otherOf))?.value ?? 0), 10)
      expect(high - low).toBeCloseTo(2 * 1.96 * spread, 10)
    }),
  )
})

type Both = Scored & { other: number }
const otherOf = ({ other, won }: Both): Scored => ({ score: other, won })
const squares = (numbers: number[]) =>
  numbers.reduce((sum, each) => sum + (each - mean(numbers)) ** 2, 0) / (numbers.length - 1)

test('a score that is another’s double in disguise differs by nothing for sure', () => {
  const people = Array.from({ length: 40 }, (_, i) => ({ score: i, other: 2 * i, won: i % 3 === 0 }))

  expect(aucDifference(people)).toEqual({ value: 0, low: 0, high: 0 })
})

const inOrder = (a: Scored, b: Scored) => (a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0)

test('tenths hold everybody once, and reaching everybody reaches every outcome', () => {
  fc.assert(
    fc.property(people, people => {
      const tenths = deciles(people)

      expect(tenths.reduce((sum, each) => sum + each.people, 0)).toBe(people.length)
      expect(tenths.reduce((sum, each) => sum + each.won, 0)).toBe(people.filter(each => each.won).length)
      expect(coverage(people, people.length)).toBe(1)
      expect(coverage(people, 1)).toBeLessThanOrEqual(coverage(people, 2))
    }),
  )
})

/** Of 100 that a condition holds for 80 won, of 100 others 20; another condition says nothing. */
const examples = Array.from({ length: 200 }, (_, i) => ({
  holds: [...(i < 100 ? [0] : []), ...(i % 2 ? [1] : [])],
  won: i < 100 ? i % 5 !== 0 : i % 5 === 0,
}))

test('a regression finds the odds, and the choice of conditions leaves out the one that says nothing', async () => {
  const model = await fitted(examples, [0, 1])
  const selected = await forwardSelected(examples, { places: [0, 1], most: 5 })

  // 80 of 100 against 20 of 100 is sixteen times the odds; the ridge keeps it a little lower.
  expect(Math.exp(model.weights[0] ?? 0)).toBeGreaterThan(8)
  expect(Math.exp(model.weights[0] ?? 0)).toBeLessThan(16)
  expect(Math.abs(model.weights[1] ?? 1)).toBeLessThan(0.1)
  expect(selected.places).toEqual([0])
})

test('what a score leads one to expect is what came at that score', () => {
  const seen = Array.from({ length: 400 }, (_, i) => ({ score: i % 4, won: (i >> 2) % 4 < i % 4 }))

  const expected = expecting(seen)

  expect([0, 1, 2, 3].map(score => Math.round(expected(score) * 10) / 10)).toEqual(
    [0, 0.3, 0.5, 0.8].map(near => expect.closeTo(near, 0)),
  )
  expect(expected(3)).toBeGreaterThan(expected(2))
})

test('at each percent of the contacts the curve says what part of the outcomes is caught; ties at the edge count in part', () => {
  const people = Array.from({ length: 200 }, (_, i) => ({
    score: i < 20 ? 90 : 10,
    won: i < 20 ? i < 16 : i < 24,
  }))

  const curve = coverageCurve(people)

  expect(curve).toHaveLength(100)
  expect(curve[4]).toBeCloseTo(0.4)
  expect(curve[9]).toBeCloseTo(0.8)
  expect(curve[54]).toBeCloseTo(0.9)
  expect(curve[99]).toBeCloseTo(1)
})
