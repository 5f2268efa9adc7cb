import { expect, test } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { demoState, removeDemo } from '../../contacts/contacts.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { createDemo } from './demo.ts'

const { workspace } = useDatabase()
const small = { organizations: 10, people: 70 }

test('the demo company has people in every stage, with moves on many days', async () => {
  const ctx = await workspace()

  await createDemo(ctx, small)

  const stages = await ctx.db.selectFrom('standings').select('stage').distinct().execute()
  expect(stages.map(row => row.stage)).toEqual(
    expect.arrayContaining(['contact', 'lead', 'prospect', 'potential_customer', 'customer']),
  )
  const days = await ctx.db.selectFrom('moves').select('at').execute()
  expect(new Set(days.map(move => move.at.toISOString().slice(0, 7))).size).toBeGreaterThan(10)
  expect(await demoState(ctx)).toMatchObject({ share: 1 })
})

test('the demo company is the same every time', async () => {
  const now = new Date('2026-11-20T12:00:00Z')
  const [one, other] = [await workspace({ now }), await workspace({ now })]

  await createDemo(one, small)
  await createDemo(other, small)

  expect(await summary(one)).toEqual(await summary(other))
})

test('removing the demo leaves nothing of it behind', async () => {
  const ctx = await workspace()
  await createDemo(ctx, small)

  await removeDemo(ctx)

  for (const table of ['contacts', 'identities', 'events', 'standings', 'moves', 'changeSets'] as const)
    expect(await ctx.db.selectFrom(table).select('workspaceId').execute(), table).toEqual([])
})

const summary = (ctx: Ctx) =>
  ctx.db
    .selectFrom('contacts as contact')
    .innerJoin('standings as standing', join =>
      join
        .onRef('standing.contactId', '=', 'contact.id')
        .onRef('standing.workspaceId', '=', 'contact.workspaceId'),
    )
    .where('contact.workspaceId', '=', ctx.workspaceId)
    .select(['displayName', 'stage', 'fit', 'engagement', 'temperature'])
    .orderBy('displayName')
    .orderBy('standing.total')
    .orderBy('contact.searchText')
    .execute()
