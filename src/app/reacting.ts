import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Clock, systemClock } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Database } from '../platform/db.ts'
import type { Log } from '../platform/log.ts'
import type { Locale } from '../platform/texts.ts'
import { workOff } from './reactions.ts'

const pollEvery = 250
const longestPause = 60_000

type Options = { database: Database; log: Log; clock?: Clock; lanes?: number }

/** Reacts to changes and to time in every workspace until stopped; any number of processes may do so at once. Stopping waits for the step in hand. */
export function startReacting({ database, log, clock = systemClock, lanes = 2 }: Options) {
  const stopping = new AbortController()
  const failing = new Map<string, { pause: number; until: number }>()

  async function lane() {
    while (!stopping.signal.aborted) {
      const worked = await round().catch(error => {
        log.warn({ error }, 'no reactions: the database does not answer')
        return false
      })
      if (!worked) await pause(pollEvery, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  /** One step in each workspace that has something to do, so that a large import holds up nobody else. */
  async function round(): Promise<boolean> {
    let worked = false
    for (const workspace of await workspacesWithWork(database, clock())) {
      if (stopping.signal.aborted || (failing.get(workspace.id)?.until ?? 0) > Date.now()) continue
      worked = (await step(workspace)) || worked
    }
    return worked
  }

  async function step(workspace: Workspace): Promise<boolean> {
    try {
      const worked = await workOff(contextOf(database, workspace, clock), {
        urgentOnly: workspace.isImporting,
      })
      failing.delete(workspace.id)
      return worked
    } catch (error) {
      const longer = Math.min(longestPause, 2 * (failing.get(workspace.id)?.pause ?? pollEvery))
      failing.set(workspace.id, { pause: longer, until: Date.now() + longer })
      log.error({ error, workspace: workspace.id }, 'a reaction failed, to be tried again')
      return false
    }
  }

  const running = Array.from({ length: lanes }, lane)
  return {
    async stop() {
      stopping.abort()
      await Promise.all(running)
    },
  }
}

type Workspace = { id: string; locale: Locale; isImporting: boolean }

const contextOf = (database: Database, { id, locale }: Workspace, clock: Clock): Ctx => ({
  db: database.workspace(id),
  workspaceId: id,
  actor: { kind: 'system', name: 'reactions' },
  clock,
  locale,
})

/** While an import runs, what follows from it waits: both would take twice as long beside each other. */
async function workspacesWithWork(database: Database, now: Date): Promise<Workspace[]> {
  const { rows } = await sql<Workspace>`
    select w.id, w.locale, is_importing from workspaces w
    cross join lateral (
      select exists (select from imports where workspace_id = w.id and state = 'running') as is_importing offset 0) busy
    where exists (select from changed_contacts where workspace_id = w.id and not can_wait)
      or not is_importing and exists (select from changed_contacts where workspace_id = w.id)
      or exists (select from standings where workspace_id = w.id and recheck_at <= ${now})
      or exists (select from standings where workspace_id = w.id and fades_at <= ${now})
      or exists (select from verdicts where workspace_id = w.id and recheck_at <= ${now})
      or exists (select from segment_rechecks where workspace_id = w.id and recheck_at <= ${now})`.execute(
    database.owner,
  )
  return rows
}
