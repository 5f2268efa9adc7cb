import { readFile } from 'node:fs/promises'
import pg from 'pg'
import type { Ctx } from '../../src/platform/ctx.ts'
import { type Database, openDatabase } from '../../src/platform/db.ts'
import { startThrowAway } from '../../src/platform/embedded.ts'
import { startProgram } from '../../test/program.ts'
import { type Size, seed } from './seed.ts'

/** Everything that a measurement needs: a seeded workspace, the program running on it, and plain connections for the bare limits. */
export type Place = {
  ctx: Ctx
  client: pg.Client
  database: Database
  databaseUrl: string
  /** Sends a request with an API key; the answer's body, or an error that names the status. */
  call<T>(method: string, path: string, body?: unknown): Promise<T>
  /** The same with bytes. */
  send(method: string, path: string, bytes: Buffer<ArrayBuffer>): Promise<unknown>
  /** The most memory that the program's process has had, in bytes. */
  mostMemory(): number
  /** Starts the program anew, as both parts or as the part that only serves. */
  run(role: 'all' | 'web'): Promise<void>
  close(): Promise<void>
}

// Durable, and with the memory that one gives a database on a machine of 8 GB.
const settings = {
  fsync: 'on',
  shared_buffers: '1GB',
  work_mem: '64MB',
  max_wal_size: '8GB',
  random_page_cost: 1.1,
  jit: 'off',
}

/** A fresh cluster, set up over HTTP as a person would, then seeded. */
export async function makePlace(size: Size): Promise<Place> {
  const cluster = await startThrowAway(settings)
  let program = await startProgram({ env: { DATABASE_URL: cluster.url } })
  const { workspaceId, secret } = await setUp(program.url)
  const client = new pg.Client(cluster.url)
  await client.connect()
  await seed(client, workspaceId, size)
  const database = openDatabase(cluster.url)
  const memory = watchMemory(() => program.process.pid)
  return {
    ctx: {
      db: database.workspace(workspaceId),
      workspaceId,
      actor: { kind: 'system', name: 'bench' },
      clock: () => new Date(),
      locale: 'en',
    },
    client,
    database,
    databaseUrl: cluster.url,
    call: (method, path, body) =>
      call(program.url, { authorization: `Bearer ${secret}` }, method, path, body),
    send: (method, path, bytes) =>
      answered(
        program.url,
        { authorization: `Bearer ${secret}`, 'content-type': 'application/octet-stream' },
        method,
        path,
        bytes,
      ),
    mostMemory: memory.most,
    async run(role) {
      await program.stop()
      program = await startProgram({ env: { DATABASE_URL: cluster.url, ROLE: role } })
    },
    async close() {
      memory.stop()
      await client.end()
      await database.close()
      await program.stop()
      await cluster.stop()
    },
  }
}

async function setUp(url: string) {
  const answer = await fetch(`${url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({
      ...{
        userName: 'Bench',
        email: 'bench@empresa.example',
        password: 'a long enough phrase',
        company: 'Bench',
      },
      ...{ locale: 'en', timeZone: 'Europe/Madrid', currency: 'EUR', market: 'b2b' },
      ...{ prospectNeeds: 'click', contactMeans: 'everyone' },
    }),
  })
  if (!answer.ok) throw new Error(`set-up answered ${answer.status}: ${await answer.text()}`)
  const cookie = answer.headers
    .getSetCookie()
    .map(each => each.split(';')[0])
    .join('; ')
  const { id } = (await answer.json()) as { id: string }
  const scopes = [
    'contacts.read',
    'contacts.write',
    'events.write',
    'imports.run',
    'reports.read',
    'definitions.read',
  ]
  const { secret } = await call<{ secret: string }>(url, { cookie, origin: url }, 'POST', '/keys', {
    name: 'bench',
    scopes,
  })
  return { workspaceId: id, secret }
}

async function call<T>(
  url: string,
  headers: Record<string, string>,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const json = body === undefined ? undefined : JSON.stringify(body)
  return answered<T>(url, { ...headers, 'content-type': 'application/json' }, method, path, json)
}

async function answered<T>(
  url: string,
  headers: Record<string, string>,
  method: string,
  path: string,
  body?: string | Buffer<ArrayBuffer>,
): Promise<T> {
  const answer = await fetch(`${url}/api${path}`, { method, headers, body })
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as T
}

/** Looks at how much memory a process has, four times a second, until stopped. */
export function watchMemory(pid: () => number | undefined) {
  let most = 0
  const look = async () => {
    const status = await readFile(`/proc/${pid()}/status`, 'utf8').catch(() => '')
    most = Math.max(most, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024)
  }
  const timer = setInterval(look, 250)
  return { most: () => most, stop: () => clearInterval(timer) }
}
