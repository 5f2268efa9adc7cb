import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Clone, cloneTemplate, emptyDatabase } from '../../test/database.ts'
import { migrate } from './migrate.ts'

let clone: Clone
let client: pg.Client
beforeAll(async () => {
  clone = await cloneTemplate()
  client = new pg.Client(clone.url)
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await clone.drop()
})

const newest = async () =>
  (await client.query('select name, hash from migrations order by name desc limit 1')).rows[0] as {
    name: string
    hash: string
  }

test('two programs that start at once on an empty database run each migration once', async () => {
  const empty = await emptyDatabase()

  const ran = await Promise.all([migrate(empty.url), migrate(empty.url)])

  const [first = [], second] = ran.toSorted((a, b) => b.length - a.length)
  expect([first.at(-1), second]).toEqual([(await newest()).name, []])
  await empty.drop()
})

test('a database that a newer program has migrated is refused by the name of the migration, and left as it is', async () => {
  await client.query(`insert into migrations (name, hash) values ('9999_of_tomorrow.sql', 'x')`)

  await expect(migrate(clone.url)).rejects.toMatchObject({
    code: 'platform.newer_schema',
    params: { migration: '9999_of_tomorrow.sql' },
  })

  await client.query(`delete from migrations where name = '9999_of_tomorrow.sql'`)
  expect(await migrate(clone.url)).toEqual([])
})

test('a migration that was edited after it ran is refused', async () => {
  const { name, hash } = await newest()
  await client.query('update migrations set hash = $2 where name = $1', [name, 'another'])

  await expect(migrate(clone.url)).rejects.toMatchObject({
    code: 'platform.edited_migration',
    params: { migration: name },
  })

  await client.query('update migrations set hash = $2 where name = $1', [name, hash])
})
