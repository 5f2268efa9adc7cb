import fc from 'fast-check'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { happened, makeContact } from '../../test/history.ts'
import { soaked } from '../../test/soaked.ts'
import { settle } from '../app/reactions.ts'
import { markChanged } from '../contacts/contacts.ts'
import type { Criteria } from '../criteria/criteria.ts'
import type { Ctx } from '../platform/ctx.ts'
import { readyMadeScore } from '../scoring/defaults.ts'
import type { ScoreModel } from '../scoring/model.ts'
import { createSegment } from '../segments/segments.ts'
import { publishDraft, saveDraft } from './drafting.ts'
import { funnelOf, standingOf } from './lifecycle.ts'
import { nearestChanges } from './nearest.ts'
import { type Scoring, waysToScore } from './scoreWays.ts'

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')

const known = (key: number): Criteria => ({ field: `f${key}`, op: 'isKnown' })
const handOf = (points: number[], facts: boolean[]): Scoring => ({
  ...{ now, earned: [], engagementFacts: [] },
  model: {
    ...readyMadeScore('b2b'),
    fit: points.map((each, key) => ({ key: `r${key}`, when: known(key), points: each })),
  },
  fit: points.map((_, key) => ({ rule: known(key), holds: facts[key] === true })),
})

const fitOf = (points: number[], facts: boolean[]) =>
  Math.min(
    100,
    Math.max(
      0,
      points.reduce((all, each, key) => all + (facts[key] ? each : 0), 0),
    ),
  )

const keyIn = (thing: Criteria) => Number(JSON.stringify(thing).match(/f(\d)/)?.[1])
const changedBy = (facts: boolean[], way: Criteria[]) =>
  facts.map((fact, key) => {
    const thing = way.find(each => keyIn(each) === key)
    return thing ? !('not' in thing) : fact
  })

test('the facts named bring the fit to where it is asked to be, and each of them is needed', () => {
  let found = 0
  const eight = { minLength: 8, maxLength: 8 }
  const points = fc.array(fc.constantFrom(-20, -5, 5, 10, 20, 35), eight)
  fc.assert(
    fc.property(
      points,
      fc.array(fc.boolean(), eight),
      fc.integer({ min: 1, max: 90 }),
      (points, facts, atLeast) => {
        const isReached = (way: Criteria[]) => fitOf(points, changedBy(facts, way)) >= atLeast
        const wanted = !isReached([])

        for (const way of waysToScore(handOf(points, facts), { score: 'fit', atLeast }, wanted)) {
          found++
          expect(isReached(way)).toBe(wanted)
          for (const left of way) expect(isReached(way.filter(each => each !== left))).toBe(!wanted)
        }
      },
    ),
    { numRuns: soaked(500) },
  )
  expect(found).toBeGreaterThan(500)
})

test('interest is reached by events from now on and by facts, after the cap of their group', () => {
  const model: ScoreModel = {
    ...readyMadeScore('b2b'),
    groups: [
      { key: 'web', halfLifeDays: 30, cap: 20 },
      { key: 'talk', halfLifeDays: 60, cap: null },
    ],
    engagement: [
      { key: 'download', group: 'web', on: { did: ['file_downloaded'] }, points: 30 },
      { key: 'meeting', group: 'talk', on: { did: ['meeting'] }, points: 30 },
    ],
    engagementFacts: [],
  }
  const earned = [{ rule: 'download', group: 'web', points: 18, isToday: false }]
  const ways = (atLeast: number) =>
    waysToScore({ model, now, earned, fit: [], engagementFacts: [] }, { score: 'engagement', atLeast }, true)
  const another = { did: ['file_downloaded'], from: now.toISOString() }

  expect(ways(20)).toEqual([[{ did: ['meeting'] }], [another]])
  expect(ways(21)).toEqual([[{ did: ['meeting'] }]])
  expect(ways(50)).toEqual([[{ did: ['meeting'] }, another]])
  expect(ways(51)).toEqual([])
})

test('a seller is told which facts bring the fit that a stage asks for, and with them the contact comes there', async () => {
  const ctx = await workspace({ now })
  const confirmed = { state: 'confirmed', at: now.toISOString() }
  const ana = await makeContact(ctx, { answers: JSON.stringify({ budget: confirmed, timing: confirmed }) })
  await happened(ctx, ana, 'call')
  await settle(ctx)

  const { next } = await nearestChanges(ctx, ana)

  expect(next?.stage).toBe('potential_customer')
  const size = { field: 'employees', op: 'atLeast', value: 10 }
  expect(next?.ways).toContainEqual([
    { any: [{ all: expect.arrayContaining([size]) }, expect.anything()] },
    { field: 'decisionRole', op: 'is', value: 'decides' },
  ])
  expect(JSON.stringify(next)).not.toContain('"score"')
  await change(ctx, ana, { employees: 50, decisionRole: 'decides' })
  expect(await standingOf(ctx, ana)).toMatchObject({ stage: 'potential_customer', fit: 40 })
})

test('of a segment that a stage asks for, what brings into it is told', async () => {
  const ctx = await workspace({ now })
  const inSpain: Criteria = { field: 'country', op: 'is', value: 'ES' }
  const segment = { name: 'España', description: '', about: 'person' as const, criteria: inSpain }
  const id = await createSegment(ctx, segment)
  await asking(ctx, { is: 'segment', anyOf: [id] })
  const ana = await makeContact(ctx)
  await happened(ctx, ana, 'subscribed')
  await settle(ctx)
  expect(await standingOf(ctx, ana)).toMatchObject({ stage: 'lead' })

  expect((await nearestChanges(ctx, ana)).next).toEqual({ stage: 'prospect', ways: [[inSpain]] })

  await change(ctx, ana, { country: 'ES' })
  expect(await standingOf(ctx, ana)).toMatchObject({ stage: 'prospect' })
  expect((await nearestChanges(ctx, ana)).out?.ways).toEqual([[{ not: inSpain }]])
})

async function change(ctx: Ctx, id: string, facts: object) {
  await ctx.db.updateTable('contacts').set(facts).where('id', '=', id).execute()
  await markChanged(ctx, [id])
  await settle(ctx)
}

/** Prospects are those of a criterion. */
async function asking(ctx: Ctx, entry: Criteria) {
  const { lifecycle, score, lifecycleVersion, scoreVersion } = await funnelOf(ctx)
  const stages = lifecycle.stages.map(each => (each.key === 'prospect' ? { ...each, entry } : each))
  const { revision } = await saveDraft(ctx, {
    ...{ revision: undefined, lifecycle: { ...lifecycle, stages }, score },
    basedOn: { lifecycleVersion, scoreVersion },
  })
  await publishDraft(ctx, { revision, note: '' })
}
