import { expect, test } from 'vitest'
import { dayOf, endOf } from './zoneDay.ts'

test('a day ends when it ends in the zone of the workspace, on days of a change of clocks too', () => {
  expect(endOf('2025-10-23', 'Europe/Madrid')).toBe('2025-10-23T21:59:59.000Z')
  expect(endOf('2025-10-26', 'Europe/Madrid')).toBe('2025-10-26T22:59:59.000Z')
  expect(endOf('2025-03-30', 'Europe/Madrid')).toBe('2025-03-30T21:59:59.000Z')
  expect(endOf('2025-10-23', 'America/Mexico_City')).toBe('2025-10-24T05:59:59.000Z')
})

test('the day of an instant is that of the zone', () => {
  expect(dayOf(new Date('2025-10-23T22:30:00Z'), 'Europe/Madrid')).toBe('2025-10-24')
})
