import { type RawBuilder, sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { atomically } from '../platform/ctx.ts'

const { workspace, database } = useDatabase()

test('a search reads indexes, although the policies of the workspace stand before them', async () => {
  const ctx = await workspace()
  await sql`
    insert into contacts (workspace_id, id, search_text, sort_name, created_at, updated_at)
    select ${ctx.workspaceId}, gen_random_uuid(), md5(n::text), md5(n::text), now(), now() from generate_series(1, 20000) n`.execute(
    database().owner,
  )
  await sql`
    insert into identities (workspace_id, contact_id, kind, value, created_at)
    select workspace_id, id, 'email', search_text || '@example.com', now() from contacts
    where workspace_id = ${ctx.workspaceId} and search_text ~ '^[0-9a-f]{32}$'`.execute(database().owner)
  await sql`analyze contacts, identities`.execute(database().owner)
  const planOf = (from: RawBuilder<unknown>) =>
    atomically(ctx, async ctx => {
      // What could be read by an index is, however few rows there are.
      await sql`set local enable_seqscan = off`.execute(ctx.db)
      const { rows } = await sql`explain select * from ${from}`.execute(ctx.db)
      return JSON.stringify(rows)
    })

  for (const condition of [
    sql`c.search_text like '%nunez%'`,
    sql`c.search_text like '% zz%'`,
    sql`'nunes' <% c.search_text`,
    sql`(c.id = any(${[ctx.workspaceId]}::uuid[]) or c.search_text like '%nunez%')`,
  ]) {
    const plan = await planOf(
      sql`contacts c where c.workspace_id = ${ctx.workspaceId} and c.deleted_at is null and ${condition}`,
    )
    expect(plan, plan).toContain('contacts_search')
    expect(plan).toMatch(/Index Cond: [^"]*(~|%>)/)
  }
  const identities = await planOf(sql`identities where workspace_id = ${ctx.workspaceId} and kind = 'email'
    and identifying and value ~>=~ 'ana' and value ~<~ 'anb' order by value using ~<~ limit 50`)
  expect(identities).toMatch(/identities_identify.*Index Cond: [^"]*~>=~/)
  const named = await planOf(sql`contacts c where c.workspace_id = ${ctx.workspaceId} and c.deleted_at is null
    and c.sort_name >= 'ana' and c.sort_name < 'anb' order by c.sort_name, c.id limit 50`)
  expect(named).toMatch(/contacts_by_name.*Index Cond: [^"]*sort_name >=/)
})
