import { expect, test } from 'vitest'
import { isStill, notCustomers, readView, toWorkOn, writeView } from './view.ts'

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

test('a kept view is still shown while it is searched or sorted, and no longer once its filter is another', () => {
  const kept = at(`where=${JSON.stringify({ is: 'tag', anyOf: ['feria'] })}`)
  const newest = at('where=everybody&sort=-createdAt')
  const searched = { ...kept, text: 'ana', sort: newest.sort, columns: ['stage', 'tags'] }

  expect(isStill(kept, searched)).toBe(true)
  expect(isStill(searched, kept)).toBe(false)
  expect(isStill(kept, { ...kept, where: undefined })).toBe(false)
  expect(isStill(kept, { ...kept, where: { is: 'tag', anyOf: ['otra'] } })).toBe(false)
  expect(isStill(newest, { ...newest, text: 'ana' })).toBe(true)
  expect(isStill(newest, { ...newest, sort: kept.sort })).toBe(false)
})

test('to work on are those whom sales looks after and who have not bought, also in stages of one’s own', () => {
  const own = [
    { key: 'cold', responsible: 'marketing' as const },
    { key: 'talking', responsible: 'both' as const },
    { key: 'offer', responsible: 'sales' as const },
    { key: 'won', responsible: 'sales' as const },
  ]
  const [cold] = own
  const isOpen = { is: 'verdict', anyOf: ['not_yet', 'research'] }

  expect(toWorkOn(own).where).toEqual({ all: [{ is: 'stage', anyOf: ['talking', 'offer'] }, isOpen] })
  expect(toWorkOn(own, 30).where.all).toContainEqual({ is: 'fit', anyOf: ['enough'] })
  expect(toWorkOn(cold ? [cold] : []).where).toEqual({ all: [isOpen] })
  const regular = { key: 'regular', responsible: 'sales' as const }
  expect(toWorkOn([...own.slice(0, 2), { key: 'customer', responsible: 'sales' }, regular]).where).toEqual({
    all: [{ is: 'stage', anyOf: ['talking'] }, isOpen],
  })
})
