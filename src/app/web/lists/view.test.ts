import { expect, test } from 'vitest'
import { notCustomers, readView, writeView } from './view.ts'

const usual = { where: notCustomers, columns: ['stage'] }
const at = (address: string) => readView(new URLSearchParams(address), usual)

test('where contacts are those who have not bought, the list begins without customers', () => {
  expect(at('').where).toEqual(notCustomers)
  expect(readView(new URLSearchParams(''), { columns: [] }).where).toBeUndefined()
})

test('the filter can be taken off, and an address says so', () => {
  const address = writeView({ ...at(''), where: undefined }, usual)

  expect(address.get('where')).toBe('everybody')
  expect(at(address.toString()).where).toBeUndefined()
  expect(writeView(at(''), usual).toString()).toBe('')
})

test('a filter in the address stands as it is', () => {
  const where = { is: 'stage' as const, anyOf: ['customer'] }

  const address = writeView({ ...at(''), where }, usual)

  expect(at(address.toString()).where).toEqual(where)
})
