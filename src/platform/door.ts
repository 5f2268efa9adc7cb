import type { Context } from 'hono'
import { type Clock, systemClock } from './clock.ts'
import type { Ctx } from './ctx.ts'
import type { Database } from './db.ts'
import type { Needs } from './endpoint.ts'
import { Refusal } from './errors.ts'
import type { Caller, Incoming } from './http.ts'
import { newId } from './ids.ts'
import { problemOf, refusalOf, type Translate } from './problems.ts'
import { type Locale, locales } from './texts.ts'

export type DoorOptions = {
  database: Database
  /** Who sends a request; undefined for a stranger. */
  identify: (incoming: Incoming) => Promise<Caller | undefined>
  translate: Translate
  /** Told of each thing that was thrown and is not a refusal. */
  onBug: (error: unknown, requestId: string) => void
  clock?: Clock
  /** Whether a server in front says who sends a request (X-Forwarded-For). */
  proxied?: boolean
}

export function incomingOf({ database, clock = systemClock, proxied }: DoorOptions, c: Context): Incoming {
  const { headers } = c.req.raw
  const ip = addressOf(c, proxied ?? false)
  return { database, clock, headers, reply: new Headers(), ip, requestId: newId(), locale: localeOf(headers) }
}

const near = /^(::1|(::ffff:)?(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))\.|f[cd])/i

/** The sender's address. Only a server in front, on this machine or network, is believed about another; anybody can write the header. */
function addressOf(c: Context, proxied: boolean): string {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  const socket = env?.incoming?.socket?.remoteAddress ?? ''
  const said = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return proxied && said && near.test(socket) ? said.slice(0, 64) : socket
}

/** The language of the screen that asks: who has chosen another than the account's in this browser reads that one. */
export const localeOfScreen = (headers: Headers): Locale | undefined =>
  locales.find(locale => locale === headers.get('embudo-language'))

/** The language of the screen, or the first of the reader's that the program speaks. */
export function localeOf(headers: Headers): Locale {
  const wanted = (headers.get('accept-language') ?? '')
    .split(',')
    .map(part => part.trim().slice(0, 2).toLowerCase())
  const spoken = wanted.map(tag => locales.find(locale => locale === tag)).find(Boolean)
  return localeOfScreen(headers) ?? spoken ?? 'es'
}

/** Checks the permission; gives the workspace's context, or undefined where an endpoint needs none. */
export function admit(caller: Caller | undefined, needs: Needs): Ctx | undefined {
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
export function refuseOtherSites({ headers }: Incoming) {
  if (!headers.has('cookie') && !headers.has('origin')) return
  const site = headers.get('sec-fetch-site')
  const origin = headers.get('origin')
  const own = site
    ? site === 'same-origin' || site === 'none'
    : origin === null || URL.parse(origin)?.host === headers.get('host')
  if (!own) throw new Refusal('forbidden', 'http.other_site')
}

/** Status and body of the answer to whatever was thrown; what is not a refusal is told to `onBug`. */
export function answerTo({ translate, onBug }: DoorOptions, { locale, requestId }: Incoming, error: unknown) {
  const refusal = refusalOf(error)
  if (!refusal) onBug(error, requestId)
  const said = refusal ?? new Refusal('busy', 'http.bug', { requestId })
  return { status: refusal?.status ?? 500, body: problemOf(said, locale, translate, requestId) }
}

export function refused(options: DoorOptions, incoming: Incoming, error: unknown): Response {
  const { status, body } = answerTo(options, incoming, error)
  return Response.json(body, { status })
}
