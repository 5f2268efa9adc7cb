import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysAgo, happened } from '../../test/history.ts'
import type { ContactDraft } from '../contacts/contacts.ts'
import {
  type ContactPatch,
  createContacts,
  undo,
  updateContact,
  updateContacts,
} from '../contacts/contacts.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { funnelOf } from '../lifecycle/lifecycle.ts'
import { at, type Ctx } from '../platform/ctx.ts'
import { pointsOf } from '../scoring/scoring.ts'
import { observe } from './observing.ts'
import { prove } from './proving.ts'

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')
const noEvents = async () => {}

const ago = (ctx: Ctx, days: number) => at(ctx, daysAgo(ctx, days))

async function made(ctx: Ctx, days: number, draft: ContactDraft): Promise<string> {
  const [id = ''] = await createContacts(ago(ctx, days), [draft], { kind: 'create' })
  return id
}

const edit = (ctx: Ctx, days: number, id: string, patch: ContactPatch) =>
  updateContact(ago(ctx, days), id, patch, { kind: 'edit' })

/** Which of the conditions held of the contact so many days ago. */
async function heldThen(ctx: Ctx, id: string, days: number, conditions: Criteria[]): Promise<boolean[]> {
  const day = new Date(`${daysAgo(ctx, days).toISOString().slice(0, 10)}T00:00:00Z`)
  const member = { id, won: true, wonAt: null, arrivedAt: daysAgo(ctx, 300), day, order: 0 }
  const [seen] = await observe(ctx, { funnel: await funnelOf(ctx), members: [member], conditions })
  return conditions.map((_, place) => seen?.holds.includes(place) ?? false)
}

async function employerOf({ db }: Ctx, name: string): Promise<string> {
  const { id } = await db
    .selectFrom('contacts')
    .where('displayName', '=', name)
    .select('id')
    .executeTakeFirstOrThrow()
  return id
}

const city = (value: string): Criteria => ({ field: 'city', op: 'is', value })
const cities = [city('Gijón'), city('Oviedo')]

test('a fact that was changed after the outcome counts as it was; one that was filled in only then does not count', async () => {
  const ctx = await workspace({ now })
  const ana = await made(ctx, 200, {
    fields: { givenName: 'Ana', email: 'ana@gmail.com', city: 'Gijón' },
    tags: ['feria'],
    roles: ['partner'],
  })
  const asked: Criteria[] = [
    ...cities,
    { field: 'sector', op: 'isKnown' },
    { is: 'tag', anyOf: ['feria'] },
    { is: 'tag', anyOf: ['vip'] },
    { is: 'role', anyOf: ['partner'] },
    { field: 'email', op: 'is', value: 'ana@gmail.com' },
    { field: 'email', op: 'isCorporateMail' },
    { field: 'organization', op: 'isKnown' },
    { company: { all: [] } },
  ]
  await edit(ctx, 50, ana, {
    fields: { city: 'Oviedo', sector: 'Metal', email: 'ana@robledo.es', organization: 'Talleres Robledo' },
    tags: { add: ['vip'], remove: ['feria'] },
    roles: { remove: ['partner'] },
  })

  const before = await heldThen(ctx, ana, 100, asked)
  const after = await heldThen(ctx, ana, 40, asked)

  expect(before).toEqual([true, false, false, true, false, true, true, false, false, false])
  expect(after).toEqual([false, true, true, false, true, false, false, true, true, true])
})

test('what was undone since never was, and doing it again counts from when it was first done', async () => {
  const ctx = await workspace({ now })
  const ana = await made(ctx, 200, { fields: { givenName: 'Ana', city: 'Gijón' } })
  const mistake = await edit(ctx, 150, ana, { fields: { city: 'Oviedo' } })
  const undone = await undo(ago(ctx, 50), mistake, noEvents)

  expect(await heldThen(ctx, ana, 170, cities)).toEqual([true, false])
  expect(await heldThen(ctx, ana, 100, cities)).toEqual([true, false])
  expect(await heldThen(ctx, ana, 40, cities)).toEqual([true, false])

  await undo(ago(ctx, 30), undone.changeSetId, noEvents)

  expect(await heldThen(ctx, ana, 170, cities)).toEqual([true, false])
  expect(await heldThen(ctx, ana, 100, cities)).toEqual([false, true])
  expect(await heldThen(ctx, ana, 40, cities)).toEqual([false, true])
})

test('what a contact came with it always had, also where what it did goes further back', async () => {
  const ctx = await workspace({ now })
  const ana = await made(ctx, 20, { fields: { givenName: 'Ana', city: 'Gijón' } })
  await edit(ctx, 10, ana, { fields: { city: 'Oviedo' } })

  expect(await heldThen(ctx, ana, 100, cities)).toEqual([true, false])
})

test('the organisation of a person counts as it was too', async () => {
  const ctx = await workspace({ now })
  const robledo = await made(ctx, 200, {
    ...{ kind: 'organization', fields: { name: 'Talleres Robledo', sector: 'Metal' } },
  })
  const [ana, eva] = [
    await made(ctx, 200, { fields: { givenName: 'Ana', organization: 'Talleres Robledo' } }),
    await made(ctx, 200, { fields: { givenName: 'Eva' } }),
  ]
  await edit(ctx, 50, robledo, { fields: { sector: 'Salud' } })
  await edit(ctx, 50, eva, { organizations: { add: [{ name: 'Talleres Robledo', id: robledo }] } })
  const sectors = ['Metal', 'Salud'].map(
    (value): Criteria => ({ company: { field: 'sector', op: 'is', value } }),
  )

  expect(await heldThen(ctx, ana, 100, sectors)).toEqual([true, false])
  expect(await heldThen(ctx, ana, 40, sectors)).toEqual([false, true])
  expect(await heldThen(ctx, eva, 100, sectors)).toEqual([false, false])
  expect(await heldThen(ctx, eva, 40, sectors)).toEqual([false, true])
  expect(await heldThen(ctx, robledo, 100, [{ people: { all: [] }, atLeast: 2 }])).toEqual([false])
  expect(await heldThen(ctx, robledo, 40, [{ people: { all: [] }, atLeast: 2 }])).toEqual([true])
})

test('who came to an organisation after the day was not there yet, unless they came with it', async () => {
  const ctx = await workspace({ now })
  await made(ctx, 200, { fields: { givenName: 'Ana', organization: 'Talleres Robledo' } })
  const robledo = await employerOf(ctx, 'Talleres Robledo')
  await made(ctx, 199.9, { fields: { givenName: 'Eva', organization: 'Talleres Robledo' } })
  await made(ctx, 50, { fields: { givenName: 'Luz', organization: 'Talleres Robledo' } })
  const asMany = [1, 2, 3].map((atLeast): Criteria => ({ people: { all: [] }, atLeast }))

  expect(await heldThen(ctx, robledo, 250, asMany)).toEqual([true, true, false])
  expect(await heldThen(ctx, robledo, 100, asMany)).toEqual([true, true, false])
  expect(await heldThen(ctx, robledo, 40, asMany)).toEqual([true, true, true])
})

test('the account of a score on another day counts the facts of that day', async () => {
  const ctx = await workspace({ now })
  const ana = await made(ctx, 200, { fields: { givenName: 'Ana', decisionRole: 'influences' } })
  await edit(ctx, 50, ana, { fields: { decisionRole: 'decides' } })
  const fitOf = async (days: number) => (await pointsOf(ctx, ana, daysAgo(ctx, days))).fit.shown

  expect([await fitOf(100), await fitOf(40), await fitOf(0)]).toEqual([10, 20, 20])
})

test('facts that sellers fill in once it is sold raise no score, and are named as a leak', async () => {
  const ctx = await workspace({ now })
  const ids = await createContacts(
    ago(ctx, 300),
    Array.from({ length: 100 }, (_, i) => ({ fields: { givenName: `Ana ${i}` } })),
    { kind: 'create' },
  )
  const buyers = ids.slice(0, 50)
  for (const id of buyers) await happened(ctx, id, 'purchase', { at: daysAgo(ctx, 100) })
  await updateContacts(
    ago(ctx, 90),
    buyers.map(id => ({ id, fields: { jobTitle: 'Directora', sector: 'Metal' } })),
    { kind: 'edit' },
  )

  const { rules, leaks } = await prove(ctx, {
    ...{ outcome: { event: 'purchase' }, kind: 'person', from: daysAgo(ctx, 365), to: now },
  })

  expect(leaks).toContainEqual({ about: 'sector', why: 'after', share: 1 })
  expect(rules.filter(rule => rule.axis === 'fit' && rule.people > 0)).toEqual([])
})
