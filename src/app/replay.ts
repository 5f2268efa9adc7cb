import { sql } from 'kysely'
import { passOver } from '../contacts/contacts.ts'
import { forgetHistory } from '../lifecycle/lifecycle.ts'
import { at, atomically, type Ctx } from '../platform/ctx.ts'
import { react, settle } from './reactions.ts'

const dayLength = 86_400_000
const chunk = 1_000

type Options = {
  stepDays?: number
  contactIds?: readonly string[]
  /** Told the share of the time that has passed, from 0 to 1. */
  onProgress?: (share: number) => Promise<void>
}

/**
 * Lets the history of these contacts (all by default) pass again as if the program had watched: at each step whoever came, did
 * something or was due is reacted to, so that moves are found in their order and carry their dates. Replaces their moves so far.
 */
export function replay(
  ctx: Ctx,
  from: Date,
  to: Date,
  { stepDays = 1, contactIds, onProgress = async () => {} }: Options = {},
): Promise<void> {
  // One transaction: the worker must not see standings that are due in a past that is still passing.
  return atomically(ctx, async ctx => {
    await passOver(ctx, contactIds)
    await forgetHistory(ctx, contactIds)
    let before = new Date(0)
    for (let now = from; now < to; now = new Date(now.getTime() + stepDays * dayLength)) {
      await reactToPeriod(at(ctx, now), before, contactIds)
      before = now
      await onProgress((now.getTime() - from.getTime()) / (to.getTime() - from.getTime()))
    }
    await reactToPeriod(at(ctx, to), before, contactIds)
    await settle(ctx)
  })
}

/** Those to whom something happened after `before`, up to the instant of the context. */
async function reactToPeriod(ctx: Ctx, before: Date, contactIds?: readonly string[]): Promise<void> {
  const now = ctx.clock()
  const theirs = (column: string) =>
    contactIds ? sql`and ${sql.ref(column)} = any(${contactIds}::uuid[])` : sql``
  const { rows } = await sql<{ id: string }>`
    select contact_id as id from events
    where workspace_id = ${ctx.workspaceId} and at > ${before} and at <= ${now} ${theirs('contact_id')}
    union
    select id from contacts
    where workspace_id = ${ctx.workspaceId} and created_at > ${before} and created_at <= ${now} ${theirs('id')}
    union
    select contact_id from standings
    where workspace_id = ${ctx.workspaceId} and recheck_at <= ${now} ${theirs('contact_id')}`.execute(ctx.db)
  const ids = rows.map(row => row.id)
  for (let start = 0; start < ids.length; start += chunk) await react(ctx, ids.slice(start, start + chunk))
}
