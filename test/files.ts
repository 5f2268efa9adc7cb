import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

/** A folder of this test file's own; `file('a.csv', 'Email', 'ana@x.es')` writes a file of lines in it and gives its path. */
export function useFiles() {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'embudo-files-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  return async (name: string, ...lines: string[]): Promise<string> => {
    const path = join(folder, name)
    await writeFile(path, `${lines.join('\n')}\n`)
    return path
  }
}
