import { resolve } from 'node:path'
import { z } from 'zod'
import { type Issue, Refusal } from './errors.ts'
import type { Locale } from './texts.ts'

type Setting = { shape: z.ZodType; fallback: string; about: string }

const wholeNumber = (least: number, most: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most))
const address = (protocol: RegExp) =>
  z.string().refine(text => protocol.test(URL.parse(text)?.protocol ?? ''))
const optional = <T extends z.ZodType>(shape: T) =>
  z
    .literal('')
    .transform(() => undefined)
    .or(shape)

/** Every setting: what it accepts, its value when it is not given, and the README's line about it. The table there is checked against this one. */
export const settings = {
  PORT: {
    shape: wholeNumber(0, 65_535),
    fallback: '3000',
    about: 'Port of the application; 0 takes any free one.',
  },
  HOST: {
    shape: z.string().min(1),
    fallback: '127.0.0.1',
    about: 'Address to listen on. `0.0.0.0` lets other machines in: put a server with HTTPS in front.',
  },
  DATA_DIR: {
    shape: z.string().min(1),
    fallback: './data',
    about:
      'Folder of the embedded PostgreSQL, which holds everything, uploaded files included. What to back up, with the program stopped.',
  },
  DATABASE_URL: {
    shape: optional(address(/^postgres(ql)?:$/)),
    fallback: '',
    about:
      'A PostgreSQL 15 or newer to use instead of the embedded one: `postgres://user:password@host:5432/embudo`.',
  },
  DATABASE_CONNECTIONS: {
    shape: wholeNumber(4, 500),
    fallback: '16',
    about: 'The most connections that this process opens.',
  },
  PUBLIC_URL: {
    shape: optional(address(/^https?:$/)),
    fallback: '',
    about: 'The address that people type, if it is not `http://localhost:PORT`: `https://crm.example.com`.',
  },
  TRUST_PROXY: {
    shape: z.enum(['off', 'on']).transform(value => value === 'on'),
    fallback: 'off',
    about:
      '`on` only behind a server of yours that writes `X-Forwarded-For` itself: limits on tries then count by that address. Otherwise anybody could write the header.',
  },
  ROLE: {
    shape: z.enum(['all', 'web', 'worker']),
    fallback: 'all',
    about:
      '`web` serves, `worker` works off what follows from changes, `all` does both. With `DATABASE_URL`, run as many of each as needed.',
  },
  LOG_LEVEL: {
    shape: z.enum(['silent', 'error', 'warn', 'info', 'debug']),
    fallback: 'warn',
    about: 'How much is logged, as JSON lines: `silent`, `error`, `warn`, `info` (each request) or `debug`.',
  },
  IMPORT_MAX_MB: {
    shape: wholeNumber(1, 2000),
    fallback: '500',
    about: 'The largest file that can be imported, in megabytes.',
  },
  LANG: {
    shape: z.string(),
    fallback: 'es',
    about: 'Language of what is printed in the terminal: `es…` or `en…`; anything else is Spanish.',
  },
} as const satisfies Record<string, Setting>

export type Name = keyof typeof settings

export type Config = {
  port: number
  host: string
  dataDir: string
  databaseUrl?: string
  connections: number
  /** Without a slash at the end; absent when the address is the one that is listened on. */
  publicUrl?: string
  /** Whether a server in front says who sends a request (X-Forwarded-For). */
  trustProxy: boolean
  role: 'all' | 'web' | 'worker'
  /** In bytes. */
  importMaxBytes: number
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  locale: Locale
}

/** The settings of this process, or a refusal that names each wrong one. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const issues: Issue[] = []
  const read = <K extends Name>(name: K): z.output<(typeof settings)[K]['shape']> => {
    const value = env[name]?.trim() || settings[name].fallback
    const result = settings[name].shape.safeParse(value)
    if (!result.success)
      issues.push({
        path: [name],
        code: `platform.setting_${name.toLowerCase()}`,
        params: { value: shown(name, value) },
      })
    return result.data as z.output<(typeof settings)[K]['shape']>
  }
  const dataDir = resolve(read('DATA_DIR'))
  const config: Config = {
    port: read('PORT'),
    host: read('HOST'),
    dataDir,
    databaseUrl: read('DATABASE_URL'),
    connections: read('DATABASE_CONNECTIONS'),
    publicUrl: read('PUBLIC_URL')?.replace(/\/+$/, ''),
    trustProxy: read('TRUST_PROXY'),
    role: read('ROLE'),
    importMaxBytes: read('IMPORT_MAX_MB') * 2 ** 20,
    logLevel: read('LOG_LEVEL'),
    locale: localeOfTerminal(env),
  }
  if (issues.length > 0) throw new Refusal('bad', 'platform.settings', {}, issues)
  return config
}

/** Spanish unless the terminal speaks English. */
export const localeOfTerminal = (env: Record<string, string | undefined> = process.env): Locale =>
  /^en/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'en' : 'es'

// A database's password does not belong on a screen.
const shown = (name: Name, value: string) => (name === 'DATABASE_URL' ? '…' : value)
