import type { AnyContractRouter, Meta } from '@orpc/contract'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { type AnyRouter, ORPCError, type ProcedureClientInterceptorOptions } from '@orpc/server'
import type { StandardHandlerOptions } from '@orpc/server/standard'
import { experimental_ZodSmartCoercionPlugin as ZodCoercion } from '@orpc/zod/zod4'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Clock, systemClock } from './clock.ts'
import { atomically, type Ctx } from './ctx.ts'
import type { Database } from './db.ts'
import type { EndpointMeta, Needs } from './endpoint.ts'
import { Refusal } from './errors.ts'
import type { Caller, Incoming } from './http.ts'
import { once } from './idempotency.ts'
import { newId } from './ids.ts'
import { checkInput } from './input.ts'
import type { Live } from './live.ts'
import { sendNews } from './liveRoute.ts'
import { specification } from './openapi.ts'
import { problemOf, refusalOf, type Translate } from './problems.ts'
import { referencePage } from './reference.ts'
import { type Locale, locales } from './texts.ts'

const megabytes = 10

export type ApiOptions = {
  database: Database
  /** What `src/app/routes.ts` joins; its contract is read from it. */
  router: AnyRouter
  contract: AnyContractRouter
  /** Who sends a request; undefined for a stranger. */
  identify: (incoming: Incoming) => Promise<Caller | undefined>
  translate: Translate
  /** Told of each thing that was thrown and is not a refusal. */
  onBug: (error: unknown, requestId: string) => void
  clock?: Clock
  /** What is told at `/live`, until the program stops. */
  live?: { news: Live; stopping: AbortSignal }
}

/** The API as a Hono application, to be mounted with `app.route('/api', createApi(…))`. */
export function createApi(options: ApiOptions) {
  const api = new Hono()
  const handle = handlerOf(options)

  api.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  })
  api.use(bodyLimit({ maxSize: megabytes * 2 ** 20, onError: c => tooLarge(options, c.req.raw) }))
  api.get('/openapi.json', async c => c.json(await specification(options.contract)))
  api.get('/docs', async c => {
    const locale = localeOf(c.req.raw.headers)
    const say = (key: string) => options.translate(locale, key)
    return c.html(referencePage(await specification(options.contract), locale, say))
  })
  api.get('/live', c => tellNews(options, c))
  api.all('/*', c => handle(c.req.raw, addressOf(c.env)))
  return api
}

/** Server-sent events of the workspace in which the caller is signed in. */
async function tellNews(options: ApiOptions, c: Context): Promise<Response> {
  const context = incomingOf(options, c.req.raw, addressOf(c.env))
  const caller = await options.identify(context)
  if (!caller?.ctx || !options.live)
    return problemAnswer(options, context, new Refusal('unauthenticated', 'http.unauthenticated'))
  return sendNews(c, options.live.news, caller.ctx.workspaceId, options.live.stopping)
}

/** The socket's address; what a proxy says about the sender is for the server in front to decide. */
const addressOf = (env: unknown): string => {
  const incoming = (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
  return incoming?.socket?.remoteAddress ?? ''
}

const tooLarge = (options: ApiOptions, request: Request): Response =>
  problemAnswer(
    options,
    incomingOf(options, request, ''),
    new Refusal('tooLarge', 'http.too_large', { limit: megabytes }),
  )

type Handling = Incoming & { called?: boolean }
type Call = ProcedureClientInterceptorOptions<Handling, Record<never, never>, Meta> & {
  next(options?: ProcedureClientInterceptorOptions<Handling, Record<never, never>, Meta>): Promise<unknown>
}

function handlerOf(options: ApiOptions) {
  const handler = new OpenAPIHandler<Handling>(options.router, {
    plugins: [{ init: coerceAddresses }],
    customErrorResponseBodyEncoder: error => error.data,
    interceptors: [call => call.next().catch(error => refuse(options, call.context, error))],
    clientInterceptors: [call => serveCall(options, call)],
  })

  return async (request: Request, ip: string): Promise<Response> => {
    const context = incomingOf(options, request, ip)
    const { matched, response } = await handler.handle(request, { prefix: '/api', context })
    const answer = matched
      ? response
      : problemAnswer(options, context, new Refusal('missing', 'http.no_such_endpoint'))
    for (const [name, value] of context.reply) answer.headers.append(name, value)
    return answer
  }
}

/** Addresses carry text only, so '5' may be a 5 there; bodies carry types, and there it may not. */
function coerceAddresses(options: StandardHandlerOptions<Handling>) {
  const inner: StandardHandlerOptions<Handling> = {}
  new ZodCoercion<Handling>().init(inner)
  const [coerce] = inner.clientInterceptors ?? []
  const onGet: typeof coerce = call =>
    coerce && call.procedure['~orpc'].route.method === 'GET' ? coerce(call) : call.next()
  options.clientInterceptors = [...(options.clientInterceptors ?? []), onGet]
}

const incomingOf = (
  { database, clock = systemClock }: ApiOptions,
  request: Request,
  ip: string,
): Handling => ({
  database,
  clock,
  headers: request.headers,
  reply: new Headers(),
  ip,
  requestId: newId(),
  locale: localeOf(request.headers),
})

/** The first language of the reader that the program speaks. */
export function localeOf(headers: Headers): Locale {
  const wanted = (headers.get('accept-language') ?? '')
    .split(',')
    .map(part => part.trim().slice(0, 2).toLowerCase())
  return wanted.map(tag => locales.find(locale => locale === tag)).find(Boolean) ?? 'es'
}

/** The one way into a handler: who it is, whether they may, and in what transaction. */
async function serveCall(options: ApiOptions, call: Call): Promise<unknown> {
  const { context, procedure, input, path } = call
  const meta = procedure['~orpc'].meta as EndpointMeta
  context.called = true
  const caller = await options.identify(context)
  if (caller?.user) context.locale = caller.user.locale
  if (procedure['~orpc'].route.method !== 'GET') refuseOtherSites(context)
  checkInput(input)

  const ctx = admit(caller, meta.needs)
  const run = (inside?: Ctx) =>
    call.next({ ...call, context: { ...context, caller, ctx: inside } as Handling })
  if (!ctx) return run()
  const localised = { ...ctx, locale: context.locale }
  if (!meta.atomic) return run(localised)
  return retrying(() =>
    atomically(localised, inside => keyed(inside, context, path.join('.'), input, () => run(inside))),
  )
}

/** Checks the permission; gives the workspace's context, or undefined where an endpoint needs none. */
function admit(caller: Caller | undefined, needs: Needs): Ctx | undefined {
  if (needs === 'public') return undefined
  if (!caller) throw new Refusal('unauthenticated', 'http.unauthenticated')
  if (needs === 'signed-in') {
    if (!caller.user) throw new Refusal('forbidden', 'http.forbidden')
    return undefined
  }
  if (!caller.ctx) throw new Refusal('forbidden', 'http.no_workspace')
  if (!caller.permissions.has(needs)) throw new Refusal('forbidden', 'http.forbidden', { needs })
  return caller.ctx
}

/** A browser says where a request comes from; cookies alone must not be enough to act (cross-site request forgery). */
function refuseOtherSites({ headers }: Incoming) {
  if (!headers.has('cookie') && !headers.has('origin')) return
  const site = headers.get('sec-fetch-site')
  const origin = headers.get('origin')
  const own = site
    ? site === 'same-origin' || site === 'none'
    : origin === null || URL.parse(origin)?.host === headers.get('host')
  if (!own) throw new Refusal('forbidden', 'http.other_site')
}

async function keyed(
  ctx: Ctx,
  { headers, reply }: Incoming,
  endpoint: string,
  input: unknown,
  work: () => Promise<unknown>,
) {
  const key = headers.get('idempotency-key')
  if (key === null) return work()
  const { output, replayed } = await once(ctx, { key, endpoint, input }, work)
  if (replayed) reply.set('idempotency-replayed', 'true')
  return output
}

const conflicts = ['40001', '40P01']

/** A transaction that the database gave up for another one's sake did nothing; it is run again, up to three times. */
async function retrying<T>(work: () => Promise<T>, attempts = 3): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (attempts <= 1 || !conflicts.includes(code)) throw error
    return retrying(work, attempts - 1)
  }
}

/** Turns whatever was thrown into the answer of one shape. */
function refuse(options: ApiOptions, context: Handling, error: unknown): never {
  const undecoded = !context.called && !(error instanceof ORPCError)
  const refusal = undecoded ? new Refusal('bad', 'http.malformed') : refusalOf(error)
  if (!refusal) options.onBug(error, context.requestId)
  throw new ORPCError('PROBLEM', { status: refusal?.status ?? 500, data: bodyOf(options, context, refusal) })
}

const bodyOf = ({ translate }: ApiOptions, { locale, requestId }: Incoming, refusal: Refusal | undefined) =>
  problemOf(refusal ?? new Refusal('busy', 'http.bug', { requestId }), locale, translate, requestId)

const problemAnswer = (options: ApiOptions, context: Incoming, refusal: Refusal): Response =>
  Response.json(bodyOf(options, context, refusal), { status: refusal.status })
