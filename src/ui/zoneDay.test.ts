import { expect, test, vi } from 'vitest'
import { clockOf, dayOf, endOf, instantOf, pastDay } from './zoneDay.ts'

test('a day ends when it ends in the zone of the workspace, on days of a change of clocks too', () => {
  expect(endOf('2025-10-23', 'Europe/Madrid')).toBe('2025-10-23T21:59:59.000Z')
  expect(endOf('2025-10-26', 'Europe/Madrid')).toBe('2025-10-26T22:59:59.000Z')
  expect(endOf('2025-03-30', 'Europe/Madrid')).toBe('2025-03-30T21:59:59.000Z')
  expect(endOf('2025-10-23', 'America/Mexico_City')).toBe('2025-10-24T05:59:59.000Z')
})

test('the day of an instant is that of the zone', () => {
  expect(dayOf(new Date('2025-10-23T22:30:00Z'), 'Europe/Madrid')).toBe('2025-10-24')
})

test('where the clocks go back at midnight, a day ends when its last hour has passed the second time', () => {
  expect(endOf('2025-04-04', 'America/Santiago')).toBe('2025-04-05T02:59:59.000Z')
  expect(endOf('2025-04-05', 'America/Santiago')).toBe('2025-04-06T03:59:59.000Z')
  expect(endOf('2025-04-06', 'America/Santiago')).toBe('2025-04-07T03:59:59.000Z')
  expect(endOf('2025-09-06', 'America/Santiago')).toBe('2025-09-07T03:59:59.000Z')
})

test('what is no day of the past in an address is thirty days ago, in the zone', () => {
  vi.useFakeTimers({ now: new Date('2026-03-31T23:30:00Z') })
  const asked = (day: string | null) => pastDay(day, 'Europe/Madrid')

  expect(asked('2026-02-28')).toBe('2026-02-28')
  expect(asked('2026-04-01')).toBe('2026-04-01')
  for (const day of [
    'abc',
    '',
    null,
    '2026-02-31',
    '2026-13-01',
    '2026-04-02',
    '0000-01-01',
    '2026-02-28T10:00',
  ])
    expect(asked(day)).toBe('2026-03-02')
  vi.useRealTimers()
})

test('what the clocks of the workspace show is the same instant wherever the browser is', () => {
  const at = (shown: string) => instantOf(shown, 'Europe/Madrid').toISOString()

  expect(at('2026-06-01 18:30:00')).toBe('2026-06-01T16:30:00.000Z')
  expect(at('2025-10-26 02:30:00')).toBe('2025-10-26T01:30:00.000Z')
  expect(at('2025-03-30 02:30:00')).toBe('2025-03-30T01:30:00.000Z')
  expect(clockOf(new Date('2026-06-01T16:30:00Z'), 'Europe/Madrid')).toBe('2026-06-01 18:30:00')
})
