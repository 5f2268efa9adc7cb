import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { createContacts } from '../contacts/contacts.ts'
import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/ids.ts'
import { matches } from './compile.ts'
import { type Criteria, criteriaSchema, maxDepth, maxRules } from './criteria.ts'
import { eventsOfEach } from './did.ts'
import { explain } from './explain.ts'
import { nextChange } from './nextChange.ts'
import { nowIn } from './scope.ts'

const { workspace } = useDatabase()

const nested = (depth: number): unknown => {
  let rule: unknown = { is: 'tag', anyOf: ['a'] }
  for (let level = 1; level < depth; level++) rule = { all: [rule] }
  return rule
}

test('a criterion may be as deep as the limit and no deeper, also when it would exhaust the stack', () => {
  expect(criteriaSchema.safeParse(nested(maxDepth)).success).toBe(true)

  for (const depth of [maxDepth * 2, 10_000]) {
    const { error } = criteriaSchema.safeParse(nested(depth))
    expect(error?.issues).toMatchObject([{ params: { code: 'criteria.too_deep' } }])
  }
})

test('a criterion with too many rules is refused', () => {
  const rules = Array.from({ length: maxRules }, () => ({ is: 'tag', anyOf: ['a'] }))

  expect(criteriaSchema.safeParse({ any: rules }).error?.issues).toMatchObject([
    { params: { code: 'criteria.too_large' } },
  ])
})

test.each([
  [{}],
  [null],
  ['lead'],
  [{ all: {} }],
  [{ did: [] }],
  [{ did: ['call'], sometimes: 3 }],
  [{ did: ['call'], atLeast: -1 }],
  [{ field: 'city', op: 'is' }],
  [{ field: 'city', op: 'resembles', value: 'x' }],
  [{ field: 'city', op: 'isAnyOf', value: [] }],
  [{ is: 'mood', anyOf: ['good'] }],
  [{ all: [], any: [] }],
])('%j is no criterion', rule => {
  expect(criteriaSchema.safeParse(rule).success).toBe(false)
})

async function answer(ctx: Ctx, rule: Criteria) {
  const scope = { ...nowIn(ctx), contact: 'c', did: eventsOfEach }
  const { rows } = await sql<{ holds: boolean; value: unknown; next: Date | null }>`
    select ${matches(scope, rule)} as holds, ${explain(scope, rule)} -> 'value' as value, ${nextChange(scope, rule)} as next
    from contacts c where c.workspace_id = ${ctx.workspaceId}`.execute(ctx.db)
  return rows[0]
}

test('a fact that does not exist, or a comparison that means nothing, is refused by name', async () => {
  const ctx = await workspace()

  await expect(answer(ctx, { field: 'shoeSize', op: 'isKnown' })).rejects.toMatchObject({
    code: 'criteria.unknown_field',
    params: { field: 'shoeSize' },
  })
  for (const rule of [
    { field: 'employees', op: 'atLeast', value: 'many' },
    { field: 'city', op: 'above', value: 3 },
    { field: 'createdAt', op: 'olderThanDays', value: 'old' },
    { field: 'createdAt', op: 'contains', value: '2' },
    { field: 'employees', op: 'isFreeMail' },
  ] as Criteria[])
    await expect(answer(ctx, rule), JSON.stringify(rule)).rejects.toMatchObject({
      code: 'criteria.bad_value',
    })
})

test('text in a criterion is never taken as SQL or as a pattern', async () => {
  const ctx = await workspace()
  await createContacts(ctx, [{ fields: { name: 'Ana', city: "L'Hospitalet 100%" } }], { kind: 'create' })

  expect(await answer(ctx, { field: 'city', op: 'is', value: "l'hospitalet 100%" })).toMatchObject({
    holds: true,
  })
  expect(await answer(ctx, { field: 'city', op: 'contains', value: '%' })).toMatchObject({ holds: true })
  expect(await answer(ctx, { field: 'city', op: 'contains', value: '_' })).toMatchObject({ holds: false })
  expect(await answer(ctx, { field: "custom.x' or true --", op: 'isKnown' })).toMatchObject({ holds: false })
})

test('a word is found whole, whatever stands around it', async () => {
  const ctx = await workspace()
  await createContacts(ctx, [{ fields: { name: 'Ana', jobTitle: 'Arquitecta (CTO), Díaz & Cía.' } }], {
    kind: 'create',
  })
  const has = async (value: string) => (await answer(ctx, { field: 'jobTitle', op: 'hasWord', value }))?.holds

  expect(await Promise.all(['cto', 'diaz', 'CTO Díaz', 'cía'].map(has))).toEqual([true, true, true, true])
  expect(await Promise.all(['tecta', 'ct', 'arquitect', '&', '%'].map(has))).toEqual(Array(5).fill(false))
})

test('stage, temperature and score are those of the funnel named, or else of the first', async () => {
  const ctx = await workspace({ now: new Date('2026-03-02T10:00:00Z') })
  const { workspaceId } = ctx
  const [contactId = ''] = await createContacts(ctx, [{ fields: { name: 'Ana' } }], { kind: 'create' })
  const [main, second] = [newId(), newId()]
  const made = { workspaceId, createdAt: ctx.clock() }
  await ctx.db.deleteFrom('funnels').where('workspaceId', '=', workspaceId).execute()
  await ctx.db
    .insertInto('funnels')
    .values([
      { ...made, id: second, key: 'services', nameEs: 'Servicios', position: 1 },
      { ...made, id: main, key: 'courses', nameEs: 'Cursos', position: 0 },
    ])
    .execute()
  const standing = { workspaceId, contactId, lifecycleVersion: 1, scoreVersion: 1, countedAt: ctx.clock() }
  const fadesAt = new Date('2026-03-05T00:00:00Z')
  await ctx.db
    .insertInto('standings')
    .values([
      { ...standing, funnelId: main, stage: 'lead', fit: 60, total: 45, temperature: 'warm', fadesAt },
      { ...standing, funnelId: second, stage: null, fit: 10, total: 10, temperature: 'cold' },
    ])
    .execute()

  expect(await answer(ctx, { is: 'stage', anyOf: ['lead'] })).toEqual({
    holds: true,
    value: 'lead',
    next: null,
  })
  expect(await answer(ctx, { is: 'stage', anyOf: ['lead'], funnel: 'services' })).toMatchObject({
    holds: false,
  })
  expect(await answer(ctx, { is: 'stage', anyOf: ['none'], funnel: 'services' })).toMatchObject({
    holds: true,
  })
  expect(await answer(ctx, { score: 'fit', atLeast: 60 })).toEqual({ holds: true, value: 60, next: null })
  expect(await answer(ctx, { score: 'total', atMost: 44 })).toEqual({
    holds: false,
    value: 45,
    next: fadesAt,
  })
  expect(await answer(ctx, { is: 'temperature', anyOf: ['warm', 'hot'] })).toMatchObject({
    holds: true,
    next: fadesAt,
  })
})
