import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { pause } from './cluster.ts'

// A live holder touches its file every second; one not touched for this long was left by a process whose number another has now.
const forgotten = 10_000

/** Runs `work` while no other process on this machine runs its own under the same file. A killed holder's file is taken over. */
export async function holding<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!(await take(file))) await pause(30)
  const touching = setInterval(() => utimes(file, new Date(), new Date()).catch(() => {}), 1000)
  try {
    return await work()
  } finally {
    clearInterval(touching)
    await rm(file, { force: true })
  }
}

async function take(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    if (await isAbandoned(file)) await discard(file)
    return false
  }
}

async function isAbandoned(file: string): Promise<boolean> {
  const [text, { mtimeMs }] = await Promise.all([readFile(file, 'utf8'), stat(file)]).catch(
    () => ['', { mtimeMs: Date.now() }] as const,
  )
  return (text !== '' && !isAlive(Number(text))) || Date.now() - mtimeMs > forgotten
}

/** By renaming, so that of two that find it abandoned only one removes it. */
async function discard(file: string) {
  const aside = `${file}.${process.pid}`
  await rename(file, aside).catch(() => {})
  await rm(aside, { force: true })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
