import { expect, test } from 'vitest'
import { notCustomers, readView, writeView } from './view.ts'

const at = (address: string) => readView('person', new URLSearchParams(address), notCustomers)

test('where contacts are those who have not bought, the list begins without customers', () => {
  expect(at('').where).toEqual(notCustomers)
  expect(readView('person', new URLSearchParams('')).where).toBeUndefined()
})

test('the filter can be taken off, and an address says so', () => {
  const address = writeView('person', { ...at(''), where: undefined }, notCustomers)

  expect(address.get('where')).toBe('everybody')
  expect(at(address.toString()).where).toBeUndefined()
  expect(writeView('person', at(''), notCustomers).toString()).toBe('')
})

test('a filter in the address stands as it is', () => {
  const where = { is: 'stage' as const, anyOf: ['customer'] }

  const address = writeView('person', { ...at(''), where }, notCustomers)

  expect(at(address.toString()).where).toEqual(where)
})
