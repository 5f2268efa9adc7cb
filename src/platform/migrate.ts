import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { appRole } from './db.ts'
import { Refusal } from './errors.ts'
import { migrateJobs } from './jobs.ts'

const folder = join(import.meta.dirname, '../../db/migrations')
// Any number that nobody else uses: the advisory lock that lets one process migrate at a time.
const lock = 7_239_411

type Migration = { name: string; statements: string[]; hash: string }

/**
 * Brings the database to this program's schema, forward only; safe when several processes start at once.
 * Returns the names of the migrations that were run. Refuses a database that a newer program has migrated.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    const pending = await pendingOf(client, await readMigrations())
    for (const migration of pending) await run(client, migration)
    await secure(client)
    await migrateJobs(client, url)
    return pending.map(each => each.name)
  } finally {
    await client.end()
  }
}

async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async name => {
      const text = await readFile(join(folder, name), 'utf8')
      const statements = text.split(/;\s*\n\s*\n|;\s*$/).filter(each => each.trim())
      return { name, statements, hash: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

async function pendingOf(client: pg.Client, known: Migration[]): Promise<Migration[]> {
  await client.query(
    'create table if not exists migrations (name text primary key, hash text not null, run_at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migrations')
  const newer = rows.find(row => !known.some(each => each.name === row.name))
  if (newer) throw new Refusal('conflict', 'platform.newer_schema', { migration: newer.name })
  const edited = rows.find(row => known.some(each => each.name === row.name && each.hash !== row.hash))
  if (edited) throw new Refusal('conflict', 'platform.edited_migration', { migration: edited.name })
  return known.filter(each => !rows.some(row => row.name === each.name))
}

async function run(client: pg.Client, { name, statements, hash }: Migration) {
  await client.query('begin')
  try {
    for (const statement of statements) await client.query(statement)
    await client.query('insert into migrations (name, hash) values ($1, $2)', [name, hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name} failed`, { cause: error })
  }
}

/** Puts every table that has a workspace_id behind row-level security, and gives the program's role what it needs. No table can be forgotten. */
async function secure(client: pg.Client) {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${appRole}') then create role ${appRole} nologin nobypassrls; end if;
  exception when duplicate_object or unique_violation then null; end $$`)
  await client.query(`grant ${appRole} to current_user`)
  await client.query(`grant usage on schema public to ${appRole}`)
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'workspace_id'
       and table_name in (select relname from pg_class where relkind in ('r', 'p') and not relrowsecurity)`,
  )
  for (const { name } of rows) {
    await client.query(`alter table ${name} enable row level security`)
    await client.query(
      `create policy workspace_only on ${name} to ${appRole} using (workspace_id = current_workspace())`,
    )
    await client.query(`grant select, insert, update, delete on ${name} to ${appRole}`)
  }
  await client.query(`grant select, update on workspaces to ${appRole}`)
  await allowIndexesUnderPolicies(client)
}

// Under row-level security PostgreSQL uses an index only with operators marked leakproof. These compare texts, arrays and
// documents without side effects; only a superuser may mark them. Without it (some hosted servers) searches are slower, not wrong.
const indexedOperators = [
  'similarity_op(text, text)',
  'word_similarity_op(text, text)',
  'word_similarity_commutator_op(text, text)',
  'textlike(text, text)',
  'texticlike(text, text)',
  'arraycontains(anyarray, anyarray)',
  'arrayoverlap(anyarray, anyarray)',
  'jsonb_contains(jsonb, jsonb)',
]

async function allowIndexesUnderPolicies(client: pg.Client) {
  const { rows } = await client.query<{ rolsuper: boolean }>(
    'select rolsuper from pg_roles where rolname = current_user',
  )
  if (!rows[0]?.rolsuper) return
  for (const operator of indexedOperators) await client.query(`alter function ${operator} leakproof`)
  // Its dictionary never changes here; as immutable it is written into each query instead of being called through `normalised`.
  await client.query('alter function public.unaccent(regdictionary, text) immutable')
}
