import { expect, test } from 'vitest'
import { readDay } from './readDay.ts'

test.each([
  ['8 ene 2031', '2031-01-08'],
  ['8 Ene. 2031', '2031-01-08'],
  ['8 de enero de 2031', '2031-01-08'],
  ['8 Jan 2031', '2031-01-08'],
  ['12 August 2031', '2031-08-12'],
  ['8/1/2031', '2031-01-08'],
  ['08/01/31', '2031-01-08'],
  ['8-1-2031', '2031-01-08'],
  ['8.1.2031', '2031-01-08'],
  ['2031-01-08', '2031-01-08'],
  ['31/4/2031', null],
  ['1/13/2031', null],
  ['mañana', null],
])('the day typed as %s is %s', (typed, day) => {
  expect(readDay(typed)).toBe(day)
})
