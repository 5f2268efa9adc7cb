import { sql } from 'kysely'
import { counts } from '../contacts/contacts.ts'
import type { Ctx } from '../platform/ctx.ts'
import { isDisqualified } from '../qualification/qualification.ts'

/** Those disqualified alike: how many, for good or until they wake, and how many of them have come back by now. */
type Group = { count: number; forGood: number; woken: number }
export type DisqualifiedReport = {
  from: Date
  to: Date
  total: Group
  /** Of the count, so many are organisations. */
  reasons: (Group & { reason: string; organizations: number })[]
  /** Where they came from; an empty one is not known. */
  sources: (Group & { source: string })[]
  owners: (Group & { ownerId: string | null })[]
  /** By the Monday on which the week began where the workspace is; each of the period, also one in which there was nobody. */
  weeks: (Group & { week: string })[]
}

type Period = { from: Date; to: Date }

/** A period reaches back no further: every week of it is answered. */
const longest = 10 * 366 * 86_400_000

/**
 * Who was disqualified from `from` to before `to`, each contact by its last disqualification. One that somebody took away by hand
 * was a mistake and does not count.
 */
export async function disqualifiedReport(ctx: Ctx, period: Period): Promise<DisqualifiedReport> {
  const { to } = period
  const from = new Date(Math.max(period.from.getTime(), to.getTime() - longest))
  const { rows } = await sql<Row>`
    with out as (
      select c.disqualified ->> 'reason' as reason, c.owner_id, coalesce(c.source, '') as source, c.kind,
        (c.disqualified ->> 'at')::timestamptz as at, ${isDisqualified({ workspaceId: ctx.workspaceId, now: ctx.clock() })} as is_out,
        not c.disqualified ?| array['until', 'wakesOn'] as for_good
      from contacts c
      where c.workspace_id = ${ctx.workspaceId} and c.deleted_at is null and c.disqualified is not null
        and c.disqualified ->> 'at' >= ${from.toISOString()} and c.disqualified ->> 'at' < ${to.toISOString()} and ${counts(ctx, 'c')}
    ), told as (
      select *, to_char(date_trunc('week', at at time zone time_zone), 'YYYY-MM-DD') as week
      from out, workspaces w where w.id = ${ctx.workspaceId})
    select grouping(reason) = 0 as by_reason, grouping(source) = 0 as by_source, grouping(owner_id) = 0 as by_owner,
      grouping(week) = 0 as by_week, reason, source, owner_id, week, count(*) as count,
      count(*) filter (where kind = 'organization') as organizations, count(*) filter (where for_good) as for_good, count(*) filter (where not is_out) as woken
    from told group by grouping sets ((), (reason), (source), (owner_id), (week))
    order by count desc, reason, source, owner_id, week`.execute(ctx.db)
  const byWeek = new Map(rows.filter(row => row.byWeek).map(row => [row.week, group(row)]))
  const [total = nobody] = rows
    .filter(row => !(row.byReason || row.bySource || row.byOwner || row.byWeek))
    .map(group)
  return {
    ...{ from, to, total },
    reasons: rows.filter(row => row.byReason).map(reasonOf),
    sources: rows.filter(row => row.bySource).map(row => ({ ...group(row), source: row.source })),
    owners: rows.filter(row => row.byOwner).map(row => ({ ...group(row), ownerId: row.ownerId })),
    weeks: (await weeksOf(ctx, { from, to })).map(week => ({ ...(byWeek.get(week) ?? nobody), week })),
  }
}

/** The Mondays of the weeks that the period touches, in their order. */
async function weeksOf({ db, workspaceId }: Ctx, { from, to }: Period): Promise<string[]> {
  const { rows } = await sql<{ week: string }>`
    select to_char(monday, 'YYYY-MM-DD') as week
    from workspaces w cross join lateral generate_series(
      date_trunc('week', ${from}::timestamptz at time zone w.time_zone),
      (${to}::timestamptz - interval '1 microsecond') at time zone w.time_zone, interval '1 week') monday
    where w.id = ${workspaceId} order by monday`.execute(db)
  return rows.map(({ week }) => week)
}

type Row = Group & {
  byReason: boolean
  bySource: boolean
  byOwner: boolean
  byWeek: boolean
  reason: string
  source: string
  ownerId: string | null
  week: string
  organizations: number
}

const nobody: Group = { count: 0, forGood: 0, woken: 0 }

const group = ({ count, forGood, woken }: Group): Group => ({ count, forGood, woken })

const reasonOf = (row: Row) => ({ ...group(row), reason: row.reason, organizations: row.organizations })
