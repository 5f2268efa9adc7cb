import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startEmbedded } from '../src/platform/embedded.ts'

const main = join(import.meta.dirname, '../src/app/main.ts')

export type RunningProgram = {
  /** Where it listens, without a slash at the end. */
  url: string
  dataDir: string
  process: ChildProcess
  /** What it has printed so far. */
  printed(): string
  /** Asks it to stop, as Ctrl-C does, and waits for its end; its exit code. */
  stop(): Promise<number | null>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

type Options = {
  /** Settings beside PORT and DATA_DIR, such as DATABASE_URL. */
  env?: Record<string, string>
  /** Kept when it stops; a folder of its own, removed at the end, when absent. */
  dataDir?: string
}

/** Starts the real program on a free port and waits until it says where it is. */
export async function startProgram({ env = {}, dataDir }: Options = {}): Promise<RunningProgram> {
  const folder = dataDir ?? (await openFolder())
  const child = spawn(process.execPath, [main, 'start'], {
    env: { ...process.env, PORT: '0', LANG: 'en', NODE_ENV: 'production', DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout.on('data', part => (printed += part))
  const ended = once(child, 'exit')
  const url = await address(
    child,
    () => printed,
    line => (printed += `${line}\n`),
  )
  const gone = async () => {
    const [code] = await ended
    if (!dataDir) await forget(folder)
    return code
  }
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return gone()
  }
  return {
    url,
    dataDir: folder,
    process: child,
    printed: () => printed,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

/** As root the database's own user must be able to enter. */
async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'embudo-program-'))
  await chmod(folder, 0o711)
  return folder
}

/** A killed program leaves its PostgreSQL running; the next start would join it, and here it ends. */
async function forget(folder: string) {
  if (existsSync(join(folder, 'postgres.json'))) await (await startEmbedded(folder)).stop()
  await rm(folder, { recursive: true, force: true })
}

function address(child: ChildProcess, printed: () => string, keep: (line: string) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!child.stderr) throw new Error('no terminal')
    createInterface({ input: child.stderr }).on('line', line => {
      keep(line)
      const [url] = line.match(/http:\/\/localhost:\d+/) ?? []
      if (url) resolve(url)
    })
    child.once('exit', code => reject(new Error(`the program ended with ${code}:\n${printed()}`)))
  })
}
