import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { atomically } from './ctx.ts'
import { newId } from './ids.ts'
import { following, type Known, kept } from './kept.ts'

const { workspace } = useDatabase()

test('a kept statement says what is the same at every run as it was meant, whatever characters it holds', async () => {
  const ctx = await workspace()
  const names = ["O'Brien", 'a "b", {c}', 'back\\slash', '$1', null]
  const at = new Date('2026-06-15T10:00:00.123Z')
  const tell = kept<{ now: Date }, Record<string, unknown>>(
    ({
      now,
    }) => sql`select ${names}::text[] as names, ${"it's \\ $2"}::text as said, ${at}::timestamptz as at,
      ${[1.5, Infinity, -2]}::float8[] as numbers, ${true}::boolean as yes, ${null}::text as nothing, ${now}::timestamptz as now`,
  )

  const rows = [await tell(ctx, { now: new Date(0) }), await tell(ctx, { now: at })].flat()

  const same = { names, said: "it's \\ $2", at, numbers: [1.5, Infinity, -2], yes: true, nothing: null }
  expect(rows).toEqual([
    { ...same, now: new Date(0) },
    { ...same, now: at },
  ])
})

test('what is given, or follows from it, is sent once however often a kept statement asks for it', async () => {
  const ctx = await workspace()
  const later = (now: Known<Date>) =>
    sql`${following(now, now => new Date(now.getTime() + 1), 'later')}::timestamptz`
  const isOrdered = kept<{ now: Date }, { yes: boolean }>(
    ({ now }) => sql`select ${now}::timestamptz < ${later(now)} and ${later(now)} > ${now} as yes`,
  )

  const { rows, types } = await atomically(ctx, async ctx => {
    const rows = await isOrdered(ctx, { now: new Date() })
    const found = await sql<{ types: number }>`
      select array_length(parameter_types, 1) as types from pg_prepared_statements where statement like '%as yes'`.execute(
      ctx.db,
    )
    return { rows, types: found.rows }
  })

  expect(rows).toEqual([{ yes: true }])
  expect(types).toEqual([{ types: 2 }])
})

test('ids and lists of ids are sent beside a kept statement, where names stand in it', async () => {
  const ctx = await workspace()
  const [id, ids, names] = [newId(), [newId(), newId()], ['lead', 'prospect']]
  const tell = kept<{ now: Date }, Record<string, unknown>>(
    () => sql`select ${id}::uuid as id, ${ids}::uuid[] as ids, ${names}::text[] as named`,
  )

  const { rows, types } = await atomically(ctx, async ctx => {
    const rows = await tell(ctx, { now: new Date() })
    const found = await sql<{ types: string[] }>`
      select parameter_types::text[] as types from pg_prepared_statements where statement like '%as named'`.execute(
      ctx.db,
    )
    return { rows, types: found.rows }
  })

  expect(rows).toEqual([{ id, ids, named: names }])
  expect(types).toEqual([{ types: ['uuid', 'uuid[]'] }])
})
