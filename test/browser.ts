import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'
import { holding } from '../src/platform/lock.ts'

const require = createRequire(import.meta.url)

/**
 * A real Chromium out of node_modules, with the libraries and fonts that it needs, so that a system without any of them,
 * and an ordinary user, can run the journeys. Close it when done.
 */
export async function openBrowser(): Promise<Browser> {
  const folder = await unpacked()
  const fonts = join(folder, 'fonts')
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    // No sandbox, because containers and root have none to offer; the pages are our own.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_PATH: fonts,
      HOME: folder,
    },
  })
}

/** The package is compressed: it is unpacked once for all test files and runs, in a folder of this user's and version's. */
async function unpacked(): Promise<string> {
  const { version } = require(join(dirname(require.resolve('@sparticuz/chromium')), '../package.json'))
  const folder = join(tmpdir(), `embudo-chromium-${version}-${process.getuid?.() ?? ''}`)
  if (existsSync(folder)) return folder
  return holding(`${folder}.lock`, async () => {
    if (existsSync(folder)) return folder
    const unfinished = `${folder}.new`
    await rm(unfinished, { recursive: true, force: true })
    await mkdir(unfinished, { recursive: true, mode: 0o700 })
    await unpack(unfinished)
    await namePlaceOfFonts(unfinished, folder)
    await rename(unfinished, folder)
    return folder
  })
}

/** The package unpacks into the temporary folder, its libraries only where it believes to run in Amazon's cloud. */
async function unpack(folder: string) {
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' }
  const script =
    "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath()"
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    env,
    cwd: import.meta.dirname,
  })
}

/** The package expects its fonts under `/tmp`; a browser that finds none ends at the first text. */
async function namePlaceOfFonts(unfinished: string, folder: string) {
  const settings = join(unfinished, 'fonts/fonts.conf')
  await writeFile(settings, (await readFile(settings, 'utf8')).replaceAll('/tmp/', `${folder}/`))
}
