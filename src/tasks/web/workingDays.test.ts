import { expect, test } from 'vitest'
import { workingDayAfter } from './workingDays.ts'

test.each([
  ['2026-10-19', '2026-10-22'],
  ['2026-10-22', '2026-10-27'],
  ['2026-10-24', '2026-10-28'],
  ['2026-12-30', '2027-01-04'],
])('three working days after %s it is %s', (day, after) => {
  expect(workingDayAfter(day, 3)).toBe(after)
})
