import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runningServer } from './cluster.ts'
import { startEmbedded } from './embedded.ts'

let data: string

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'embudo-embedded-'))
  await chmod(data, 0o711)
})
afterEach(async () => {
  if (existsSync(join(data, 'postgres.json'))) await (await startEmbedded(data)).stop()
  await rm(data, { recursive: true, force: true })
})

const ask = async (url: string, query: string) => {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  return client.query(query).finally(() => client.end())
}

const server = () => runningServer(join(data, 'postgres'))

/** Another program on the same data, which says its address and stays. */
async function otherProcess(): Promise<{ url: string; process: ChildProcess }> {
  const script = `const { startEmbedded } = await import(${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))})
    console.log((await startEmbedded(${JSON.stringify(data)})).url)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [url] = await once(child.stdout.setEncoding('utf8'), 'data')
  return { url: url.trim(), process: child }
}

async function killed({ process }: { process: ChildProcess }) {
  process.kill('SIGKILL')
  await once(process, 'exit')
}

test('what is stored is there after a stop and a start, and nothing runs in between', async () => {
  const first = await startEmbedded(data)
  await ask(first.url, 'create table kept as select 7 as number')
  await first.stop()
  expect(await server()).toBeUndefined()

  const second = await startEmbedded(data)

  expect((await ask(second.url, 'select number from kept')).rows).toEqual([{ number: 7 }])
  expect(second.url).toBe(first.url)
  expect((await stat(join(data, 'postgres.json'))).mode & 0o777).toBe(0o600)
  await second.stop()
})

test('a second process joins the server of the first, and the last to leave stops it', async () => {
  const first = await startEmbedded(data)
  const second = await startEmbedded(data)
  expect(second.url).toBe(first.url)

  await first.stop()
  expect((await ask(second.url, 'select 1')).rowCount).toBe(1)
  await second.stop()

  expect(await server()).toBeUndefined()
})

test('two processes that start at once on an empty folder share one server', async () => {
  const [one, other] = await Promise.all([startEmbedded(data), otherProcess()])

  expect(other.url).toBe(one.url)

  await killed(other)
  await one.stop()
})

test('the server that a killed process left behind is taken over', async () => {
  const other = await otherProcess()
  await ask(other.url, 'create table kept as select 7 as number')
  await killed(other)
  expect(await server()).toBeDefined()

  const next = await startEmbedded(data)

  expect((await ask(next.url, 'select number from kept')).rows).toEqual([{ number: 7 }])
  await next.stop()
  expect(await server()).toBeUndefined()
})

test('a server killed under a living program is started again, and what was committed is there', async () => {
  const program = await startEmbedded(data)
  await ask(program.url, 'create table kept as select 7 as number')

  process.kill((await server())?.pid ?? 0, 'SIGKILL')

  await expect
    .poll(
      () =>
        ask(program.url, 'select number from kept').then(
          r => r.rows,
          () => [],
        ),
      { timeout: 20_000 },
    )
    .toEqual([{ number: 7 }])
  await program.stop()
})

test('a pid file whose number another program has now does not keep it from starting', async () => {
  await (await startEmbedded(data)).stop()
  await writeFile(join(data, 'postgres', 'postmaster.pid'), `${process.pid}\n${data}/postgres\n0\n1\n`)

  const next = await startEmbedded(data)

  expect((await ask(next.url, 'select 1')).rowCount).toBe(1)
  await next.stop()
})

test('when its port is taken it moves to another', async () => {
  const first = await startEmbedded(data)
  await first.stop()
  const taken = createServer().listen(Number(new URL(first.url).port), '127.0.0.1')
  await once(taken, 'listening')

  const second = await startEmbedded(data)

  expect(new URL(second.url).port).not.toBe(new URL(first.url).port)
  await second.stop()
  taken.close()
})

test('a lock left behind by a process that is gone is taken over', async () => {
  const lock = join(data, 'postgres.lock')
  await writeFile(lock, String(process.pid))
  await utimes(lock, new Date(0), new Date(0))

  await (await startEmbedded(data)).stop()

  await expect(readFile(lock)).rejects.toThrow('ENOENT')
})

test.runIf(process.getuid?.() === 0)(
  'as root, in a folder that others cannot enter, the data is elsewhere and that is said',
  async () => {
    const closed = join(data, 'closed', 'data')
    await mkdir(closed, { recursive: true })
    await chmod(join(data, 'closed'), 0o700)
    const places: string[] = []

    const first = await startEmbedded(closed, { moved: place => places.push(place) })
    await ask(first.url, 'create table kept as select 7 as number')
    await first.stop()
    const second = await startEmbedded(closed)

    expect((await ask(second.url, 'select number from kept')).rows).toEqual([{ number: 7 }])
    await second.stop()
    expect(places[0]).toMatch(/^\/var\/lib\/embudo\//)
    await rm(join(places[0] ?? '', '..'), { recursive: true })
  },
)

test('a folder that cannot be written is refused in words', async () => {
  const file = join(data, 'a-file')
  await writeFile(file, '')

  await expect(startEmbedded(file)).rejects.toMatchObject({ code: 'platform.data_closed' })
})
