import { sql } from 'kysely'
import readWorkbook from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import {
  type ContactDraft,
  createContacts,
  demoState,
  openDemo,
  searchContacts,
  showDemo,
  undo,
} from '../../contacts/contacts.ts'
import type { Criteria } from '../../criteria/criteria.ts'
import { funnelOf } from '../../lifecycle/lifecycle.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { newId } from '../../platform/ids.ts'
import { changeMany } from './bulk.ts'
import { evidenceOf } from './evidence.ts'
import { exportContacts } from './export.ts'
import { countContacts, type Order, pageOfContacts } from './lists.ts'

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

test('every order can be paged both ways', async () => {
  const ctx = await workspace()
  const ids = await people(ctx, 7)
  await standing(
    ctx,
    ids.map((id, index) => ({ id, total: index })),
  )

  for (const by of [
    'total',
    'fit',
    'engagement',
    'lastSignal',
    'since',
    'name',
    'createdAt',
    'updatedAt',
  ] as const) {
    for (const direction of ['asc', 'desc'] as const) {
      const first = await pageOfContacts(ctx, { order: { by, direction }, limit: 4 })
      const rest = await pageOfContacts(ctx, { order: { by, direction }, limit: 4, after: first.next })
      expect(new Set([...first.rows, ...rest.rows].map(({ id }) => id)).size, `${by} ${direction}`).toBe(7)
    }
  }
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

test('the demo data can be seen beside real contacts, in lists, counts and searches alike', async () => {
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

test('an export opens safely: formulas are texts, telephones stay, and what the list hides is not in it', async () => {
  const ctx = await workspace()
  const evil = person('=HYPERLINK("http://x")', 'Peña', {
    fields: { givenName: '=1+1', surname: 'Peña', phone: '+34 600 11 12 22' },
  })
  await createContacts(ctx, [evil, person('Luis', 'Otro', { isDemo: true })], { kind: 'create' })

  const csv = await (await exportContacts(ctx, { kind: 'person' }, 'csv')).text()
  const workbook = await exportContacts(ctx, { kind: 'person' }, 'xlsx')

  expect(csv).toContain("'=1+1")
  expect(csv).toContain(';+34600111222;')
  expect(csv).not.toContain('Luis')
  const rows = await readWorkbook(Buffer.from(await workbook.arrayBuffer()))
  expect(JSON.stringify(rows)).toContain('"=1+1"')
})

test('one change to all that match is one act, and is undone whole', async () => {
  const ctx = await workspace()
  await createContacts(
    ctx,
    [
      person('Ana', 'Uno', { tags: ['feria'] }),
      person('Eva', 'Dos', { tags: ['feria'] }),
      person('Leo', 'Tres'),
    ],
    {
      kind: 'create',
    },
  )
  const where: Criteria = { is: 'tag', anyOf: ['feria'] }

  const done = await changeMany(
    ctx,
    { kind: 'person', where },
    { tags: { add: ['vip'] }, fields: { city: 'Bilbao' } },
  )

  expect(done).toMatchObject({ contacts: 2, refused: 0 })
  const vip: Criteria = { is: 'tag', anyOf: ['vip'] }
  expect((await countContacts(ctx, { where: vip })).count).toBe(2)
  await undo(ctx, done.changeSetId, async () => {})
  expect((await countContacts(ctx, { where: vip })).count).toBe(0)
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
async function standing(ctx: Ctx, placed: { id: string; total: number }[]) {
  const funnel = await funnelOf(ctx)
  for (const { id, total } of placed) {
    await sql`insert into standings (workspace_id, funnel_id, contact_id, stage, lifecycle_version, score_version, total, counted_at)
      values (${ctx.workspaceId}, ${funnel.id}, ${id}, 'lead', 1, 1, ${total}, now())`.execute(ctx.db)
  }
}
