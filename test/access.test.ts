import type { AnyContractRouter } from '@orpc/contract'
import { isContractProcedure } from '@orpc/contract'
import { implement } from '@orpc/server'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../src/app/contract.ts'
import { permissionsOfRole } from '../src/identity/roles.ts'
import { makeSecret } from '../src/identity/secrets.ts'
import type { Ctx } from '../src/platform/ctx.ts'
import type { EndpointMeta } from '../src/platform/endpoint.ts'
import { Refusal } from '../src/platform/errors.ts'
import { newId } from '../src/platform/ids.ts'
import { permissions, roles } from '../src/platform/permissions.ts'
import { openApi } from './api.ts'
import { useDatabase } from './database.ts'
import { fillEveryTable, mark, markedId } from './everyTable.ts'
import { sampleInput } from './samples.ts'

const { database, workspace } = useDatabase()

type Endpoint = EndpointMeta & { name: string; method: string; path: string }

/** Every endpoint of the program, from the contract itself: one that is added is tested with no more said. */
function endpointsOf(router: AnyContractRouter, name: string[] = []): Endpoint[] {
  if (!isContractProcedure(router))
    return Object.entries(router).flatMap(([key, each]) =>
      endpointsOf(each as AnyContractRouter, [...name, key]),
    )
  const { route, meta } = router['~orpc']
  return [
    { ...(meta as EndpointMeta), name: name.join('.'), method: route.method ?? '', path: route.path ?? '' },
  ]
}

/** The same endpoints with handlers that only say that they were reached: what is tested is the door. */
function reached(router: AnyContractRouter): object {
  if (isContractProcedure(router))
    return implement(router).handler(() => {
      throw new Refusal('conflict', 'test.reached')
    })
  return Object.fromEntries(
    Object.entries(router).map(([key, each]) => [key, reached(each as AnyContractRouter)]),
  )
}

const endpoints = endpointsOf(contract)
const address = ({ path }: Endpoint) => path.replaceAll(/\{\+?\w+\}/g, newId())

describe('the door', () => {
  let api: Awaited<ReturnType<typeof openApi>>
  let ctx: Ctx
  beforeAll(async () => {
    api = await openApi(database(), { router: reached(contract) })
    ctx = await workspace()
  })

  test('no two endpoints have the same address, and every address is below a word', () => {
    const addresses = endpoints.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`)

    expect(new Set(addresses).size).toBe(addresses.length)
    expect(endpoints.filter(({ path }) => !/^\/[a-z]/.test(path))).toEqual([])
  })

  test('a stranger reaches only what is public', async () => {
    const stranger = api.browser()

    for (const endpoint of endpoints) {
      const { status, body } = await stranger.send(endpoint.method, address(endpoint), bodyFor(endpoint))
      const refused = status === 401 && body.code === 'http.unauthenticated'
      expect([endpoint.name, refused]).toEqual([endpoint.name, endpoint.needs !== 'public'])
    }
  })

  test.each(roles)('%s reaches what the role’s permissions allow, and nothing else', async role => {
    const member = await openSession(role)

    for (const endpoint of endpoints) {
      const { status, body } = await member.send(endpoint.method, address(endpoint), bodyFor(endpoint))
      const refused = status === 403 && body.code === 'http.forbidden'
      expect([endpoint.name, refused]).toEqual([endpoint.name, !may(endpoint.needs)])
    }

    function may(needs: Endpoint['needs']) {
      return needs === 'public' || needs === 'signed-in' || permissionsOfRole[role].has(needs)
    }
  })

  test.each(permissions)('a key with the scope %s reaches what needs it, and nothing else', async scope => {
    const secret = await makeKey(scope)
    const program = api.browser({ authorization: `Bearer ${secret}` })

    for (const endpoint of endpoints) {
      const { status, body } = await program.send(endpoint.method, address(endpoint), bodyFor(endpoint))
      const refused = status === 403 && body.code === 'http.forbidden'
      const mayHold = scope !== 'members.manage' && scope !== 'keys.manage'
      const may = endpoint.needs === 'public' || (endpoint.needs === scope && mayHold)
      expect([endpoint.name, refused]).toEqual([endpoint.name, !may])
    }
  })

  test('a person without a workspace reaches only what is theirs', async () => {
    const member = await openSession('owner')
    await ctx.db.deleteFrom('members').where('userId', '=', member.person.id).execute()

    for (const endpoint of endpoints.filter(({ needs }) => needs !== 'public' && needs !== 'signed-in')) {
      const { body } = await member.send(endpoint.method, address(endpoint), bodyFor(endpoint))
      expect([endpoint.name, body.code]).toEqual([endpoint.name, 'http.no_workspace'])
    }
  })

  /** Signed in through the real endpoints, then back at the door whose handlers only say that they were reached. */
  async function openSession(role: (typeof roles)[number]) {
    const member = await (await openApi(database())).signedIn(ctx, role)
    const browser = api.browser()
    for (const [name, value] of member.cookies) browser.cookies.set(name, value)
    return { ...browser, person: member.person }
  }

  async function makeKey(scope: string) {
    const { secret, secretHash, ending } = makeSecret('emb', ctx.workspaceId)
    const names = { name: scope, createdByName: 'test', createdAt: new Date() }
    const row = { workspaceId: ctx.workspaceId, id: newId(), secretHash, ending, scopes: [scope] }
    await ctx.db
      .insertInto('apiKeys')
      .values({ ...row, ...names })
      .execute()
    return secret
  }
})

const bodyFor = ({ method }: Endpoint) => (method === 'GET' || method === 'DELETE' ? undefined : {})

describe('the database', () => {
  test('no statement sees, changes or adds a row of another workspace, whatever the table', async () => {
    const [own, other] = [await workspace(), await workspace()]
    const tables = await fillEveryTable(database(), own)

    expect(tables.length).toBeGreaterThan(20)
    for (const table of tables) {
      const its = sql`${sql.table(table)}`
      const rowsOf = async ({ workspaceId }: Ctx) =>
        (await sql`select 1 from ${its} where workspace_id = ${workspaceId}`.execute(database().owner)).rows
          .length
      const before = [table, await rowsOf(own), await rowsOf(other)]

      const seen = await sql`select 1 from ${its} where workspace_id = ${own.workspaceId}`.execute(other.db)
      await sql`delete from ${its} where workspace_id = ${own.workspaceId}`.execute(other.db)
      await sql`update ${its} set workspace_id = workspace_id where workspace_id = ${own.workspaceId}`.execute(
        other.db,
      )
      // Handing a row over to another workspace is refused, or (in a log that is only appended to) finds no row.
      await sql`update ${its} set workspace_id = ${other.workspaceId}`.execute(own.db).catch(() => {})

      expect([table, seen.rows.length]).toEqual([table, 0])
      expect([table, await rowsOf(own), await rowsOf(other)]).toEqual(before)
      expect(before[1]).toBeGreaterThan(0)
    }
  })

  test('the program’s role reads no table beside those of a workspace, and of workspaces its own', async () => {
    const own = await workspace()
    await workspace()
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
        and has_any_column_privilege('embudo_app', oid, 'select')
        and not exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'workspace_id')`.execute(
      database().owner,
    )

    expect(rows.map(row => row.name)).toEqual(['workspaces'])
    expect(await own.db.selectFrom('workspaces').select('id').execute()).toEqual([{ id: own.workspaceId }])
  })
})

// They would end the session that the others need, or are about nobody's rows.
const apart = ['identity.session.signOut', 'identity.session.signIn', 'identity.setup.create']

test('no endpoint tells or changes anything of another workspace, whatever ids it is sent', async () => {
  const [own, other] = [await workspace(), await workspace()]
  const tables = await fillEveryTable(database(), own)
  const before = await snapshotOf(tables, own)
  const api = await openApi(database())
  const intruder = await api.signedIn(other, 'owner')
  const document = (await intruder.send('GET', '/openapi.json')).body

  const wrong: unknown[] = []
  for (const endpoint of endpoints.filter(({ name }) => !apart.includes(name))) {
    const { path, body, aboutId } = sampleInput(document, endpoint.method, endpoint.path, markedId)
    const answer = await intruder.send(endpoint.method, path, body)
    const told = JSON.stringify(answer.body).includes(mark)
    if (told || (aboutId && answer.status !== 404)) wrong.push([endpoint.name, answer.status, answer.body])
  }
  expect(wrong).toEqual([])
  expect(await snapshotOf(tables, own)).toEqual(before)
  expect(api.bugs).toEqual([])
})

async function snapshotOf(tables: string[], { workspaceId }: Ctx) {
  const snapshot: Record<string, unknown> = {}
  for (const table of tables) {
    const rows =
      await sql`select * from ${sql.table(table)} where workspace_id = ${workspaceId} order by 1, 2, 3`.execute(
        database().owner,
      )
    snapshot[table] = rows.rows
  }
  return snapshot
}
