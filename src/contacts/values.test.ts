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
