import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { recordEvents } from '../activity/activity.ts'
import { settle } from '../app/reactions.ts'
import { createContacts, markChanged, updateContact } from '../contacts/contacts.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { matchingContacts } from '../criteria/matching.ts'
import { at, type Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/ids.ts'
import {
  commonIn,
  createSegment,
  fillSegment,
  getSegment,
  listSegments,
  removeSegment,
  restoreSegment,
  updateSegment,
} from './segments.ts'

const { workspace } = useDatabase()
const now = new Date('2026-03-02T10:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const tagged = (tag: string): Criteria => ({ is: 'tag', anyOf: [tag] })

async function person(ctx: Ctx, name: string, more: object = {}): Promise<string> {
  const [id = ''] = await createContacts(ctx, [{ kind: 'person', fields: { name }, ...more }], {
    kind: 'create',
  })
  return id
}

async function segment(
  ctx: Ctx,
  name: string,
  criteria: Criteria,
  about: 'person' | 'organization' | 'contact' = 'person',
) {
  const id = await createSegment(ctx, { name, description: '', about, criteria })
  await fillSegment(ctx, id, { size: 2 })
  return id
}

const sizes = async (ctx: Ctx) =>
  Object.fromEntries((await listSegments(ctx)).map(({ name, size }) => [name, size]))

test('a segment is filled with those who meet it, and says who came and went since', async () => {
  const ctx = await workspace({ now })
  const ana = await person(ctx, 'Ana', { tags: ['vip'] })
  const berta = await person(ctx, 'Berta')
  await settle(ctx)
  const id = await segment(ctx, 'VIP', tagged('vip'))

  expect(await getSegment(ctx, id)).toMatchObject({ size: 1, isFilling: false, passages: [] })

  const tomorrow = at(ctx, later(1))
  await updateContact(tomorrow, ana, { tags: { remove: ['vip'] } } as never, { kind: 'edit' })
  await updateContact(tomorrow, berta, { tags: { add: ['vip'] } } as never, { kind: 'edit' })
  await settle(tomorrow)

  const after = await getSegment(tomorrow, id)
  expect(after).toMatchObject({ size: 1, entered: 1, left: 1 })
  expect(after.passages.map(({ name, entered }) => `${name} ${entered ? 'in' : 'out'}`).toSorted()).toEqual([
    'Ana out',
    'Berta in',
  ])
  expect(after.days).toEqual([
    { day: '2026-03-02', size: 1, entered: 0, left: 0 },
    { day: '2026-03-03', size: 1, entered: 1, left: 1 },
  ])
})

test('time alone brings contacts in and out', async () => {
  const ctx = await workspace({ now })
  const ana = await person(ctx, 'Ana')
  await recordEvents(ctx, [
    { contactId: ana, name: 'purchase', at: now, properties: { amount: 10 } },
  ] as never)
  await settle(ctx)
  const recent = await segment(ctx, 'Recent', { did: ['purchase'], withinDays: 10 })
  await segment(ctx, 'Gone quiet', { did: ['purchase'], notWithinDays: 20 })

  await settle(at(ctx, later(5)))
  expect(await sizes(ctx)).toEqual({ Recent: 1, 'Gone quiet': 0 })
  await settle(at(ctx, later(11)))
  expect(await sizes(ctx)).toEqual({ Recent: 0, 'Gone quiet': 0 })
  await settle(at(ctx, later(21)))

  expect(await sizes(ctx)).toEqual({ Recent: 0, 'Gone quiet': 1 })
  expect((await getSegment(at(ctx, later(21)), recent)).passages).toMatchObject([
    { name: 'Ana', entered: false },
  ])
})

test('a segment may ask for other segments, for stages and for the organisation, and follows each', async () => {
  const ctx = await workspace({ now })
  const vip = await segment(ctx, 'VIP', tagged('vip'))
  await segment(ctx, 'Prospects who matter', {
    all: [
      { is: 'segment', anyOf: [vip] },
      { is: 'stage', anyOf: ['prospect'] },
    ],
  })
  await segment(ctx, 'Works at a big one', { company: { field: 'employees', op: 'atLeast', value: 100 } })
  const ana = await person(ctx, 'Ana', { tags: ['vip'], organization: { name: 'Talleres Núñez' } })
  await settle(ctx)
  expect(await sizes(ctx)).toEqual({ VIP: 1, 'Prospects who matter': 0, 'Works at a big one': 0 })

  const event = { contactId: ana, name: 'call', at: now, direction: 'two', properties: {} }
  await recordEvents(ctx, [event] as never)
  const { sample } = await matchingContacts(ctx, { about: 'organization', where: { all: [] } })
  await updateContact(ctx, sample[0]?.id ?? '', { fields: { employees: 300 } } as never, { kind: 'edit' })
  await settle(ctx)

  expect(await sizes(ctx)).toEqual({ VIP: 1, 'Prospects who matter': 1, 'Works at a big one': 1 })
  expect(
    await matchingContacts(ctx, { about: 'person', where: { not: { is: 'segment', anyOf: [vip] } } }),
  ).toMatchObject({ count: 0 })
})

test('another criterion moves the members at once, and that is nobody’s entry or exit; those that name it follow', async () => {
  const ctx = await workspace({ now })
  await person(ctx, 'Ana', { tags: ['a'] })
  await person(ctx, 'Berta', { tags: ['b'] })
  await settle(ctx)
  const inner = await segment(ctx, 'Inner', tagged('a'))
  const outer = await segment(ctx, 'Outer', { not: { is: 'segment', anyOf: [inner] } })
  const tomorrow = at(ctx, later(1))

  await updateSegment(tomorrow, inner, {
    name: 'Inner',
    description: '',
    about: 'person',
    criteria: { any: [tagged('a'), tagged('b')] },
  })
  for (const id of [inner, outer]) await fillSegment(tomorrow, id)

  expect(await getSegment(tomorrow, inner)).toMatchObject({ size: 2, entered: 0, passages: [] })
  expect(await getSegment(tomorrow, outer)).toMatchObject({ size: 0, left: 0, passages: [] })
})

test('refused by name: a circle, an empty any, a fact that was deleted, a name that is taken', async () => {
  const ctx = await workspace({ now })
  const one = await segment(ctx, 'One', tagged('a'))
  const two = await segment(ctx, 'Two', { is: 'segment', anyOf: [one] })
  const draft = (criteria: Criteria, name = 'One') => ({
    name,
    description: '',
    about: 'person' as const,
    criteria,
  })

  await expect(updateSegment(ctx, one, draft({ is: 'segment', anyOf: [two] }))).rejects.toMatchObject({
    code: 'segments.circular',
    params: { name: 'One', through: 'Two' },
  })
  await expect(createSegment(ctx, draft({ all: [{ any: [] }] }, 'Three'))).rejects.toMatchObject({
    issues: [{ path: ['criteria', 'all', 0], code: 'criteria.empty_group' }],
  })
  await expect(
    createSegment(ctx, draft({ field: 'custom.gone', op: 'isKnown' }, 'Three')),
  ).rejects.toMatchObject({ issues: [{ code: 'criteria.unknown_field', params: { field: 'gone' } }] })
  await expect(createSegment(ctx, draft({ is: 'segment', anyOf: [newId()] }, 'Three'))).rejects.toMatchObject(
    {
      issues: [{ code: 'criteria.unknown_segment' }],
    },
  )
  await expect(createSegment(ctx, draft(tagged('a'), 'ONE'))).rejects.toMatchObject({
    code: 'segments.name_taken',
  })
})

test('a segment that is named cannot be deleted; one that is deleted comes back with its members', async () => {
  const ctx = await workspace({ now })
  await person(ctx, 'Ana', { tags: ['a'] })
  await settle(ctx)
  const one = await segment(ctx, 'One', tagged('a'))
  const two = await segment(ctx, 'Two', { is: 'segment', anyOf: [one] })
  await expect(removeSegment(ctx, one)).rejects.toMatchObject({
    code: 'segments.in_use',
    params: { user: 'Two' },
  })

  await removeSegment(ctx, two)
  await removeSegment(ctx, one)
  expect(await listSegments(ctx)).toEqual([])
  expect(
    await matchingContacts(ctx, { about: 'contact', where: { is: 'segment', anyOf: [one] } }),
  ).toMatchObject({ count: 0 })
  await restoreSegment(ctx, one)
  await fillSegment(ctx, one)

  expect(await sizes(ctx)).toEqual({ One: 1 })
})

test('a contact in the bin is in no segment', async () => {
  const ctx = await workspace({ now })
  const ana = await person(ctx, 'Ana', { tags: ['a'] })
  await settle(ctx)
  const id = await segment(ctx, 'One', tagged('a'))
  const { binContacts } = await import('../contacts/contacts.ts')

  await binContacts(ctx, [ana], { kind: 'delete' })
  await settle(ctx)

  expect(await getSegment(ctx, id)).toMatchObject({ size: 0 })
})

test('what the members have in common is told with how many it rests on, and what the criterion asks for is not', async () => {
  const ctx = await workspace({ now })
  for (let i = 0; i < 12; i++) {
    await person(ctx, `Fan ${i}`, {
      tags: ['fan'],
      fields: { name: `Fan ${i}`, city: i < 9 ? 'Bilbao' : 'Vigo' },
    })
    await person(ctx, `Other ${i}`, { fields: { name: `Other ${i}`, city: i < 2 ? 'Bilbao' : 'Vigo' } })
  }
  await settle(ctx)
  const id = await segment(ctx, 'Fans', tagged('fan'))

  const { of, rest, traits } = await commonIn(ctx, id)

  expect({ of, rest }).toEqual({ of: 12, rest: 12 })
  expect(traits).toEqual([{ key: 'city', value: 'Bilbao', count: 9, share: 0.75, shareOfRest: 2 / 12 }])
})

test('fifty segments are refreshed for a thousand changed contacts by one statement for each 250', async () => {
  const ctx = await workspace({ now })
  const drafts = Array.from({ length: 300 }, (_, i) => ({
    kind: 'person' as const,
    fields: { name: `P ${i}` },
    tags: [`t${i % 50}`],
  }))
  const ids = await createContacts(ctx, drafts, { kind: 'create' })
  await settle(ctx)
  for (let i = 0; i < 50; i++) {
    const criteria: Criteria = {
      any: [tagged(`t${i}`), { did: ['purchase'], atLeast: i + 1, withinDays: 30 + i }],
    }
    await createSegment(ctx, { name: `S ${i}`, description: '', about: 'person', criteria })
  }

  await markChanged(ctx, ids)
  await settle(ctx)

  expect(Object.values(await sizes(ctx))).toEqual(Array.from({ length: 50 }, () => 6))
}, 60_000)
