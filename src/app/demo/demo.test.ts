import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { demoState, getContact, removeDemo, upsertContacts } from '../../contacts/contacts.ts'
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

test('what is real never joins the demo, so that it stays when the demo goes', async () => {
  const ctx = await workspace()
  await createDemo(ctx, small)
  const {
    rows: [sample],
  } = await sql<{ email: string; employer: string }>`
    select i.value as email, o.display_name as employer from identities i
    join employments e on e.person_id = i.contact_id join contacts o on o.id = e.organization_id
    where i.kind = 'email' limit 1`.execute(ctx.db)
  const draft = {
    fields: { name: 'Ana', email: sample?.email ?? '' },
    organization: { name: sample?.employer },
  }

  const first = await upsertContacts(ctx, [draft], { kind: 'import' })
  const again = await upsertContacts(ctx, [draft], { kind: 'import' })
  await removeDemo(ctx)
  const after = await upsertContacts(ctx, [draft], { kind: 'import' })

  expect([first, again, after].map(({ items }) => items[0]?.outcome)).toEqual([
    'new',
    'duplicate',
    'duplicate',
  ])
  expect(await getContact(ctx, first.items[0]?.contactId ?? '')).toMatchObject({
    organizations: [{ displayName: sample?.employer }],
  })
  expect(await ctx.db.selectFrom('contacts').select('id').execute()).toHaveLength(2)
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
