import { expect, test } from 'vitest'
import type { Criteria } from '../../../criteria/criteria.ts'
import { readyMadeLifecycle } from '../../../lifecycle/defaults.ts'
import type { Definitions } from '../../../lifecycle/definitionChanges.ts'
import { readyMadeSets } from '../../../lifecycle/readyMade.ts'
import { readyMadeScore } from '../../../scoring/defaults.ts'
import { criterionOf } from './aspects.ts'
import { profileCriterion, profileOf, withProfile } from './ideal.ts'
import { followed, guardedStages, isKeptOut, keptOut } from './keepingOut.ts'

const definitions: Definitions = {
  lifecycle: readyMadeLifecycle({ market: 'b2b' }),
  score: readyMadeScore('b2b'),
}

function unwanting(before: Definitions, sectors: string[]): Definitions {
  const when = criterionOf('sector', { words: sectors })
  const traits = when ? [{ key: 'sector', when, points: -20, isMust: false }] : []
  const anti = { ...profileOf(before.score, 'anti'), traits }
  return followed(before, { ...before, score: withProfile(before.score, 'anti', anti) })
}

const contraryOf = ({ score }: Definitions) => ({ not: profileCriterion('anti', profileOf(score, 'anti')) })
const entryOf = ({ lifecycle }: Definitions, key: string) =>
  lifecycle.stages.find(stage => stage.key === key)?.entry

test('the anti-profile keeps out of the stages between the first and having bought', () => {
  const before = unwanting(definitions, ['Juego'])

  const after = keptOut(before, true)

  expect([isKeptOut(before), isKeptOut(after)]).toEqual([false, true])
  expect(guardedStages(after).map(({ key }) => key)).toEqual(['lead', 'prospect', 'potential_customer'])
  for (const { key } of guardedStages(after))
    expect(entryOf(after, key)).toEqual({
      all: [...(entryOf(before, key) as { all: Criteria[] }).all, contraryOf(after)],
    })
  expect([entryOf(after, 'contact'), entryOf(after, 'customer')]).toEqual([
    entryOf(before, 'contact'),
    entryOf(before, 'customer'),
  ])
})

test.each(Object.entries(readyMadeSets))('of %s, letting in again takes out exactly that', (_, ready) => {
  const before = unwanting(ready(), ['Juego'])

  expect(keptOut(keptOut(before, true), false)).toEqual(before)
})

test('a criterion of one part gets it beside, and is that part again', () => {
  const [contact, lead] = definitions.lifecycle.stages
  const entry: Criteria = { did: ['subscribed'] }
  const stages = [
    contact,
    { ...lead, entry },
    { ...lead, key: 'customer' },
  ] as Definitions['lifecycle']['stages']
  const before = unwanting({ ...definitions, lifecycle: { ...definitions.lifecycle, stages } }, ['Juego'])

  const after = keptOut(before, true)

  expect(entryOf(after, 'lead')).toEqual({ all: [entry, contraryOf(after)] })
  expect(entryOf(keptOut(after, false), 'lead')).toEqual(entry)
})

test('what keeps out follows the anti-profile, and goes with the last of its lines', () => {
  const before = keptOut(unwanting(definitions, ['Juego']), true)

  const wider = unwanting(before, ['Juego', 'Armas'])
  const none = unwanting(wider, [])

  expect(entryOf(wider, 'lead')).toMatchObject({ all: expect.arrayContaining([contraryOf(wider)]) })
  expect(JSON.stringify(wider.lifecycle).match(/Armas/g)).toHaveLength(6)
  expect(none).toEqual(definitions)
})
