import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../src/app/verify.ts'
import { systemClock } from '../src/platform/clock.ts'
import { freePort, pause, runningServer } from '../src/platform/cluster.ts'
import { type Database, openDatabase } from '../src/platform/db.ts'
import { type Embedded, startEmbedded } from '../src/platform/embedded.ts'
import { newId } from '../src/platform/ids.ts'
import { call, setUpProgram } from './client.ts'
import { type RunningProgram, startProgram } from './program.ts'

const kills = Number(process.env.CRASH_KILLS ?? 30)
const people = 40

let dataDir: string
let env: Record<string, string>
let program: RunningProgram
let postgres: Embedded
let database: Database

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'embudo-crash-'))
  await chmod(dataDir, 0o711)
  env = { PORT: String(await freePort()) }
  program = await startProgram({ dataDir, env })
}, 120_000)

afterAll(async () => {
  await program?.stop()
  await database?.close()
  await postgres?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

test(`killed ${kills} times while events arrive, it has stored each acknowledged event exactly once, and every standing is right`, {
  timeout: 400_000,
}, async () => {
  const { key } = await setUpProgram(program)
  const senders = [0, 1, 2].map(() => sendUntilStopped(program.url, key))

  for (let kill = 0; kill < kills; kill++) {
    await pause(Math.random() * 500)
    const server = await runningServer(join(dataDir, 'postgres'))
    await program.kill()
    // Now and then the database dies with it, as in a power cut.
    if (kill % 5 === 4 && server) process.kill(server.pid, 'SIGKILL')
    program = await startProgram({ dataDir, env })
  }

  const acknowledged = (await Promise.all(senders.map(sender => sender.stop()))).flat()
  postgres = await startEmbedded(dataDir)
  database = openDatabase(postgres.url)
  const stored = await storedTimes(acknowledged)
  expect(acknowledged.length).toBeGreaterThan(kills)
  expect(acknowledged.filter(id => stored.get(id) !== 1)).toEqual([])
  expect(await differences()).toEqual([])
})

/** A client that sends batches one after another, each again until it is acknowledged, through every restart. */
function sendUntilStopped(url: string, key: string) {
  const acknowledged: string[] = []
  let stopped = false
  const running = (async () => {
    while (!stopped) {
      const events = Array.from({ length: 1 + Math.floor(Math.random() * 20) }, newEvent)
      await retried(url, key, events)
      acknowledged.push(...events.map(event => event.messageId))
    }
  })()
  return {
    async stop() {
      stopped = true
      await running
      return acknowledged
    },
  }
}

const newEvent = () => ({
  messageId: newId(),
  contact: { email: `persona${Math.floor(Math.random() * people)}@robledo.example` },
  name: ['call', 'form_submitted', 'page_viewed', 'email_link_clicked', 'meeting'][
    Math.floor(Math.random() * 5)
  ],
  at: new Date(Date.now() - Math.random() * 90 * 86_400_000),
})

async function retried(url: string, key: string, events: object[]) {
  for (;;) {
    const { status, body } = await call(url, key, 'POST', '/events/batch', { events }).catch(() => ({
      status: 0,
      body: {},
    }))
    if (status >= 200 && status < 300) {
      const results = (body as { results: { outcome: string }[] }).results
      expect(results.filter(each => each.outcome === 'refused')).toEqual([])
      return
    }
    expect([0, 500, 503]).toContain(status)
    await pause(30)
  }
}

/** How often each message is stored, found by what the sender called it. */
async function storedTimes(messageIds: string[]) {
  const { rows } = await database.pool.query<{ id: string; times: number }>(
    'select id, count(*) as times from events where id = any($1::uuid[]) group by id',
    [messageIds],
  )
  return new Map(rows.map(row => [row.id, row.times]))
}

async function differences() {
  const workspaces = await database.owner.selectFrom('workspaces').select('id').execute()
  const found = await Promise.all(
    workspaces.map(({ id }) =>
      verify({
        db: database.workspace(id),
        workspaceId: id,
        actor: { kind: 'system', name: 'test' },
        clock: systemClock,
        locale: 'es',
      }),
    ),
  )
  return found.flatMap(each => each.differences)
}
