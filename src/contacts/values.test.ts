import { expect, test } from 'vitest'
import { languageName } from '../platform/displayNames.ts'
import { systemFields } from './fields.ts'
import { checkValue } from './values.ts'

const language = systemFields.find(({ key }) => key === 'language')

test.each(['in', 'iw', 'ji', 'jw', 'mo', 'tw'])(
  'the former code %s is kept as the one that its name reads back as',
  code => {
    if (!language) throw new Error('no field')
    const kept = checkValue(language, code)

    const value = 'value' in kept ? String(kept.value) : ''
    expect(value).not.toBe(code)
    expect(checkValue(language, languageName('en', value))).toEqual({ value })
    expect(checkValue(language, `${code}-XX`)).toEqual({ value })
  },
)

test('a number that could not be kept as it was written is refused', () => {
  const revenue = systemFields.find(({ key }) => key === 'annualRevenue')
  if (!revenue) throw new Error('no field')

  expect(checkValue(revenue, '12345678901234567890')).toEqual({ code: 'contacts.too_big' })
  expect(checkValue(revenue, '1234567890123')).toEqual({ value: 1_234_567_890_123 })
})
