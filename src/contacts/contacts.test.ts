import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { atomically } from '../platform/ctx.ts'
import { commonValues } from './commonValues.ts'
import { binContacts, createContacts, updateContact, upsertContacts } from './contacts.ts'
import { addNewField } from './customFields.ts'
import { factsOf } from './facts.ts'

const { workspace, database } = useDatabase()

test('a person is made with names, addresses, numbers, organisation, roles and tags in one call', async () => {
  const ctx = await workspace()

  const [ana = ''] = await createContacts(
    ctx,
    [
      {
        fields: {
          givenName: 'Ana',
          surname: 'Núñez',
          secondSurname: 'García',
          email: ' Ana.Nunez@Robledo.ES ',
          phone: '0034 600 11 12 22',
          organization: 'Talleres Robledo',
          jobTitle: 'Gerente',
          country: 'España',
        },
        roles: ['Cliente'],
        tags: ['feria 2026'],
      },
    ],
    { kind: 'create' },
  )

  const facts = (await factsOf(ctx, [ana])).get(ana)
  expect(facts).toMatchObject({
    kind: 'person',
    country: 'ES',
    'role:customer': true,
    'tag:feria 2026': true,
    'identity:email:ana.nunez@robledo.es': { isPrimary: true },
    'identity:phone:+34600111222': { raw: '0034 600 11 12 22' },
  })
  const row = await ctx.db.selectFrom('contacts').selectAll().where('id', '=', ana).executeTakeFirstOrThrow()
  expect(row.displayName).toBe('Ana Núñez García')
  expect(row.searchText).toContain('talleres robledo')
})

test('a draft that is a contact already updates it, and one repeated in the set is a duplicate', async () => {
  const ctx = await workspace()
  const [ana] = await createContacts(ctx, [{ fields: { givenName: 'Ana', email: 'ana@example.com' } }], {
    kind: 'create',
  })

  const { items } = await upsertContacts(
    ctx,
    [
      { fields: { surname: 'Núñez', email: 'ANA@example.com' } },
      { fields: { givenName: 'Luis', email: 'luis@example.com' } },
      { fields: { givenName: 'Luis', email: 'luis@example.com', city: 'Gijón' } },
      { fields: { givenName: 'Eva', email: 'no es un correo' } },
    ],
    { kind: 'import' },
  )

  expect(items.map(item => item.outcome)).toEqual(['new', 'new', 'duplicate', 'refused'].with(0, 'update'))
  expect(items[0]?.contactId).toBe(ana)
  expect(items[2]?.contactId).toBe(items[1]?.contactId)
  expect(items[3]?.issues).toMatchObject([{ path: ['fields', 'email'], code: 'contacts.not_email' }])
})

test('a number without a prefix belongs to the country of its contact, and to that of the workspace otherwise', async () => {
  const ctx = await workspace()

  const [here = '', there = ''] = await createContacts(
    ctx,
    [
      { fields: { phone: '911 22 33 44 ext. 12' } },
      { fields: { phone: '(55) 1234 5678', country: 'México' } },
    ],
    { kind: 'create' },
  )

  const facts = await factsOf(ctx, [here, there])
  expect(facts.get(here)).toHaveProperty(['identity:phone:+34911223344;ext=12'])
  expect(facts.get(there)).toHaveProperty(['identity:phone:+525512345678'])
})

test('two people who share a telephone stay two, one with the same name is one', async () => {
  const ctx = await workspace()
  const marta = { fields: { givenName: 'Marta', surname: 'Ruiz', phone: '985 11 22 33' } }
  const pepe = { fields: { givenName: 'Pepe', surname: 'Ruiz', phone: '985112233' } }

  const { items } = await upsertContacts(ctx, [marta, pepe, { ...marta, tags: ['otra vez'] }], {
    kind: 'import',
  })

  expect(items.map(item => item.outcome)).toEqual(['new', 'new', 'duplicate'])
})

test('rows that point at two different contacts are refused, and nothing is written in a dry run', async () => {
  const ctx = await workspace()
  await createContacts(ctx, [{ fields: { email: 'ana@example.com' } }, { fields: { externalId: 'crm:7' } }], {
    kind: 'create',
  })

  const draft = { fields: { email: 'ana@example.com', externalId: 'crm:7' } }
  const { items } = await upsertContacts(
    ctx,
    [draft, { fields: { email: 'nueva@example.com' } }],
    { kind: 'import' },
    { dryRun: true },
  )

  expect(items).toMatchObject([
    { outcome: 'refused', issues: [{ code: 'contacts.matches_several' }] },
    { outcome: 'new' },
  ])
  const { count } = await ctx.db
    .selectFrom('contacts')
    .where('workspaceId', '=', ctx.workspaceId)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  expect(count).toBe(2)
})

test('the same person sent many times at once becomes one contact', async () => {
  const ctx = await workspace()

  const results = await Promise.all(
    Array.from({ length: 6 }, () =>
      upsertContacts(ctx, [{ fields: { email: 'ana@example.com' } }], { kind: 'api' }),
    ),
  )

  const items = results.flatMap(result => result.items)
  expect(items.filter(item => item.outcome === 'new')).toHaveLength(1)
  expect(new Set(items.map(item => item.contactId)).size).toBe(1)
})

test('of two who add to one contact at once, the second knows what the first added', async () => {
  const ctx = await workspace()
  const [ana = ''] = await createContacts(ctx, [{ fields: { email: 'ana@example.com' } }], { kind: 'create' })
  const adding = (value: string) => ({ identities: { add: [{ kind: 'linkedin' as const, value }] } })

  const second = await atomically(ctx, async inside => {
    await updateContact(inside, ana, adding('linkedin.com/in/ana'), { kind: 'edit' })
    const waiting = updateContact(ctx, ana, adding('linkedin.com/in/anita'), { kind: 'edit' })
    await vi.waitFor(someoneWaits, { timeout: 10_000 })
    return { waiting }
  })
  await second.waiting

  const facts = (await factsOf(ctx, [ana])).get(ana)
  expect(facts).toMatchObject({
    'identity:linkedin:linkedin.com/in/ana': { isPrimary: true },
    'identity:linkedin:linkedin.com/in/anita': { isPrimary: false },
  })
  const { searchText } = await ctx.db
    .selectFrom('contacts')
    .where('id', '=', ana)
    .select('searchText')
    .executeTakeFirstOrThrow()
  expect(searchText).toContain('linkedin.com/in/ana\n')
})

test('the texts that contacts have for a fact are known, the commonest first, also of a fact of the workspace’s own', async () => {
  const ctx = await workspace()
  await addNewField(ctx, {
    ...{ key: 'plan', type: 'text', labelEs: 'Plan', labelEn: 'Plan', choices: [], appliesTo: ['person'] },
  })
  const drafts = [
    { city: 'Vigo' },
    { city: 'Bilbao', 'custom.plan': 'Oro' },
    { city: 'Bilbao' },
    { jobTitle: 'Gerente' },
  ]
  const ids = await createContacts(
    ctx,
    [...drafts, { city: 'Lugo' }].map(fields => ({ fields: { givenName: 'Ana', ...fields } })),
    { kind: 'create' },
  )
  await binContacts(ctx, ids.slice(-1))

  expect(await commonValues(ctx, 'city')).toEqual(['Bilbao', 'Vigo'])
  expect(await commonValues(ctx, 'custom.plan')).toEqual(['Oro'])
  expect(await commonValues(ctx, 'employees')).toEqual([])
  await expect(commonValues(ctx, 'nothing')).rejects.toMatchObject({ code: 'contacts.unknown_field' })
})

async function someoneWaits() {
  const { rows } = await sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
    database().owner,
  )
  expect(rows).not.toEqual([])
}
