import { expect, test } from 'vitest'
import type { Criteria } from './criteria.ts'
import { turningOf } from './turning.ts'

const did = (withinDays: number, more: object = {}): Criteria => ({ did: ['call'], withinDays, ...more })
const competitor: Criteria = { is: 'role', anyOf: ['competitor'] }
const fit = (atLeast: number): Criteria => ({ score: 'fit', atLeast })

const days = Number.POSITIVE_INFINITY
const nobody = { comes: false, goes: false, days: 0 }
const some = { comes: true, goes: false, days }
const fewer = { comes: false, goes: true, days }
const both = { comes: true, goes: true, days }

test.each<[string, Criteria, Criteria, object]>([
  ['the same', did(90), { withinDays: 90, did: ['call'] }, nobody],
  ['a shorter window', did(90), did(60), { ...fewer, days: 30 }],
  [
    'two shorter windows',
    { all: [did(90), { any: [did(30), fit(50)] }] },
    { all: [did(83), { any: [did(29), fit(50)] }] },
    { ...fewer, days: 7 },
  ],
  ['what must not be, in a shorter window', { not: did(90) }, { not: did(60) }, { ...some, days: 30 }],
  ['a shorter window for fewer signals', did(90, { did: ['call', 'meeting'] }), did(60), fewer],
  ['a window for the first time', { did: ['call'] }, did(60), fewer],
  ['a longer window', { all: [did(90)] }, { all: [did(180)] }, some],
  ['no window any more', did(90), { did: ['call'] }, some],
  ['oftener', did(90), did(90, { atLeast: 2 }), fewer],
  ['oftener, in a longer window', did(90), did(180, { atLeast: 2 }), both],
  ['another signal beside it', did(90), { did: ['call', 'meeting'], withinDays: 90 }, some],
  ['at most so often, in a longer window', did(90, { atMost: 2 }), did(180, { atMost: 2 }), both],
  [
    'unless something came since',
    did(90, { noneSince: { did: ['refund'] } }),
    did(60, { noneSince: { did: ['refund'] } }),
    both,
  ],
  ['another direction', did(90), did(90, { direction: ['two'] }), both],
  ['one more that must hold', { all: [did(90)] }, { all: [fit(50), did(90)] }, fewer],
  ['one less that must hold', { all: [did(90), fit(50)] }, { all: [fit(50)] }, some],
  ['one more that is enough', { any: [did(90)] }, { any: [did(90), fit(50)] }, some],
  ['one less that is enough', { any: [did(90), fit(50)] }, { any: [fit(50)] }, fewer],
  ['one in the place of another', { any: [did(90)] }, { any: [competitor] }, both],
  ['what must not be, in a longer window', { not: did(90) }, { not: did(180) }, fewer],
  [
    'a higher number deep within',
    { all: [{ any: [fit(40), competitor] }] },
    { all: [{ any: [fit(60), competitor] }] },
    fewer,
  ],
  ['of the company', { company: fit(60) }, { company: fit(40) }, some],
  ['of its people', { people: fit(60) }, { people: fit(40) }, both],
  ['of more of its people', { people: fit(60), atLeast: 1 }, { people: fit(60), atLeast: 2 }, both],
  [
    'so many of some',
    { of: [fit(60), competitor], atLeast: 1 },
    { of: [fit(60), competitor], atLeast: 2 },
    both,
  ],
  ['from an earlier day on', did(90, { from: '2026-03-01' }), did(90, { from: '2026-02-01' }), both],
  ['until a later day', did(90, { until: '2026-03-01' }), did(90, { until: '2026-04-01' }), both],
  [
    'between the same days, in a longer window',
    did(90, { from: '2026-01-01', until: '2026-04-01' }),
    did(180, { from: '2026-01-01', until: '2026-04-01' }),
    some,
  ],
  ['whatever it is, instead of one signal', did(90), { did: 'anything', withinDays: 90 }, both],
  [
    'whatever it is, in a longer window',
    { did: 'anything', withinDays: 30 },
    { did: 'anything', withinDays: 60 },
    some,
  ],
  ['whatever it is, oftener', { did: 'anything' }, { did: 'anything', atLeast: 2 }, fewer],
  ['something else', competitor, fit(40), both],
])('%s: who may come to fulfil it, and who may cease to', (_, was, is, turning) => {
  expect(turningOf(was, is)).toEqual(turning)
})
