import { expect, test } from 'vitest'
import { readyMadeScore } from '../scoring/defaults.ts'
import { withThresholds } from './card.ts'
import { roundLimits } from './roundNumbers.ts'

test('where nearly everybody has the best score, warm still begins before hot', () => {
  const card = { model: readyMadeScore('b2c'), rules: [] }

  const { model } = withThresholds(card, [97, 97, 100, 100])
  const nobody = withThresholds(card, []).model

  expect(model.warmFrom).toBeLessThan(model.hotFrom)
  expect(model.hotFrom).toBeLessThanOrEqual(100)
  expect(nobody.warmFrom).toBeLessThan(nobody.hotFrom)
})

test('limits of a card are numbers that can be said aloud', () => {
  expect(roundLimits([4, 25, 715, 5003, 12_345], true)).toEqual([10, 30, 720, 5400, 12_600])
  expect(roundLimits([0.034, 1, 2.666, 715, 12_345], false)).toEqual([0.034, 1, 2.7, 720, 12_000])
})

test('limits that are close to each other stay apart: years are not all the year 2000', () => {
  expect(roundLimits([1987, 1996, 2008, 2019], false)).toEqual([1985, 1995, 2010, 2020])
  expect(roundLimits([2019, 2020, 2021], false)).toEqual([2019, 2020, 2021])
  expect(roundLimits([1949, 1951], false)).toEqual([1950, 1952])
  expect(roundLimits([3610, 3650, 3700], true)).toEqual([3600, 3660, 3690])
})
