import { expect, test } from 'vitest'
import { readHour } from './readHour.ts'

test.each([
  ['17:30', '17:30'],
  ['1730', '17:30'],
  ['17.30', '17:30'],
  ['17h30', '17:30'],
  ['17 30', '17:30'],
  ['17:30 h', '17:30'],
  ['9.15', '09:15'],
  ['915', '09:15'],
  ['0915', '09:15'],
  ['9', '09:00'],
  ['9h', '09:00'],
  ['a las 9', '09:00'],
  ['5:30 pm', '17:30'],
  ['5:30 p. m.', '17:30'],
  ['5:30 p.m.', '17:30'],
  ['530pm', '17:30'],
  ['5pm', '17:00'],
  ['12 am', '00:00'],
  ['12:15 PM', '12:15'],
  ['0:05', '00:05'],
  ['ahora', '18:02'],
  ['24:00', undefined],
  ['17:60', undefined],
  ['1790', undefined],
  ['17:3', undefined],
  ['13 pm', undefined],
  ['0 am', undefined],
  ['pronto', undefined],
])('the hour typed as %s is %s', (typed, hour) => {
  expect(readHour(typed, '18:02')).toBe(hour)
})
