import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { atomically } from './ctx.ts'
import { appRole, type Database, openDatabase } from './db.ts'
import { newId } from './ids.ts'
import { kept } from './kept.ts'

const { workspace, database } = useDatabase()

const row = (workspaceId: string) => ({ workspaceId, id: newId(), contactId: newId() })

test('a workspace sees its own rows only, in a query alone and in a transaction', async () => {
  const ours = await workspace()
  const theirs = await workspace()
  await ours.db.insertInto('changedContacts').values(row(ours.workspaceId)).execute()

  const seenByThem = await theirs.db.selectFrom('changedContacts').selectAll().execute()
  const seenInside = await atomically(theirs, ctx =>
    ctx.db.selectFrom('changedContacts').selectAll().execute(),
  )
  const seenByUs = await ours.db.selectFrom('changedContacts').selectAll().execute()

  expect([seenByThem.length, seenInside.length, seenByUs.length]).toEqual([0, 0, 1])
})

test('a row of another workspace cannot be written', async () => {
  const ours = await workspace()
  const theirs = await workspace()

  const writing = ours.db.insertInto('changedContacts').values(row(theirs.workspaceId)).execute()

  await expect(writing).rejects.toThrow(/row-level security/)
})

test('what fails inside a transaction leaves nothing behind', async () => {
  const ctx = await workspace()

  const work = atomically(ctx, async inner => {
    await inner.db.insertInto('changedContacts').values(row(ctx.workspaceId)).execute()
    throw new Error('half way')
  })

  await expect(work).rejects.toThrow('half way')
  expect(await ctx.db.selectFrom('changedContacts').selectAll().execute()).toEqual([])
})

test('a statement that fails alone ends its transaction: who has the connection next begins anew', async () => {
  const ctx = await workspace()

  await expect(sql`select 1 / 0`.execute(ctx.db)).rejects.toThrow('division by zero')

  const { rows } = await sql<{ role: string }>`select current_user as role`.execute(database().owner)
  expect(rows[0]?.role).not.toBe(appRole)
  expect(await ctx.db.selectFrom('changedContacts').selectAll().execute()).toEqual([])
})

/** A database of one connection that can be told to make the server refuse what begins a transaction, as when it is cancelled. */
async function withFailingBegin(work: (database: Database, fail: (when: boolean) => void) => Promise<void>) {
  const own = openDatabase(database().url, { connections: 1 })
  let fails = false
  own.pool.on('connect', client => {
    const { stream } = client.connection
    const write = stream.write.bind(stream) as (chunk: Buffer) => boolean
    const spoilt = (chunk: Buffer) =>
      Buffer.from(chunk.toString('latin1').replace('begin', 'begun'), 'latin1')
    stream.write = ((chunk: Buffer) => write(fails ? spoilt(chunk) : chunk)) as typeof stream.write
  })
  await work(own, when => {
    fails = when
  }).finally(() => own.close())
}

test('where a transaction does not begin nothing is written, and the next one begins', async () => {
  const ctx = await workspace()
  await withFailingBegin(async (own, fail) => {
    const db = own.workspace(ctx.workspaceId)
    const add = (on = db) => on.insertInto('changedContacts').values(row(ctx.workspaceId)).execute()
    const twoAtOnce = db.transaction().execute(on => Promise.allSettled([add(on), add(on)]))

    expect((await twoAtOnce).map(each => each.status)).toEqual(['fulfilled', 'fulfilled'])
    fail(true)
    await expect(add()).rejects.toThrow('syntax error')
    const refused = await db.transaction().execute(on => Promise.allSettled([add(on), add(on)]))
    expect(refused.map(each => each.status)).toEqual(['rejected', 'rejected'])
    fail(false)
    await add()
  })

  expect(await ctx.db.selectFrom('changedContacts').selectAll().execute()).toHaveLength(3)
})

const addUnheard = kept<ReturnType<typeof row>, never>(
  ({ workspaceId, id, contactId }) => sql`
    insert into changed_contacts (workspace_id, id, contact_id) values (${workspaceId}, ${id}, ${contactId})`,
  { unheard: true },
)

test.each(['a statement follows', 'the transaction ends'])(
  'what nobody waits for tells of its failure when %s, and nothing is written',
  async what => {
    const ours = await workspace()
    const theirs = await workspace()
    await addUnheard(ours, row(ours.workspaceId))

    const work = atomically(ours, async ctx => {
      await ctx.db.selectFrom('changedContacts').select('id').execute()
      await addUnheard(ctx, row(ours.workspaceId))
      await addUnheard(ctx, row(theirs.workspaceId))
      await addUnheard(ctx, row(ours.workspaceId))
      if (what === 'a statement follows') await ctx.db.selectFrom('changedContacts').select('id').execute()
    })

    await expect(work).rejects.toThrow(/row-level security/)
    expect(await ours.db.selectFrom('changedContacts').selectAll().execute()).toHaveLength(1)
  },
)
