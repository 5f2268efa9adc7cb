import { type KyselyPlugin, type RawNode, sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { funnelOf } from '../../lifecycle/lifecycle.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { catalogueOfContacts } from './catalogue.ts'
import { listOrders } from './contract.ts'
import { pageOfContacts } from './lists.ts'

const { workspace, database } = useDatabase()

test('a page reads the index of its order, by score that of its stage, from either end and in the middle, and sorts only the page', async () => {
  const ctx = await workspace()
  await many(ctx, 20_000)
  const indexes = { total: 'by_total', lastSignal: 'by_signal', since: 'by_since', name: 'by_name' }
  const stage = {
    all: [
      { is: 'stage' as const, anyOf: ['lead'] },
      { is: 'tag' as const, anyOf: ['common'] },
    ],
  }

  for (const by of listOrders) {
    for (const direction of ['asc', 'desc'] as const) {
      for (const where of [undefined, stage]) {
        const order = { by, direction }
        const { next } = await pageOfContacts(ctx, { order, where, limit: 2 })
        for (const after of [undefined, next]) {
          const plan = await planOf(ctx, ctx => pageOfContacts(ctx, { order, where, after, limit: 50 }))
          const whole = { createdAt: 'by_created', updatedAt: 'by_updated', ...indexes }[by]
          const index = where && by === 'total' ? 'by_stage' : whole
          expect(plan, `${by} ${direction} ${next}`).toMatch(new RegExp(`using \\w+_${index}`))
          expect(plan).not.toMatch(/Sort Key: s\.total/)
        }
      }
    }
  }
})

test('every tag in use is named, however many contacts have others', async () => {
  const ctx = await workspace()
  await many(ctx, 25_000)
  await sql`update contacts set tags = '{rare,seldom}' where id = (select max(id::text)::uuid from contacts
    where workspace_id = ${ctx.workspaceId})`.execute(database().owner)
  await sql`update contacts set tags = '{binned}', deleted_at = now() where id = (select min(id::text)::uuid from contacts
    where workspace_id = ${ctx.workspaceId})`.execute(database().owner)

  expect((await catalogueOfContacts(ctx)).tags).toEqual(['common', 'rare', 'seldom'])
})

async function many(ctx: Ctx, count: number) {
  const { id } = await funnelOf(ctx)
  await sql`
    insert into contacts (workspace_id, id, display_name, sort_name, tags, created_at, updated_at)
    select ${ctx.workspaceId}, gen_random_uuid(), n, n, '{common}', now() - n * interval '1 minute', now() - n * interval '1 minute'
    from generate_series(1, ${count}::int) n`.execute(database().owner)
  await sql`
    insert into standings (workspace_id, funnel_id, contact_id, stage, since, lifecycle_version, score_version, total, counted_at, last_signal_at)
    select workspace_id, ${id}, id, case when random() < 0.3 then 'lead' else 'contact' end, created_at, 1, 1, random() * 100, now(), created_at
    from contacts where workspace_id = ${ctx.workspaceId}`.execute(database().owner)
  await sql`analyze contacts, standings`.execute(database().owner)
}

/** How PostgreSQL would run what is asked, behind the policies of the workspace. */
async function planOf(ctx: Ctx, ask: (ctx: Ctx) => Promise<unknown>): Promise<string> {
  let plan = ''
  const explaining: KyselyPlugin = {
    transformQuery({ node }) {
      const { sqlFragments, ...rest } = node as RawNode
      return { ...rest, sqlFragments: [`explain ${sqlFragments[0]}`, ...sqlFragments.slice(1)] }
    },
    async transformResult({ result }) {
      plan = JSON.stringify(result.rows)
      return { ...result, rows: [] }
    },
  }
  await ask({ ...ctx, db: ctx.db.withPlugin(explaining) })
  return plan
}
