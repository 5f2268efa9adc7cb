import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { allAsText, type Cell, rowsIn, tableOf } from './tableOf.ts'

const { workspace } = useDatabase()

const columns = {
  id: 'integer',
  name: 'text',
  tags: 'text[]',
  facts: 'jsonb',
  seenAt: 'timestamptz',
  isNew: 'boolean',
}
const plain = { id: 1, name: '', tags: [], facts: {}, seenAt: new Date(0), isNew: false }

async function throughDatabase<R extends Record<string, Cell>>(rows: R[]) {
  const { db } = await workspace()
  return (await sql<R>`select * from ${tableOf(rows, columns)} r`.execute(db)).rows
}

test.each([0, 1, 3])('%i rows come out as they went in, in their order', async count => {
  const rows = Array.from({ length: count }, (_, id) => ({ ...plain, id }))

  expect(await throughDatabase(rows)).toEqual(rows)
})

test('no text is taken for the end of another, for nothing or for notation', async () => {
  const odd = ['', ' ', 'null', '\x1f', '\x1e', '{}', 'a,b', '"', '\\', '\\n', '\n', "'", '🌱', 'NULL']
  const rows = odd.map((name, id) => ({ ...plain, id, name, tags: [name, name], facts: { [name]: name } }))

  expect(await throughDatabase(rows)).toEqual(rows)
})

test('what is not known is null, whatever its type', async () => {
  const nothing = { id: null, name: null, tags: null, facts: null, seenAt: null, isNew: null }

  expect(await throughDatabase([plain, nothing, plain])).toEqual([plain, nothing, plain])
})

test('rows that were put together as one text come apart again, what is not known and odd texts included', async () => {
  const { db } = await workspace()
  const names = ['', '\x1f', '\x1d', 'null', null, "'", '🌱']
  const one = async (limit: number) => {
    const { rows } = await sql<{ all: string | null }>`
      select ${allAsText([sql`place`, sql`name`], sql`place`)} as all
      from unnest(${names}::text[]) with ordinality as n (name, place) where place <= ${limit}`.execute(db)
    return rowsIn(rows[0]?.all ?? null)
  }

  expect(await one(names.length)).toEqual(names.map((name, place) => [String(place + 1), name ?? undefined]))
  expect(await one(0)).toEqual([])
})
