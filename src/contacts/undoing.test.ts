import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/ids.ts'
import {
  binContacts,
  createContacts,
  restoreContacts,
  undo,
  updateContact,
  updateContacts,
  upsertContacts,
} from './contacts.ts'
import { factsOf } from './facts.ts'
import { changesOf } from './history.ts'

const { workspace } = useDatabase()
const noEvents = async () => {}

async function makeAna(ctx: Ctx): Promise<string> {
  const draft = {
    fields: { givenName: 'Ana', surname: 'Núñez', email: 'ana@example.com', city: 'Gijón' },
    tags: ['feria'],
  }
  const [ana = ''] = await createContacts(ctx, [draft], { kind: 'create' })
  return ana
}

const read = async (ctx: Ctx, id: string) => (await factsOf(ctx, [id])).get(id) ?? {}

test('an edit replaces the main address, empties a fact and can be undone whole', async () => {
  const ctx = await workspace()
  const ana = await makeAna(ctx)
  const before = await read(ctx, ana)

  const change = await updateContact(
    ctx,
    ana,
    {
      fields: { email: 'ana@robledo.es', city: null, organization: 'Talleres Robledo' },
      tags: { add: ['vip'], remove: ['feria'] },
    },
    { kind: 'edit' },
  )
  expect(await read(ctx, ana)).toMatchObject({
    'identity:email:ana@robledo.es': { isPrimary: true },
    'tag:vip': true,
  })
  expect(Object.keys(await read(ctx, ana))).not.toContain('city')

  await undo(ctx, change, noEvents)

  expect(await read(ctx, ana)).toEqual(before)
})

test('undo leaves alone what someone changed since, and says so', async () => {
  const ctx = await workspace()
  const ana = await makeAna(ctx)
  const change = await updateContact(
    ctx,
    ana,
    { fields: { city: 'Oviedo', sector: 'Educación' } },
    { kind: 'edit' },
  )
  await updateContact(ctx, ana, { fields: { city: 'Avilés' } }, { kind: 'edit' })

  const undone = await undo(ctx, change, noEvents)

  const facts = await read(ctx, ana)
  expect(facts.city).toBe('Avilés')
  expect(facts).not.toHaveProperty('sector')
  expect(undone.kept).toEqual([{ contactId: ana, facts: ['city'] }])
})

test('an undone import takes its new contacts away, gives the old ones back, and can be done again', async () => {
  const ctx = await workspace()
  const ana = await makeAna(ctx)
  const before = await read(ctx, ana)
  const { changeSetId, items } = await upsertContacts(
    ctx,
    [
      { fields: { email: 'ana@example.com', city: 'Oviedo', phone: '600 111 222' } },
      { fields: { givenName: 'Luis', email: 'luis@example.com', organization: 'Acme' }, notes: ['Llamar'] },
    ],
    { kind: 'import' },
  )
  const luis = items[1]?.contactId ?? ''
  const imported = await read(ctx, luis)

  const undone = await undo(ctx, changeSetId, noEvents)
  expect(await read(ctx, ana)).toEqual(before)
  expect(await read(ctx, luis)).toHaveProperty('deletedAt')

  await undo(ctx, undone.changeSetId, noEvents)
  expect(await read(ctx, luis)).toEqual(imported)
  expect(await read(ctx, ana)).toMatchObject({ city: 'Oviedo' })
  await expect(undo(ctx, undone.changeSetId, noEvents)).rejects.toMatchObject({
    code: 'contacts.undone_already',
  })
})

test('the bin frees the addresses, and a restored contact does not take them back from another', async () => {
  const ctx = await workspace()
  const ana = await makeAna(ctx)
  await binContacts(ctx, [ana])

  const [other = ''] = await createContacts(
    ctx,
    [{ fields: { givenName: 'Ana María', email: 'ana@example.com' } }],
    { kind: 'create' },
  )
  await restoreContacts(ctx, [ana])

  const owners = await ctx.db
    .selectFrom('identities')
    .where('value', '=', 'ana@example.com')
    .where('identifying', '=', true)
    .select('contactId')
    .execute()
  expect(owners).toEqual([{ contactId: other }])
})

test('an address of another contact is refused, a shared telephone belongs to both and identifies neither', async () => {
  const ctx = await workspace()
  const ana = await makeAna(ctx)
  const [luis = ''] = await createContacts(ctx, [{ fields: { givenName: 'Luis', phone: '911 22 33 44' } }], {
    kind: 'create',
  })

  const taken = updateContact(ctx, luis, { fields: { email: 'ANA@example.com' } }, { kind: 'edit' })
  await expect(taken).rejects.toMatchObject({ kind: 'conflict', code: 'contacts.identity_taken' })
  await updateContact(ctx, ana, { fields: { phone: '+34 911223344' } }, { kind: 'edit' })

  const shared = await ctx.db
    .selectFrom('identities')
    .where('kind', '=', 'phone')
    .where('workspaceId', '=', ctx.workspaceId)
    .select('identifying')
    .execute()
  expect(shared).toEqual([{ identifying: false }, { identifying: false }])
})

test('ten thousand contacts are changed and given back by a handful of statements', async () => {
  const ctx = await workspace()
  const drafts = Array.from({ length: 10_000 }, (_, index) => ({
    fields: { givenName: `Ana ${index}`, email: `p${index}@example.com` },
  }))
  const { changeSetId, items } = await upsertContacts(ctx, drafts, { kind: 'import' })
  const ids = items.flatMap(item => item.contactId ?? [])
  await updateContacts(
    ctx,
    ids.slice(0, 100).map(id => ({ id, fields: { city: 'Oviedo' } })),
    { kind: 'bulk' },
  )

  const undone = await undo(ctx, changeSetId, noEvents)

  expect(undone).toMatchObject({ contacts: 9_900 })
  expect(undone.kept).toHaveLength(100)
}, 60_000)

test('of several addresses another is made the main one, and undo gives the first back', async () => {
  const ctx = await workspace()
  const ana = await makeAna(ctx)
  const email = (value: string) => ({ kind: 'email' as const, value })
  await updateContact(ctx, ana, { identities: { add: [email('ana@robledo.es')] } }, { kind: 'edit' })
  const before = await read(ctx, ana)

  const change = await updateContact(
    ctx,
    ana,
    { identities: { main: [email('ana@robledo.es')] } },
    { kind: 'edit' },
  )

  expect(await read(ctx, ana)).toMatchObject({
    'identity:email:ana@example.com': { isPrimary: false },
    'identity:email:ana@robledo.es': { isPrimary: true },
  })
  await undo(ctx, change, noEvents)
  expect(await read(ctx, ana)).toEqual(before)
})

test('the history says who changed what from what to what, and names employers', async () => {
  const ctx = await workspace()
  const ana = await makeAna(ctx)
  await updateContact(ctx, ana, { fields: { city: 'Oviedo', organization: 'Robledo' } }, { kind: 'edit' })

  const [edit] = await changesOf(ctx, ana, 10)

  expect(edit).toMatchObject({
    kind: 'edit',
    actorName: 'test',
    before: { city: 'Gijón' },
    after: { city: 'Oviedo' },
  })
  expect(Object.values(edit?.names ?? {})).toEqual(['Robledo'])
})

test('a number that cannot be a telephone is refused to a person who types it and kept from a file', async () => {
  const ctx = await workspace()
  const ana = await makeAna(ctx)
  const typing: Ctx = { ...ctx, actor: { kind: 'user', id: newId(), name: 'Marta' } }
  const patch = { fields: { phone: '12' } }

  await expect(updateContact(typing, ana, patch, { kind: 'edit' })).rejects.toMatchObject({
    code: 'contacts.foreign_phone',
    params: { country: 'ES' },
  })
  await expect(
    updateContact(typing, ana, { fields: { phone: '+34 12' } }, { kind: 'edit' }),
  ).rejects.toMatchObject({ code: 'contacts.impossible_phone' })
  await updateContact(ctx, ana, patch, { kind: 'import' })

  expect(await read(ctx, ana)).toMatchObject({ 'identity:phone:12': { status: 'invalid' } })
})
