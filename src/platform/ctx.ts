import type { Kysely } from 'kysely'
import type { Clock } from './clock.ts'
import type { DB } from './schema.ts'
import type { Locale } from './texts.ts'

/** Who acts. `system` is the program itself: the worker, an import, the command line. */
export type Actor =
  | { kind: 'user'; id: string; name: string }
  | { kind: 'key'; id: string; name: string }
  | { kind: 'system'; name: string }

/**
 * What every function is given first. `db` sees one workspace only: outside `atomically` each query is a
 * transaction of its own, inside it all queries share one; either way PostgreSQL's row-level security applies.
 */
export type Ctx = {
  db: Kysely<DB>
  workspaceId: string
  actor: Actor
  clock: Clock
  locale: Locale
  /** Set by work on many contacts at once: what follows from it lets what people wait for go first. */
  inBulk?: boolean
}

/** Runs `work` in one transaction; inside another `atomically` it joins that one. */
export function atomically<T, C extends Ctx>(ctx: C, work: (ctx: C) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx)
  return ctx.db.transaction().execute(db => work({ ...ctx, db }))
}

/** The same context acting at another instant: replays and tests. */
export const at = <C extends Ctx>(ctx: C, instant: Date): C => ({ ...ctx, clock: () => instant })
