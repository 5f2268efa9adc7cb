import { ReadableStream } from 'node:stream/web'
import type { AnyContractRouter } from '@orpc/contract'
import { implement } from '@orpc/server'
import type { Clock } from './clock.ts'
import type { Ctx } from './ctx.ts'
import type { Database } from './db.ts'
import type { Permission, Role } from './permissions.ts'
import type { Locale } from './texts.ts'

/** Who sent a request. A person without a workspace has no `ctx`; an API key has no `user`. */
export type Caller = {
  user?: { id: string; name: string; email: string; locale: Locale }
  role?: Role
  permissions: ReadonlySet<Permission>
  ctx?: Ctx
}

export type Incoming = {
  database: Database
  clock: Clock
  headers: Headers
  /** Headers that go with the answer, such as cookies. */
  reply: Headers
  ip: string
  requestId: string
  locale: Locale
}

/** What a handler of a `public` or `signed-in` endpoint finds in `context`; `caller` is absent for a stranger. */
export type Open = Incoming & { caller: Caller | undefined }

/** What every other handler finds: `context.ctx` has passed the permission check. */
export type Served = Incoming & { caller: Caller; ctx: Ctx }

/** Implements a feature's contract: `serve(contract).list.handler(({ input, context: { ctx } }) => …)`. */
export const serve = <T extends AnyContractRouter>(contract: T) => implement(contract).$context<Served>()

/** The same for endpoints whose `needs` is `public` or `signed-in`. */
export const serveOpen = <T extends AnyContractRouter>(contract: T) => implement(contract).$context<Open>()

type Sent = { name: string; type: string; bytes: AsyncIterable<Uint8Array> }

/** Answers an endpoint whose output is `streamedFile` with what is made as it is read. Its name is of plain letters. */
export function sendFile({ reply }: Incoming, { name, type, bytes }: Sent): File {
  reply.set('content-type', type)
  reply.set('content-disposition', `attachment; filename="${name}"`)
  return ReadableStream.from(bytes) as unknown as File
}
