import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Issue } from '../platform/errors.ts'

const likelyFirst: CountryCode[] = 'ES GB US MX FR DE PT IT AR CO CL PE BR'.split(' ') as CountryCode[]
const offered = 2

export const hasNoPrefix = (value: string): boolean => !/^\s*(\+|00|tel:)/i.test(value)

/** Why a number cannot be a telephone where one without a prefix is of `country`, with what it may be in others. */
export function whyNoPhone(value: string, country: string): Omit<Issue, 'path'> {
  const given = value.trim()
  if (!hasNoPrefix(given) || !isSupportedCountry(country))
    return { code: 'contacts.impossible_phone', params: { value } }
  const likely = likelyFirst.flatMap(code => {
    const number = parsePhoneNumberFromString(given, code)
    return number?.isValid() ? [{ number: number.formatInternational(), country: code }] : []
  })
  if (likely.length === 0) return { code: 'contacts.foreign_phone', params: { value, country } }
  return { code: 'contacts.prefix_missing', params: { value, country, likely: likely.slice(0, offered) } }
}
