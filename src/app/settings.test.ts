import { expect, test } from 'vitest'
import { readConfig, settings } from '../platform/config.ts'
import { locales } from '../platform/texts.ts'
import { translate } from './translate.ts'

test('without any setting it listens on this machine and keeps its data beside', () => {
  expect(readConfig({})).toMatchObject({ port: 3000, host: '127.0.0.1', role: 'all', locale: 'es' })
})

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['DATABASE_URL', 'mysql://root:secret@localhost/embudo'],
  ['DATABASE_CONNECTIONS', '1'],
  ['PUBLIC_URL', 'crm.example.com'],
  ['TRUST_PROXY', 'yes'],
  ['ROLE', 'both'],
  ['LOG_LEVEL', 'loud'],
  ['IMPORT_MAX_MB', '0'],
] as const)('%s=%s is refused in words that say what to do, and tells no password', (name, value) => {
  const refused = (() => {
    try {
      readConfig({ [name]: value })
    } catch (error) {
      return error as {
        code: string
        issues: { path: string[]; code: string; params: Record<string, unknown> }[]
      }
    }
  })()

  expect(refused).toMatchObject({ code: 'platform.settings', issues: [{ path: [name] }] })
  for (const { code, params } of refused?.issues ?? [])
    for (const locale of locales) {
      const said = translate(locale, `errors.${code}`, params)
      expect(said).toContain(name)
      expect(said).not.toContain('secret')
    }
})

test('every wrong setting is told at once', () => {
  expect(() => readConfig({ PORT: 'x', ROLE: 'x' })).toThrow(
    expect.objectContaining({
      issues: [{ path: ['PORT'] }, { path: ['ROLE'] }].map(each => expect.objectContaining(each)),
    }),
  )
})

test('an empty setting is one that is not given', () => {
  expect(readConfig(Object.fromEntries(Object.keys(settings).map(name => [name, ' '])))).toEqual(
    readConfig({}),
  )
})
