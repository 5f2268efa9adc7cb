// Writes db/schema.sql and src/platform/schema.ts from a database that has all migrations: `npm run schema`.
// `npm run schema -- --check` writes nothing and fails when either is out of date.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { startThrowAway } from '../src/platform/embedded.ts'
import { migrate } from '../src/platform/migrate.ts'

const root = join(import.meta.dirname, '..')
const checking = process.argv.includes('--check')

const folder = await mkdtemp(join(tmpdir(), 'embudo-schema-'))
const server = await startThrowAway()
try {
  await migrate(server.url)
  const files = { 'db/schema.sql': await dump(server.url), 'src/platform/schema.ts': await types(server.url) }
  for (const [file, text] of Object.entries(files)) await (checking ? compare : write)(join(root, file), text)
} finally {
  await server.stop()
}

async function write(file: string, text: string) {
  await writeFile(file, text)
}

async function compare(file: string, text: string) {
  if ((await readFile(file, 'utf8').catch(() => '')) === text) return
  console.error(`${file} is not what the migrations make: run npm run schema and commit it`)
  process.exitCode = 1
}

async function types(url: string): Promise<string> {
  const out = join(folder, 'schema.ts')
  await promisify(execFile)(process.execPath, [
    join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
    ...['--dialect', 'postgres', '--url', url, '--camel-case', '--out-file', out, '--log-level', 'error'],
    ...['--default-schema', 'public', '--include-pattern', 'public.*'],
    ...['--type-mapping', '{"int8":"number","numeric":"number"}'],
  ])
  return readFile(out, 'utf8')
}

async function dump(url: string): Promise<string> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<{ line: string }>(schemaQuery()).finally(() => client.end())
  return `-- Made by npm run schema from db/migrations; not edited by hand.\n\n${rows.map(row => row.line).join('\n')}\n`
}

// The catalogue in a fixed order: extensions, functions, then each table with its columns, constraints, indexes and policies.
function schemaQuery() {
  return `
  select line from (
    select 1 as part, extname::text as name, 0 as place, 'extension ' || extname as line
      from pg_extension where extname <> 'plpgsql'
    union all
    select 2, p.oid::regprocedure::text, 0, pg_get_functiondef(p.oid)
      from pg_proc p where pronamespace = 'public'::regnamespace
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    union all
    select 3, relname, 0, chr(10) || 'table ' || relname || case when relrowsecurity then ' (row-level security)' else '' end
      from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    union all
    select 3, relname, attnum, '  ' || attname || ' ' || format_type(atttypid, atttypmod)
        || case when attnotnull then ' not null' else '' end
        || coalesce(' default ' || pg_get_expr(adbin, adrelid), '')
      from pg_attribute join pg_class c on c.oid = attrelid
        left join pg_attrdef on adrelid = attrelid and adnum = attnum
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attnum > 0 and not attisdropped
    union all
    select 3, relname, 10000, '  ' || conname || ' ' || pg_get_constraintdef(k.oid)
      from pg_constraint k join pg_class c on c.oid = conrelid
      where relnamespace = 'public'::regnamespace and contype in ('p', 'u', 'f', 'c')
    union all
    select 3, tablename, 20000, '  ' || indexdef from pg_indexes
      where schemaname = 'public' and indexname not in (select conname from pg_constraint)
    union all
    select 3, tablename, 30000, '  policy ' || policyname || ' using ' || qual from pg_policies where schemaname = 'public'
  ) lines order by part, name collate "C", place, line collate "C"`
}
