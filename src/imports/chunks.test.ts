import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { useFiles } from '../../test/files.ts'
import type { Ctx } from '../platform/ctx.ts'
import { importFile } from './importFile.ts'
import { startUndo } from './imports.ts'
import { batchRows } from './rows.ts'
import { undoRun } from './undoing.ts'

const { workspace } = useDatabase()
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
