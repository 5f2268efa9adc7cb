import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { useFiles } from '../../../test/files.ts'

const { workspace, database } = useDatabase()
const file = useFiles()
beforeAll(async () => {
  await workspace()
})

const main = join(import.meta.dirname, '../main.ts')
const slow = { timeout: 120_000 }

type Ran = { code: number; out: string; err: string }

/** A command of the command line, as a terminal in English would run it. */
const embudo = (...args: string[]): Promise<Ran> =>
  new Promise(done => {
    const env = { ...process.env, DATABASE_URL: database().url, LANG: 'en' }
    const child = execFile(process.execPath, [main, ...args], { env }, (_, out, err) =>
      done({ code: child.exitCode ?? -1, out, err }),
    )
  })

test(
  'a file is checked, imported with a summary that a program can read, verified and exported',
  slow,
  async () => {
    const path = await file('leads.csv', 'Email,Name', 'ana@x.es,Ana', 'luis@x.es,Luis', 'nobody,Eva')

    const checked = await embudo('import', path)
    const imported = await embudo('import', path, '--yes')
    const verified = await embudo('verify')
    const exported = await embudo('export')

    const counts = { new: 2, refused: 1 }
    expect(JSON.parse(checked.out)).toMatchObject({ rows: 3, counts })
    expect(JSON.parse(imported.out)).toMatchObject({ rows: 3, counts })
    expect([verified.code, JSON.parse(verified.out)]).toMatchObject([0, [{ contacts: 2, differences: 0 }]])
    expect(exported.out.split('\n').filter(line => /@x\.es/.test(line))).toHaveLength(2)
  },
)

test('what is stored wrong is printed, and the command fails', slow, async () => {
  await database().owner.updateTable('standings').set({ total: 99 }).execute()

  const verified = await embudo('verify')

  expect(verified.code).toBe(1)
  expect(verified.err + verified.out).toContain('99 ≠')
  expect((await embudo('rebuild')).code).toBe(0)
  expect((await embudo('verify')).code).toBe(0)
})

test.each([
  [['nonsense'], 'nonsense'],
  [['import'], 'file'],
  [['import', 'missing.csv'], 'missing.csv'],
  [['export', '--kind', 'ghosts'], 'ghosts'],
])('%j is refused in words, without a trace of the program', slow, async (args, named) => {
  const { code, err } = await embudo(...args)

  expect(code).not.toBe(0)
  expect(err).toContain(named)
  expect(err).not.toMatch(/^\s+at /m)
})

test(
  'the first account founds its company; later ones join a workspace by its name, and none by founding one that is there',
  slow,
  async () => {
    const add = (...args: string[]) => embudo('user', 'add', ...args)
    const early = await add('ana@vidal.es', '--workspace', 'Vidal')
    const founded = await add('ana@vidal.es', '--name', 'Ana', '--company', 'Vidal')
    const silent = await add('bea@vidal.es', '--company', 'Vidal')
    const another = await add('bea@vidal.es', '--company', 'Otra', '--workspace', 'Vidal')
    const joined = await add('luz@vidal.es', '--name', 'Luz', '--workspace', 'vidal', '--role', 'sales')

    expect([early, founded, silent, another, joined].map(({ code }) => code)).toEqual([1, 0, 1, 1, 0])
    expect(JSON.parse(founded.out)).toMatchObject({ email: 'ana@vidal.es', password: expect.any(String) })
    for (const { err, out } of [silent, another])
      expect([err, out]).toEqual([expect.stringMatching(/Vidal.*--workspace/s), ''])
    expect(joined.err).toContain('joins “Vidal” as sales')
    const people = JSON.parse((await embudo('user', 'list')).out)
    expect(people).toMatchObject([
      { email: 'ana@vidal.es', workspace: 'Vidal', role: 'owner' },
      { email: 'luz@vidal.es', workspace: 'Vidal', role: 'sales' },
    ])
  },
)
