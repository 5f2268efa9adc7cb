import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../src/app/cli/commands.ts'
import { settings } from '../src/platform/config.ts'

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')

test('the README has every setting with its default and meaning', () => {
  const lines = Object.entries(settings).map(
    ([name, { fallback, about }]) => `| \`${name}\` | ${fallback ? `\`${fallback}\`` : ''} | ${about} |`,
  )

  for (const line of lines) expect(readme, 'copy this line into the table of settings').toContain(line)
})

test('the README has every command', () => {
  const missing = Object.keys(commands).filter(name => !readme.includes(`| \`${name}`))

  expect(missing, 'add a line to the table of the command line').toEqual([])
})
