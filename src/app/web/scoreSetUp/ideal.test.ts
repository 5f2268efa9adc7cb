import { expect, test } from 'vitest'
import { readyMadeScore } from '../../../scoring/defaults.ts'
import { type Profile, profileOf, type Trait, withProfile } from './ideal.ts'

const score = readyMadeScore('b2b', { sectors: ['Hostelería'], countries: ['ES'] })
const trait = (aspect: Trait['aspect'], wanted: Trait['wanted'], more: Partial<Trait> = {}): Trait => ({
  ...{ aspect, wanted, points: 10, isMust: false, ...more },
})

test('the ready-made rules of fit are read as the profile that they describe', () => {
  const { traits, most, byHand } = profileOf(score, 'ideal')

  expect(traits.map(({ aspect, wanted, points }) => [aspect, wanted, points])).toMatchObject([
    ['sector', { words: ['Hostelería'] }, 20],
    ['size', { from: 10, to: 500 }, 20],
    ['revenue', { from: 1_000_000 }, 15],
    ['place', { words: ['ES'] }, 10],
    ['decides', { words: expect.arrayContaining(['ceo', 'president']) }, 20],
  ])
  expect([most, byHand]).toEqual([undefined, []])
})

test('a profile written by the form is read back as it was, and the other rules stay', () => {
  const ideal: Profile = {
    traits: [
      trait('audience', { words: ['arquitecto', 'interiorista'] }),
      trait('sector', { words: ['Hostelería', 'Oficinas'] }, { points: 0 }),
      trait('size', { from: 20 }),
      trait('revenue', { from: 500_000 }, { isMust: true }),
      trait('place', { words: ['ES', 'PT'] }, { isMust: true }),
      trait('area', { words: ['Valencia'] }),
      trait('problem', { words: ['consumo'] }),
      trait('spending', { from: 30_000 }, { isMust: true }),
      trait('project', { words: ['obra nueva'] }),
      trait('decides', { words: ['gerente'] }),
    ],
    most: { atLeast: 6, points: 25 },
    mustPoints: -40,
    byHand: [],
  }

  const written = withProfile(score, 'ideal', ideal)

  expect(profileOf(written, 'ideal')).toEqual(ideal)
  expect(written.fit.map(({ key }) => key)).toEqual(expect.arrayContaining(['outside', 'student', 'careers']))
  expect(written.engagement).toBe(score.engagement)
})

test('the anti-profile has rules of its own, beside those of the ideal one', () => {
  const anti: Profile = {
    traits: [
      trait('sector', { words: ['Juego'] }, { points: -30 }),
      trait('size', { to: 3 }, { points: -20 }),
      trait('spending', { to: 1_000 }, { points: -20 }),
    ],
    mustPoints: -50,
    byHand: [],
  }

  const written = withProfile(score, 'anti', anti)

  expect(profileOf(written, 'anti')).toEqual(anti)
  expect(profileOf(written, 'ideal')).toEqual(profileOf(score, 'ideal'))
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
  const traits = profile.traits.map(each =>
    each.aspect === 'size' ? { ...each, wanted: { from: 100, to: 200 } } : each,
  )

  const near = withProfile(score, 'ideal', { ...profile, traits }).fit.find(({ key }) => key === 'size_near')

  expect(JSON.stringify(near?.when)).toContain('400')
})
