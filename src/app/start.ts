import { createIdentity, identify } from '../identity/identity.ts'
import { createApi, type Stream } from '../platform/api.ts'
import type { Config } from '../platform/config.ts'
import { type Database, openDatabase } from '../platform/db.ts'
import { startWorker } from '../platform/jobs.ts'
import { type Live, openLive } from '../platform/live.ts'
import { sendNews } from '../platform/liveRoute.ts'
import { createLog, type Log } from '../platform/log.ts'
import { migrate } from '../platform/migrate.ts'
import { openPostgres } from '../platform/postgres.ts'
import { createServer, listen } from '../platform/server.ts'
import { webFolder } from './buildWeb.ts'
import { contract } from './contract.ts'
import { onSettingsChanged, onWorkspaceCreated } from './newWorkspace.ts'
import { startReacting } from './reacting.ts'
import { routes } from './routes.ts'
import { schedules, tasks } from './schedules.ts'
import { type Part, stopAll } from './stopping.ts'
import { translate } from './translate.ts'

/** A line for the person at the terminal: a key under `cli.` and its parameters. */
export type Say = (key: string, params?: Record<string, unknown>) => void

export type Program = { address?: string; stop(): Promise<void> }

/** Starts what the settings ask for, in order; what was started is stopped (stopping.ts) also when a later part fails. */
export async function start(config: Config, say: Say = () => {}): Promise<Program> {
  const parts: Part[] = []
  const stop = () => stopAll(parts.splice(0))
  const started = <P extends Part>(part: P): P => {
    parts.push(part)
    return part
  }
  try {
    return { address: await startParts(config, say, started), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startParts(
  config: Config,
  say: Say,
  started: <P extends Part>(part: P) => P,
): Promise<string | undefined> {
  const log = createLog(config.logLevel)
  const postgres = started(await openPostgres(config, folder => say('moved', { folder })))
  const migrations = await migrate(postgres.url)
  if (migrations.length > 0) say('migrated', { count: migrations.length })
  const forReactions = config.role === 'web' ? 0 : Math.min(3, Math.floor(config.connections / 4))
  const database = openDatabase(postgres.url, { connections: config.connections - forReactions })
  started({ stop: database.close })
  if (config.role !== 'web') {
    started(await startWorker({ database, tasks, schedules, log }))
    // Connections of its own: the plans of its long statements are made on these few, and not again on each that serves people.
    const reacting = openDatabase(postgres.url, { connections: forReactions })
    started({ stop: reacting.close })
    started(startReacting({ database: reacting, log }))
  }
  if (config.role === 'worker') return undefined
  return started(await serve(config, database, log, say)).address
}

async function serve(config: Config, database: Database, log: Log, say: Say) {
  const web = await webFolder(config.dataDir, () => say('building'))
  const news = await openLive(database.url, log)
  const stopping = new AbortController()
  const server = createServer({
    log,
    web,
    api: await apiOf(config, database, log, [newsOf(news, stopping.signal)]),
    ready: async () => (await database.pool.query('select 1')).rowCount === 1,
    secure: config.publicUrl?.startsWith('https:'),
  })
  const listening = await listen(server, config)
  return {
    address: config.publicUrl ?? `http://localhost:${listening.port}`,
    async stop() {
      stopping.abort()
      await listening.stop()
      await news.stop()
    },
  }
}

/** What changes in a workspace, for the screens that are open in it. */
export const newsOf = (live: Live, stopping: AbortSignal): Stream => ({
  path: '/live',
  needs: 'contacts.read',
  summary: 'What changes in the workspace, as server-sent events',
  serve: (c, ctx) => sendNews(c, live, ctx.workspaceId, stopping),
})

async function apiOf({ publicUrl, trustProxy }: Config, database: Database, log: Log, streams: Stream[]) {
  const identity = await createIdentity({
    ...{ database, onWorkspaceCreated, onSettingsChanged },
    publicUrl,
  })
  return createApi({
    database,
    router: routes(identity),
    contract,
    streams,
    translate,
    proxied: trustProxy,
    identify: incoming => identify(identity, incoming),
    onBug: (error, requestId) => log.error({ error, requestId }, 'bug'),
  })
}
