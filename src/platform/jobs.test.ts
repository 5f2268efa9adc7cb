import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { useDatabase } from '../../test/database.ts'
import { atomically } from './ctx.ts'
import { enqueue, type Schedule, startWorker, type Tasks, task } from './jobs.ts'
import { createLog } from './log.ts'

const { database, workspace } = useDatabase()
const running: { stop(): Promise<void> }[] = []

afterEach(async () => {
  for (const worker of running.splice(0)) await worker.stop()
})

const work = async (tasks: Tasks, schedules: Schedule[] = []) =>
  running.push(await startWorker({ database: database(), tasks, schedules, log: createLog('silent') }))

const greet = (done: string[]) =>
  task(z.object({ name: z.string() }), async (ctx, { name }) => {
    done.push(`${ctx.workspaceId} ${ctx.locale} ${name}`)
  })

test('a job runs in its workspace and language, with what it was given', async () => {
  const ctx = await workspace({ locale: 'en' })
  const done: string[] = []
  await work({ greet: greet(done) })

  await enqueue(ctx, 'greet', { name: 'Ana' })

  await expect.poll(() => done).toEqual([`${ctx.workspaceId} en Ana`])
})

test('a job of a transaction that does not commit is never run', async () => {
  const ctx = await workspace()
  const done: string[] = []
  await work({ greet: greet(done) })

  await expect(
    atomically(ctx, async ctx => {
      await enqueue(ctx, 'greet', { name: 'Nadie' })
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  await enqueue(ctx, 'greet', { name: 'Ana' })

  await expect.poll(() => done).toEqual([`${ctx.workspaceId} es Ana`])
})

test('of two jobs with one key only the later is run, and another workspace has keys of its own', async () => {
  const ctx = await workspace()
  const other = await workspace()
  const done: string[] = []
  await enqueue(ctx, 'greet', { name: 'Ana' }, { key: 'one' })
  await enqueue(ctx, 'greet', { name: 'Eva' }, { key: 'one' })
  await enqueue(other, 'greet', { name: 'Luz' }, { key: 'one' })

  await work({ greet: greet(done) })

  await expect
    .poll(() => done.sort())
    .toEqual([`${ctx.workspaceId} es Eva`, `${other.workspaceId} es Luz`].sort())
})

test('a job that fails is tried again', async () => {
  const ctx = await workspace()
  let attempts = 0
  await work({
    stumble: async () => {
      attempts++
      if (attempts === 1) throw new Error('not yet')
    },
  })

  await enqueue(ctx, 'stumble')

  await expect.poll(() => attempts, { timeout: 15_000 }).toBe(2)
})

test('a job in the hands of a worker that died is run by another at once; that of a living one is left alone', async () => {
  const ctx = await workspace()
  const seen: string[] = []
  const held = Promise.withResolvers<void>()
  await work({
    slow: async (_, payload) => {
      seen.push(`first ${JSON.stringify(payload)}`)
      await held.promise
    },
  })
  await enqueue(ctx, 'slow', { job: 'alive' })
  await expect.poll(() => seen).toHaveLength(1)
  await enqueue(ctx, 'slow', { job: 'orphan' }, { at: new Date(Date.now() + 3_600_000) })
  await database().pool.query(
    `update graphile_worker._private_jobs set locked_by = 'worker-gone', run_at = now() where payload::text like '%orphan%'`,
  )
  await database().pool.query(
    `update graphile_worker._private_jobs set locked_at = now() - interval '5 seconds'`,
  )

  await work({
    slow: async (_, payload) => {
      seen.push(`second ${JSON.stringify(payload)}`)
    },
  })

  await expect.poll(() => seen.filter(each => each.includes('orphan')), { timeout: 15_000 }).toHaveLength(1)
  held.resolve()
  expect(seen.filter(each => each.includes('alive'))).toEqual(['first {"job":"alive"}'])
})
