import { expect, test } from 'vitest'
import { readyMadeScore } from '../../../scoring/defaults.ts'
import { type Aspect, criterionOf, isAspect, type Wanted, wantedIn } from './aspects.ts'
import { type Profile, profileCriterion, profileOf, type Trait, withProfile } from './ideal.ts'
import { lackingMust } from './lackingMust.ts'

const score = readyMadeScore('b2b', { sectors: ['Hostelería'], countries: ['ES'] })

function trait(aspect: Aspect, wanted: Wanted, more: Partial<Trait> = {}): Trait {
  const when = criterionOf(aspect, wanted)
  if (!when) throw new Error(`nothing is wanted of ${aspect}`)
  return { key: aspect, when, points: 10, isMust: false, ...more }
}

const blank = { traits: [], bonus: 0, mustPoints: -50, byHand: [] } satisfies Profile
const fromFairs: Trait = {
  ...{ key: 'profile_1', points: 5, isMust: false },
  when: { field: 'source', op: 'is', value: 'Feria' },
}

test('the ready-made rules of fit are read as the profile that they describe', () => {
  const { traits, ...rest } = profileOf(score, 'ideal')

  expect(traits.map(({ key, when, points }) => [key, isAspect(key) && wantedIn(key, when), points])).toEqual([
    ['sector', { words: ['Hostelería'] }, 20],
    ['size', { from: 10, to: 500 }, 20],
    ['revenue', { from: 1_000_000 }, 15],
    ['place', { words: ['ES'] }, 10],
    ['decides', { words: expect.arrayContaining(['ceo', 'president']) }, 20],
  ])
  expect(rest).toEqual({ bonus: 0, mustPoints: -50, byHand: [] })
})

test('a profile written by the form is read back as it was, and the other rules stay', () => {
  const ideal: Profile = {
    traits: [
      trait('audience', { words: ['arquitecto', 'interiorista'] }),
      trait('sector', { words: ['Hostelería', 'Oficinas'] }, { points: 0 }),
      trait('size', { from: 20 }),
      trait('revenue', { from: 500_000 }, { isMust: true }),
      trait('place', { words: ['ES', 'PT'] }, { isMust: true }),
      trait('area', { words: ['Valencia'] }, { isMust: true }),
      trait('problem', { words: ['consumo'] }),
      trait('spending', { from: 30_000 }, { isMust: true }),
      trait('project', { words: ['obra nueva'] }, { isMust: true }),
      trait('decides', { words: ['gerente'] }, { isMust: true }),
      fromFairs,
    ],
    enough: 3,
    bonus: 25,
    mustPoints: -40,
    byHand: [],
  }

  const written = withProfile(score, 'ideal', ideal)

  expect(profileOf(written, 'ideal')).toEqual(ideal)
  expect(written.fit.map(({ key }) => key)).toEqual(expect.arrayContaining(['outside', 'student', 'careers']))
  expect(written.engagement).toBe(score.engagement)
})

test('of the profile is who has all the musts and enough of the rest: more than half where nobody said how many', () => {
  const [must, ...rest] = [
    trait('sector', { words: ['Oficinas'] }, { isMust: true }),
    trait('size', { from: 20 }),
    trait('place', { words: ['ES'] }),
    fromFairs,
  ]
  const traits = [must, ...rest] as Trait[]
  const of = rest.map(({ when }) => when)

  expect(profileCriterion('ideal', { traits })).toEqual({ all: [must?.when, { atLeast: 2, of }] })
  expect(profileCriterion('ideal', { traits, enough: 3 })).toEqual({ all: [must?.when, { atLeast: 3, of }] })
  expect(profileCriterion('ideal', { traits, enough: 0 })).toEqual({ all: [must?.when] })
  expect(profileCriterion('ideal', { traits: rest, enough: 9 })).toEqual({ atLeast: 3, of })
  expect(profileCriterion('ideal', { traits: [] })).toBeUndefined()
})

test.each([0, 1, 2])('that %i of the rest are enough is kept, with and without musts', enough => {
  const traits = [
    trait('sector', { words: ['Oficinas'] }),
    trait('size', { from: 20 }),
    trait('project', { words: ['obra nueva'] }, { isMust: enough === 0 }),
  ]

  const written = withProfile({ ...score, fit: [] }, 'ideal', { ...blank, traits, enough })

  expect(profileOf(written, 'ideal')).toMatchObject({ traits, enough })
})

test('the profile as a whole is a rule of its own only where more is said of it than by its lines', () => {
  const keys = (profile: Partial<Profile>) =>
    withProfile({ ...score, fit: [] }, 'ideal', { ...blank, ...profile }).fit.map(({ key }) => key)
  const traits = [trait('sector', { words: ['Oficinas'] }), trait('size', { from: 20 })]

  expect(keys({ traits })).toEqual(['sector', 'size'])
  expect(keys({ traits, bonus: 10 })).toEqual(['sector', 'size', 'ideal_most'])
  expect(keys({ traits, enough: 1 })).toEqual(['sector', 'size', 'ideal_most'])
})

test('the anti-profile has rules of its own, beside those of the ideal one, and one of its lines is enough', () => {
  const anti: Profile = {
    ...blank,
    traits: [
      trait('sector', { words: ['Juego'] }, { points: -30 }),
      trait('size', { to: 3 }, { points: -20 }),
      trait('spending', { to: 1_000 }, { points: -20 }),
      { ...fromFairs, points: -5 },
    ],
  }

  const written = withProfile(score, 'anti', anti)

  expect(profileOf(written, 'anti')).toEqual(anti)
  expect(profileOf(written, 'ideal')).toEqual(profileOf(score, 'ideal'))
  expect(profileCriterion('anti', anti)).toEqual({ any: anti.traits.map(({ when }) => when) })
})

test('a rule that was written by hand is shown as such and never written over', () => {
  const own = { key: 'sector', when: { field: 'sector', op: 'isKnown' as const }, points: 3 }
  const before = { ...score, fit: score.fit.map(rule => (rule.key === 'sector' ? own : rule)) }

  const profile = profileOf(before, 'ideal')

  expect(profile.byHand).toEqual(['sector'])
  expect(withProfile(before, 'ideal', profile).fit).toEqual(before.fit)
})

test('nearly the right size follows the range', () => {
  const profile = profileOf(score, 'ideal')
  const size = trait('size', { from: 100, to: 200 })
  const traits = profile.traits.map(each => (each.key === 'size' ? size : each))

  const near = withProfile(score, 'ideal', { ...profile, traits }).fit.find(({ key }) => key === 'size_near')

  expect(JSON.stringify(near?.when)).toContain('400')
})

test('what lacking a must takes away keeps below the least fit, or it is said how much would', () => {
  const profile = profileOf(score, 'ideal')
  const traits = profile.traits.map(each => ({ ...each, isMust: each.key === 'revenue' }))
  const asked = { ...score, contactFrom: 30 }
  // All that can add up to but the 15 of the revenue: 20 + 20 + 10 + 10 + 20 + 10 + 10 + 5.
  const most = 105

  const short = lackingMust(withProfile(asked, 'ideal', { ...profile, traits }))
  const met = lackingMust(withProfile(asked, 'ideal', { ...profile, traits, mustPoints: short?.needed ?? 0 }))

  expect(lackingMust(asked)).toBeUndefined()
  expect([short?.mostFit, short?.needed]).toEqual([most - 50, 29 - most])
  expect(met?.mostFit).toBe(29)
})
