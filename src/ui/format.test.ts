import { expect, test } from 'vitest'
import { formatsFor } from './format.ts'

const { relative, duration, money, signed, number } = formatsFor({
  language: 'en',
  timeZone: 'Europe/Madrid',
  currency: 'EUR',
})
const from = (when: string, now = '2026-11-22T12:00:00Z') => relative(when, now)

test('a distance in time is said in the unit that people would use', () => {
  expect(from('2026-11-22T11:15:00Z')).toBe('45 minutes ago')
  expect(from('2026-11-21T20:00:00Z')).toBe('16 hours ago')
  expect(from('2026-11-21T11:00:00Z')).toBe('yesterday')
  expect(from('2026-11-09T12:00:00Z')).toBe('13 days ago')
  expect(from('2026-11-08T12:00:00Z')).toBe('2 weeks ago')
  expect(from('2027-01-10T12:00:00Z')).toBe('in 7 weeks')
  expect(from('2027-02-10T12:00:00Z')).toBe('in 2 months')
  expect(from('2026-08-22T12:00:00Z')).toBe('3 months ago')
  expect(from('2025-11-23T12:00:00Z')).toBe('11 months ago')
  expect(from('2024-11-21T12:00:00Z')).toBe('2 years ago')
})

test('days are those of the calendar of the workspace', () => {
  expect(from('2026-11-20T22:30:00Z', '2026-11-21T23:30:00Z')).toBe('2 days ago')
})

test('seconds are said as a duration', () => {
  expect([duration(45), duration(1560)]).toEqual(['45 secs', '26 mins'])
})

test('an amount is said whatever a sender calls its currency', () => {
  expect([money(1250.5), money(3, 'usd'), money(1250.5, 'euros'), money(3, '')]).toEqual([
    '€1,250.50',
    'US$3.00',
    '1,250.5 euros',
    '3',
  ])
})

test('what is lost is written with a minus', () => {
  expect([signed(-20), signed(15), signed(0), number(-3.5)]).toEqual(['−20', '+15', '0', '−3.5'])
})
