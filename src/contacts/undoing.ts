import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { chainsOf } from './chains.ts'
import { applyChanges, type Cause, openChangeSet, recordTold } from './changes.ts'
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
    const chain = await chainOf(ctx, changeSetId)
    await mustHaveBoth(ctx, chain.begun, chain.takesBack)
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
    await settleActs(ctx, chain, withdrawEvents)
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
    .select(['kind', 'undoneAt'])
    .forUpdate()
    .executeTakeFirst()
  if (!act) throw new Refusal('missing', 'contacts.unknown_change')
  if (act.undoneAt) throw new Refusal('conflict', 'contacts.undone_already')
  return act
}

/** `acts`: the act, the one that it undid, the one that that one undid, down to the one that was `begun`: is that taken back now, or done again? */
type Chain = { acts: string[]; begun: string; takesBack: boolean }

async function chainOf(ctx: Ctx, changeSetId: string): Promise<Chain> {
  const { rows } = await sql<{ id: string }>`
    with recursive ${chainsOf(ctx, [changeSetId])}
    select id from chain order by place`.execute(ctx.db)
  const acts = rows.map(({ id }) => id)
  return { acts, begun: acts.at(-1) ?? changeSetId, takesBack: acts.length % 2 === 1 }
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
  await recordTold(
    ctx,
    result.changeSetId,
    done.filter(changesNothing).map(each => each.contactId),
  )
  result.contacts += changes.length
  return done.length === chunk ? ids.at(-1) : undefined
}

/** Of whom something was only said. */
const changesNothing = ({ before, after }: { before: unknown; after: unknown }): boolean =>
  before !== null && Object.keys({ ...before, ...(after as object | null) }).length === 0

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

/** Marks the act as undone, the one that it undid as not, and so on; withdraws what came with the one that was begun, or brings it back. */
async function settleActs(ctx: Ctx, { acts, begun, takesBack }: Chain, withdrawEvents: WithdrawEvents) {
  const now = ctx.clock()
  for (const [place, id] of acts.entries())
    await ctx.db
      .updateTable('changeSets')
      .set({ undoneAt: place % 2 === 0 ? now : null })
      .where('workspaceId', '=', ctx.workspaceId)
      .where('id', '=', id)
      .execute()
  await withdrawWritings(ctx, begun, takesBack ? now : null)
  await withdrawEvents(ctx, begun, takesBack)
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
