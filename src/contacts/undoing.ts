import { isDeepStrictEqual } from 'node:util'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { applyChanges, type Cause, openChangeSet } from './changes.ts'
import { type Facts, factsOf } from './facts.ts'
import { mustHaveBoth } from './merging.ts'
import { withMainOnes } from './updating.ts'
import { usedSince } from './usedSince.ts'
import type { Change } from './writing.ts'

/** Withdraws, or brings back, the events that an act recorded. Handed in, because events are above contacts. */
export type WithdrawEvents = (ctx: Ctx, changeSetId: string, withdrawn: boolean) => Promise<unknown>

export type Undone = {
  /** The act that undid it; undoing that one does it again. */
  changeSetId: string
  /** What was undone: its kind, and the contact when it was about one. */
  undid: { kind: string; name: string }
  /** How many contacts are as they were. */
  contacts: number
  /** How many contacts that the act made stay, because someone changed or used them since. */
  left: number
  /** Contacts or facts that someone changed since and that were therefore left alone: the first 100. */
  kept: { contactId: string; facts: string[] }[]
}

const chunk = 2_000

/**
 * Undoes one act whole: every fact that still is what the act made it goes back, contacts that it made go to the bin
 * unless someone changed or used them since, its events, notes and consents are withdrawn. One transaction.
 */
export function undo(ctx: Ctx, changeSetId: string, withdrawEvents: WithdrawEvents): Promise<Undone> {
  return atomically(ctx, async ctx => {
    const act = await lockAct(ctx, changeSetId)
    await mustHaveBoth(ctx, act.undoes ?? changeSetId, !act.undoes)
    const cause = {
      kind: 'undo',
      undoes: changeSetId,
      changeSetId: newId(),
      summary: { undone: act.kind },
    } as const
    await openChangeSet(ctx, cause)
    const undid = { kind: act.kind, name: await onlyOneOf(ctx, changeSetId) }
    const result: Undone = { changeSetId: cause.changeSetId, undid, contacts: 0, left: 0, kept: [] }
    let after: string | undefined
    do after = await undoChunk(ctx, changeSetId, after, cause, result)
    while (after)
    await settleAct(ctx, changeSetId, act.undoes, withdrawEvents)
    return result
  })
}

/** The name of the contact that an act was about; empty when there were several. */
async function onlyOneOf(ctx: Ctx, changeSetId: string): Promise<string> {
  const changed = await ctx.db
    .selectFrom('contactChanges as d')
    .innerJoin('contacts as c', join =>
      join.onRef('c.workspaceId', '=', 'd.workspaceId').onRef('c.id', '=', 'd.contactId'),
    )
    .where('d.workspaceId', '=', ctx.workspaceId)
    .where('d.changeSetId', '=', changeSetId)
    .limit(2)
    .select('c.displayName')
    .execute()
  return changed.length === 1 ? (changed[0]?.displayName ?? '') : ''
}

async function lockAct(ctx: Ctx, changeSetId: string) {
  const act = await ctx.db
    .selectFrom('changeSets')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', '=', changeSetId)
    .select(['kind', 'undoes', 'undoneAt'])
    .forUpdate()
    .executeTakeFirst()
  if (!act) throw new Refusal('missing', 'contacts.unknown_change')
  if (act.undoneAt) throw new Refusal('conflict', 'contacts.undone_already')
  return act
}

/** Undoes the changes of up to `chunk` contacts after `after`; returns the last one's id while there are more. */
async function undoChunk(
  ctx: Ctx,
  changeSetId: string,
  after: string | undefined,
  cause: Cause,
  result: Undone,
) {
  const done = await ctx.db
    .selectFrom('contactChanges')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('changeSetId', '=', changeSetId)
    .$if(after !== undefined, query => query.where('contactId', '>', after ?? ''))
    .orderBy('contactId')
    .limit(chunk)
    .select(['contactId', 'before', 'after'])
    .execute()
  const ids = done.map(each => each.contactId)
  const current = await factsOf(ctx, ids, { lock: true })
  const changedSince = await usedSince(
    ctx,
    changeSetId,
    done.filter(each => !each.before).map(each => each.contactId),
  )
  const changes = done.flatMap(each => {
    const facts = current.get(each.contactId)
    if (!facts) return []
    if (!each.before && changedSince.has(each.contactId) && !facts.deletedAt) result.left++
    const { change, kept } = reversed(ctx, each as Done, facts, changedSince.has(each.contactId))
    if (kept.length > 0 && result.kept.length < 100)
      result.kept.push({ contactId: each.contactId, facts: kept })
    return change ? [change] : []
  })
  await applyChanges(ctx, changes, cause)
  result.contacts += changes.length
  return done.length === chunk ? ids.at(-1) : undefined
}

type Done = { contactId: string; before: Facts | null; after: Facts | null }

function reversed(
  ctx: Ctx,
  { contactId, before, after }: Done,
  facts: Facts,
  changedSince: boolean,
): { change?: Change; kept: string[] } {
  if (!before) {
    if (facts.deletedAt) return { kept: [] }
    if (changedSince) return { kept: ['*'] }
    return {
      change: { id: contactId, before: facts, after: { ...facts, deletedAt: ctx.clock().toISOString() } },
      kept: [],
    }
  }
  const keys = Object.keys({ ...before, ...after })
  const kept = keys.filter(
    key =>
      !isDeepStrictEqual(facts[key] ?? null, after?.[key] ?? null) &&
      !isDeepStrictEqual(facts[key] ?? null, before[key] ?? null),
  )
  const restored: Facts = { ...facts }
  for (const key of keys) {
    if (kept.includes(key)) continue
    const value = before[key] ?? null
    if (value === null) delete restored[key]
    else restored[key] = value
  }
  return { change: { id: contactId, before: facts, after: withMainOnes(restored) }, kept }
}

/** Marks the act as undone and withdraws what came with it; undoing an undo brings that back. */
async function settleAct(
  ctx: Ctx,
  changeSetId: string,
  undoes: string | null,
  withdrawEvents: WithdrawEvents,
) {
  const now = ctx.clock()
  await ctx.db
    .updateTable('changeSets')
    .set({ undoneAt: now })
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', '=', changeSetId)
    .execute()
  if (undoes) {
    await ctx.db
      .updateTable('changeSets')
      .set({ undoneAt: null })
      .where('workspaceId', '=', ctx.workspaceId)
      .where('id', '=', undoes)
      .execute()
  }
  await withdrawWritings(ctx, undoes ?? changeSetId, undoes ? null : now)
  await withdrawEvents(ctx, undoes ?? changeSetId, !undoes)
}

async function withdrawWritings(ctx: Ctx, changeSetId: string, at: Date | null) {
  for (const [table, column] of [
    ['notes', 'deletedAt'],
    ['consents', 'withdrawnAt'],
  ] as const) {
    await ctx.db
      .updateTable(table)
      .set({ [column]: at })
      .where('workspaceId', '=', ctx.workspaceId)
      .where('changeSetId', '=', changeSetId)
      .execute()
  }
}
