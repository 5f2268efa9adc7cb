import { sql } from 'kysely'
import { chunksOf, passOver } from '../contacts/contacts.ts'
import { forgetHistory, type Kind, restageOnly } from '../lifecycle/lifecycle.ts'
import { at, atomically, type Ctx } from '../platform/ctx.ts'
import { publish } from '../platform/live.ts'
import { assess } from '../qualification/qualification.ts'
import { settle } from './reactions.ts'

const dayLength = 86_400_000
/** Few enough that the statements keep their plans. */
const chunk = 250
/** After so many steps there are standings enough to tell PostgreSQL of. */
const filledAfter = 3

type Options = {
  /** Days from one look to the next, so many days before the end. Moves within a step that undo each other are not found. */
  stepDays?: (daysAgo: number) => number
  contactIds?: readonly string[]
  /** Told the share of the time that has passed, from 0 to 1. */
  onProgress?: (share: number) => Promise<void>
}

/**
 * Lets the history of these contacts (all by default) pass again as if the program had watched: at each step whoever came, did
 * something or was due is placed again, so that moves are found in their order and carry their dates. Replaces their moves so far.
 */
export function replay(
  ctx: Ctx,
  from: Date,
  to: Date,
  { stepDays = () => 1, contactIds, onProgress = async () => {} }: Options = {},
): Promise<void> {
  // One transaction: the worker must not see standings that are due in a past that is still passing.
  return atomically(ctx, async ctx => {
    await passOver(ctx, contactIds)
    await forgetHistory(ctx, contactIds)
    let before = new Date(0)
    let steps = 0
    for (const now of instants(from, to, stepDays)) {
      await placeThePeriod(at(ctx, now), before, contactIds)
      before = now
      // Statements planned for an empty table would find an organisation's people ten times as slowly.
      if (++steps === filledAfter) await sql`select refresh_statistics()`.execute(ctx.db)
      await onProgress((now.getTime() - from.getTime()) / (to.getTime() - from.getTime()))
    }
    await judge(ctx, contactIds)
    await settle(ctx)
    await publish(ctx, { topic: 'standing' })
  })
}

/** Verdicts keep no history, so they are judged at the end alone. */
async function judge(ctx: Ctx, contactIds?: readonly string[]): Promise<void> {
  const ids = contactIds ?? (await Array.fromAsync(chunksOf(ctx))).flat()
  for (let start = 0; start < ids.length; start += chunk) await assess(ctx, ids.slice(start, start + chunk))
}

function* instants(from: Date, to: Date, stepDays: (daysAgo: number) => number): Generator<Date> {
  for (let now = from.getTime(); now < to.getTime(); ) {
    yield new Date(now)
    now += stepDays((to.getTime() - now) / dayLength) * dayLength
  }
  yield to
}

/**
 * People first, then the organisations that stand where they do. Each kind by itself: facts stay as they are during a replay, so
 * an organisation that is due is no reason to look at all of its people again.
 */
async function placeThePeriod(ctx: Ctx, before: Date, contactIds?: readonly string[]): Promise<void> {
  const due = await dueSince(ctx, before, contactIds)
  const people = await place(ctx, 'person', idsOf(due, 'person'))
  const employers = await employersOf(ctx, people, contactIds)
  await place(ctx, 'organization', [...new Set([...idsOf(due, 'organization'), ...employers])])
}

type Due = { id: string; kind: Kind }

const idsOf = (due: Due[], kind: Kind) => due.filter(each => each.kind === kind).map(each => each.id)

/** Those to whom something happened after `before`, up to the instant of the context. */
async function dueSince(ctx: Ctx, before: Date, contactIds?: readonly string[]): Promise<Due[]> {
  const now = ctx.clock()
  const { rows } = await sql<Due>`
    select id, kind from contacts
    where workspace_id = ${ctx.workspaceId} and deleted_at is null and ${among('id', contactIds)} and id in (
      select contact_id from events
      where workspace_id = ${ctx.workspaceId} and at > ${before} and at <= ${now}
      union
      select id from contacts
      where workspace_id = ${ctx.workspaceId} and created_at > ${before} and created_at <= ${now}
      union
      select contact_id from standings
      where workspace_id = ${ctx.workspaceId} and recheck_at <= ${now}
    )
    order by id`.execute(ctx.db)
  return rows
}

async function employersOf(ctx: Ctx, people: string[], contactIds?: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct organization_id as id from employments
    where workspace_id = ${ctx.workspaceId} and person_id = any(${people}::uuid[])
      and ${among('organization_id', contactIds)}`.execute(ctx.db)
  return rows.map(row => row.id)
}

const among = (column: string, ids?: readonly string[]) =>
  ids ? sql`${sql.ref(column)} = any(${ids}::uuid[])` : sql`true`

/** Returns those whose standing changed. */
async function place(ctx: Ctx, kind: Kind, ids: string[]): Promise<string[]> {
  const changed: string[] = []
  for (let start = 0; start < ids.length; start += chunk)
    changed.push(...(await restageOnly(ctx, kind, ids.slice(start, start + chunk))))
  return changed
}
