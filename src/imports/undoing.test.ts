import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { useFiles } from '../../test/files.ts'
import { daysLater } from '../../test/history.ts'
import { recordEvents } from '../activity/activity.ts'
import { addNotes, binContacts, emptyBin, fieldsOf, recordConsents } from '../contacts/contacts.ts'
import { funnelOf, saveDraft } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { check } from './checking.ts'
import { importFile } from './importFile.ts'
import {
  forgetContacts,
  forgetFiles,
  getImport,
  rowsOf,
  sampleRows,
  startCheck,
  startRun,
  startUndo,
} from './imports.ts'
import { repeatImport } from './repeating.ts'
import { run } from './running.ts'
import { undoRun } from './undoing.ts'

const { workspace } = useDatabase()
const file = useFiles()

const contactsOf = (ctx: Ctx) =>
  ctx.db.selectFrom('contacts').selectAll().where('deletedAt', 'is', null).orderBy('displayName').execute()
const eventsOf = (ctx: Ctx) =>
  ctx.db.selectFrom('events').selectAll().where('withdrawnAt', 'is', null).execute()
const consentsOf = (ctx: Ctx) =>
  ctx.db.selectFrom('consents').selectAll().where('withdrawnAt', 'is', null).execute()

test('undo restores what was updated and removes what was made', async () => {
  const ctx = await workspace()
  await importFile(ctx, await file('one.csv', 'Email,Name,City', 'ana@x.es,Ana,Madrid'), { yes: true })
  const before = await contactsOf(ctx)
  const fieldsBefore = await fieldsOf(ctx)
  const path = await file(
    'two.csv',
    'Email,Name,City,Cliente,Baja,Colour',
    'ana@x.es,Ana María,Sevilla,Sí,Sí,red',
    'new@x.es,New,Vigo,Sí,No,blue',
  )
  const { id, counts } = await importFile(ctx, path, { yes: true })

  await startUndo(ctx, id)
  await undoRun(ctx, id)

  expect(counts).toEqual({ new: 1, update: 1, undated: 2 })
  const kept = ({ updatedAt, searchText, ...rest }: (typeof before)[number]) => rest
  expect((await contactsOf(ctx)).map(kept)).toEqual(before.map(kept))
  expect(await eventsOf(ctx)).toEqual([])
  expect(await consentsOf(ctx)).toEqual([])
  expect(await fieldsOf(ctx)).toEqual(fieldsBefore)
  expect(await getImport(ctx, id)).toMatchObject({ state: 'undone', counts: { takenBack: 2 } })
})

test('a field that the import brought and a draft asks for stays when the import is undone', async () => {
  const ctx = await workspace()
  const path = await file('fields.csv', 'Email,Colour,Shape', 'ana@x.es,red,round')
  const { id } = await importFile(ctx, path, { yes: true })
  const { lifecycle, score, lifecycleVersion, scoreVersion } = await funnelOf(ctx)
  await saveDraft(ctx, {
    lifecycle: { ...lifecycle, outside: { field: 'custom.colour', op: 'isKnown' } },
    ...{ score, basedOn: { lifecycleVersion, scoreVersion } },
  })

  await startUndo(ctx, id)
  await undoRun(ctx, id)

  const keys = (await fieldsOf(ctx)).map(({ key }) => key)
  expect(keys).toContain('custom.colour')
  expect(keys).not.toContain('custom.shape')
})

test('undoing an import leaves the contacts that somebody used since, says how many, and keeps where they work', async () => {
  const ctx = await workspace()
  const names = ['called', 'noted', 'asked', 'unused']
  const path = await file(
    'four.csv',
    'Email,Name,Company',
    ...names.map(name => `${name}@x.es,${name},Org ${name}`),
  )
  const { id } = await importFile(ctx, path, { yes: true })
  const found = new Map((await contactsOf(ctx)).map(each => [each.displayName, each.id]))
  const [called = '', noted = '', asked = ''] = names.map(name => found.get(name))
  await recordEvents(ctx, [{ contactId: called, name: 'call' }])
  await addNotes(ctx, [{ contactId: noted, body: 'Prefers mornings' }])
  await recordConsents(ctx, [{ contactId: asked, channel: 'email', state: 'objected', source: 'phone' }])

  await startUndo(ctx, id)
  await undoRun(ctx, id)

  expect(await getImport(ctx, id)).toMatchObject({ state: 'undone', counts: { takenBack: 2, left: 6 } })
  expect((await contactsOf(ctx)).map(each => each.displayName).sort()).toEqual([
    ...['Org asked', 'Org called', 'Org noted', 'asked', 'called', 'noted'],
  ])
})

test('what leaves the bin for good leaves no trace in its import, whose file goes after 30 days', async () => {
  const ctx = await workspace()
  const path = await file('two.csv', 'Email,Name,Country', 'ana@x.es,Ana,Narnia', 'eva@x.es,Eva,Spain')
  const { id } = await importFile(ctx, path, { yes: true })
  const { id: unstored } = await importFile(ctx, path)
  const [ana] = await contactsOf(ctx)
  await binContacts(ctx, [ana?.id ?? ''])
  const later = daysLater(ctx, 31)

  expect(await emptyBin(ctx, forgetContacts)).toBe(0)
  expect(await emptyBin(later, forgetContacts)).toBe(1)
  expect(await ctx.db.selectFrom('identities').select('value').execute()).toEqual([{ value: 'eva@x.es' }])
  await forgetFiles(ctx)
  expect(await sampleRows(ctx, id, 5)).toMatchObject({ rows: [{}, {}] })
  await forgetFiles(later)

  const rows = await rowsOf(ctx, id, { limit: 9 })
  expect(rows.map(({ outcome, cells }) => [outcome, cells.length])).toEqual([
    ['new', 0],
    ['new', 3],
  ])
  expect(JSON.stringify(rows)).not.toMatch(/ana|narnia/i)
  await expect(sampleRows(ctx, id, 5)).rejects.toMatchObject({ code: 'imports.file_gone' })
  await expect(getImport(ctx, unstored)).rejects.toMatchObject({ code: 'imports.unknown' })
})

test('an undo that cannot be done says why and can be asked for again', async () => {
  const ctx = await workspace()
  const { id, changeSetId } = await imported(ctx)
  await startUndo(ctx, id)
  await ctx.db.updateTable('changeSets').set({ undoneAt: new Date() }).where('id', '=', changeSetId).execute()

  await undoRun(ctx, id)
  expect(await getImport(ctx, id)).toMatchObject({
    state: 'failed',
    error: { code: 'contacts.undone_already' },
  })

  await ctx.db.updateTable('changeSets').set({ undoneAt: null }).where('id', '=', changeSetId).execute()
  await startUndo(ctx, id)
  await undoRun(ctx, id)
  expect(await getImport(ctx, id)).toMatchObject({ state: 'undone', error: null })
})

test('the file of an import that was undone is imported again as it was read, as long as it is kept', async () => {
  const ctx = await workspace()
  const path = await file('a.csv', 'Email;Cliente', 'a@x.es;Sí')
  const { id } = await importFile(ctx, path, { yes: true })
  await expect(repeatImport(ctx, id)).rejects.toMatchObject({ code: 'imports.not_now' })
  await startUndo(ctx, id)
  await undoRun(ctx, id)

  const again = await repeatImport(ctx, id)
  await run(ctx, again, await checkedAndStarted(ctx, again))
  await forgetFiles(daysLater(ctx, 31))

  expect(await getImport(ctx, again)).toMatchObject({ state: 'done', counts: { new: 1 }, fileName: 'a.csv' })
  expect(await eventsOf(ctx)).toHaveLength(1)
  await expect(repeatImport(ctx, id)).rejects.toMatchObject({ code: 'imports.file_gone' })
})

async function checkedAndStarted(ctx: Ctx, id: string): Promise<string> {
  await check(ctx, id, await startCheck(ctx, id))
  return startRun(ctx, id)
}

test('what was undone can be imported again, with its events', async () => {
  const ctx = await workspace()
  const path = await file('a.csv', 'Email,Cliente', 'a@x.es,Sí')
  const { id } = await importFile(ctx, path, { yes: true })
  await startUndo(ctx, id)
  await undoRun(ctx, id)

  const again = await importFile(ctx, path, { yes: true })

  expect(again.counts).toEqual({ new: 1, undated: 1 })
  expect(await eventsOf(ctx)).toHaveLength(1)
})

async function imported(ctx: Ctx) {
  const { id } = await importFile(ctx, await file('a.csv', 'Email', 'a@x.es'), { yes: true })
  const { changeSetId } = await getImport(ctx, id)
  return { id, changeSetId: changeSetId ?? '' }
}
