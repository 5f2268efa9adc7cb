import { expect, test } from 'vitest'
import { readAmount } from './amounts.ts'

test('an amount is read as its writer meant it, whatever the marks', () => {
  const spanish = (text: string) => readAmount(text, ',')
  const english = (text: string) => readAmount(text, '.')

  expect(
    ['1.250,50', '1250,5', '1250.50', '1.250', '12.000', '1 250,50 €', '1.234.567'].map(spanish),
  ).toEqual([1250.5, 1250.5, 1250.5, 1250, 12_000, 1250.5, 1_234_567])
  expect(['1,250.50', '1,250', '1.250', '£12,000', '-3.5', '0.5'].map(english)).toEqual([
    1250.5, 1250, 1.25, 12_000, -3.5, 0.5,
  ])
  expect(['', 'abc', '1..2', '12a', '.'].map(spanish)).toEqual(Array(5).fill(undefined))
})
