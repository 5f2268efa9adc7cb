import { expect, test } from 'vitest'
import { type FunnelReport, rowsOf } from './report.ts'

const rowWith = (couldAdvance: number, people = 2122) => {
  const conversion = couldAdvance ? 0 : null
  const stages = [{ stage: 'lead', now: { people, organizations: 0 }, conversion, couldAdvance }]
  return rowsOf({ stages } as unknown as FunnelReport)[0]
}

test('while nobody at a stage has been there for a day no share is told, but that it is too soon', () => {
  expect(rowWith(0)).toMatchObject({ conversion: null, tooSoon: true })
  expect(rowWith(1)).toMatchObject({ conversion: 0, tooSoon: false })
  expect(rowWith(0, 0)).toMatchObject({ conversion: null, tooSoon: false })
})
