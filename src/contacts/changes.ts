import { isDeepStrictEqual } from 'node:util'
import { type Selectable, sql } from 'kysely'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/ids.ts'
import { kept } from '../platform/kept.ts'
import { publish } from '../platform/live.ts'
import type { DB } from '../platform/schema.ts'
import { tableOf } from '../platform/tableOf.ts'
import { markChanged } from './changed.ts'
import { type Facts, namesIn } from './facts.ts'
import { withoutOvertaken } from './questions.ts'
import { type Change, type Writing, writeContacts } from './writing.ts'

export type ChangeKind =
  | ('create' | 'edit' | 'bulk' | 'import' | 'merge' | 'consent' | 'task')
  | ('delete' | 'restore' | 'undo' | 'demo' | 'api')

/** Why contacts change. Calls with the same `changeSetId` (the chunks of an import) are one act, undone together. */
export type Cause = {
  kind: ChangeKind
  changeSetId?: string
  undoes?: string
  summary?: Record<string, unknown>
}

/** What a program does with a key is told apart from what a person does. */
export const causeOf = ({ actor }: Ctx, kind: ChangeKind): Cause => ({
  kind: actor.kind === 'key' ? 'api' : kind,
})

/** A person fills in a form about one contact, and can put right what is refused. */
export const isTyped = (ctx: Ctx, { kind }: Cause): boolean =>
  ctx.actor.kind === 'user' && (kind === 'create' || kind === 'edit')

/** The only way in which facts are written: rows, who did it and what was there before, and who must be reacted to. Returns the change set. */
export async function applyChanges(
  ctx: Ctx,
  changes: Change[],
  cause: Cause,
  writing?: Writing,
): Promise<string> {
  const changeSetId = cause.changeSetId ?? newId()
  const whole = changes.map(change => ({ ...change, after: withoutOvertaken(change.before, change.after) }))
  const real = whole.filter(change => !change.before || !isDeepStrictEqual(change.before, change.after))
  await openChangeSet(ctx, { ...cause, changeSetId })
  if (real.length === 0) return changeSetId
  await writeContacts(ctx, real, writing)
  await record(ctx, changeSetId, real)
  await markChanged(
    ctx,
    real.flatMap(change => [change.id, ...linkedOrganizations(change)]),
  )
  if (!followed.has(cause.kind)) await publish(ctx, { topic: 'contact', ids: real.map(each => each.id) })
  return changeSetId
}

// These tell of themselves as they go; a word for each chunk would have every open screen read again.
const followed = new Set<ChangeKind>(['import', 'demo'])

/** Begins an act that will take several calls. Calling it again with the same id does nothing. */
export async function openChangeSet(ctx: Ctx, cause: Cause & { changeSetId: string }): Promise<void> {
  await openOnce(ctx, {
    workspaceId: ctx.workspaceId,
    id: cause.changeSetId,
    kind: cause.kind,
    undoes: cause.undoes ?? null,
    actorKind: ctx.actor.kind,
    actorId: 'id' in ctx.actor ? ctx.actor.id : null,
    actorName: ctx.actor.name,
    summary: JSON.stringify(cause.summary ?? {}),
    at: ctx.clock(),
  })
}

const openOnce = kept<Selectable<Omit<DB['changeSets'], 'undoneAt'>>, never>(
  given => sql`
    insert into change_sets (workspace_id, id, kind, undoes, actor_kind, actor_id, actor_name, summary, at)
    values (${given.workspaceId}, ${given.id}, ${given.kind}, ${given.undoes}, ${given.actorKind}, ${given.actorId},
      ${given.actorName}, ${given.summary}, ${given.at})
    on conflict (workspace_id, id) do nothing`,
  { unheard: true },
)

/** Notes that an act was about these contacts though it changed no fact of theirs, so that it is in their history. */
export async function recordTold(ctx: Ctx, changeSetId: string, contactIds: string[]): Promise<void> {
  if (contactIds.length === 0) return
  await record(
    ctx,
    changeSetId,
    contactIds.map(id => ({ id, before: {}, after: {} })),
  )
  await publish(ctx, { topic: 'contact', ids: contactIds })
}

// A contact that one act changes twice keeps its first `before` and its last `after`.
async function record(ctx: Ctx, changeSetId: string, changes: Change[]) {
  const rows = changes.map(change => ({ id: change.id, ...difference(change) }))
  const { workspaceId } = ctx
  await storeRecord(ctx, { workspaceId, changeSetId, at: ctx.clock(), rows })
}

type Recorded = { id: string; before: Facts | null; after: Facts }

const storeRecord = kept<{ workspaceId: string; changeSetId: string; at: Date; rows: Recorded[] }, never>(
  ({ workspaceId, changeSetId, at, rows }) => sql`
    insert into contact_changes (workspace_id, change_set_id, contact_id, at, before, after)
    select ${workspaceId}::uuid, ${changeSetId}::uuid, id, ${at}::timestamptz, before, after
    from ${tableOf(rows, { id: 'uuid', before: 'jsonb', after: 'json' })} r
    on conflict (workspace_id, change_set_id, contact_id) do update
      set before = excluded.before || contact_changes.before, after = (contact_changes.after::jsonb || excluded.after::jsonb)::json`,
  { unheard: true },
)

/** Only the keys that differ; a fact that is not there is null. */
export function difference({ before, after }: Change): { before: Facts | null; after: Facts } {
  if (!before) return { before: null, after }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  const changed = [...keys].filter(key => !isDeepStrictEqual(before[key], after[key]))
  return { before: pick(before, changed), after: pick(after, changed) }
}

const pick = (facts: Facts, keys: string[]): Facts =>
  Object.fromEntries(keys.map(key => [key, facts[key] ?? null]))

// Organisations stand by their people too.
const linkedOrganizations = ({ before = {}, after }: Change): string[] => [
  ...namesIn(before, 'organization:'),
  ...namesIn(after, 'organization:'),
]

/**
 * Runs `work` in a transaction and again, at most five times in all, when another transaction took one of its identities first.
 * Inside a caller's transaction that one must begin again: it is told so as by a serialisation failure.
 */
export async function retrying<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await atomically(ctx, work)
    } catch (error) {
      if (!isLostRace(error)) throw error
      if (ctx.db.isTransaction) throw Object.assign(error, { code: '40001' })
      if (attempt === 5) throw error
    }
  }
}

/** Unique violation, serialisation failure, deadlock: another transaction took the same in that instant. */
export const isLostRace = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && ['23505', '40001', '40P01'].includes(String(error.code))

/** For work that finds by itself that it must begin again. */
export const lostRace = (message: string) => Object.assign(new Error(message), { code: '40001' })
