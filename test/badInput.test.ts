import { readFile } from 'node:fs/promises'
import { request } from 'node:http'
import type { OpenAPI } from '@orpc/contract'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, setUpProgram } from './client.ts'
import { type RunningProgram, startProgram } from './program.ts'

let program: RunningProgram
let key: string
let cookie: string
let endpoints: { method: string; path: string }[]

beforeAll(async () => {
  program = await startProgram()
  ;({ key, cookie } = await setUpProgram(program))
  const document = (await (await fetch(`${program.url}/api/openapi.json`)).json()) as OpenAPI.Document
  endpoints = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods ?? {})
      .filter(([method, operation]) => ['post', 'put', 'patch'].includes(method) && takesJson(operation))
      .map(([method]) => ({ method: method.toUpperCase(), path: path.replaceAll(/\{\+?\w+\}/g, unknownId) })),
  )
}, 120_000)

afterAll(() => program?.stop())

const unknownId = '0197a000-0000-7000-8000-000000000000'

function takesJson(operation: unknown): boolean {
  const body = (operation as { requestBody?: { content?: Record<string, unknown> } }).requestBody
  return Object.keys(body?.content ?? {}).includes('application/json')
}

const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`

const bad: [string, string][] = [
  ['no JSON', '{"a":'],
  ['nothing', 'null'],
  ['a number', '7'],
  ['a list', '[]'],
  ['a text', '"hola"'],
  ['unknown fields', '{"nobodyKnowsThis":true}'],
  ['depth 10,000', deep],
  ['depth 10,000 inside', `{"name":${deep},"events":${deep},"contacts":${deep}}`],
  ['NUL', String.raw`{"name":"a\u0000b","email":"a\u0000@robledo.example"}`],
  ['half of a surrogate pair', String.raw`{"name":"a\ud800b"}`],
  ['a prototype', '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}'],
  ['numbers beyond all bounds', '{"limit":1e999,"kind":1e308,"name":-1}'],
]

test.each(bad)(
  '%s is refused by every endpoint in the shape of a problem, and the program lives',
  { timeout: 60_000 },
  async (_, body) => {
    const wrong: unknown[] = []

    for (const { method, path } of endpoints) {
      const answer = await call(program.url, key, method, path, body)
      if (answer.status < 400 || answer.status >= 500 || !isProblem(answer.body))
        wrong.push({ method, path, ...answer })
    }

    expect(endpoints.length).toBeGreaterThan(20)
    expect(wrong).toEqual([])
    expect((await fetch(`${program.url}/readyz`)).status).toBe(200)
  },
)

const isProblem = ({ code, message, issues, requestId }: Record<string, unknown>) =>
  typeof code === 'string' &&
  typeof message === 'string' &&
  message !== `errors.${code}` &&
  Array.isArray(issues) &&
  typeof requestId === 'string'

const newcomer = (fields: string, more = '') => `{"kind":"person","fields":{${fields}}${more}}`

test.each([
  [
    'NUL',
    newcomer(String.raw`"givenName":"a\u0000b"`),
    'fields.givenName',
    'El texto contiene caracteres que no se pueden guardar.',
    'The text contains characters that cannot be stored.',
  ],
  [
    'half of a surrogate pair',
    newcomer(String.raw`"city":"a\ud800b"`),
    'fields.city',
    'El texto contiene caracteres que no se pueden guardar.',
    'The text contains characters that cannot be stored.',
  ],
  [
    'depth 10,000',
    newcomer(`"tags":${deep}`),
    'fields.tags.0',
    'Los datos tienen demasiados niveles anidados: el máximo es 100.',
    'The data is nested too deeply: the most is 100 levels.',
  ],
  [
    'a kind that there is not',
    '{"kind":"ghost","fields":{}}',
    'kind',
    'Este valor no está entre los que se admiten: person, organization.',
    'This is not one of the accepted values: person, organization.',
  ],
  [
    'a number for an address',
    newcomer('"email":7'),
    'fields.email',
    '«7» no es una dirección de correo.',
    '“7” is not an email address.',
  ],
  [
    'a field that nobody knows',
    newcomer('"shoeSize":44'),
    'fields.shoeSize',
    'El campo «shoeSize» no existe.',
    'There is no field “shoeSize”.',
  ],
  [
    'something beside the fields that nobody knows',
    newcomer('"givenName":"Eva"', ',"nobodyKnowsThis":true'),
    '',
    'Estos campos no se conocen: nobodyKnowsThis.',
    'These fields are not known: nobodyKnowsThis.',
  ],
  [
    'an owner of another workspace',
    newcomer('"givenName":"Eva"', `,"ownerId":"${unknownId}"`),
    'ownerId',
    'Esta persona no es de este espacio de trabajo.',
    'This person is not in this workspace.',
  ],
])(
  '%s is refused where it stands, in the language of who sent it, and nothing is stored',
  async (_, body, place, es, en) => {
    const everybody = () => call(program.url, key, 'POST', '/contacts/list', { kind: 'person' })
    const before = (await everybody()).body.rows
    const told = async (locale: string) => {
      const answer = await call(program.url, key, 'POST', '/contacts', body, { 'accept-language': locale })
      const [issue] = answer.body.issues as { path: unknown[]; message: string }[]
      return [answer.status, issue?.path.join('.'), issue?.message]
    }

    expect(await told('es')).toEqual([400, place, es])
    expect(await told('en')).toEqual([400, place, en])
    expect((await everybody()).body.rows).toEqual(before)
  },
)

test('a body of more than 10 MB is refused before it is read, in the language of the reader', async () => {
  const body = JSON.stringify({ events: [{ name: 'x'.repeat(11 * 2 ** 20) }] })

  const es = await call(program.url, key, 'POST', '/events/batch', body)
  const en = await call(program.url, key, 'POST', '/events/batch', body, { 'accept-language': 'en' })

  expect([es.status, en.status]).toEqual([413, 413])
  expect([es.body.message, en.body.message]).toEqual([
    expect.stringContaining('10 MB'),
    expect.stringContaining('10 MB'),
  ])
  expect(es.body.message).not.toBe(en.body.message)
})

test('a batch is refused item by item, and what is right in it is stored', async () => {
  const events = [
    { name: 'call', contact: { email: 'eva@robledo.example' } },
    { name: 'call', contact: { email: 'no es un correo' } },
    { name: 'never_heard_of', contact: { email: 'eva@robledo.example' } },
  ]

  const { status, body } = await call(program.url, key, 'POST', '/events/batch', { events })

  expect(status).toBe(200)
  expect((body.results as { outcome: string }[]).map(each => each.outcome)).toEqual([
    'stored',
    'refused',
    'refused',
  ])
})

test('an expired session is refused as no session, in the language of its reader', async () => {
  const ask = (locale = 'en') =>
    fetch(`${program.url}/api/contacts/catalogue`, { headers: { cookie, 'accept-language': locale } })
  expect((await ask()).status).toBe(200)
  const { password, port } = JSON.parse(await readFile(`${program.dataDir}/postgres.json`, 'utf8'))
  const client = new pg.Client(`postgres://embudo:${password}@127.0.0.1:${port}/embudo`)
  await client.connect()
  await client
    .query("update sessions set expires_at = now() - interval '1 minute'")
    .finally(() => client.end())

  const answer = await ask()

  expect(answer.status).toBe(401)
  expect(await answer.json()).toMatchObject({
    code: 'http.unauthenticated',
    message: 'Sign in, or send a valid API key.',
  })
  expect(await (await ask('es')).json()).toMatchObject({
    message: 'Inicia sesión, o envía una clave de API válida.',
  })
})

test.each([
  '/..%2f..%2f..%2fetc%2fpasswd',
  '/%2e%2e/%2e%2e/package.json',
  '/assets/../../package.json',
  '/%E0%A4%A',
  '/.sources/../../package.json',
  '/api/%00',
  '/api/contacts/%E0%A4%A',
])('the address %s gives nothing away', async path => {
  const { status, body } = await raw(path)

  expect(status).not.toBe(500)
  expect(body).not.toContain('root:')
  expect(body).not.toContain('"dependencies"')
})

/** Without the client's own tidying of addresses. */
function raw(path: string): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(program.url)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, answer => {
      let body = ''
      answer.setEncoding('utf8').on('data', part => {
        body += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
    })
      .on('error', reject)
      .end()
  })
}

test('every answer carries the headers that protect its reader', async () => {
  const page = await fetch(program.url)
  const api = await fetch(`${program.url}/api/setup`)

  for (const { headers } of [page, api]) {
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  }
  expect(api.headers.get('cache-control')).toBe('no-store')
})
