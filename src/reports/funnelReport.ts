import { sql } from 'kysely'
import { countChanged, forWholeBase, uncounted } from '../contacts/contacts.ts'
import { staleSince } from '../criteria/stale.ts'
import { type Funnel, funnelOf, type Kind } from '../lifecycle/lifecycle.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { tableOf } from '../platform/tableOf.ts'

export type Counts = { people: number; organizations: number }

/**
 * One stage in the period. `entered` and `left` are moves; `advanced` are those contacts that stood there or entered and went on to
 * a later stage, of `couldAdvance`; `conversion` is their share, null when there were none. None of them counts what new definitions
 * moved: to publish them changes no number of what went before, and whom they brought to a stage counts there from the next period on.
 */
export type StageReport = {
  stage: string
  now: Counts
  cold: number
  warm: number
  hot: number
  /** Longer there than the stage allows. */
  stale: number
  entered: number
  left: number
  wentBack: number
  couldAdvance: number
  advanced: number
  conversion: number | null
}

export type FunnelReport = {
  from: Date
  to: Date
  stages: StageReport[]
  /** In the base, but in no stage. */
  outside: Counts
  /** Changed, and still to be placed: a million when there are more. */
  waiting: number
  /** When the first move in the funnel was noticed: whom it knows for an hour could not go on yet. */
  followedSince: Date | null
  /** How many went from one stage to another; null is no stage. */
  moves: { from: string | null; to: string | null; count: number }[]
  /** Moves of the period beside those: what was published placed contacts elsewhere. */
  reclassified: number
}

type Wanted = { funnel?: string; from: Date; to: Date; kind?: Kind }

/** The funnel as it stands, and what moved in it from `from` to before `to`. Contacts in the bin do not count, nor demo data beside real data. */
export async function funnelReport(ctx: Ctx, { funnel: key, from, to, kind }: Wanted): Promise<FunnelReport> {
  const funnel = await funnelOf(ctx, key)
  const { standing, waiting, followedSince, allMoves, advances } = await atomically(ctx, async ctx => {
    await forWholeBase(ctx)
    return {
      standing: await standingNow(ctx, funnel, kind, from),
      waiting: await countChanged(ctx, 1_000_000),
      followedSince: await firstNoticed(ctx, funnel),
      allMoves: await movesBetween(ctx, funnel, kind, { from, to }),
      advances: await advancesBetween(ctx, funnel, kind, { from, to }),
    }
  })
  const moves = allMoves.flatMap(({ reclassified: _, ...move }) => (move.count ? [move] : []))
  const reclassified = allMoves.reduce((sum, move) => sum + move.reclassified, 0)
  const stages = funnel.lifecycle.stages.map(({ key }, rank) => {
    const rankOf = (stage: string | null) => funnel.lifecycle.stages.findIndex(each => each.key === stage)
    const outOf = moves.filter(move => move.from === key)
    const { couldAdvance: moved = 0, advanced = 0 } = advances.find(each => each.stage === key) ?? {}
    const couldAdvance = moved + stayed(standing, key)
    return {
      stage: key,
      ...temperaturesOf(standing, key),
      entered: total(moves.filter(move => move.to === key)),
      left: total(outOf),
      wentBack: total(outOf.filter(move => rankOf(move.to) < rank)),
      couldAdvance,
      advanced,
      conversion: couldAdvance && rank < funnel.lifecycle.stages.length - 1 ? advanced / couldAdvance : null,
    }
  })
  return {
    from,
    to,
    stages,
    outside: temperaturesOf(standing, null).now,
    waiting,
    followedSince,
    moves,
    reclassified,
  }
}

/**
 * Who counts, as steps of a from clause after one that offers the id of each contact: `o.id` is null for a person. The few that are
 * not shown and the organisations are looked up, so that nobody reads all contacts.
 */
const counted = (ctx: Ctx, contactId: string, kind: Kind | undefined) => sql`
  left join (
    select id from contacts where workspace_id = ${ctx.workspaceId} and kind = 'organization'
  ) o on o.id = ${sql.ref(contactId)}
  where ${sql.ref(contactId)} not in (${uncounted(ctx)}) ${kind ? sql`and ${sql.lit(kind === 'person')} = (o.id is null)` : sql``}`

/** How many stand alike; `stayed` are those of them that have not moved since the period began. */
type Standing = {
  stage: string | null
  kind: Kind
  temperature: 'cold' | 'warm' | 'hot'
  count: number
  stayed: number
  stale: number
}

async function standingNow(
  ctx: Ctx,
  { id, lifecycle }: Funnel,
  kind: Kind | undefined,
  from: Date,
): Promise<Standing[]> {
  const limited = tableOf(staleSince(lifecycle.stages, ctx.clock()), { stage: 'text', since: 'timestamptz' })
  const { rows } = await sql<Standing>`
    select s.stage, case when o.id is null then 'person' else 'organization' end as kind, s.temperature, count(*) as count,
      count(*) filter (where s.since < ${from}) as stayed,
      count(*) filter (where s.since <= limited.since) as stale
    from standings s
    left join ${limited} limited on limited.stage = s.stage
    ${counted(ctx, 's.contact_id', kind)} and s.workspace_id = ${ctx.workspaceId} and s.funnel_id = ${id}
    group by 1, 2, 3`.execute(ctx.db)
  return rows
}

function temperaturesOf(standing: Standing[], stage: string | null) {
  const here = standing.filter(each => each.stage === stage)
  const ofKind = (kind: Kind) => total(here.filter(each => each.kind === kind))
  const at = (temperature: Standing['temperature']) =>
    total(here.filter(each => each.temperature === temperature))
  return {
    now: { people: ofKind('person'), organizations: ofKind('organization') },
    ...{ cold: at('cold'), warm: at('warm'), hot: at('hot') },
    stale: here.reduce((all, { stale }) => all + stale, 0),
  }
}

/** Ids are in the order in which moves were written. */
async function firstNoticed(ctx: Ctx, { id }: Funnel): Promise<Date | null> {
  const first = await ctx.db
    .selectFrom('moves')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('funnelId', '=', id)
    .select('noticedAt')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return first?.noticedAt ?? null
}

type Period = { from: Date; to: Date }

async function movesBetween(ctx: Ctx, { id }: Funnel, kind: Kind | undefined, { from, to }: Period) {
  const { rows } = await sql<FunnelReport['moves'][number] & { reclassified: number }>`
    select m.from_stage as "from", m.to_stage as "to", count(*) filter (where m.cause <> 'definition') as count,
      count(*) filter (where m.cause = 'definition') as reclassified
    from moves m ${counted(ctx, 'm.contact_id', kind)}
      and m.workspace_id = ${ctx.workspaceId} and m.funnel_id = ${id} and m.at >= ${from} and m.at < ${to}
    group by 1, 2 order by 3 desc, 1, 2`.execute(ctx.db)
  return rows
}

/**
 * Of the contacts that moved since the period began, for each stage: those that stood there then or entered in it, and those of them
 * that reached a later one in it. Where one stood is what its first move since then left, so that nothing older is read.
 */
async function advancesBetween(ctx: Ctx, funnel: Funnel, kind: Kind | undefined, { from, to }: Period) {
  const stages = funnel.lifecycle.stages.map(stage => stage.key)
  const { rows } = await sql<{ stage: string; couldAdvance: number; advanced: number }>`
    with move as (
      select m.contact_id, m.at, array_position(${stages}::text[], m.from_stage) as left_rank,
        array_position(${stages}::text[], m.to_stage) as rank, m.noticed_at, m.id, m.cause = 'definition' as by_definition
      from moves m ${counted(ctx, 'm.contact_id', kind)}
        and m.workspace_id = ${ctx.workspaceId} and m.funnel_id = ${funnel.id} and m.at >= ${from}
    ), seen as (
      select move.*, row_number() over (partition by contact_id order by at, noticed_at, id) as nth,
        max(rank) filter (where at < ${to} and not by_definition) over (partition by contact_id order by at range between current row and unbounded following) as furthest
      from move
    ), stay as (
      select contact_id, stood.rank, furthest from seen cross join lateral (
        select rank where at < ${to} and not by_definition union all
        select left_rank where nth = 1) stood
      where stood.rank is not null
    ), each_once as (
      select rank, coalesce(max(furthest) > rank, false) as advanced from stay group by contact_id, rank
    )
    select (${stages}::text[])[rank] as stage, count(*) as could_advance, count(*) filter (where advanced) as advanced
    from each_once group by rank`.execute(ctx.db)
  return rows
}

const stayed = (standing: Standing[], stage: string): number =>
  total(standing.filter(each => each.stage === stage).map(each => ({ count: each.stayed })))

const total = (rows: { count: number }[]): number => rows.reduce((all, row) => all + row.count, 0)
