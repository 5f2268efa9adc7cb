import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { recordEvents } from '../activity/activity.ts'
import { createContacts } from '../contacts/contacts.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Criteria } from './criteria.ts'
import { eventsOfEach } from './did.ts'
import { type Explanation, explain } from './explain.ts'
import { matchingContacts } from './matching.ts'
import { followedBy } from './reasons.ts'
import { nowIn } from './scope.ts'

const { workspace } = useDatabase()

const tagged: Criteria = { is: 'tag', anyOf: ['feria'] }

async function populate(ctx: Ctx) {
  const person = (name: string, tags: string[]) => ({ kind: 'person' as const, fields: { name }, tags })
  await createContacts(
    ctx,
    [
      ...['Ana', 'Berta', 'Clara', 'Diana', 'Elena', 'Fátima'].map(name => person(name, ['feria'])),
      person('Gema', []),
      { kind: 'organization', fields: { name: 'Talleres Núñez' }, tags: ['feria'] },
    ],
    { kind: 'create' },
  )
}

test('a criterion being written says how many it selects, of whom it is about, and five of them', async () => {
  const ctx = await workspace()
  await populate(ctx)

  const people = await matchingContacts(ctx, { about: 'person', where: tagged })
  const all = await matchingContacts(ctx, { about: 'contact', where: tagged })
  const organizations = await matchingContacts(ctx, { about: 'organization', where: tagged })

  expect(people).toMatchObject({ count: 6, more: false })
  expect(people.sample).toHaveLength(5)
  expect(all.count).toBe(7)
  expect(organizations.sample).toMatchObject([{ name: 'Talleres Núñez', kind: 'organization' }])
})

test('those of one name are told apart by what they do and where, organisations by sector and town', async () => {
  const ctx = await workspace()
  await createContacts(
    ctx,
    [
      { kind: 'person', fields: { name: 'Ana', jobTitle: 'Compras', organization: 'Talleres Núñez' } },
      { kind: 'organization', fields: { name: 'Farolas Vidal', sector: 'Iluminación', city: 'Vigo' } },
    ],
    { kind: 'create' },
  )

  const { sample } = await matchingContacts(ctx, { about: 'contact', where: { all: [] } })

  const told = Object.fromEntries(sample.map(({ name, doing, where }) => [name, [doing, where]]))
  expect(told).toEqual({
    Ana: ['Compras', 'Talleres Núñez'],
    'Farolas Vidal': ['Iluminación', 'Vigo'],
    'Talleres Núñez': [null, null],
  })
})

test('no more are counted than are told exactly', async () => {
  const ctx = await workspace()
  await populate(ctx)

  const some = await matchingContacts(ctx, { about: 'contact', where: { all: [] } }, 3)

  expect(some).toMatchObject({ count: 3, more: true })
})

test('whoever did something at least 0 times is anybody, whether they did it never, once or twice', async () => {
  const ctx = await workspace()
  await populate(ctx)
  const [ana] = (await matchingContacts(ctx, { about: 'person', where: tagged })).sample
  const contactId = ana?.id ?? ''
  await recordEvents(ctx, [
    { contactId, name: 'call' },
    { contactId, name: 'call' },
  ])

  const { count } = await matchingContacts(ctx, { about: 'contact', where: { did: ['call'], atLeast: 0 } })

  expect(count).toBe(8)
})

test('who asked and was answered since says so: the answer stands before the question, and what came earlier does not count', async () => {
  const ctx = await workspace()
  await populate(ctx)
  const [ana = '', berta = ''] = (await matchingContacts(ctx, { about: 'person', where: tagged })).sample.map(
    ({ id }) => id,
  )
  const now = ctx.clock().getTime()
  const hoursAgo = (hours: number) => new Date(now - hours * 3_600_000)
  await recordEvents(ctx, [
    { contactId: ana, name: 'email_sent', at: hoursAgo(9) },
    { contactId: ana, name: 'demo_requested', at: hoursAgo(6) },
    ...[11, 10, 9, 8, 7, 6].map(hours => ({
      ...{ contactId: berta, name: 'demo_requested' as const, at: hoursAgo(hours) },
    })),
    { contactId: berta, name: 'email_sent', at: hoursAgo(3) },
  ])
  // She has replied to it: it answered her when it was sent all the same.
  await sql`update events set two_way_at = ${hoursAgo(1)} where contact_id = ${berta} and name = 'email_sent'`.execute(
    ctx.db,
  )
  const where: Criteria = {
    ...{ did: ['demo_requested'], direction: ['in'] },
    noneSince: { did: 'anything', direction: ['out', 'two'] },
  }

  const { sample } = await matchingContacts(ctx, { about: 'contact', where })
  const { rows } = await sql<{ id: string; why: Explanation }>`
    select c.id, ${explain({ ...nowIn(ctx), contact: 'c', did: eventsOfEach }, where)} as why
    from contacts c where c.workspace_id = ${ctx.workspaceId}`.execute(ctx.db)

  const seen = (id?: string) => rows.find(row => row.id === id)?.why.seen ?? { count: 0, events: [] }
  expect(sample.map(({ id }) => id)).toEqual([ana])
  expect(seen(ana).events.map(({ name }) => name)).toEqual(['demo_requested'])
  expect(followedBy(seen(ana))).toBeUndefined()
  expect(seen(berta)).toMatchObject({ count: 6, events: Array(5).fill({ name: 'demo_requested' }) })
  const { id: _, ...answer } = followedBy(seen(berta)) ?? {}
  expect(answer).toEqual({ name: 'email_sent', at: hoursAgo(3).toISOString(), direction: 'two' })
})
