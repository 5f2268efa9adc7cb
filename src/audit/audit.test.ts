import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { atomically } from '../platform/ctx.ts'
import { audit, auditPage } from './audit.ts'

const { workspace } = useDatabase()

test('the log is read newest first, in pages, by action', async () => {
  const ctx = await workspace()
  for (const name of ['first', 'second', 'third']) await audit(ctx, 'key.created', { name })
  await audit(ctx, 'key.revoked', { name: 'first' })

  const page = await auditPage(ctx, { action: 'key.created', limit: 2 })
  const rest = await auditPage(ctx, { action: 'key.created', limit: 2, after: page.next })

  expect(page.entries.map(entry => entry.subjectName)).toEqual(['third', 'second'])
  expect(rest.entries.map(entry => entry.subjectName)).toEqual(['first'])
  expect(rest.next).toBeUndefined()
  expect(page.entries[0]).toMatchObject({ actorKind: 'system', actorName: 'test', details: {} })
})

test('an act that fails leaves no entry', async () => {
  const ctx = await workspace()

  const act = atomically(ctx, async ctx => {
    await audit(ctx, 'contacts.exported', {}, { contacts: 12 })
    throw new Error('the disk is full')
  })

  await expect(act).rejects.toThrow('the disk is full')
  expect(await auditPage(ctx, { limit: 5 })).toEqual({ entries: [], next: undefined })
})

test('nobody changes or removes an entry, not even the program', async () => {
  const ctx = await workspace()
  await audit(ctx, 'contacts.exported')

  await ctx.db.updateTable('auditEntries').set({ actorName: 'someone else' }).execute()
  await ctx.db.deleteFrom('auditEntries').execute()

  expect((await auditPage(ctx, { limit: 5 })).entries).toMatchObject([{ actorName: 'test' }])
})
