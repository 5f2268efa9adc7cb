import type { AnyContractRouter, Meta } from '@orpc/contract'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { type AnyRouter, ORPCError, type ProcedureClientInterceptorOptions } from '@orpc/server'
import type { StandardHandlerOptions } from '@orpc/server/standard'
import { experimental_ZodSmartCoercionPlugin as ZodCoercion } from '@orpc/zod/zod4'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { atomically, type Ctx } from './ctx.ts'
import {
  admit,
  answerTo,
  type DoorOptions,
  incomingOf,
  localeOf,
  localeOfScreen,
  refused,
  refuseOtherSites,
} from './door.ts'
import type { EndpointMeta } from './endpoint.ts'
import { Refusal } from './errors.ts'
import type { Incoming } from './http.ts'
import { once } from './idempotency.ts'
import { checkInput } from './input.ts'
import { specification } from './openapi.ts'
import type { Permission } from './permissions.ts'
import { referencePage } from './reference.ts'

const megabytes = 10

export type ApiOptions = DoorOptions & {
  /** What `src/app/routes.ts` joins. */
  router: AnyRouter
  contract: AnyContractRouter
  streams?: Stream[]
}

/** A GET that answers with server-sent events: beside the endpoints of the contract, behind the same door. */
export type Stream = {
  path: `/${string}`
  needs: Permission
  summary: string
  serve: (c: Context, ctx: Ctx) => Response | Promise<Response>
}

/** The API as a Hono application, to be mounted with `app.route('/api', createApi(…))`. */
export function createApi(options: ApiOptions) {
  const { contract, streams = [], translate } = options
  const api = new Hono()
  const handle = handlerOf(options)
  const tooLarge = new Refusal('tooLarge', 'http.too_large', { limit: megabytes })

  api.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  })
  api.use(
    bodyLimit({
      maxSize: megabytes * 2 ** 20,
      onError: c => refused(options, incomingOf(options, c), tooLarge),
    }),
  )
  api.get('/openapi.json', async c => c.json(await specification(contract, streams)))
  api.get('/docs', async c => {
    const locale = localeOf(c.req.raw.headers)
    return c.html(
      referencePage(await specification(contract, streams), locale, key => translate(locale, key)),
    )
  })
  for (const stream of streams) api.get(stream.path, c => serveStream(options, stream, c))
  api.all('/*', handle)
  return api
}

async function serveStream(options: ApiOptions, { needs, serve }: Stream, c: Context): Promise<Response> {
  const incoming = incomingOf(options, c)
  try {
    const ctx = admit(await options.identify(incoming), needs)
    return ctx ? await serve(c, ctx) : c.notFound()
  } catch (error) {
    return refused(options, incoming, error)
  }
}

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

  return async (c: Context): Promise<Response> => {
    const context: Handling = incomingOf(options, c)
    const { matched, response } = await handler.handle(c.req.raw, { prefix: '/api', context })
    const answer = matched
      ? response
      : refused(options, context, new Refusal('missing', 'http.no_such_endpoint'))
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

/** The one way into a handler: who it is, whether they may, and in what transaction. */
async function serveCall(options: ApiOptions, call: Call): Promise<unknown> {
  const { context, procedure, input, path } = call
  const meta = procedure['~orpc'].meta as EndpointMeta
  context.called = true
  const caller = await options.identify(context)
  if (caller?.user) context.locale = localeOfScreen(context.headers) ?? caller.user.locale
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
  const undecoded = !context.called && !(error instanceof ORPCError) && !(error instanceof Refusal)
  const { status, body } = answerTo(
    options,
    context,
    undecoded ? new Refusal('bad', 'http.malformed') : error,
  )
  throw new ORPCError('PROBLEM', { status, data: body })
}
