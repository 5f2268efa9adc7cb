import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { useFiles } from '../../test/files.ts'
import type { Ctx } from '../platform/ctx.ts'
import { openDatabase } from '../platform/db.ts'
import { importFile } from './importFile.ts'
import { getImport, startRun, startUndo, stopImport } from './imports.ts'
import { batchRows } from './rows.ts'
import { run } from './running.ts'
import { undoRun } from './undoing.ts'

const { workspace, database } = useDatabase()
const file = useFiles()

const header = 'LinkedIn,Email,Nombre,Apellidos,Ciudad,Teléfono'
const page = (name: string) => `https://www.linkedin.com/in/${name}`
const others = (count: number, mark: string) =>
  Array.from({ length: count }, (_, i) => `${page(mark + i)},${mark}${i}@x.es,P${i},,,`)

async function known(ctx: Ctx, surname: string) {
  const { id, city, givenName, searchText } = await ctx.db
    .selectFrom('contacts')
    .where('surname', '=', surname)
    .where('deletedAt', 'is', null)
    .select(['id', 'city', 'givenName', 'searchText'])
    .executeTakeFirstOrThrow()
  const identities = await ctx.db
    .selectFrom('identities')
    .where('contactId', '=', id)
    .orderBy('value')
    .select('value')
    .execute()
  return { city, givenName, searchText, identities: identities.map(each => each.value) }
}

test('rows about one person in neighbouring chunks, known by different things, end as one contact', async () => {
  const ctx = await workspace()
  const before = await importFile(ctx, await file('known.csv', header, `${page('ana')},ana@x.es,,Núñez,,`), {
    yes: true,
  })
  const rows = [
    ...others(batchRows - 1, 'a'),
    ',ana@x.es,,,Bilbao,+34 600 111 222',
    `${page('ana')},,Ana,,Vigo,`,
    ...others(9, 'b'),
  ]

  const { id, counts } = await importFile(ctx, await file('known.csv', header, ...rows), { yes: true })
  const after = await known(ctx, 'Núñez')
  await startUndo(ctx, id)
  await undoRun(ctx, id)

  expect(before.counts).toMatchObject({ new: 1 })
  expect(counts).toEqual({ new: batchRows + 8, update: 1, duplicate: 1 })
  expect(after).toEqual({
    ...{ city: 'Vigo', givenName: 'Ana', searchText: expect.stringContaining('34600111222') },
    identities: ['+34600111222', 'ana@x.es', 'linkedin.com/in/ana'],
  })
  expect(await known(ctx, 'Núñez')).toEqual({
    ...{ city: null, givenName: null, searchText: expect.not.stringContaining('34600111222') },
    identities: ['ana@x.es', 'linkedin.com/in/ana'],
  })
})

test('a person that one chunk makes is found by the next', async () => {
  const ctx = await workspace()
  const rows = [
    ...others(batchRows - 1, 'a'),
    `${page('eva')},eva@x.es,Eva,Sáez,,`,
    `${page('eva')},,,,Lugo,`,
    ...others(9, 'b'),
  ]

  const { counts } = await importFile(ctx, await file('made.csv', header, ...rows), { yes: true })

  expect(counts).toEqual({ new: batchRows + 9, duplicate: 1 })
  expect(await known(ctx, 'Sáez')).toMatchObject({
    city: 'Lugo',
    identities: ['eva@x.es', 'linkedin.com/in/eva'],
  })
})

/** The same context, telling each time that the rows of a chunk are written. */
const watching = (ctx: Ctx, onWritten: () => void): Ctx => ({
  ...ctx,
  db: ctx.db.withPlugin({
    transformQuery({ node }) {
      if (
        node.kind === 'RawNode' &&
        node.sqlFragments[0]?.match(/insert into import_rows|update import_rows/)
      )
        onWritten()
      return node
    },
    transformResult: async ({ result }) => result,
  }),
})

test('neighbours that share employers and have values to leave out are stored once each, on a single connection', async () => {
  const shared = await workspace()
  const single = openDatabase(database().url, { connections: 1 })
  let written = 0
  const ctx = watching({ ...shared, db: single.workspace(shared.workspaceId) }, () => void written++)
  const long = 'o'.repeat(3_000)
  const rows = Array.from(
    { length: 2 * batchRows + 9 },
    (_, i) => `p${i}@x.es,P${i},Acme ${i % 20},${i % 50 ? 'Lugo' : long}`,
  )

  const { counts } = await importFile(ctx, await file('one.csv', 'Email,Nombre,Empresa,Ciudad', ...rows), {
    yes: true,
  })
  await single.close()

  expect(counts).toMatchObject({ new: rows.length })
  expect(written).toBe(3)
  const found = await shared.db.selectFrom('contacts').select(['kind', 'city']).execute()
  expect(found.filter(each => each.kind === 'organization')).toHaveLength(20)
  expect(found.filter(each => each.city === 'Lugo')).toHaveLength(rows.filter((_, i) => i % 50).length)
})

test('what is left out of a row in one chunk does not hold up the next, which has such a row about the same person', async () => {
  const ctx = await workspace()
  const long = 'o'.repeat(3_000)
  const ana = `${page('ana')},ana@x.es,Ana,Núñez`
  await importFile(ctx, await file('known.csv', header, `${ana},,`), { yes: true })
  const rows = [
    ...others(batchRows - 2, 'a'),
    ',ana@x.es,,,Bilbao,',
    `,ana@x.es,,,${long},+34 600 111 222`,
    `${page('ana')},,,,Vigo,`,
    `${page('ana')},,,,${long},+34 600 333 444`,
    ...others(9, 'b'),
  ]

  const { counts } = await importFile(ctx, await file('spoilt.csv', header, ...rows), { yes: true })

  expect(counts).toEqual({ new: batchRows + 7, update: 1, duplicate: 3, warned: 2 })
  expect(await known(ctx, 'Núñez')).toMatchObject({
    city: 'Vigo',
    identities: ['+34600111222', '+34600333444', 'ana@x.es', 'linkedin.com/in/ana'],
  })
})

test('a stop while two chunks are on their way keeps whole chunks, and the rest follows once', async () => {
  const ctx = await workspace()
  const { id } = await importFile(ctx, await file('stop.csv', header, ...others(3 * batchRows, 'a')))
  let stop: Promise<void> | undefined
  const stopping = () => {
    stop ??= stopImport(ctx, id)
  }

  await run(watching(ctx, stopping), id, await startRun(ctx, id))
  await stop
  const stopped = await getImport(ctx, id)
  const kept = await ctx.db.selectFrom('contacts').select('id').execute()
  await run(ctx, id, await startRun(ctx, id))

  expect(stopped).toMatchObject({ state: 'stopped', rowsDone: kept.length })
  expect(kept.length % batchRows).toBe(0)
  expect(await getImport(ctx, id)).toMatchObject({ state: 'done', counts: { new: 3 * batchRows } })
  expect(await ctx.db.selectFrom('contacts').select('id').execute()).toHaveLength(3 * batchRows)
})
