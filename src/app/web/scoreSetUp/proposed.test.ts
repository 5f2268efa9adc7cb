import { expect, test } from 'vitest'
import type { Criteria } from '../../../criteria/criteria.ts'
import { readyMadeScore } from '../../../scoring/defaults.ts'
import { criterionOf, isAspect, wantedIn } from './aspects.ts'
import { type Profile, profileOf } from './ideal.ts'
import { aspectIn, isTaken, withProposed } from './proposed.ts'

const blank: Profile = { traits: [], bonus: 0, mustPoints: -50, byHand: [] }
const field = (field: string, op: 'is' | 'contains', value: string | boolean): Criteria => ({
  field,
  op,
  value,
})
const atLeast = (field: string, value: number): Criteria => ({ field, op: 'atLeast', value })
const isSector = (value: string): Criteria => ({ field: 'sector', op: 'is', value })

const shown = ({ traits }: Profile) =>
  traits.map(({ key, when, points }) => [key, isAspect(key) ? wantedIn(key, when) : when, points])

test.each([
  ['occupation', field('occupation', 'is', 'Arquitecta'), 'audience', { words: ['Arquitecta'] }],
  ['department', field('department', 'is', 'Compras'), 'audience', { words: ['Compras'] }],
  ['sector', isSector('Salud'), 'sector', { words: ['Salud'] }],
  ['sector of the company', { company: isSector('Salud') }, 'sector', { words: ['Salud'] }],
  ['employees', { company: atLeast('employees', 50) }, 'size', { from: 50 }],
  ['revenue', atLeast('annualRevenue', 1e6), 'revenue', { from: 1e6 }],
  ['country', { field: 'country', op: 'isAnyOf', value: ['ES'] }, 'place', { words: ['ES'] }],
  ['region', field('region', 'is', 'Valencia'), 'area', { words: ['Valencia'] }],
  ['city', field('city', 'is', 'Alcoy'), 'area', { words: ['Alcoy'] }],
  ['need', field('need', 'contains', 'consumo'), 'problem', { words: ['consumo'] }],
  ['budget', atLeast('custom.budget', 30_000), 'spending', { from: 30_000 }],
  ['tag', { is: 'tag', anyOf: ['obra nueva'] }, 'project', { words: ['obra nueva'] }],
  ['job title', field('jobTitle', 'is', 'Gerente'), 'decides', { words: ['Gerente'] }],
] as [string, Criteria, string, object][])(
  'what is proposed of the %s goes into its aspect',
  (_, when, aspect, wanted) => {
    expect(aspectIn(when)).toEqual({ aspect, wanted })

    const profile = withProposed(blank, { when, points: 15 })

    expect(shown(profile)).toEqual([[aspect, wanted, 15]])
    expect(isTaken(profile, when)).toBe(true)
  },
)

test('who is known to decide goes into that aspect, with the usual titles where it is empty', () => {
  const decides = field('decisionRole', 'is', 'decides')
  const gerente = withProposed(blank, { when: field('jobTitle', 'is', 'Gerente'), points: 10 })

  expect(shown(withProposed(blank, { when: decides, points: 15 }))).toEqual([
    ['decides', { words: expect.arrayContaining(['ceo', 'gerente']) }, 15],
  ])
  expect(withProposed(gerente, { when: decides, points: 15 })).toBe(gerente)
})

test.each([
  ['a source', field('source', 'is', 'Feria')],
  ['a field of one’s own', field('custom.newsletter', 'is', true)],
  ['that something is known', { field: 'need', op: 'isKnown' }],
  ['who influences', field('decisionRole', 'is', 'influences')],
  ['what the company needs', { company: field('need', 'is', 'luz') }],
  ['the contrary', { not: isSector('Salud') }],
] as [string, Criteria][])('%s fits no aspect and is a line of its own', (_, when) => {
  const profile = withProposed(withProposed(blank, { when: field('source', 'is', 'Web'), points: 5 }), {
    ...{ when, points: 15 },
  })

  expect(shown(profile).at(-1)).toEqual(['profile_2', when, 15])
  expect(isTaken(profile, when)).toBe(true)
  expect(withProposed(profile, { when, points: 15 })).toBe(profile)
})

test('it joins what the aspect has already, which keeps its weight and whether it is a must', () => {
  const score = readyMadeScore('b2b', { sectors: ['Hostelería'] })
  const before = profileOf(score, 'ideal')
  const traits = before.traits.map(each => ({ ...each, isMust: each.key === 'sector' }))

  const after = [
    isSector('Salud'),
    isSector('HOSTELERIA'),
    atLeast('employees', 50),
    atLeast('annualRevenue', 2e6),
  ].reduce((profile, when) => withProposed(profile, { when, points: 5 }), { ...before, traits } as Profile)

  const written = Object.fromEntries(after.traits.map(each => [each.key, each]))
  expect(written.sector).toMatchObject({
    ...{ points: 20, isMust: true, when: criterionOf('sector', { words: ['Hostelería', 'Salud'] }) },
  })
  expect(written.size?.when).toEqual(criterionOf('size', { from: 50, to: 500 }))
  expect(written.revenue?.when).toEqual(criterionOf('revenue', { from: 2e6 }))
})

test('a limit that contradicts the other end takes its place', () => {
  const small = withProposed(blank, { when: { field: 'employees', op: 'atMost', value: 20 }, points: 5 })

  expect(shown(withProposed(small, { when: atLeast('employees', 50), points: 5 }))).toEqual([
    ['size', { from: 50 }, 5],
  ])
})

test('an aspect whose rule was written by hand is left alone', () => {
  const profile = withProposed({ ...blank, byHand: ['sector'] }, { when: isSector('Salud'), points: 5 })

  expect(profile.traits.map(({ key }) => key)).toEqual(['profile_1'])
})
