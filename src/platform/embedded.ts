import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { constants, existsSync } from 'node:fs'
import { access, chmod, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import {
  accountFor,
  answers,
  type Cluster,
  canEnter,
  initialise,
  pause,
  programsFor,
  runningServer,
  type Settings,
  sharedFolder,
  startServer,
  stopServer,
  urlOf,
} from './cluster.ts'
import { Refusal } from './errors.ts'
import { holding } from './lock.ts'

/** A running PostgreSQL of our own. `url` names the database to work in, as its owner. */
export type Embedded = { url: string; stop(): Promise<void> }

type Options = {
  /** Told, in words for a person, when something was put elsewhere than in the data folder. */
  moved?: (place: string) => void
}

/** What is remembered between starts, readable by its owner only. */
type Memory = { port?: number; password: string; folder?: string }

// How a process that uses the server shows itself; the last one to leave stops it.
const presence = 'embudo process'

/**
 * Starts the PostgreSQL kept in `dataDir`, making it the first time, or joins the one that already runs there: another
 * process's, or one left behind by a process that was killed.
 */
export async function startEmbedded(dataDir: string, { moved = () => {} }: Options = {}): Promise<Embedded> {
  const data = resolve(dataDir)
  await makeFolder(data)
  const lock = join(data, 'postgres.lock')
  let stopping = false
  let present = await holding(lock, () => open(data, moved))
  watch()
  return {
    url: urlOf(present.cluster, present.port, 'embudo'),
    stop() {
      stopping = true
      return holding(lock, () => leave(present))
    },
  }

  // A server that dies under a living program (killed for want of memory) is started again, on the port that the program knows.
  // Until it runs every query fails, and those failures are what is told.
  function watch() {
    present.client.once('end', () => void comeBack())
  }

  async function comeBack() {
    for (let turn = 0; !stopping; turn++) {
      try {
        present = await holding(lock, () => open(data, () => {}, { samePort: true }))
        return watch()
      } catch {
        await pause(Math.min(longestPause, 200 * 2 ** turn))
      }
    }
  }
}

const longestPause = 10_000

async function makeFolder(data: string) {
  try {
    await mkdir(data, { recursive: true })
    await access(data, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    throw new Refusal('conflict', 'platform.data_closed', { folder: data })
  }
}

/** A process's own connection, by which the others know that it uses the server. */
type Present = { client: pg.Client; cluster: Cluster; port: number }

async function open(
  data: string,
  moved: (place: string) => void,
  { samePort = false } = {},
): Promise<Present> {
  const { cluster, memory } = await clusterIn(data, moved)
  const port = await joinOrStart(cluster, memory.port, samePort)
  if (port !== memory.port) await remember(data, { ...memory, port })
  return { client: await enter(urlOf(cluster, port)), cluster, port }
}

async function clusterIn(data: string, moved: (place: string) => void) {
  const known = await recall(data)
  const inside = join(data, 'postgres')
  const account = await accountFor(inside)
  const programs = await programsFor(account)
  const memory = known ?? { password: randomBytes(24).toString('hex') }
  if (known?.folder && !existsSync(known.folder)) {
    throw new Refusal('conflict', 'platform.data_missing', { folder: known.folder, memory: memoryFile(data) })
  }
  if (!memory.folder && !canEnter(data, account)) memory.folder = await placeElsewhere(inside)
  if (memory.folder) moved(memory.folder)
  const cluster: Cluster = { folder: memory.folder ?? inside, programs, account, password: memory.password }
  if (!known) await remember(data, { password: memory.password })
  await initialise(cluster)
  await remember(data, memory)
  return { cluster, memory }
}

async function placeElsewhere(inside: string): Promise<string> {
  const folder = join(sharedFolder, randomBytes(6).toString('hex'), 'postgres')
  await mkdir(join(folder, '..'), { recursive: true, mode: 0o755 })
  await rm(inside, { force: true })
  await symlink(folder, inside)
  return folder
}

const memoryFile = (data: string) => join(data, 'postgres.json')

async function recall(data: string): Promise<Memory | undefined> {
  const text = await readFile(memoryFile(data), 'utf8').catch(error => {
    if (error.code === 'ENOENT') return undefined
    throw new Refusal('conflict', 'platform.data_closed', { folder: data })
  })
  return text ? JSON.parse(text) : undefined
}

async function remember(data: string, memory: Memory) {
  const unfinished = `${memoryFile(data)}.new`
  await writeFile(unfinished, JSON.stringify(memory), { mode: 0o600 })
  await rename(unfinished, memoryFile(data))
}

async function joinOrStart(cluster: Cluster, port: number | undefined, samePort: boolean): Promise<number> {
  for (;;) {
    const running = await runningServer(cluster.folder)
    if (!running) return startServer(cluster, { wanted: port, only: samePort })
    if (running.port && (await answers(urlOf(cluster, running.port)))) return running.port
    await pause(50)
  }
}

/** Shows this process on the server, and makes the database the first time. */
async function enter(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: presence, keepAlive: true })
  client.on('error', () => {})
  await client.connect()
  const { rowCount } = await client.query("select from pg_database where datname = 'embudo'")
  if (!rowCount) await client.query('create database embudo')
  return client
}

async function leave({ client, cluster, port }: Present) {
  const others = await othersOn(client).catch(() => askAnew(urlOf(cluster, port)))
  await client.end().catch(() => {})
  if (!others) await stopServer(cluster.folder)
}

async function othersOn(client: pg.Client): Promise<number> {
  const { rowCount } = await client.query(
    'select from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
    [presence],
  )
  return rowCount ?? 0
}

/** A connection that broke says nothing of the server; one that answers nobody serves nobody. */
async function askAnew(url: string): Promise<number> {
  const client = new pg.Client(url)
  client.on('error', () => {})
  try {
    await client.connect()
    return await othersOn(client)
  } catch {
    return 0
  } finally {
    await client.end().catch(() => {})
  }
}

/** Starts a throw-away server in the system's temporary folder, without waiting for the disk; what it held is gone when it stops. For tests and measurements. */
export async function startThrowAway(settings: Settings = {}): Promise<Embedded> {
  const parent = await mkdtemp(join(tmpdir(), 'embudo-postgres-'))
  // As root the server runs as a user of its own, which must be able to enter.
  await chmod(parent, 0o711)
  const folder = join(parent, 'postgres')
  const account = await accountFor(folder)
  const cluster: Cluster = { folder, account, programs: await programsFor(account), password: 'throw-away' }
  await initialise(cluster, { sync: false })
  const port = await startServer(cluster, {}, { fsync: 'off', ...settings })
  await outliving(folder, parent)
  return {
    url: urlOf(cluster, port),
    stop: async () => {
      await stopServer(folder)
      await rm(parent, { recursive: true, force: true })
    },
  }
}

/** A shell that waits for the end of this process, however it comes, and takes the throw-away server with it. */
async function outliving(folder: string, parent: string) {
  const server = await runningServer(folder)
  const script = 'cat > /dev/null; [ -d "$2" ] || exit; kill -INT "$1" && sleep 5; rm -rf "$2"'
  const shell = spawn('sh', ['-c', script, 'sh', String(server?.pid), parent], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  shell.unref()
  if ('unref' in shell.stdin) (shell.stdin as Socket).unref()
}
