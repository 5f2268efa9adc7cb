import { sql } from 'kysely'
import {
  areAmong,
  countOf,
  mainFunnel,
  markChanged,
  type Range,
  rangesOf,
  type These,
} from '../contacts/contacts.ts'
import { matches } from '../criteria/compile.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { didColumns } from '../criteria/did.ts'
import { whole } from '../criteria/expanded.ts'
import { mayCount } from '../criteria/mayCount.ts'
import { nextChange } from '../criteria/nextChange.ts'
import type { Scope } from '../criteria/scope.ts'
import { definingSegments } from '../lifecycle/lifecycle.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { enqueue } from '../platform/jobs.ts'
import { type Known, kept, keptByKey } from '../platform/kept.ts'
import { inLanes } from '../platform/lanes.ts'
import { publish } from '../platform/live.ts'
import { areLinked, lockAmong, locked } from './holding.ts'
import { allSegments, type Segment } from './nesting.ts'

type Inputs = { now: Date; isDefining: boolean; contactIds: readonly string[] }
type Passage = { contactId: string; segmentId: string }

const writing = keptByKey<Inputs, Passage>()

/** Few enough that the statement keeps its plan. */
const chunk = 250
/** So many that all events are read few times, so few that nobody waits for their locks. */
const chunkOfAll = 10_000

/**
 * Works out for these contacts, and for those linked to them where a segment asks about those, which segments they are in, and
 * writes down who entered and who left; one statement for all segments. Returns the contacts that entered or left one that
 * definitions name: they may stand elsewhere now.
 */
export async function refreshSegments(ctx: Ctx, contactIds: readonly string[]): Promise<string[]> {
  const before = await allSegments(ctx)
  if (before.length === 0 || contactIds.length === 0) return []
  const ids = await locked(ctx, contactIds, areLinked(before))
  // Once more: one that was changed while this waited is filled by what it asks now.
  const segments = await allSegments(ctx)
  if (segments.length === 0) return []
  const now = ctx.clock()
  const passed: Passage[] = []
  for (let start = 0; start < ids.length; start += chunk) {
    const inputs = { now, isDefining: false, contactIds: ids.slice(start, start + chunk) }
    passed.push(...(await statementFor(ctx, segments)(ctx, inputs)))
  }
  if (passed.length > 0) await publish(ctx, { topic: 'segment' })
  return passed.length > 0 ? defining(ctx, passed) : []
}

async function defining(ctx: Ctx, passed: Passage[]): Promise<string[]> {
  const named = await definingSegments(ctx)
  const theirs = passed.filter(({ segmentId }) => named.has(segmentId))
  return [...new Set(theirs.map(({ contactId }) => contactId))]
}

/**
 * The same for those whom time may have moved; whose own score, or that of somebody linked, is still to fade waits for that. Who
 * may stand elsewhere is marked as changed. Returns how many were looked at.
 */
export async function refreshDue(ctx: Ctx): Promise<number> {
  const rows = await readDue(ctx, { workspaceId: ctx.workspaceId, now: ctx.clock() })
  const ids = rows.map(({ contactId }) => contactId)
  if (ids.length === 0) return 0
  if ((await allSegments(ctx)).length > 0) await markChanged(ctx, await refreshSegments(ctx, ids))
  // Without segments nothing else takes these away.
  else
    await sql`delete from segment_rechecks
      where workspace_id = ${ctx.workspaceId} and contact_id = any(${ids}::uuid[])`.execute(ctx.db)
  return ids.length
}

const readDue = kept<{ workspaceId: string; now: Date }, { contactId: string }>(
  ({ workspaceId, now }) => sql`
    select contact_id from segment_rechecks r
    where workspace_id = ${workspaceId} and recheck_at <= ${now}
      and not exists (select from standings s where s.workspace_id = r.workspace_id and s.fades_at <= ${now}
        and s.contact_id in (
          select r.contact_id union all
          select organization_id from employments where workspace_id = r.workspace_id and person_id = r.contact_id union all
          select person_id from employments where workspace_id = r.workspace_id and organization_id = r.contact_id))
      and pg_try_advisory_xact_lock(hashtextextended('segments in time ' || ${workspaceId}::text, 0))
    order by recheck_at limit ${chunk}`,
)

/**
 * Looks at every contact for one segment that was written or changed; who may stand elsewhere is marked as changed. Stops when the
 * segment is changed again: the job of that change begins anew, and what is written last is by the newest criterion.
 */
export async function fillSegment(ctx: Ctx, id: string, { size = chunkOfAll } = {}): Promise<void> {
  const asItIs = async (ctx: Ctx) => (await allSegments(ctx)).find(each => each.id === id)
  const segment = await asItIs(ctx)
  if (!segment) return
  let isSame = true
  await inLanes(rangesOf(ctx, { size, of: await countOf(ctx) }), async range => {
    if (isSame && !(await atomically(ctx, ctx => fillSome(ctx, segment, range)))) isSame = false
  })
  if (!isSame) return
  await atomically(ctx, async ctx => {
    await sql`update segments set filled_at = ${ctx.clock()}
      where workspace_id = ${ctx.workspaceId} and id = ${id} and defined_at = ${segment.definedAt}`.execute(
      ctx.db,
    )
    await publish(ctx, { topic: 'segment' })
  })
}

/** False when the segment is no longer as it was. */
async function fillSome(ctx: Ctx, { id, definedAt }: Segment, contactIds: Range): Promise<boolean> {
  await lockAmong(ctx, contactIds)
  const segments = await allSegments(ctx)
  const segment = segments.find(each => each.id === id)
  if (segment?.definedAt.getTime() !== definedAt.getTime()) return false
  const inputs = { now: ctx.clock(), isDefining: true, contactIds }
  const passed = await membersWritten(ctx.workspaceId, [segment], segments, inputs).execute(ctx.db)
  if (passed.rows.length > 0) await markChanged({ ...ctx, inBulk: true }, await defining(ctx, passed.rows))
  return true
}

/** Has the worker look at every contact for every segment: many came at once by another way than reactions. */
export async function refillSegments(ctx: Ctx): Promise<void> {
  for (const { id } of await allSegments(ctx)) await enqueue(ctx, 'fillSegment', { id }, { key: id })
}

/** The statement for all segments. */
function statementFor({ workspaceId }: Ctx, segments: Segment[]) {
  const named = segments.map(({ id, definedAt }) => `${id} ${definedAt.getTime()}`)
  return writing([workspaceId, ...named].join(' '), given =>
    membersWritten(workspaceId, segments, segments, given),
  )
}

type Looking = { now: Known<Date>; isDefining: Known<boolean>; contactIds: These }

/** For one segment or for all; `among` are those that they may name. */
function membersWritten(
  workspaceId: string,
  some: Segment[],
  among: Segment[],
  { now, isDefining, contactIds }: Looking,
) {
  const segmentIds = sql`${some.map(({ id }) => id)}::uuid[]`
  const isAll = some.length === among.length
  // Of one segment only its own next change is known, so an earlier one of the others stays.
  const recheck = isAll
    ? sql`excluded.recheck_at`
    : sql`least(segment_rechecks.recheck_at, excluded.recheck_at)`
  // What stays is not even written anew.
  const isOther = isAll ? sql`r.recheck_at <> looked.recheck_at` : sql`r.recheck_at > looked.recheck_at`
  return sql<Passage>`
    with ${lookedAt(
      workspaceId,
      some.map(each => whole(each, among)),
      { now, contactIds },
    )}, ought as materialized (
      select contact_id, segment_id from looked cross join lateral unnest(${segmentIds}, holds) as each (segment_id, holds)
      where each.holds
    ), are as materialized (
      select contact_id, segment_id from segment_members
      where workspace_id = ${workspaceId} and ${areAmong('contact_id', contactIds)} and until is null
        and segment_id = any(${segmentIds})
    ), gone as (
      update segment_members m set until = ${now}, until_defined = ${isDefining}
      from (select * from are except select * from ought) g
      where m.workspace_id = ${workspaceId} and m.segment_id = g.segment_id and m.contact_id = g.contact_id
        and m.until is null
      returning m.contact_id, m.segment_id
    ), come as (
      insert into segment_members (workspace_id, segment_id, contact_id, since, since_defined)
      select ${workspaceId}, segment_id, contact_id, ${now}, ${isDefining}
      from (select * from ought except select * from are) n
      on conflict (workspace_id, segment_id, contact_id, since) do update set until = null, until_defined = false
      returning contact_id, segment_id
    ), timed as (
      insert into segment_rechecks (workspace_id, contact_id, recheck_at)
      select ${workspaceId}, looked.contact_id, looked.recheck_at from looked
      left join segment_rechecks r on r.workspace_id = ${workspaceId} and r.contact_id = looked.contact_id
        and ${areAmong('r.contact_id', contactIds)}
      where looked.recheck_at is not null and (r.contact_id is null or ${isOther})
      on conflict (workspace_id, contact_id) do update set recheck_at = ${recheck}
    ), untimed as (
      delete from segment_rechecks
      where ${sql.lit(isAll)} and workspace_id = ${workspaceId} and ${areAmong('contact_id', contactIds)}
        and contact_id not in (select contact_id from looked where recheck_at is not null)
    )
    select contact_id, segment_id from gone union all select contact_id, segment_id from come`
}

/** Each contact with the answers to all criteria, from one scan of its events, and when time may change one. */
function lookedAt(
  workspaceId: string,
  criteria: Criteria[],
  { now, contactIds }: Pick<Looking, 'now' | 'contactIds'>,
) {
  const { columns, did } = didColumns({ workspaceId, now }, criteria, { alias: 'told' })
  const scope: Scope = { workspaceId, now, contact: 'c', did, standing: 's' }
  return sql`
    told as materialized (
      select ${sql.join([sql`e.contact_id`, ...columns])} from events e
      where e.workspace_id = ${workspaceId} and ${areAmong('e.contact_id', contactIds)} and e.withdrawn_at is null
        and ${mayCount(now, criteria)}
      group by e.contact_id
    ), looked as materialized (
      select c.id as contact_id, array[${sql.join(criteria.map(rule => matches(scope, rule)))}]::boolean[] as holds,
        least(${sql.join([sql`null::timestamptz`, ...criteria.map(rule => nextChange(scope, rule))])}) as recheck_at
      from contacts c
      left join told on told.contact_id = c.id
      left join standings s on s.workspace_id = ${workspaceId} and s.contact_id = c.id and s.funnel_id = ${mainFunnel(workspaceId)}
      where c.workspace_id = ${workspaceId} and ${areAmong('c.id', contactIds)} and c.deleted_at is null
    )`
}
