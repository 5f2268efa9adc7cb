import { sql } from 'kysely'
import type { Ctx } from '../src/platform/ctx.ts'
import type { Database } from '../src/platform/db.ts'

/** What stands in every text and every id of a filled row: it may turn up nowhere else. */
export const mark = 'secret-of-another-workspace'
export const markedId = '0199aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa'

type Column = { table: string; name: string; type: string }

/** A row of the workspace in every table that has a workspace_id; checks and references are taken away for it, in this test's own database. */
export async function fillEveryTable({ owner }: Database, { workspaceId }: Ctx): Promise<string[]> {
  const constraints = await sql<{ table: string; name: string }>`
    select conrelid::regclass::text as table, conname as name from pg_constraint
    where connamespace = 'public'::regnamespace and contype in ('c', 'f') and conparentid = 0`.execute(owner)
  for (const { table, name } of constraints.rows)
    await sql`alter table ${sql.table(table)} drop constraint if exists ${sql.id(name)} cascade`.execute(
      owner,
    )
  const columns = await sql<Column>`
    select relname as table, attname as name, format_type(atttypid, atttypmod) as type
    from pg_attribute join pg_class c on c.oid = attrelid
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attnum > 0 and not attisdropped and attnotnull
      and not relispartition and attgenerated = '' and attidentity = ''
      and exists (select from pg_attribute where attrelid = c.oid and attname = 'workspace_id')`.execute(
    owner,
  )
  const tables = Map.groupBy(columns.rows, column => column.table)
  for (const [table, required] of tables) {
    const values = required.map(({ name, type }) => (name === 'workspace_id' ? workspaceId : sampleOf(type)))
    await sql`insert into ${sql.table(table)} (${sql.join(required.map(({ name }) => sql.id(name)))})
      values (${sql.join(values)}) on conflict do nothing`.execute(owner)
  }
  return [...tables.keys()]
}

function sampleOf(type: string): unknown {
  if (type.endsWith('[]')) return '{}'
  if (type === 'uuid') return markedId
  if (type === 'jsonb' || type === 'json') return '{}'
  if (type === 'boolean') return false
  if (type === 'date' || type.startsWith('timestamp')) return new Date()
  if (type === 'bytea') return Buffer.from('')
  return /text|char/.test(type) ? mark : 0
}
