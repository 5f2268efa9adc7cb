import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access, glob, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants as zlib } from 'node:zlib'
import { Refusal } from '../platform/errors.ts'
import { holding } from '../platform/lock.ts'

const root = join(import.meta.dirname, '../..')

/**
 * The folder of the built screens. They are built when there are none or their sources have changed since; beside the
 * program when that folder can be written, else in `dataDir`. `building` is called before the seconds that it takes.
 */
export async function webFolder(dataDir: string, building: () => void): Promise<string> {
  const wanted = await hashOfSources()
  const places = [join(root, 'dist'), join(dataDir, 'web')]
  const built = await firstOf(places, async place => (await hashOf(place)) === wanted)
  if (built) return built
  const parent = (await canWrite(root)) ? root : dataDir
  await mkdir(parent, { recursive: true })
  const folder = parent === root ? join(root, 'dist') : join(dataDir, 'web')
  return holding(`${folder}.lock`, async () => {
    if ((await hashOf(folder)) === wanted) return folder
    building()
    await build(folder, wanted)
    return folder
  })
}

async function build(folder: string, hash: string) {
  const unfinished = `${folder}.new`
  await runVite(unfinished)
  await compress(unfinished)
  await writeFile(join(unfinished, '.sources'), hash)
  await rm(folder, { recursive: true, force: true })
  await rename(unfinished, folder)
}

/** In a process of its own, whose memory goes with it. */
async function runVite(folder: string) {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'],
    { cwd: root, env },
  ).catch(error => {
    throw new Refusal('conflict', 'platform.web_unbuilt', { said: error.stderr || error.message })
  })
}

async function compress(folder: string) {
  for await (const file of glob('**/*.{js,css,html,svg,json}', { cwd: folder })) {
    const content = await readFile(join(folder, file))
    const params = { [zlib.BROTLI_PARAM_QUALITY]: 9 }
    await writeFile(join(folder, `${file}.br`), await promisify(brotliCompress)(content, { params }))
  }
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256')
  const patterns = ['src/**/*.{ts,tsx,css}', 'public/**', 'index.html', 'vite.config.ts', 'package-lock.json']
  const files: string[] = []
  for await (const entry of glob(patterns, { cwd: root, withFileTypes: true })) {
    if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) files.push(join(entry.parentPath, entry.name))
  }
  for (const file of files.sort()) hash.update(file.slice(root.length)).update(await readFile(file))
  return hash.digest('hex')
}

const hashOf = (folder: string) => readFile(join(folder, '.sources'), 'utf8').catch(() => undefined)

async function firstOf<T>(candidates: T[], test: (candidate: T) => Promise<boolean>): Promise<T | undefined> {
  for (const each of candidates) if (await test(each)) return each
}

const canWrite = (folder: string) =>
  access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
