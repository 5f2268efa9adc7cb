import type { AnyRouter } from '@orpc/server'
import { Hono } from 'hono'
import { contract } from '../src/app/contract.ts'
import { onSettingsChanged, onWorkspaceCreated } from '../src/app/newWorkspace.ts'
import { routes } from '../src/app/routes.ts'
import { translate } from '../src/app/translate.ts'
import { createIdentity, type Identity, identify } from '../src/identity/identity.ts'
import { hashPassword, insertPerson, join } from '../src/identity/people.ts'
import { createApi, type Stream } from '../src/platform/api.ts'
import type { Ctx } from '../src/platform/ctx.ts'
import type { Database } from '../src/platform/db.ts'
import { newId } from '../src/platform/ids.ts'
import type { Role } from '../src/platform/permissions.ts'

const password = 'cuatro caballos azules'

export type Browser = ReturnType<typeof browserOf>

type Options = { clock?: () => Date; router?: object; streams?: Stream[]; publicUrl?: string }

/** The real API over a test's database, as browsers and programs meet it. What is a bug fails the test's request with 500 and is in `bugs`. */
export async function openApi(database: Database, { clock, router, streams, publicUrl }: Options = {}) {
  const identity = await createIdentity({ database, publicUrl, onWorkspaceCreated, onSettingsChanged })
  const bugs: unknown[] = []
  const api = createApi({
    ...{ database, contract, translate, clock, streams },
    router: (router ?? routes(identity)) as AnyRouter,
    identify: incoming => identify(identity, incoming),
    onBug: error => bugs.push(error),
  })
  const server = new Hono().route('/api', api)
  return {
    bugs,
    server,
    identity,
    browser: (headers?: Record<string, string>) => browserOf(server, headers),
    /** A browser in which a new member of the workspace has signed in. */
    async signedIn(ctx: Ctx, role: Role) {
      const person = await makeMember(identity, ctx, role)
      const browser = browserOf(server)
      await browser.send('POST', '/session', { email: person.email, password })
      return { ...browser, person }
    },
  }
}

async function makeMember(identity: Identity, ctx: Ctx, role: Role) {
  const person = { name: `Ana ${role}`, email: `${newId()}@robledo.example`, locale: ctx.locale }
  const hash = await hashPassword(identity.auth, password, [])
  const made = await identity.database.owner
    .transaction()
    .execute(db => insertPerson(db, ctx.clock(), person, hash))
  await join(ctx, made, role)
  return { ...made, password }
}

/** Keeps cookies, as a browser does; `send` gives status and parsed body. */
function browserOf(server: Hono, headers: Record<string, string> = {}) {
  const cookies = new Map<string, string>()
  return {
    cookies,
    async send(method: string, path: string, body?: unknown, more: Record<string, string> = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await server.request(`http://localhost/api${path}`, {
        method,
        headers: {
          ...(cookie && { cookie }),
          ...(body !== undefined && {
            'content-type': body instanceof Blob ? body.type : 'application/json',
          }),
          ...{ ...headers, ...more },
        },
        ...(body !== undefined && { body: body instanceof Blob ? body : JSON.stringify(body) }),
      })
      for (const line of answer.headers.getSetCookie()) keep(cookies, line)
      const text = await answer.text()
      const isJson = answer.headers.get('content-type')?.includes('json')
      return {
        status: answer.status,
        headers: answer.headers,
        body: isJson && text ? JSON.parse(text) : text,
      }
    },
  }
}

function keep(cookies: Map<string, string>, line: string) {
  const [pair = '', ...attributes] = line.split(/; */)
  const name = pair.slice(0, pair.indexOf('='))
  if (attributes.some(attribute => /^max-age=0$/i.test(attribute))) cookies.delete(name)
  else cookies.set(name, pair.slice(pair.indexOf('=') + 1))
}
