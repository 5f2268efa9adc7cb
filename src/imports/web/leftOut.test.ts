import { expect, test } from 'vitest'
import { importsTexts } from '../texts.ts'
import { isFactLeftOut, isKept, isLeftOut } from './leftOut.ts'

const column = (as: 'field' | 'organization') => ({
  ...{ name: 'País', unknown: [], from: 'name' as const },
  target: { as, field: 'country' },
})

test('of a person’s country and their company’s only the one that nobody knows is left out', () => {
  const mapping = { columns: [column('field'), column('organization')] }
  const row = { cells: ['Portugal', 'Narnia'], reasons: [{ code: 'contacts.not_country', column: 1 }] }

  expect(isFactLeftOut({ key: 'country', value: 'Portugal' }, row, mapping)).toBe(false)
  expect(isFactLeftOut({ key: 'country', value: 'Narnia' }, row, mapping)).toBe(true)
})

test('a fact with a warning that keeps it is not struck out', () => {
  const mapping = { columns: [column('field')] }
  const row = { cells: ['Francia'], reasons: [{ code: 'contacts.not_tax_id', column: 0 }] }

  expect(isFactLeftOut({ key: 'country', value: 'Francia' }, row, mapping)).toBe(false)
})

test('what is kept or repaired is never said to be left out, and what is left out is', () => {
  const { imports, contacts } = importsTexts.es.errors as Record<string, Record<string, string>>
  const codes = Object.keys(imports ?? contacts ?? {})

  expect(isKept('imports.row_recovered') && isKept('imports.row_short')).toBe(true)
  for (const code of codes.filter(each => isKept(`imports.${each}`)))
    expect(imports?.[code]).not.toContain('fuera')
  for (const code of ['contacts.not_country', 'contacts.not_date'])
    expect([isLeftOut(code), isKept(code)]).toEqual([true, false])
  for (const code of ['contacts.not_phone_in', 'contacts.not_tax_id', 'imports.row_recovered'])
    expect([isLeftOut(code), isKept(code)]).toEqual([false, true])
})
