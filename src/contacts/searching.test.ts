import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import type { Ctx } from '../platform/ctx.ts'
import { createContacts, getContact, searchContacts, updateContact } from './contacts.ts'
import { byRarestPieces } from './rarest.ts'

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

/** So many others that what is sought is not among the first that are come upon. */
async function crowd(ctx: Ctx, name: string, many = 1000) {
  await sql`
    insert into contacts (workspace_id, id, display_name, sort_name, search_text, created_at, updated_at)
    select ${ctx.workspaceId}, gen_random_uuid(), ${name} || n, ${name} || n, ${name} || n, now(), now()
    from generate_series(1, ${many}::int) n`.execute(database().owner)
}

test('who is called exactly what was written comes first, however many begin with it or contain it', async () => {
  const { ctx, names } = await withPeople()
  await crowd(ctx, 'garcia')
  await crowd(ctx, 'mariagarcia')
  await createContacts(
    ctx,
    [
      { fields: { surname: 'García' } },
      { fields: { givenName: 'García', surname: 'García' } },
      { kind: 'organization', fields: { name: 'García Garcia1' } },
    ],
    { kind: 'create' },
  )

  expect((await names('garcia'))[0]).toBe('García')
  expect((await names('García Garcia1'))[0]).toBe('García Garcia1')
  expect((await names('garcia1 garcía'))[0]).toBe('García Garcia1')
})

test('one or two letters find names, addresses and numbers that begin with them', async () => {
  const { ctx, names } = await withPeople()
  await crowd(ctx, 'xananluxx')

  expect(await names('lu')).toEqual(['Luis González'])
  expect(await names('go')).toEqual(['Luis González'])
  expect((await names('nu')).toSorted()).toEqual(['Ana Núñez Carreño', 'Nuria Nuño'])
  expect(await names('l g')).toEqual(['Luis González'])
  expect(await names('n')).toContain('Nuria Nuño')
  expect(await names('54')).toEqual(['Luis González'])
})

test('the name is found in both orders, with ñ or with n', async () => {
  const { names } = await withPeople()

  for (const text of ['Ana Núñez Carreño', 'núñez carreño ana', 'Nunez Carreno, Ana', 'ana nunez carreno']) {
    const [first] = await names(text)
    expect(first, text).toBe('Ana Núñez Carreño')
  }
})

test('each word may be misspelt by itself, and a part of a word stays found beside one', async () => {
  const { ctx, names } = await withPeople()
  await crowd(ctx, 'maria josefa hernando')
  await createContacts(
    ctx,
    [
      { fields: { givenName: 'María José', surname: 'Fernández', organization: 'Ferretería Alonso' } },
      { fields: { givenName: 'María', surname: 'Fernández' } },
    ],
    { kind: 'create' },
  )

  expect((await names('maria jose fernandes'))[0]).toBe('María José Fernández')
  expect(await names('jose fernandes')).toEqual(['María José Fernández'])
  expect(await names('rreteri fernandes')).toEqual(['María José Fernández'])
  expect(await names('fernandes ma jo')).toEqual(['María José Fernández'])
})

test('a number finds who has it as telephone or id before those whose numbers contain it', async () => {
  const { ctx, names } = await withPeople()
  await crowd(ctx, '8660562')
  await createContacts(
    ctx,
    [
      { fields: { givenName: 'Eva', externalId: 'crm:660562' } },
      { fields: { givenName: 'Iván', phone: '966 05 62 10' } },
      { fields: { externalId: 'leads:660562' } },
    ],
    { kind: 'create' },
  )

  expect((await names('660562')).slice(0, 2)).toEqual(['660562', 'Eva'])
  expect((await names('crm:660562'))[0]).toBe('Eva')
  expect((await names('966056210'))[0]).toBe('Iván')
  expect((await names('+34 966 05 62 10'))[0]).toBe('Iván')
  expect(await names('96605621')).toContain('Iván')
})

test('several with one telephone are all found by it', async () => {
  const { ctx, names } = await withPeople()
  await createContacts(
    ctx,
    ['Eva', 'Iván'].map(givenName => ({ fields: { givenName, phone: '600 33 33 33' } })),
    { kind: 'create' },
  )

  expect((await names('600333333')).toSorted()).toEqual(['Eva', 'Iván'])
  expect((await searchContacts(ctx, { text: '600 33 33 33' })).map(each => each.match)).toEqual([
    'exact',
    'exact',
  ])
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

test('on a large base the index is asked for the rarest pieces of a word, and those with all of the word are found', async () => {
  const ctx = await workspace()
  const addresses = [
    'ana@empresa99.example',
    'leo@empresa98.example',
    'eva@99.empresa.example',
    'ada@a99.example',
  ]
  await createContacts(
    ctx,
    addresses.map(email => ({ fields: { email } })),
    { kind: 'create' },
  )
  const rarest = await byRarestPieces(ctx, ['empresa99.example'], -2)
  const { rows } = await sql<{ name: string }>`
    select display_name as name from contacts c
    where workspace_id = ${ctx.workspaceId} and ${rarest?.('empresa99.example') ?? sql`false`}`.execute(
    ctx.db,
  )

  expect(rarest?.('empresa99.example').compile(ctx.db).parameters.slice(0, 3)).toContain('%a99%')
  expect(rows).toEqual([{ name: 'ana@empresa99.example' }])
})
