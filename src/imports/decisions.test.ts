import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { useFiles } from '../../test/files.ts'
import type { Ctx } from '../platform/ctx.ts'
import { check } from './checking.ts'
import { importFile } from './importFile.ts'
import { getImport, rowsOf, setMapping, startCheck, startRun } from './imports.ts'
import type { Target } from './mapping.ts'
import { run } from './running.ts'

const { workspace } = useDatabase()
const file = useFiles()

const consentsOf = (ctx: Ctx) =>
  ctx.db.selectFrom('consents').selectAll().where('withdrawnAt', 'is', null).execute()

test('an objection is recorded for those who object, and nobody is given a consent', async () => {
  const ctx = await workspace()
  const path = await file(
    'a.csv',
    'Email,Email Opt Out,Do Not Call',
    'a@x.es,Yes,No',
    'b@x.es,No,Yes',
    'c@x.es,No,No',
    'd@x.es,,',
  )

  await importFile(ctx, path, { yes: true })

  const consents = await consentsOf(ctx)
  expect(consents.map(({ channel, state }) => ({ channel, state }))).toEqual(
    expect.arrayContaining([
      { channel: 'email', state: 'objected' },
      { channel: 'phone', state: 'objected' },
    ]),
  )
  expect(consents).toHaveLength(2)
  expect(consents[0]?.evidence).toMatchObject({ cell: 'Yes', line: 2 })
})

test('an opt-out of a day to come counts from now, a consent of a day to come does not count', async () => {
  const ctx = await workspace({ now: new Date('2026-03-02T10:00:00Z') })
  const path = await file(
    'a.csv',
    'Email,Baja,Acepta,Fecha',
    'a@x.es,Sí,,2199-03-01',
    'b@x.es,,Sí,2199-03-01',
  )
  const { id } = await importFile(ctx, path)
  const { mapping } = await getImport(ctx, id)
  const decision = (as: 'consent' | 'objection'): Target => ({
    ...{ as, channel: 'email', when: ['Sí'], at: { column: 3 } },
  })
  const columns = mapping.columns.map(column => {
    if (column.name === 'Baja') return { ...column, target: decision('objection') }
    return column.name === 'Acepta' ? { ...column, target: decision('consent') } : column
  })
  await setMapping(ctx, id, { ...mapping, columns })
  await check(ctx, id, await startCheck(ctx, id))
  const foretold = await rowsOf(ctx, id, { limit: 9 })
  await run(ctx, id, await startRun(ctx, id))

  expect(foretold.map(({ reasons }) => reasons)).toEqual([
    [{ code: 'imports.objection_later', column: 1 }],
    [{ code: 'contacts.said_in_the_future', column: 2 }],
  ])
  expect(await consentsOf(ctx)).toMatchObject([{ state: 'objected', at: ctx.clock() }])
  expect(await ctx.db.selectFrom('events').selectAll().execute()).toEqual([])
  expect((await rowsOf(ctx, id, { limit: 9 })).map(({ reasons }) => reasons)).toEqual(
    foretold.map(({ reasons }) => reasons),
  )
})
