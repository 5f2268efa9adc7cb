import { expect, test } from 'vitest'
import type { Criteria } from '../criteria.ts'
import { bestFirst } from './bestFirst.ts'
import { changed, closed, identified, pillsOf } from './underChange.ts'

const country = (...value: string[]): Criteria => ({ field: 'country', op: 'isAnyOf', value })
const city: Criteria = { field: 'city', op: 'is', value: 'Lima' }

test('a pill whose value is taken out stays, and the list with it, until it is closed without one', () => {
  const rules = [country('RU'), city]

  const under = { index: 0, rule: country() }

  expect(changed(rules, under)).toEqual(rules)
  expect(pillsOf(rules, under)).toEqual([country(), city])
  expect(closed(rules, under)).toEqual([city])
  expect(changed(rules, { index: 0, rule: country('BY') })).toEqual([country('BY'), city])
})

test('a new pill filters nothing until it has a value', () => {
  const under = { index: 1, rule: country() }

  expect(changed([city], under)).toEqual([city])
  expect(pillsOf([city], under)).toEqual([city, country()])
  expect(closed([city], under)).toEqual([city])
})

test('a pill that is open shows what was typed last, however late the list comes after', () => {
  const under = { index: 1, rule: country('BY') }

  expect(pillsOf([city], under)).toEqual([city, country('BY')])
  expect(pillsOf([city, country('RU')], under)).toEqual([city, country('BY')])
  expect(closed([city, country('BY')], under)).toEqual([city, country('BY')])
})

test('a pill stays the same one when another goes, comes or changes: a press that began on it ends on it', () => {
  const other: Criteria = { field: 'city', op: 'is', value: 'Cuzco' }
  const idsOf = (pills: { id: number }[]) => pills.map(({ id }) => id)
  const three = identified([], [country('RU'), city, other])
  const [first, second, third] = idsOf(three)

  const emptied = identified(three, [country(), city, other])
  const more = identified(emptied, [country(), city, other, country('BY')])

  expect(new Set(idsOf(more)).size).toBe(4)
  expect(idsOf(emptied)).toEqual([first, second, third])
  expect(idsOf(more).slice(0, 3)).toEqual([first, second, third])
  expect(idsOf(identified(emptied, [city, other]))).toEqual([second, third])
  expect(idsOf(identified(three, [other, country('RU')]))).toEqual([third, first])
})

test('a value that begins with what is typed comes before one that only contains it', () => {
  const options = ['Bielorrusia', 'Rusia', 'Perú'].map(label => ({ value: label, label }))

  const found = bestFirst.filter({ options, search: 'rusia', limit: 10 })

  expect(found.map(each => 'label' in each && each.label)).toEqual(['Rusia', 'Bielorrusia'])
})
