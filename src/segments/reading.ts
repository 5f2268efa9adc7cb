import { sql } from 'kysely'
import { counts, mainFunnel, whoItIsOf } from '../contacts/contacts.ts'
import type { WhoItIs } from '../contacts/contract.ts'
import type { Criteria } from '../criteria/criteria.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import type { About } from './nesting.ts'

export type ListedSegment = {
  id: string
  name: string
  description: string
  about: About
  criteria: Criteria
  ownerId: string | null
  createdAt: Date
  definedAt: Date
  size: number
  isFilling: boolean
  entered: number
  left: number
}

/** The stays in `g` of contacts that are shown. Few are demo data, so these are looked up and not every member. */
const stays = (ctx: Ctx) => sql`segment_members m
  where m.workspace_id = ${ctx.workspaceId} and m.segment_id = g.id and m.contact_id not in (
    select c.id from contacts c
    where c.workspace_id = ${ctx.workspaceId} and c.is_demo and c.deleted_at is null and not ${counts(ctx, 'c')})`

const recent = (ctx: Ctx) => new Date(ctx.clock().getTime() - 30 * 86_400_000)

/** All segments by name, or one. */
export async function listSegments(ctx: Ctx, id?: string): Promise<ListedSegment[]> {
  const { rows } = await sql<ListedSegment>`
    select g.id, g.name, g.description, g.about, g.criteria, g.owner_id, g.created_at, g.defined_at,
      g.filled_at is null as is_filling,
      (select count(*) from ${stays(ctx)} and m.until is null) as size,
      (select count(*) from ${stays(ctx)} and m.since > ${recent(ctx)} and not m.since_defined) as entered,
      (select count(*) from ${stays(ctx)} and m.until > ${recent(ctx)} and not m.until_defined) as "left"
    from segments g
    where g.workspace_id = ${ctx.workspaceId} and g.deleted_at is null ${id ? sql`and g.id = ${id}` : sql``}
    order by lower(g.name), g.id`.execute(ctx.db)
  return rows
}

type Day = { day: string; size: number; entered: number; left: number }

/** One segment with its size at the end of each day and its newest entries and exits. */
export async function getSegment(ctx: Ctx, id: string) {
  const [segment] = await listSegments(ctx, id)
  if (!segment) throw new Refusal('missing', 'segments.unknown')
  return { ...segment, days: await daysOf(ctx, id), passages: await passagesOf(ctx, id) }
}

const shownDays = 180

async function daysOf(ctx: Ctx, id: string): Promise<Day[]> {
  const { rows } = await sql<Day>`
    with g as (
      select g.id, g.created_at, w.time_zone from segments g join workspaces w on w.id = g.workspace_id
      where g.workspace_id = ${ctx.workspaceId} and g.id = ${id}
    ), passed as (
      select m.since as at, 1 as step, not m.since_defined as is_own from g cross join lateral (select m.* from ${stays(ctx)}) m
      union all
      select m.until, -1, not m.until_defined from g cross join lateral (select m.* from ${stays(ctx)} and m.until is not null) m
    ), daily as (
      select (at at time zone g.time_zone)::date as day, sum(step) as net,
        count(*) filter (where is_own and step > 0) as entered, count(*) filter (where is_own and step < 0) as "left"
      from passed, g group by 1
    ), days as (
      select generate_series((g.created_at at time zone g.time_zone)::date, (${ctx.clock()}::timestamptz at time zone g.time_zone)::date, '1 day')::date as day
      from g
    ), sized as (
      select day, (sum(coalesce(net, 0)) over (order by day))::int as size, coalesce(entered, 0)::int as entered,
        coalesce("left", 0)::int as "left"
      from days left join daily using (day)
    )
    select day::text, size, entered, "left" from (select * from sized order by day desc limit ${shownDays}) newest
    order by day`.execute(ctx.db)
  return rows
}

export type SegmentPassage = WhoItIs & {
  contactId: string
  kind: 'person' | 'organization'
  name: string
  stage: string | null
  at: Date
  entered: boolean
}

const shownPassages = 20

async function passagesOf(ctx: Ctx, id: string): Promise<SegmentPassage[]> {
  const of = (at: 'since' | 'until') => sql`(
    select m.contact_id, c.kind, c.display_name as name, ${sql.ref(`m.${at}`)} as at, ${sql.lit(at === 'since')} as entered
    from segments g join segment_members m on m.workspace_id = g.workspace_id and m.segment_id = g.id
    join contacts c on c.workspace_id = m.workspace_id and c.id = m.contact_id and ${counts(ctx, 'c')}
    where g.workspace_id = ${ctx.workspaceId} and g.id = ${id} and ${sql.ref(`m.${at}`)} is not null and not ${sql.ref(`m.${at}_defined`)}
    order by ${sql.ref(`m.${at}`)} desc, m.contact_id limit ${shownPassages})`
  const { rows } = await sql<SegmentPassage>`
    select p.*, s.stage, ${whoItIsOf(ctx.workspaceId, 'c')} from (${of('since')} union all ${of('until')}) p
    join contacts c on c.workspace_id = ${ctx.workspaceId} and c.id = p.contact_id
    left join standings s on s.workspace_id = ${ctx.workspaceId} and s.contact_id = p.contact_id and s.funnel_id = ${mainFunnel(ctx.workspaceId)}
    order by p.at desc, p.contact_id limit ${shownPassages}`.execute(ctx.db)
  return rows
}
