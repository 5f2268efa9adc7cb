import { expect, test } from 'vitest'
import { durationText, readDuration } from './durations.ts'

test('a number of seconds is read as minutes: exactly in a sentence, roundly as a value', () => {
  expect(durationText('es-ES', 1585, 'short')).toBe('26 min')
  expect(durationText('en-GB', 3900, 'short')).toBe('1 hr 5 mins')
  expect(durationText('es-ES', 90, 'long')).toBe('1 minuto y 30 segundos')
  expect(durationText('es-ES', 0, 'short')).toBe('0 s')
})

test.each([
  ['12', 720],
  ['12 min', 720],
  ['12 minutos', 720],
  ['1 h 30', 5400],
  ['1h30', 5400],
  ['1 h 30 min', 5400],
  ['1,5 horas', 5400],
  ['1.5 hours', 5400],
  ['1 hora y 5 minutos', 3900],
  ['1 hour and 5 minutes', 3900],
  ['1 min 30', 90],
  ['90 s', 90],
  ['45 seg.', 45],
  ['0', 0],
])('%s is typed for %i seconds', (typed, seconds) => {
  expect(readDuration(typed)).toBe(seconds)
})

test.each(['', 'mucho', '12 kilos', '-5', '1:30', '30 min 1 h', '5 min 3 min'])(
  '“%s” is no duration',
  typed => {
    expect(readDuration(typed)).toBeUndefined()
  },
)

test.each(['es-ES', 'en-GB'])('what is shown exactly is read as it is, in %s', locale => {
  for (const seconds of [0, 30, 60, 90, 3600, 3661, 5400, 90_000])
    expect(readDuration(durationText(locale, seconds, 'exact'))).toBe(seconds)
})
