import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { atomically } from '../platform/ctx.ts'
import { createContacts, getContact, searchContacts, updateContact } from './contacts.ts'

const { workspace, database } = useDatabase()

async function withPeople() {
  const ctx = await workspace()
  await createContacts(
    ctx,
    [
      {
        fields: {
          givenName: 'Ana',
          surname: 'Núñez',
          secondSurname: 'Carreño',
          email: 'ana@robledo.es',
          phone: '600 11 12 22',
          organization: 'Talleres Robledo',
        },
      },
      { fields: { givenName: 'Nuria', surname: 'Nuño', email: 'nuria@example.com' } },
      { fields: { givenName: 'Luis', surname: 'González', taxId: '54362315-K' } },
      {
        kind: 'organization',
        fields: { name: 'Robledo Abogados', website: 'https://www.robledoabogados.es/inicio' },
      },
    ],
    { kind: 'create' },
  )
  const names = async (text: string) => (await searchContacts(ctx, { text })).map(each => each.displayName)
  return { ctx, names }
}

test('a contact is found by any part, with or without accents, and with typing errors', async () => {
  const { names } = await withPeople()

  expect((await names('nunes'))[0]).toBe('Ana Núñez Carreño')
  expect(await names('NUÑEZ carreno')).toEqual(['Ana Núñez Carreño'])
  expect(await names('gonzales')).toEqual(['Luis González'])
  expect(await names('0034 600-11-12-22')).toEqual(['Ana Núñez Carreño'])
  expect(await names('111222')).toEqual(['Ana Núñez Carreño'])
  expect(await names('54362315k')).toEqual(['Luis González'])
  expect(await names('54362315-K')).toEqual(['Luis González'])
  expect(await names('@robledo')).toContain('Ana Núñez Carreño')
  expect(await names('%')).toEqual([])
  expect(await names('  ')).toEqual([])
})

test('the whole comes before beginnings, beginnings before parts', async () => {
  const { names } = await withPeople()

  expect(await names('talleres robledo')).toEqual(['Talleres Robledo', 'Ana Núñez Carreño'])
  expect(await names('nu')).toEqual(['Nuria Nuño', 'Ana Núñez Carreño'])
})

test('a search can read the trigram index, although the policies of the workspace stand before it', async () => {
  const { ctx } = await withPeople()
  await sql`
    insert into contacts (workspace_id, id, search_text, created_at, updated_at)
    select ${ctx.workspaceId}, gen_random_uuid(), md5(n::text), now(), now() from generate_series(1, 20000) n`.execute(
    ctx.db,
  )
  await sql`analyze contacts`.execute(database().owner)

  for (const condition of [sql`c.search_text like '%nunez%'`, sql`'nunes' <% c.search_text`]) {
    const plan = await atomically(ctx, async ctx => {
      const { rows } = await sql`
        explain select id from contacts c
        where c.workspace_id = ${ctx.workspaceId} and c.deleted_at is null and ${condition}`.execute(ctx.db)
      return JSON.stringify(rows)
    })
    expect(plan).toContain('contacts_search')
    expect(plan).toMatch(/Index Cond: [^"]*(~~|%>)/)
  }
})

test('the page of a contact says who gave each fact, when and in which act', async () => {
  const { ctx } = await withPeople()
  const [ana] = await searchContacts(ctx, { text: 'ana@robledo.es' })
  const id = ana?.id ?? ''
  const edited = await updateContact(
    { ...ctx, actor: { kind: 'user', id: ctx.workspaceId, name: 'Marta' } },
    id,
    { fields: { city: 'Gijón' } },
    { kind: 'edit' },
  )

  const contact = await getContact(ctx, id)

  expect(contact.provenance.city).toMatchObject({ changeSetId: edited, actorName: 'Marta', kind: 'edit' })
  expect(contact.provenance['identity:email:ana@robledo.es']).toMatchObject({
    actorName: 'test',
    kind: 'create',
  })
  expect(contact.organizations).toMatchObject([{ displayName: 'Talleres Robledo', isPrimary: true }])
  const organization = await getContact(ctx, contact.organizations[0]?.id ?? '')
  expect(organization.people).toMatchObject([{ displayName: 'Ana Núñez Carreño' }])
})
