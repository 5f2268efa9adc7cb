import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { Refusal } from './errors.ts'
import type { Log } from './log.ts'

type Options = {
  log: Log
  /** Whether the program can do its work now: readiness. */
  ready: () => Promise<boolean>
  /** What lives under /api. */
  api?: Hono
  /** The folder of the built screens. */
  web?: string
  /** Whether people reach it by https. */
  secure?: boolean
}

/** The whole web application: health, API and screens, with the headers that every answer carries. */
export function createServer({ log, ready, api, web, secure = false }: Options) {
  const server = new Hono()
  server.use(async (c, next) => {
    const started = performance.now()
    await next()
    protect(c.res.headers, secure)
    const { status } = c.res
    log[status >= 500 ? 'error' : 'info'](
      { method: c.req.method, path: c.req.path, status, ms: Math.round(performance.now() - started) },
      'request',
    )
  })
  server.get('/healthz', c => c.json({ ok: true }))
  server.get('/readyz', async c => {
    const ok = await ready().catch(() => false)
    return c.json({ ok }, ok ? 200 : 503)
  })
  if (api) server.route('/api', api)
  if (web) serveScreens(server, web)
  server.onError((error, c) => {
    log.error({ error }, 'request failed')
    return c.text('', 500)
  })
  return server
}

// Screens load nothing from elsewhere. Styles may be inline: the component library writes them so.
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const protections = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
}

/** An answer that says otherwise for itself (the API's reference page) keeps its own. */
function protect(headers: Headers, secure: boolean) {
  for (const [name, value] of Object.entries(protections)) if (!headers.has(name)) headers.set(name, value)
  if (secure) headers.set('strict-transport-security', 'max-age=31536000')
}

function serveScreens(server: Hono, web: string) {
  server.get('/*', serveStatic({ root: web, precompressed: true, onFound: cacheable }))
  // Any other address is a screen's, which the browser's router knows; a missing file is just missing.
  const page = serveStatic({ root: web, path: 'index.html', precompressed: true, onFound: cacheable })
  server.get('/*', (c, next) => (/\.\w+$/.test(c.req.path) ? next() : page(c, next)))
}

/** Built files carry their content's hash in the name, so a name never changes its content. */
function cacheable(path: string, c: Context) {
  c.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
}

export type Listening = {
  port: number
  /** Takes no more requests and waits for those in hand, for a few seconds. */
  stop(): Promise<void>
}

// What a request in hand may still take when the program is asked to stop.
const patience = 8_000

// Longer than proxies and clients keep a connection that nobody uses: who sends while it is being closed is cut off.
const idle = 65_000

export function listen(server: Hono, { port, host }: { port: number; host: string }): Promise<Listening> {
  const http = createAdaptorServer({ fetch: server.fetch, serverOptions: { keepAliveTimeout: idle } })
  const stop = () =>
    new Promise<void>(resolve => {
      http.close(() => resolve())
      if ('closeIdleConnections' in http) http.closeIdleConnections()
      setTimeout(() => 'closeAllConnections' in http && http.closeAllConnections(), patience).unref()
    })
  return new Promise((resolve, reject) => {
    http.once('error', error => reject(refused(error, port, host)))
    http.listen(port, host, () => resolve({ port: (http.address() as AddressInfo).port, stop }))
  })
}

function refused(error: Error & { code?: string }, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE')
    return new Refusal('conflict', 'platform.port_taken', { port, other: port + 1 })
  if (error.code === 'EACCES') return new Refusal('conflict', 'platform.port_forbidden', { port })
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new Refusal('bad', 'platform.host_unknown', { host })
  return error
}
