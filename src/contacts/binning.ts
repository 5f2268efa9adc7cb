import { sql } from 'kysely'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/ids.ts'
import { applyChanges, type Cause, retrying } from './changes.ts'
import { factsOf } from './facts.ts'
import { binDays } from './shapes.ts'

/** Puts contacts into the bin: they are in no list, no search and no matching. Returns the change set and how many there were. */
export const binContacts = (ctx: Ctx, ids: string[], cause: Cause = { kind: 'delete' }) =>
  move(ctx, ids, cause, ctx.clock().toISOString())

/** Takes contacts out of the bin. An address that another contact has taken meanwhile stays there and identifies that one. */
export const restoreContacts = (ctx: Ctx, ids: string[], cause: Cause = { kind: 'restore' }) =>
  move(ctx, ids, cause, undefined)

const chunk = 2_000

function move(ctx: Ctx, ids: string[], cause: Cause, deletedAt: string | undefined) {
  const act = { ...cause, changeSetId: cause.changeSetId ?? newId() }
  return retrying(ctx, async ctx => {
    let contacts = 0
    for (let start = 0; start < ids.length; start += chunk) {
      contacts += await moveChunk(ctx, ids.slice(start, start + chunk), act, deletedAt)
    }
    return { changeSetId: act.changeSetId, contacts }
  })
}

async function moveChunk(
  ctx: Ctx,
  ids: string[],
  act: Cause,
  deletedAt: string | undefined,
): Promise<number> {
  const current = await factsOf(ctx, ids, { lock: true })
  const changes = [...current].flatMap(([id, before]) => {
    const { deletedAt: was, ...rest } = before
    if ((was === undefined) === (deletedAt === undefined)) return []
    return [{ id, before, after: deletedAt ? { ...rest, deletedAt } : rest }]
  })
  await applyChanges(ctx, changes, act)
  return changes.length
}

/** Forgets what other features keep of contacts that are gone for good. Handed in, because they are above contacts. */
export type Forget = (ctx: Ctx, contactIds: string[]) => Promise<unknown>

/** Removes for good what has been in the bin for `binDays` days, at most 1,000 contacts a call; returns how many. */
export function emptyBin(ctx: Ctx, forget: Forget): Promise<number> {
  const before = new Date(ctx.clock().getTime() - binDays * 86_400_000)
  return atomically(ctx, async ctx => {
    const { rows } = await sql<{ id: string }>`
      with gone as (
        select id from contacts where workspace_id = ${ctx.workspaceId} and deleted_at < ${before} limit 1000),
      forgotten as (
        delete from contact_changes where workspace_id = ${ctx.workspaceId} and contact_id in (select id from gone))
      delete from contacts where workspace_id = ${ctx.workspaceId} and id in (select id from gone)
      returning id`.execute(ctx.db)
    const ids = rows.map(row => row.id)
    if (ids.length > 0) {
      await forgetIdentities(ctx, ids)
      await forget(ctx, ids)
    }
    return ids.length
  })
}

/** For contacts that are gone for good. */
export async function forgetIdentities({ db, workspaceId }: Ctx, contactIds: string[]): Promise<void> {
  await sql`
    delete from identities
    where workspace_id = ${workspaceId} and contact_id = any(${contactIds}::uuid[])`.execute(db)
}
