import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { createContacts, getContact, updateContact, updateContacts, upsertContacts } from './contacts.ts'

const { workspace } = useDatabase()

test('each employer that an edit names becomes one of its own, and one that cannot be refuses the edit', async () => {
  const ctx = await workspace()
  const [ana = ''] = await createContacts(ctx, [{ fields: { email: 'ana@example.com' } }], { kind: 'create' })
  await createContacts(
    ctx,
    [
      { kind: 'organization', fields: { name: 'Gamma', domain: 'gamma.es' } },
      { kind: 'organization', fields: { name: 'Delta', domain: 'delta.es' } },
    ],
    { kind: 'create' },
  )

  const add = [{ name: 'Alfa' }, { name: 'Beta', jobTitle: 'Socia', isPrimary: true }]
  await updateContact(ctx, ana, { organizations: { add } }, { kind: 'edit' })
  const both = {
    name: 'Gamma',
    domain: 'gamma.es',
    identities: [{ kind: 'domain' as const, value: 'delta.es' }],
  }
  const refused = await updateContacts(ctx, [{ id: ana, organizations: { add: [add[0] ?? {}, both] } }], {
    kind: 'edit',
  })

  const { organizations } = await getContact(ctx, ana)
  expect(
    organizations.map(({ displayName, jobTitle, isPrimary }) => [displayName, jobTitle, isPrimary]).sort(),
  ).toEqual([
    ['Alfa', null, false],
    ['Beta', 'Socia', true],
  ])
  expect(refused.items).toMatchObject([
    { outcome: 'refused', issues: [{ code: 'contacts.matches_several', path: ['organizations', 'add', 1] }] },
  ])
})

test('a person whose employer contradicts what is known comes in without it, and that is said', async () => {
  const ctx = await workspace()
  const domains = ['gamma.es', 'delta.es']
  await createContacts(
    ctx,
    domains.map(domain => ({ kind: 'organization' as const, fields: { name: domain, domain } })),
    { kind: 'create' },
  )
  const identities = domains.map(value => ({ kind: 'domain' as const, value }))

  const { items } = await upsertContacts(
    ctx,
    [{ fields: { email: 'eva@example.com' }, organization: { identities } }],
    { kind: 'api' },
  )

  expect(items).toMatchObject([{ outcome: 'new', warnings: [{ code: 'contacts.matches_several' }] }])
})

test('whoever stores a set is told of the people too whom a new name of their organisation reaches', async () => {
  const ctx = await workspace()
  const acme = { name: 'Acme', domain: 'acme.es' }
  const [ana = ''] = await createContacts(
    ctx,
    [{ fields: { email: 'ana@example.com' }, organization: acme }],
    { kind: 'create' },
  )
  const touched: string[] = []

  await upsertContacts(
    ctx,
    [{ kind: 'organization', fields: { name: 'Acme Nueva', domain: 'acme.es' } }],
    { kind: 'api' },
    { touching: keys => void touched.push(...keys) },
  )

  expect(touched).toContain(ana)
})

test('a person and the new employer that share a telephone and an address come in together', async () => {
  const ctx = await workspace()
  const shared = [
    { kind: 'phone' as const, value: '+34 944 12 34 56' },
    { kind: 'email' as const, value: 'hola@gamma.es' },
  ]

  const { items } = await upsertContacts(
    ctx,
    [
      {
        fields: { givenName: 'Eva' },
        identities: shared,
        organization: { name: 'Gamma', identities: shared },
      },
    ],
    { kind: 'import' },
  )

  const eva = await getContact(ctx, items[0]?.contactId ?? '')
  expect(eva.identities.map(each => each.value).sort()).toEqual(['+34944123456', 'hola@gamma.es'])
  expect(eva.organizations.map(each => each.displayName)).toEqual(['Gamma'])
})
