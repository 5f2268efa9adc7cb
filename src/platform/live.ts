import { sql } from 'kysely'
import pg from 'pg'
import { pause } from './cluster.ts'
import type { Ctx } from './ctx.ts'
import { kept } from './kept.ts'
import type { Log } from './log.ts'

/** Something of a workspace has changed. Without ids it may be any row of the topic; topic `*` means anything, after a lost connection. */
export type News = { topic: string; ids?: string[] }

export type Live = {
  /** Calls `tell` for each piece of news of a workspace until the returned function is called. */
  subscribe(workspaceId: string, tell: (news: News) => void): () => void
  stop(): Promise<void>
}

const channel = 'embudo_live'
// A notification holds 8000 bytes; beyond this many ids it is shorter to say that any may have changed.
const mostIds = 100

/** Tells every open screen of the workspace, in every process, once the transaction commits. */
export async function publish(ctx: Ctx, { topic, ids }: News): Promise<void> {
  const told = ids && ids.length <= mostIds ? ids : undefined
  const message = JSON.stringify({ workspaceId: ctx.workspaceId, topic, ids: told })
  await notify(ctx, { message })
}

const notify = kept<{ message: string }, never>(
  ({ message }) => sql`select pg_notify(${channel}, ${message})`,
  { unheard: true },
)

/** One listening connection for the whole process, opened again when it is lost. */
export async function openLive(url: string, log: Log): Promise<Live> {
  const listeners = new Map<string, Set<(news: News) => void>>()
  let stopped = false
  let client = await listen()

  function hear(message: string) {
    const { workspaceId, ...news }: News & { workspaceId: string } = JSON.parse(message)
    for (const tell of listeners.get(workspaceId) ?? []) tell(news)
  }

  async function listen(): Promise<pg.Client> {
    const next = new pg.Client({ connectionString: url, application_name: 'embudo live', keepAlive: true })
    next.on('error', () => {})
    await next.connect()
    await next.query(`listen ${channel}`)
    next.on('notification', ({ payload }) => hear(payload ?? ''))
    next.once('end', () => void reconnect())
    return next
  }

  async function reconnect() {
    if (stopped) return
    log.warn('the connection for live updates was lost')
    for (let wait = 100; !stopped; wait = Math.min(wait * 2, 5000)) {
      await pause(wait)
      try {
        client = await listen()
        for (const each of listeners.values()) for (const tell of each) tell({ topic: '*' })
        return
      } catch (error) {
        log.debug({ error }, 'no connection for live updates yet')
      }
    }
  }

  return {
    subscribe(workspaceId, tell) {
      const those = listeners.get(workspaceId) ?? new Set()
      listeners.set(workspaceId, those.add(tell))
      return () => {
        those.delete(tell)
        if (those.size === 0) listeners.delete(workspaceId)
      }
    },
    async stop() {
      stopped = true
      await client.end().catch(() => {})
    },
  }
}
