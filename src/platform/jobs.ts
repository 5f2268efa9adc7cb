import { EventEmitter } from 'node:events'
import { type JobHelpers, Logger, parseCronItems, run, runMigrations, type TaskList } from 'graphile-worker'
import { sql } from 'kysely'
import pg from 'pg'
import type { z } from 'zod'
import { systemClock } from './clock.ts'
import { pause } from './cluster.ts'
import type { Ctx } from './ctx.ts'
import { appRole, type Database } from './db.ts'
import type { Log } from './log.ts'
import type { Locale } from './texts.ts'

/** Work done later, in a workspace. It may run more than once: what it did before it was cut short must not be done twice. */
export type Task = (ctx: Ctx, payload: unknown) => Promise<void>

export type Tasks = Record<string, Task>

/** A task that every workspace runs at the times of a crontab line (UTC): `{ task: 'emptyBin', cron: '15 3 * * *' }`. */
export type Schedule = { task: string; cron: string }

/** A task whose payload is checked before it runs. */
export const task =
  <T>(shape: z.ZodType<T>, work: (ctx: Ctx, payload: T) => Promise<void>): Task =>
  (ctx, payload) =>
    work(ctx, shape.parse(payload))

type Enqueue = {
  /** A second job with the key of one that waits takes its place. */
  key?: string
  at?: Date
  /** How often it is tried, with growing pauses, before it is left as failed; 25 (about three days) by default. */
  attempts?: number
}

/** Queues a job in the transaction of `ctx`: it exists if and only if that commits. */
export async function enqueue(
  ctx: Ctx,
  task: string,
  payload: object = {},
  { key, at, attempts }: Enqueue = {},
): Promise<void> {
  const sent = JSON.stringify({ workspaceId: ctx.workspaceId, locale: ctx.locale, payload })
  const ownKey = key && `${ctx.workspaceId}:${task}:${key}`
  await sql`select enqueue_job(${task}, ${sent}::json, ${ownKey ?? null}, ${at ?? null}, ${attempts ?? null})`.execute(
    ctx.db,
  )
}

/** Brings the queue's own tables up to date. The program's role reaches them by one function only. */
export async function migrateJobs(client: pg.Client, url: string): Promise<void> {
  await runMigrations({ connectionString: url, logger: silent })
  await client.query(`
    create or replace function enqueue_job(task text, payload json, job_key text, run_at timestamptz, attempts int) returns void
      language sql security definer set search_path = pg_catalog, pg_temp
      begin atomic
        select graphile_worker.add_job(task, payload, run_at => run_at, max_attempts => attempts, job_key => job_key);
      end`)
  await client.query('revoke all on function enqueue_job from public')
  await client.query(`grant execute on function enqueue_job to ${appRole}`)
}

const silent = new Logger(() => () => {})

type Options = { database: Database; tasks: Tasks; schedules?: Schedule[]; log: Log; concurrency?: number }

/** Works off the queue until stopped. Stopping waits for the jobs in hand. */
export async function startWorker({ database, tasks, schedules = [], log, concurrency = 2 }: Options) {
  const presence = await openPresence(database.url)
  const events = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => presence.show(workerPool.id))
  events.on('job:error', ({ job, error }) =>
    log.warn(
      { task: job.task_identifier, job: job.id, attempt: job.attempts, error },
      'job failed, to be tried again',
    ),
  )
  events.on('job:failed', ({ job, error }) =>
    log.error({ task: job.task_identifier, job: job.id, error }, 'job given up'),
  )
  const runner = await run({
    pgPool: database.pool,
    taskList: { ...taskList(database, tasks), ...everywhere(schedules) },
    parsedCronItems: parseCronItems(
      schedules.map(({ task, cron }) => ({ task: `every:${task}`, match: cron })),
    ),
    concurrency,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: silent,
    events,
  })
  const sweeping = setInterval(
    () => presence.release().catch(error => log.warn({ error }, 'job locks not released')),
    10_000,
  )
  await presence.release()
  return {
    async stop() {
      clearInterval(sweeping)
      await runner.stop()
      await presence.end()
    },
  }
}

const taskList = (database: Database, tasks: Tasks): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, work]) => [
      name,
      (sent: unknown) => {
        const { workspaceId, locale, payload } = sent as {
          workspaceId: string
          locale: Locale
          payload: unknown
        }
        return work(
          {
            db: database.workspace(workspaceId),
            workspaceId,
            locale,
            actor: { kind: 'system', name },
            clock: systemClock,
          },
          payload,
        )
      },
    ]),
  )

/** A schedule queues one job a workspace, so that one that fails holds up no other. */
const everywhere = (schedules: Schedule[]): TaskList =>
  Object.fromEntries(
    schedules.map(({ task }) => [
      `every:${task}`,
      async (_: unknown, { query }: JobHelpers) => {
        await query(
          `select graphile_worker.add_job($1, json_build_object('workspaceId', id, 'locale', locale, 'payload', json_build_object()), job_key => id || ':' || $1)
           from workspaces`,
          [task],
        )
      },
    ]),
  )

/**
 * The queue itself gives up on a dead worker's jobs after four hours. A worker that lives holds an advisory lock of its
 * name; a job whose worker's lock can be taken is free again at once.
 */
async function openPresence(url: string) {
  const own: string[] = []
  let stopped = false
  let before: Promise<unknown> = Promise.resolve()
  let client = await connect()

  async function connect(): Promise<pg.Client> {
    const next = new pg.Client({ connectionString: url, application_name: 'embudo worker', keepAlive: true })
    next.on('error', () => {})
    await next.connect()
    next.once('end', () => void reconnect())
    return next
  }

  async function reconnect() {
    while (!stopped) {
      await pause(500)
      const next = await connect().catch(() => undefined)
      if (!next) continue
      client = next
      for (const worker of own) lock(worker)
      return
    }
  }

  function inTurn(query: string, values: unknown[]) {
    before = before.catch(() => {}).then(() => client.query(query, values))
    return before
  }

  const lock = (worker: string) =>
    inTurn('select pg_advisory_lock(hashtextextended($1, 0))', [worker]).catch(() => {})

  return {
    show(worker: string) {
      own.push(worker)
      return lock(worker)
    },
    release: () => inTurn(releaseOfTheDead, [own]),
    end() {
      stopped = true
      return client.end().catch(() => {})
    },
  }
}

// Three seconds: a worker shows itself just before it takes its first job.
const releaseOfTheDead = `
  select graphile_worker.force_unlock_workers(array_agg(worker))
  from (
    select distinct locked_by as worker from graphile_worker._private_jobs
    where locked_by is not null and locked_at < now() - interval '3 seconds'
  ) locked
  where worker <> all($1::text[]) and pg_try_advisory_xact_lock(hashtextextended(worker, 0))
  having count(*) > 0`
