import fc from 'fast-check'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysLater } from '../../test/history.ts'
import { patience, soaked } from '../../test/soaked.ts'
import { recordEvents, restoreEvents, timelineOf, withdrawEvents } from '../activity/activity.ts'
import {
  binContacts,
  type ContactDraft,
  createContacts,
  emptyBin,
  getContact,
  mergeContacts,
  searchContacts,
  undo,
} from '../contacts/contacts.ts'
import type { Ctx } from '../platform/ctx.ts'
import { moveBelongings, withdrawBelongings } from './belongings.ts'

const { workspace } = useDatabase()

/** All that can be seen of a contact, but for when its row was last written and by which act. */
async function seen(ctx: Ctx, id: string) {
  const { updatedAt, provenance, notes, consents, ...contact } = await getContact(ctx, id)
  return {
    ...contact,
    notes: notes.map(each => each.body).toSorted(),
    consents: consents.map(({ channel, state }) => `${channel} ${state}`),
    timeline: await timelineOf(ctx, id, { limit: 100 }),
  }
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const few = <T>(...values: T[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 })

const draft = (own: string): fc.Arbitrary<ContactDraft> =>
  fc.record({
    kind: fc.constant('person' as const),
    fields: fc.record({
      // Different, since the same name with the same telephone is one person already.
      givenName: fc.constant(own === 'a' ? 'Ana' : 'Anna'),
      surname: maybe(fc.constantFrom('Núñez', 'Nunez')),
      city: maybe(fc.constantFrom('Gijón', 'Oviedo')),
      email: few(`${own}@example.com`, `${own}2@example.com`).map(each => each.join(';')),
      phone: maybe(fc.constantFrom('600111222', '600333444')),
      organization: maybe(fc.constantFrom('Acme', 'Robledo')),
    }),
    roles: few('customer', 'partner'),
    tags: few('feria', 'vip', own),
    notes: few('Llamar', 'No llamar'),
    consents: few('granted' as const, 'objected' as const).map(states =>
      states.map(state => ({ channel: 'email' as const, state, source: 'prueba' })),
    ),
  })

test('a merge joins two contacts, and undoing it gives both back as they were', {
  timeout: patience,
}, async () => {
  await fc.assert(
    fc.asyncProperty(draft('a'), draft('b'), fc.nat(3), async (one, other, events) => {
      const ctx = await workspace()
      const [into = '', from = ''] = await createContacts(ctx, [one, other], { kind: 'create' })
      await recordEvents(
        ctx,
        Array.from({ length: events }, () => ({ contactId: from, name: 'call', source: 'test' })),
      )
      const before = [await seen(ctx, into), await seen(ctx, from)]

      const changeSetId = await mergeContacts(ctx, { into, from }, moveBelongings)
      const merged = await seen(ctx, into)
      const undone = await undo(ctx, changeSetId, withdrawBelongings)

      expect(merged.tags).toEqual([...new Set([...(one.tags ?? []), ...(other.tags ?? [])])].toSorted())
      expect(merged.notes).toHaveLength((one.notes?.length ?? 0) + (other.notes?.length ?? 0))
      expect(undone.kept).toEqual([])
      expect([await seen(ctx, into), await seen(ctx, from)]).toEqual(before)
    }),
    { numRuns: soaked(40) },
  )
})

test('a merged contact is found by both addresses, has the events of both, and the other is in the bin', async () => {
  const ctx = await workspace()
  const [into = '', from = ''] = await createContacts(
    ctx,
    [
      { fields: { givenName: 'Ana', email: 'ana@example.com' } },
      { fields: { givenName: 'Anna', surname: 'Núñez', email: 'anna@example.com' } },
    ],
    { kind: 'create' },
  )
  await recordEvents(ctx, [{ contactId: from, name: 'call', source: 'test' }])

  await mergeContacts(ctx, { into, from }, moveBelongings)

  expect(await searchContacts(ctx, { text: 'anna@example.com' })).toMatchObject([{ id: into }])
  expect(await seen(ctx, into)).toMatchObject({ displayName: 'Ana Núñez' })
  expect(JSON.stringify((await seen(ctx, into)).timeline)).toContain('call')
  expect((await getContact(ctx, from)).deletedAt).not.toBeNull()
  await expect(mergeContacts(ctx, { into, from }, moveBelongings)).rejects.toMatchObject({
    code: 'contacts.unknown',
  })
  await expect(mergeContacts(ctx, { into, from: into }, moveBelongings)).rejects.toMatchObject({
    code: 'contacts.merge_itself',
  })
})

test('a merge, undone and done over, leaves each event as it was: there, or taken back; and one that it moved can be taken back', async () => {
  const ctx = await workspace()
  const [into = '', from = ''] = await createContacts(
    ctx,
    ['uno', 'dos'].map(name => ({ fields: { name, email: `${name}@example.com` } })),
    { kind: 'create' },
  )
  const recorded = await recordEvents(
    ctx,
    ['call', 'meeting'].map(name => ({ contactId: from, name, source: 'test' })),
  )
  const [call = '', meeting = ''] = recorded.map(({ id }) => id)
  const there = async () =>
    (await timelineOf(ctx, into, { limit: 10 })).events
      .concat((await timelineOf(ctx, from, { limit: 10 })).events)
      .map(({ name }) => name)
  await withdrawEvents(ctx, [meeting])

  const merged = await mergeContacts(ctx, { into, from }, moveBelongings)
  expect(await there()).toEqual(['call'])
  const undone = await undo(ctx, merged, withdrawBelongings)
  expect(await there()).toEqual(['call'])
  await undo(ctx, undone.changeSetId, withdrawBelongings)
  expect(await there()).toEqual(['call'])

  await withdrawEvents(ctx, [call])
  expect(await there()).toEqual([])
  await restoreEvents(ctx, [call])
  expect(await there()).toEqual(['call'])
})

test('what happens with a merged contact is recorded with the one that took it in, and with its successor', async () => {
  const ctx = await workspace()
  const [first = '', second = '', third = '', binned = ''] = await createContacts(
    ctx,
    ['uno', 'dos', 'tres', 'cuatro'].map(name => ({ fields: { name, email: `${name}@example.com` } })),
    { kind: 'create' },
  )
  await mergeContacts(ctx, { into: second, from: first }, moveBelongings)
  await mergeContacts(ctx, { into: third, from: second }, moveBelongings)
  await binContacts(ctx, [binned])
  const call = { messageId: 'late call', contactId: first, name: 'call' }

  const recorded = await recordEvents(ctx, [call, { contactId: binned, name: 'call' }])
  await emptyBin(daysLater(ctx, 31), async () => {})
  const again = await recordEvents(ctx, [call, { contactId: second, name: 'meeting' }])

  expect(recorded).toMatchObject([
    { outcome: 'stored', contactId: third },
    { outcome: 'refused', issue: { code: 'activity.binned_contact' } },
  ])
  expect(again).toMatchObject([
    { outcome: 'duplicate', id: recorded[0]?.id },
    { outcome: 'stored', contactId: third },
  ])
  expect(JSON.stringify((await seen(ctx, third)).timeline)).toContain('call')
})
