import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { translate } from '../app/translate.ts'
import type { Ctx } from '../platform/ctx.ts'
import { languageName } from '../platform/displayNames.ts'
import { Refusal } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { problemOf } from '../platform/problems.ts'
import type { Locale } from '../platform/texts.ts'
import { createContacts, updateContact } from './contacts.ts'
import { factsOf } from './facts.ts'
import { systemFields } from './fields.ts'
import { checkValue } from './values.ts'

const { workspace } = useDatabase()
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

test('a number of another country without its prefix is refused with the country that was assumed and the number that it may be', async () => {
  const ctx = await workspace()
  const [ana = ''] = await createContacts(ctx, [{ fields: { givenName: 'Ana' } }], { kind: 'create' })
  const typing: Ctx = { ...ctx, actor: { kind: 'user', id: newId(), name: 'Marta' } }
  const typed = async (phone: string, locale: Locale) => {
    const refusal = await updateContact(typing, ana, { fields: { phone } }, { kind: 'edit' }).catch(
      error => error,
    )
    if (!(refusal instanceof Refusal)) throw new Error('it was not refused')
    return problemOf(refusal, locale, translate, '').message
  }

  expect(await typed('0151 496 0000', 'es')).toMatch(
    /no es un teléfono de España, .* Escríbelo con el suyo: \+44 151 496 0000 \(Reino Unido\)/,
  )
  expect(await typed('(212) 555-1234', 'en')).toMatch(
    /not a phone number of Spain.*\+1 212 555 1234 \(United States\)/,
  )
  expect(await typed('12', 'en')).toMatch(/of Spain.*write its prefix \(\+44…\)/)
  await updateContact(typing, ana, { fields: { country: 'GB' } }, { kind: 'edit' })
  await updateContact(typing, ana, { fields: { phone: '0151 496 0000' } }, { kind: 'edit' })
  expect((await factsOf(ctx, [ana])).get(ana)).toMatchObject({
    'identity:phone:+441514960000': { status: 'ok' },
  })
})
