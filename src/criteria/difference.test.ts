import { expect, test } from 'vitest'
import type { Criteria } from './criteria.ts'
import { differingParts } from './difference.ts'

const fit = (atLeast: number): Criteria => ({ score: 'fit', atLeast })
const did = (...did: string[]): Criteria => ({ did, withinDays: 90 })
const competitor: Criteria = { not: { is: 'role', anyOf: ['competitor'] } }

test('of a long criterion in which one number changed, only the rule with that number is told', () => {
  const with50 = { all: [competitor, { any: [did('call'), { all: [fit(50), did('form_submitted')] }] }] }
  const with60 = { all: [competitor, { any: [did('call'), { all: [fit(60), did('form_submitted')] }] }] }

  expect(differingParts(with50, with60)).toEqual([{ was: fit(50), is: fit(60), joint: 'all' }])
  expect(differingParts(with50, with50)).toEqual([])
})

test('what was added to or taken from a branch is told with how it is joined there', () => {
  const was = { all: [competitor, { any: [did('call')] }] }

  expect(differingParts(was, { all: [competitor, { any: [did('call'), fit(40)] }] })).toEqual([
    { is: fit(40), joint: 'any' },
  ])
  expect(differingParts(was, { all: [{ any: [did('call')] }] })).toEqual([{ was: competitor, joint: 'all' }])
})

test('of several signals only those that came and went are told, unless their number counts together', () => {
  expect(differingParts(did('call', 'meeting'), did('meeting', 'chat'))).toEqual([
    { was: did('call'), joint: 'any' },
    { is: did('chat'), joint: 'any' },
  ])
  const [twice, thrice] = [
    { ...did('call'), atLeast: 2 } as Criteria,
    { ...did('call', 'chat'), atLeast: 2 } as Criteria,
  ]
  expect(differingParts(twice, thrice)).toEqual([{ was: twice, is: thrice }])
})

test.each([
  { atMost: 0 },
  { notWithinDays: 30 },
  { minus: { did: ['refund'] } },
  { noneSince: { did: ['refund'] } },
])('where all signals decide together, as with %j, one more of them is no other way to meet it', more => {
  const [was, is] = [
    { did: ['purchase', 'call'], ...more },
    { did: ['purchase', 'call', 'meeting'], ...more },
  ]

  expect(differingParts(was, is)).toEqual([{ was, is }])
})

test('of two that have nothing in common the whole is told', () => {
  expect(differingParts(fit(40), { any: [did('call'), fit(30)] })).toEqual([
    { was: fit(40), is: { any: [did('call'), fit(30)] } },
  ])
})
