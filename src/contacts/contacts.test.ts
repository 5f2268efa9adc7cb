import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { createContacts, upsertContacts } from './contacts.ts'
import { factsOf } from './facts.ts'

const { workspace } = useDatabase()

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
