import fc from 'fast-check'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { happened, makeContact } from '../../test/history.ts'
import { soaked } from '../../test/soaked.ts'
import { settle } from '../app/reactions.ts'
import { type Criteria, leavesOf } from '../criteria/criteria.ts'
import type { Explained } from '../criteria/explain.ts'
import { standingOf } from './lifecycle.ts'
import { nearestChanges } from './nearest.ts'
import { waysTo } from './ways.ts'

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')

const leaf = fc.record({ key: fc.nat(9), holds: fc.boolean() })
const { tree } = fc.letrec<{ tree: Criteria; leaf: Criteria }>(tie => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc.array(tie('tree'), { maxLength: 3 }).map(all => ({ all })),
    fc.array(tie('tree'), { maxLength: 3 }).map(any => ({ any })),
    tie('tree').map(not => ({ not })),
    fc.tuple(fc.nat(3), fc.array(tie('tree'), { maxLength: 3 })).map(([atLeast, of]) => ({ atLeast, of })),
  ),
  leaf: leaf.map(({ key }) => ({ field: `f${key}`, op: 'isKnown' as const })),
}))

type Facts = Record<string, boolean>

/** The criterion explained where facts are known or not, without a database. */
function explained(rule: Criteria, facts: Facts): Explained {
  if ('field' in rule) return { rule, holds: facts[rule.field] ?? false }
  const parts =
    'all' in rule
      ? rule.all
      : 'any' in rule
        ? rule.any
        : 'of' in rule
          ? rule.of
          : 'not' in rule
            ? [rule.not]
            : []
  const of = parts.map(part => explained(part, facts))
  const count = of.filter(({ holds }) => holds).length
  const holds =
    'all' in rule
      ? count === of.length
      : 'any' in rule
        ? count > 0
        : 'of' in rule
          ? count >= rule.atLeast
          : count === 0
  return { rule, holds, of }
}

test('whatever way is named, going it does it, and no part of it is too much', () => {
  fc.assert(
    fc.property(tree, fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), (rule, known) => {
      const facts = Object.fromEntries(known.map((each, place) => [`f${place}`, each]))
      const { holds } = explained(rule, facts)

      for (const way of waysTo(explained(rule, facts), !holds, { now })) {
        const changed = { ...facts }
        for (const each of way) for (const field of fieldsIn(each)) changed[field] = !('not' in each)
        const [so, notSo] = [false, true].map(is =>
          way.filter(each => 'not' in each === is).flatMap(fieldsIn),
        )
        expect(so?.filter(field => notSo?.includes(field))).toEqual([])
        expect(way.length).toBeGreaterThan(0)
        expect(explained(rule, changed).holds).toBe(!holds)
      }
    }),
    { numRuns: soaked(2_000) },
  )
})

const fieldsIn = (rule: Criteria) => [
  ...new Set(leavesOf(rule).map(leaf => ('field' in leaf ? leaf.field : ''))),
]

test('what is over by the clock of the context, and not of the machine, is no way any more', () => {
  const rule: Criteria = { did: ['call'], until: '2026-08-01T00:00:00Z' }
  const days = (now: Date) => waysTo({ rule, holds: false }, true, { now })

  expect(days(now)).toEqual([[rule]])
  expect(days(new Date('2026-08-02T00:00:00Z'))).toEqual([])
})

const decides: Criteria = { field: 'decisionRole', op: 'is', value: 'decides' }
const from = (value: number): Criteria => ({ field: 'employees', op: 'atLeast', value })

test.each<[string, Criteria[], Criteria[][]]>([
  ['one fact cannot have two values', [decides, { ...decides, value: 'uses' } as Criteria], []],
  ['what is known is not unknown', [decides, { field: 'decisionRole', op: 'isUnknown' }], []],
  ['more than enough is enough', [from(10), from(50)], [[from(50)]]],
  ['who decides has the authority confirmed', [{ answered: 'authority' }, decides], [[decides]]],
])('%s', (_, all, ways) => {
  const of = all.map(rule => ({ rule, holds: false }))
  const other: Criteria = { is: 'tag', anyOf: ['x'] }
  const rule = { all: [...all, other] }

  expect(waysTo({ rule, holds: false, of: [...of, { rule: other, holds: true }] }, true, { now })).toEqual(
    ways,
  )
})

test('what is nearest brings a lead to prospect, and doing it does so', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx)
  await happened(ctx, ana, 'subscribed')
  await settle(ctx)
  expect(await standingOf(ctx, ana)).toMatchObject({ stage: 'lead' })

  const { next, out } = await nearestChanges(ctx, ana)
  expect(next?.stage).toBe('prospect')
  expect(next?.ways).toContainEqual([{ did: 'anything', direction: ['two'], withinDays: 180 }])
  expect(out?.ways).toContainEqual(
    expect.arrayContaining([{ not: expect.objectContaining({ withinDays: 365 }) }]),
  )

  await happened(ctx, ana, 'call')
  await settle(ctx)
  expect(await standingOf(ctx, ana)).toMatchObject({ stage: 'prospect' })
})

test('nobody is told to unbuy: a customer has no way out but a refund, and nothing above', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx)
  await happened(ctx, ana, 'purchase')
  await happened(ctx, ana, 'call')
  await settle(ctx)
  expect(await standingOf(ctx, ana)).toMatchObject({ stage: 'customer', recheckAt: expect.any(Date) })

  const { next, out } = await nearestChanges(ctx, ana)

  expect(next).toBeUndefined()
  // Time undoes what made a prospect, and no purchase.
  expect(out).toMatchObject({ at: null })
})

test('time alone brings out whoever a memory brought in, on the day on which it ends', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx)
  await happened(ctx, ana, 'call')
  await settle(ctx)

  const { out } = await nearestChanges(ctx, ana)

  expect(out?.at).toEqual(new Date(now.getTime() + 180 * 86_400_000))
})
