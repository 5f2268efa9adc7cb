import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { recordEvents } from '../activity/activity.ts'
import { createContacts } from '../contacts/contacts.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Criteria } from './criteria.ts'
import { matchingContacts } from './matching.ts'

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
