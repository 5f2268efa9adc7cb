import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/ids.ts'
import type { AuditAction, AuditEntry } from './contract.ts'

/** What an act was done to: `id` of a row, `name` as a person knows it. */
export type AuditSubject = { id?: string; name?: string }

/**
 * Appends who did what to the workspace's log, in the transaction of the act itself. `details` hold what changed and how
 * much, never secrets or contacts' data. Entries are never changed or removed (the database refuses it).
 */
export const audit = (
  ctx: Ctx,
  action: AuditAction,
  subject: AuditSubject = {},
  details: Record<string, unknown> = {},
): Promise<void> => auditEach(ctx, action, [{ ...subject, details }])

/** The same done to several, an entry for each. */
export async function auditEach(
  ctx: Ctx,
  action: AuditAction,
  subjects: (AuditSubject & { details: Record<string, unknown> })[],
) {
  const { actor } = ctx
  const entry = {
    workspaceId: ctx.workspaceId,
    at: ctx.clock(),
    actorKind: actor.kind,
    actorId: 'id' in actor ? actor.id : null,
    actorName: actor.name,
    action,
  }
  const rows = subjects.map(({ id, name = '', details }) => ({
    ...{ ...entry, id: newId(), subjectId: id ?? null, subjectName: name },
    details: JSON.stringify(details),
  }))
  await ctx.db.insertInto('auditEntries').values(rows).execute()
}

export type AuditQuery = { action?: AuditAction; actorId?: string; after?: string; limit: number }

/** A page of the log, newest first; `next` is absent on the last one. */
export async function auditPage(ctx: Ctx, { action, actorId, after, limit }: AuditQuery) {
  const rows = await ctx.db
    .selectFrom('auditEntries')
    .where('workspaceId', '=', ctx.workspaceId)
    .$if(action !== undefined, query => query.where('action', '=', action ?? ''))
    .$if(actorId !== undefined, query => query.where('actorId', '=', actorId ?? ''))
    .$if(after !== undefined, query => query.where('id', '<', after ?? ''))
    .select([
      'id',
      'at',
      'action',
      'actorKind',
      'actorId',
      'actorName',
      'subjectId',
      'subjectName',
      'details',
    ])
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const entries = rows.slice(0, limit) as AuditEntry[]
  return { entries, next: rows.length > limit ? entries.at(-1)?.id : undefined }
}
