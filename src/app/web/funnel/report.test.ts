import { expect, test } from 'vitest'
import { type FunnelReport, rowsOf } from './report.ts'

const followedSince = '2026-06-15T10:00:00Z'
const reportWith = (conversion: number) =>
  ({
    followedSince,
    stages: [{ stage: 'lead', now: { people: 2122, organizations: 0 }, conversion, couldAdvance: 2122 }],
  }) as unknown as FunnelReport

const hoursLater = (hours: number) => Date.parse(followedSince) + hours * 3_600_000

test('on the first day nobody can have gone on yet: no share is told until somebody does or a day is over', () => {
  expect(rowsOf(reportWith(0), hoursLater(2))[0]).toMatchObject({ conversion: null, tooSoon: true })
  expect(rowsOf(reportWith(0.1), hoursLater(2))[0]).toMatchObject({ conversion: 0.1, tooSoon: false })
  expect(rowsOf(reportWith(0), hoursLater(25))[0]).toMatchObject({ conversion: 0, tooSoon: false })
})
