import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import {
  type ContactDraft,
  createContacts,
  demoState,
  openDemo,
  searchContacts,
  showDemo,
} from '../../contacts/contacts.ts'
import type { Criteria } from '../../criteria/criteria.ts'
import { funnelOf } from '../../lifecycle/lifecycle.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { newId } from '../../platform/ids.ts'
import { funnelReport } from '../../reports/funnelReport.ts'
import { exportContacts } from '../export/export.ts'
import { settle } from '../reactions.ts'
import { type ListedContact, listOrders } from './contract.ts'
import { evidenceOf } from './evidence.ts'
import { countContacts, pageOfContacts } from './lists.ts'
import type { Order } from './orders.ts'

const { workspace } = useDatabase()
const mostPromising: Order = { by: 'total', direction: 'desc' }

test('pages follow each other without a gap or a repeat, also among equal scores', async () => {
  const ctx = await workspace()
  const ids = await people(ctx, 25)
  await standing(
    ctx,
    ids.map((id, index) => ({ id, total: index % 3 })),
  )

  const first = await pageOfContacts(ctx, { order: mostPromising, limit: 10 })
  const second = await pageOfContacts(ctx, { order: mostPromising, limit: 10, after: first.next })
  const third = await pageOfContacts(ctx, { order: mostPromising, limit: 10, after: second.next })

  const rows = [...first.rows, ...second.rows, ...third.rows]
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(ids))
  expect(rows.map(row => row.standing?.total)).toEqual(
    rows
      .map(row => row.standing?.total)
      .toSorted()
      .toReversed(),
  )
  expect(third.next).toBeUndefined()
})

test('of those with one score, whoever gave a signal last comes first, page after page and both ways', async () => {
  const ctx = await workspace()
  const ids = await people(ctx, 9)
  const day = (index: number) => (index < 3 ? null : new Date(Date.UTC(2026, 0, 1 + ((index * 5) % 7))))
  await standing(
    ctx,
    ids.map((id, index) => ({ id, total: index % 2, lastSignalAt: day(index) })),
  )

  for (const direction of ['desc', 'asc'] as const) {
    const rows: ListedContact[] = []
    let after: string | undefined
    do {
      const page = await pageOfContacts(ctx, { order: { by: 'total', direction }, limit: 2, after })
      rows.push(...page.rows)
      after = page.next
    } while (after)

    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(ids))
    const places = rows.map(
      ({ standing }) => `${standing?.total} ${standing?.lastSignalAt?.toISOString() ?? ''}`,
    )
    const rising = places.toSorted()
    expect(places).toEqual(direction === 'asc' ? rising : rising.toReversed())
  }
})

test('every order can be paged both ways', async () => {
  const ctx = await workspace()
  const ids = await people(ctx, 7)
  await standing(
    ctx,
    ids.map((id, index) => ({ id, total: index })),
  )

  for (const by of listOrders) {
    for (const direction of ['asc', 'desc'] as const) {
      const first = await pageOfContacts(ctx, { order: { by, direction }, limit: 4 })
      const rest = await pageOfContacts(ctx, { order: { by, direction }, limit: 4, after: first.next })
      expect(new Set([...first.rows, ...rest.rows].map(({ id }) => id)).size, `${by} ${direction}`).toBe(7)
    }
  }
})

test('whoever has no name comes after those who have one, whichever way names are sorted', async () => {
  const ctx = await workspace()
  await createContacts(
    ctx,
    [
      { fields: { email: 'aaa@robledo.es' } },
      person('Ana', 'Núñez'),
      { fields: { externalId: 'crm:12' } },
      person('Luis', 'Abad'),
      { fields: { phone: '600 11 12 22' } },
    ],
    { kind: 'create' },
  )
  const sorted = async (direction: Order['direction'], limit: number) => {
    const names: string[] = []
    let after: string | undefined
    do {
      const page = await pageOfContacts(ctx, { order: { by: 'name', direction }, limit, after })
      names.push(...page.rows.map(({ name }) => name))
      after = page.next
    } while (after)
    return names
  }
  const nameless = ['+34600111222', '12', 'aaa@robledo.es']

  for (const limit of [1, 2, 3, 5, 10]) {
    const [rising, falling] = [await sorted('asc', limit), await sorted('desc', limit)]
    expect(rising.slice(0, 2)).toEqual(['Luis Abad', 'Ana Núñez'])
    expect(falling.slice(0, 2)).toEqual(['Ana Núñez', 'Luis Abad'])
    expect([rising.slice(2).toSorted(), falling.slice(2).toSorted()]).toEqual([nameless, nameless])
  }
})

test('numbers and money of the catalogue are listed as numbers, what is in letters as text', async () => {
  const ctx = await workspace()
  const fields = { name: 'Hermanos', employees: 120, annualRevenue: 1200.5, postalCode: '08001' }
  await createContacts(ctx, [{ kind: 'organization', fields }], { kind: 'create' })

  const { rows } = await pageOfContacts(ctx, { order: { by: 'name', direction: 'asc' }, limit: 10 })

  expect(rows[0]?.facts).toMatchObject(fields)
})

test('a filter, a kind and a text narrow the list and its count alike', async () => {
  const ctx = await workspace()
  await createContacts(
    ctx,
    [person('Ana', 'Núñez', { tags: ['vip'] }), person('Luis', 'Peña'), company('Núñez Hermanos')],
    {
      kind: 'create',
    },
  )
  const vip: Criteria = { is: 'tag', anyOf: ['vip'] }
  const byName: Order = { by: 'name', direction: 'asc' }

  const named = await pageOfContacts(ctx, { text: 'nunez', order: byName, limit: 10 })
  const narrowed = await pageOfContacts(ctx, {
    text: 'nunez',
    kind: 'person',
    where: vip,
    order: byName,
    limit: 10,
  })

  expect(named.rows.map(({ name }) => name)).toEqual(['Ana Núñez', 'Núñez Hermanos'])
  expect(narrowed.rows).toMatchObject([{ name: 'Ana Núñez', tags: ['vip'], kind: 'person' }])
  expect(await countContacts(ctx, { kind: 'person', where: vip })).toEqual({ count: 1, more: false })
})

test('the list finds whom the palette finds: by any part, by a telephone in any spelling, and despite slips where nobody is called so', async () => {
  const ctx = await workspace()
  const fields = { phone: '600 11 12 22', email: 'ana@robledo.es', organization: 'Talleres Robledo' }
  await createContacts(
    ctx,
    [
      person('Ana', 'Núñez', { fields: { givenName: 'Ana', surname: 'Núñez', ...fields } }),
      person('Luis', 'González', { fields: { givenName: 'Luis', surname: 'González', taxId: '54362315-K' } }),
      person('Eva', 'Gonzales'),
      person('Leo', 'Long', { fields: { givenName: 'Leo', phone: '+44 151 496 0000' } }),
    ],
    { kind: 'create' },
  )
  const listed = async (text: string) => {
    const { rows, alike } = await pageOfContacts(ctx, {
      ...{ text, kind: 'person', order: { by: 'name', direction: 'asc' }, limit: 10 },
    })
    expect((await countContacts(ctx, { text, kind: 'person' })).count, text).toBe(rows.length)
    const names = rows.map(({ name }) => name)
    const palette = await searchContacts(ctx, { text, kind: 'person' })
    expect(palette.map(({ displayName }) => displayName)).toEqual(expect.arrayContaining(names))
    return { names, alike }
  }

  for (const text of ['0034 600-11-12-22', '111222', 'ROBLEDO', 'ana@robledo.es', 'ana talleres', 'nu'])
    expect(await listed(text), text).toEqual({ names: ['Ana Núñez'], alike: false })
  for (const text of ['54362315-k', '54362315K'])
    expect(await listed(text), text).toEqual({ names: ['Luis González'], alike: false })
  expect(await listed('0151 496 0000')).toEqual({ names: ['Leo'], alike: false })
  expect(await listed('gonzales')).toEqual({ names: ['Eva Gonzales'], alike: false })
  expect(await listed('nunes')).toEqual({ names: ['Ana Núñez'], alike: true })
  expect(await listed('gonsalez')).toEqual({ names: ['Luis González'], alike: true })
  expect(await listed('%')).toEqual({ names: [], alike: false })
})

test('a row carries its main identities, its organisation and custom facts; demo contacts leave once there are real ones', async () => {
  const ctx = await workspace()
  await createContacts(ctx, [{ ...person('Demo', 'Demo'), isDemo: true }], { kind: 'demo' })
  const byName: Order = { by: 'name', direction: 'asc' }
  expect((await pageOfContacts(ctx, { order: byName, limit: 10 })).rows).toHaveLength(1)
  const draft = person('Ana', 'Núñez', {
    organization: { name: 'Acme' },
    fields: { givenName: 'Ana', email: 'ana@acme.es' },
  })

  await createContacts(ctx, [draft], { kind: 'create' })

  const { rows } = await pageOfContacts(ctx, { order: byName, limit: 10, kind: 'person' })
  expect(rows).toMatchObject([
    {
      facts: { givenName: 'Ana' },
      organization: { name: 'Acme' },
      identities: [{ kind: 'email', value: 'ana@acme.es' }],
    },
  ])
})

test('the demo data can be seen beside real contacts in lists and searches, and neither leaves in a file nor counts in the funnel', async () => {
  const ctx = await workspace()
  await openDemo(ctx)
  await createContacts(ctx, [{ ...person('Demo', 'Demo'), isDemo: true }], { kind: 'demo' })
  await createContacts(ctx, [person('Ana', 'Núñez')], { kind: 'create' })
  const seen = async () => [
    (await countContacts(ctx, {})).count,
    (await searchContacts(ctx, { text: 'demo' })).length,
  ]
  expect(await seen()).toEqual([1, 0])
  expect(await demoState(ctx)).toMatchObject({ hasReal: true, shown: false })

  await showDemo(ctx, true)

  expect(await seen()).toEqual([2, 1])
  const { bytes } = await exportContacts(ctx, { format: 'csv' })
  const file = Buffer.concat(await Array.fromAsync(bytes)).toString()
  expect([file.includes('Núñez'), file.includes('Demo')]).toEqual([true, false])
  await settle(ctx)
  const { stages } = await funnelReport(ctx, { from: new Date(0), to: new Date() })
  expect(stages.reduce((sum, { now }) => sum + now.people, 0)).toBe(1)
  await showDemo(ctx, false)
  expect(await seen()).toEqual([1, 0])
})

test('a page that ends with the last row has no next, and a cursor of another order is refused', async () => {
  const ctx = await workspace()
  await createContacts(ctx, [person('Ana', 'Núñez'), person('Luis', 'Peña')], { kind: 'create' })
  const byName: Order = { by: 'name', direction: 'asc' }
  const { next } = await pageOfContacts(ctx, { order: byName, limit: 1 })

  expect((await pageOfContacts(ctx, { order: byName, limit: 1, after: next })).next).toBeUndefined()
  expect((await pageOfContacts(ctx, { order: byName, limit: 2 })).next).toBeUndefined()
  await expect(
    pageOfContacts(ctx, { order: { by: 'createdAt', direction: 'asc' }, limit: 1, after: next }),
  ).rejects.toMatchObject({ code: 'http.bad_cursor' })
})

test('a cursor that is not ours is refused', async () => {
  const ctx = await workspace()

  await expect(pageOfContacts(ctx, { order: mostPromising, limit: 10, after: 'x' })).rejects.toMatchObject({
    code: 'http.bad_cursor',
  })
})

test('the row of the file that a contact came from is kept with its headings', async () => {
  const ctx = await workspace()
  const [ana = ''] = await createContacts(ctx, [person('Ana', 'Uno')], { kind: 'create' })
  const importId = newId()
  await sql`insert into imports (workspace_id, id, state, file_name, bytes, columns, created_at)
    values (${ctx.workspaceId}, ${importId}, 'done', 'leads.csv', 1, '[{"name":"Nombre"},{"name":"Vacía"}]', now())`.execute(
    ctx.db,
  )
  await sql`insert into import_rows (workspace_id, import_id, line, outcome, contact_id, cells)
    values (${ctx.workspaceId}, ${importId}, 7, 'new', ${ana}, '{"=Ana",""}')`.execute(ctx.db)

  expect(await evidenceOf(ctx, ana)).toMatchObject([
    { fileName: 'leads.csv', line: 7, cells: [{ header: 'Nombre', text: '=Ana' }] },
  ])
})

const person = (givenName: string, surname: string, rest: ContactDraft = {}): ContactDraft => ({
  kind: 'person',
  fields: { givenName, surname },
  ...rest,
})
const company = (name: string): ContactDraft => ({ kind: 'organization', fields: { name } })

const people = (ctx: Ctx, count: number) =>
  createContacts(
    ctx,
    Array.from({ length: count }, (_, index) => person(`P${index}`, 'Igual')),
    { kind: 'create' },
  )

/** Standings as the reactions leave them; here only the numbers that order a list matter. */
async function standing(ctx: Ctx, placed: { id: string; total: number; lastSignalAt?: Date | null }[]) {
  const funnel = await funnelOf(ctx)
  for (const { id, total, lastSignalAt = null } of placed) {
    await sql`insert into standings (workspace_id, funnel_id, contact_id, stage, lifecycle_version, score_version, total, counted_at, last_signal_at)
      values (${ctx.workspaceId}, ${funnel.id}, ${id}, 'lead', 1, 1, ${total}, now(), ${lastSignalAt})`.execute(
      ctx.db,
    )
  }
}
