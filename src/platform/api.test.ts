import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { useDatabase } from '../../test/database.ts'
import { type ApiOptions, createApi } from './api.ts'
import type { Ctx } from './ctx.ts'
import { endpoint, instant } from './endpoint.ts'
import { Refusal } from './errors.ts'
import { type Caller, serve, serveOpen } from './http.ts'
import { newId } from './ids.ts'
import type { Permission } from './permissions.ts'

const { database, workspace } = useDatabase()

const contract = {
  rename: endpoint({ needs: 'contacts.write', method: 'POST', path: '/things/{id}', summary: 'Rename' })
    .input(
      z.strictObject({
        id: z.uuid(),
        key: z.string().max(20),
        at: instant.optional(),
        size: z.number().optional(),
      }),
    )
    .output(z.object({ stored: z.number(), at: z.date() })),
  list: endpoint({ needs: 'contacts.read', method: 'GET', path: '/things', summary: 'List' })
    .input(z.object({ limit: z.number().int().max(10).default(5) }))
    .output(z.object({ limit: z.number() })),
  hello: endpoint({ needs: 'public', method: 'GET', path: '/hello', summary: 'Hello' }).output(z.string()),
}

test('an endpoint that does not say what it needs does not compile', () => {
  // @ts-expect-error: `needs` is missing
  endpoint({ method: 'GET', path: '/things', summary: 'List' })
  // @ts-expect-error: there is no such permission
  endpoint({ needs: 'contacts.think', method: 'GET', path: '/things', summary: 'List' })
})

/** Stores a row (and so shows whether it stays) and then does what the test wants. */
const rename = (after: () => void) =>
  serve(contract.rename).handler(async ({ input, context: { ctx } }) => {
    await ctx.db
      .insertInto('customFields')
      .values({
        workspaceId: ctx.workspaceId,
        key: input.key,
        type: 'text',
        labelEs: '',
        labelEn: '',
        createdAt: ctx.clock(),
      })
      .execute()
    after()
    return { stored: await storedIn(ctx), at: input.at ?? ctx.clock() }
  })

const storedIn = async (ctx: Ctx) =>
  (await ctx.db.selectFrom('customFields').where('labelEs', '=', '').select('key').execute()).length

type Setup = { permissions?: Permission[]; after?: () => void; translate?: ApiOptions['translate'] }

async function makeApi({ permissions = ['contacts.read', 'contacts.write'], after = () => {} }: Setup = {}) {
  const ctx = await workspace()
  const bugs: unknown[] = []
  const user = { id: newId(), name: 'Ana', email: 'ana@robledo.example', locale: 'es' as const }
  const ana: Caller = { user, permissions: new Set(permissions), ctx }
  const api = new Hono().route(
    '/api',
    createApi({
      database: database(),
      router: {
        rename: rename(after),
        list: serve(contract.list).handler(({ input }) => input),
        hello: serveOpen(contract.hello).handler(() => 'hola'),
      },
      contract,
      streams: [
        {
          path: '/news',
          needs: 'contacts.read',
          summary: 'News',
          serve: (c, { workspaceId }) => c.text(workspaceId),
        },
      ],
      identify: async ({ headers }) => (headers.has('x-ana') ? ana : undefined),
      translate: (locale, key, params) => `${locale}:${key}${params?.limit ? `:${params.limit}` : ''}`,
      onBug: error => bugs.push(error),
    }),
  )
  const send = (path: string, init: RequestInit = {}) =>
    api.request(`/api${path}`, { ...init, headers: { 'x-ana': '1', ...init.headers } })
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    send(`/things/${newId()}`, json(body, headers))
  return { ctx, send, post, bugs, request: api.request }
}

const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...headers },
})

test('who has the permission is served, in one transaction with the workspace', async () => {
  const { post } = await makeApi()

  const answer = await post({ key: 'size', at: '2026-02-03T10:00:00+01:00' })

  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ stored: 1, at: '2026-02-03T09:00:00.000Z' })
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('a stranger and who lacks the permission are refused, and a public endpoint serves anybody', async () => {
  const { post, send, ctx } = await makeApi({ permissions: ['contacts.read'] })

  expect(await (await post({ key: 'size' })).json()).toMatchObject({ code: 'http.forbidden' })
  expect((await send('/things', { headers: { 'x-ana': '' } })).status).toBe(200)
  expect(await storedIn(ctx)).toBe(0)

  const stranger = await makeApi()
  expect((await stranger.request('/api/things')).status).toBe(401)
  expect((await stranger.request('/api/hello')).status).toBe(200)
})

test('a mistake in the input is told with its place, in the language of the reader', async () => {
  const { post, request } = await makeApi()

  const answer = await post({ key: 'much longer than twenty', size: '5', wrong: true })

  expect(answer.status).toBe(400)
  expect(await answer.json()).toEqual({
    code: 'http.invalid',
    message: 'es:errors.http.invalid',
    issues: [
      ['key', 'too_big_string', ':20', { limit: '20' }],
      ['size', 'invalid_type', '', { expected: 'number' }],
      [undefined, 'unknown_fields', '', { fields: 'wrong' }],
    ].map(([place, code, limit, params]) => ({
      ...{ path: place ? [place] : [], code: `input.${code}`, params },
      message: `es:errors.input.${code}${limit}`,
    })),
    params: {},
    requestId: expect.any(String),
  })
  const english = await request('/api/nothing', { headers: { 'accept-language': 'fr, en-GB;q=0.8' } })
  expect(await english.json()).toMatchObject({ message: 'en:errors.http.no_such_endpoint' })
  const chosen = await post({ key: 'a', wrong: true }, { 'embudo-language': 'en' })
  expect(await chosen.json()).toMatchObject({ message: 'en:errors.http.invalid' })
})

test('addresses carry numbers as text; bodies do not', async () => {
  const { send } = await makeApi()

  expect(await (await send('/things?limit=7')).json()).toEqual({ limit: 7 })
  expect((await send('/things?limit=many')).status).toBe(400)
})

test.each([
  ['broken JSON', '{"key":', 'http.malformed'],
  ['nothing', '', 'http.invalid'],
  ['a list', '[1]', 'http.invalid'],
  ['a NUL', '{"key":"a\\u0000"}', 'http.invalid'],
  ['half of a surrogate pair', '{"key":"a\\ud800"}', 'http.invalid'],
  ['depth 10,000', `{"key":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 'http.too_deep'],
  ['a prototype', '{"key":"a","__proto__":{"size":1}}', 'http.invalid'],
])('%s is refused and nothing is done', async (_, body, code) => {
  const { post, ctx, bugs } = await makeApi()

  const answer = await post(body)

  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ code })
  expect(await storedIn(ctx)).toBe(0)
  expect(bugs).toEqual([])
})

test('a body of more than 10 MB is refused', async () => {
  const { post } = await makeApi()

  const answer = await post({ key: 'a'.repeat(11 * 2 ** 20) })

  expect(answer.status).toBe(413)
  expect(await answer.json()).toMatchObject({ code: 'http.too_large', requestId: expect.any(String) })
})

test('what fails half way leaves nothing, and a bug tells its number and no secrets', async () => {
  const { post, ctx, bugs } = await makeApi({
    after: () => {
      throw new Error('password is 1234')
    },
  })

  const answer = await post({ key: 'size' })

  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('1234')
  expect(await storedIn(ctx)).toBe(0)
  expect(bugs).toHaveLength(1)
})

test('a refusal keeps its status, code and place', async () => {
  const { post } = await makeApi({
    after: () => {
      throw new Refusal('conflict', 'contacts.duplicate_email', {}, [
        { path: ['email'], code: 'contacts.taken' },
      ])
    },
  })

  const answer = await post({ key: 'size' })

  expect(answer.status).toBe(409)
  expect(await answer.json()).toMatchObject({
    code: 'contacts.duplicate_email',
    issues: [{ path: ['email'], code: 'contacts.taken' }],
  })
})

test('a transaction that the database gave up is run again', async () => {
  let attempts = 0
  const { post } = await makeApi({
    after: () => {
      if (++attempts < 3) throw Object.assign(new Error('deadlock detected'), { code: '40P01' })
    },
  })

  const answer = await post({ key: 'size' })

  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ stored: 1 })
})

test.each([
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{ 'sec-fetch-site': 'same-origin' }, 200],
  [{ origin: 'https://evil.example', host: 'crm.example' }, 403],
  [{ origin: 'https://crm.example', host: 'crm.example' }, 200],
  [{ origin: 'null', host: 'crm.example' }, 403],
])('a write with cookies and %o answers %i', async (headers, status) => {
  const { post } = await makeApi()

  const answer = await post({ key: 'size' }, { cookie: 'a=b', ...headers } as Record<string, string>)

  expect(answer.status).toBe(status)
})

test('the same idempotency key acts once, answers the same, and refuses other data', async () => {
  const { send, ctx } = await makeApi()
  const path = `/things/${newId()}`
  const headers = { 'idempotency-key': 'order-1' }

  const [first, second] = await Promise.all([
    send(path, json({ key: 'size', size: 1 }, headers)),
    send(path, json({ size: 1, key: 'size' }, headers)),
  ])
  const other = await send(path, json({ key: 'size', size: 2 }, headers))

  expect([first.status, second.status, other.status]).toEqual([200, 200, 409])
  expect(await first.text()).toBe(await second.text())
  expect([first, second].filter(answer => answer.headers.has('idempotency-replayed'))).toHaveLength(1)
  expect(await storedIn(ctx)).toBe(1)
})

test('a refused write keeps no idempotency key, so that it can be sent again', async () => {
  let refused = true
  const { send, ctx } = await makeApi({
    after: () => {
      if (refused) throw new Refusal('conflict', 'contacts.busy')
    },
  })
  const path = `/things/${newId()}`
  const attempt = () => send(path, json({ key: 'size' }, { 'idempotency-key': 'order-2' }))

  expect((await attempt()).status).toBe(409)
  refused = false

  expect((await attempt()).status).toBe(200)
  expect(await storedIn(ctx)).toBe(1)
})

test('the document and its page name every endpoint and what it needs', async () => {
  const { request } = await makeApi()

  const document = await (await request('/api/openapi.json')).json()
  const page = await (await request('/api/docs')).text()

  expect(document.openapi).toMatch(/^3\.1/)
  expect(document.paths['/things/{id}'].post).toMatchObject({
    description: 'Needs `contacts.write`.',
    responses: {
      default: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  })
  expect(page).toContain('/api/things/{id}')
  expect(page).not.toMatch(/<script|https?:\/\//)
})

test('a stream is behind the same door', async () => {
  const { request, send, ctx } = await makeApi()
  const unable = await makeApi({ permissions: ['contacts.write'] })

  expect(await (await send('/news')).text()).toBe(ctx.workspaceId)
  expect((await request('/api/news')).status).toBe(401)
  expect(await (await unable.send('/news')).json()).toMatchObject({ code: 'http.forbidden' })
})
