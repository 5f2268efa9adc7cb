import { systemClock } from '../../platform/clock.ts'
import { readConfig } from '../../platform/config.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type Database, openDatabase } from '../../platform/db.ts'
import { Refusal } from '../../platform/errors.ts'
import { migrate } from '../../platform/migrate.ts'
import { openPostgres } from '../../platform/postgres.ts'
import type { Locale } from '../../platform/texts.ts'
import { say } from './terminal.ts'

/** The option by which a command names a workspace, for `parseArgs`. */
export const workspaceOption = { workspace: { type: 'string', short: 'w' } } as const

/** Opens the database of the settings, beside a running program or alone, and closes it when the work is done. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const config = readConfig()
  const postgres = await openPostgres(config, folder => say('moved', { folder }))
  try {
    await migrate(postgres.url)
    const database = openDatabase(postgres.url, { connections: config.connections })
    return await work(database).finally(database.close)
  } finally {
    await postgres.stop()
  }
}

/** Each workspace in turn, or the one of the name, address or id that was given. */
export function inEachWorkspace(wanted: string | undefined, work: (ctx: Ctx, name: string) => Promise<void>) {
  return withDatabase(async database => {
    for (const { ctx, name } of await workspacesOf(database, wanted)) await work(ctx, name)
  })
}

/** The only workspace, or the one that was named. */
export function inOneWorkspace(wanted: string | undefined, work: (ctx: Ctx, name: string) => Promise<void>) {
  return withDatabase(async database => {
    const [found, ...others] = await workspacesOf(database, wanted)
    if (!found) throw new Refusal('missing', 'cli.no_workspace_yet')
    if (others.length > 0)
      throw new Refusal('bad', 'cli.which_workspace', { names: names([found, ...others]) })
    await work(found.ctx, found.name)
  })
}

type Found = { ctx: Ctx; name: string }

/** All, or the one that was named. */
export async function workspacesOf(database: Database, wanted: string | undefined): Promise<Found[]> {
  const all = await database.owner
    .selectFrom('workspaces')
    .select(['id', 'name', 'locale'])
    .orderBy('name')
    .execute()
  const found = all.map(({ id, name, locale }) => ({
    name,
    ctx: contextOf(database, id, locale === 'en' ? 'en' : 'es'),
  }))
  if (wanted === undefined) return found
  const chosen = found.filter(
    ({ name, ctx }) => ctx.workspaceId === wanted || name.toLowerCase() === wanted.toLowerCase(),
  )
  if (chosen.length === 0)
    throw new Refusal('missing', 'cli.unknown_workspace', { wanted, names: names(found) })
  return chosen
}

const names = (found: Found[]) => found.map(({ name, ctx }) => `${name} (${ctx.workspaceId})`).join(', ')

const contextOf = (database: Database, workspaceId: string, locale: Locale): Ctx => ({
  db: database.workspace(workspaceId),
  workspaceId,
  actor: { kind: 'system', name: 'command line' },
  clock: systemClock,
  locale,
})
