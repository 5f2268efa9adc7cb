import { expect, test } from 'vitest'
import { formOf, type Question, questionOf } from './question.ts'

const zone = 'Europe/Madrid'
const days: Question = {
  ...{ funnel: '', outcome: 'event:purchase', kind: 'person', inOrderOf: null, letIn: [] },
  ...{ period: 'days', from: '2026-01-01', to: '2026-03-31' },
}

test('days of one’s own are asked from the first to the end of the last, where the workspace is, and shown as they were given', () => {
  const asked = questionOf(days, zone)

  expect(asked).toMatchObject({
    from: new Date('2025-12-31T23:00:00Z'),
    to: new Date('2026-03-31T22:00:00Z'),
  })
  expect(formOf(asked, zone)).toEqual(days)
})

test.each(['year', 'twoYears', 'all'] as const)('the last %s comes back as what was pressed', period => {
  const asked = questionOf({ ...days, period, funnel: 'courses' }, zone)

  expect(formOf(asked, zone)).toMatchObject({ period, funnel: 'courses' })
})
