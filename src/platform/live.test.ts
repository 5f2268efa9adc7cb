import { afterAll, beforeAll, expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { atomically } from './ctx.ts'
import { type Live, type News, openLive, publish } from './live.ts'
import { createLog } from './log.ts'

const { database, workspace } = useDatabase()
let live: Live

beforeAll(async () => {
  live = await openLive(database().url, createLog('silent'))
})
afterAll(() => live.stop())

function hear(workspaceId: string) {
  const heard: News[] = []
  live.subscribe(workspaceId, news => heard.push(news))
  return heard
}

test('news reaches the screens of its workspace and no other', async () => {
  const ctx = await workspace()
  const heard = hear(ctx.workspaceId)
  const elsewhere = hear((await workspace()).workspaceId)

  await publish(ctx, { topic: 'contact', ids: ['a'] })

  await expect.poll(() => heard).toEqual([{ topic: 'contact', ids: ['a'] }])
  expect(elsewhere).toEqual([])
})

test('news of a transaction is told when it commits, and not when it does not', async () => {
  const ctx = await workspace()
  const heard = hear(ctx.workspaceId)

  await expect(
    atomically(ctx, async ctx => {
      await publish(ctx, { topic: 'lost' })
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  await publish(ctx, { topic: 'kept' })

  await expect.poll(() => heard).toEqual([{ topic: 'kept' }])
})

test('too many ids for one notification become the whole topic', async () => {
  const ctx = await workspace()
  const heard = hear(ctx.workspaceId)

  await publish(ctx, { topic: 'contact', ids: Array.from({ length: 5000 }, (_, i) => `id-${i}`) })

  await expect.poll(() => heard).toEqual([{ topic: 'contact' }])
})

test('after a lost connection every screen is told that anything may have changed, and news flows again', async () => {
  const ctx = await workspace()
  const heard = hear(ctx.workspaceId)

  await database().pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'embudo live' and datname = current_database()",
  )
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual([{ topic: '*' }])
  await publish(ctx, { topic: 'contact' })

  await expect.poll(() => heard).toEqual([{ topic: '*' }, { topic: 'contact' }])
})
