import { type RawBuilder, sql } from 'kysely'
import { countChanged, counts } from '../contacts/contacts.ts'
import { type Funnel, funnelOf, type Kind } from '../lifecycle/lifecycle.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'

export type Counts = { people: number; organizations: number }

/**
 * One stage in the period. `entered` and `left` are moves; `advanced` are those contacts that stood there or entered and went on to
 * a later stage, of `couldAdvance`; `conversion` is their share, null when there were none.
 */
export type StageReport = {
  stage: string
  now: Counts
  cold: number
  warm: number
  hot: number
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
  /** How many went from one stage to another; null is no stage. */
  moves: { from: string | null; to: string | null; count: number }[]
}

type Wanted = { funnel?: string; from: Date; to: Date; kind?: Kind }

/** The funnel as it stands, and what moved in it from `from` to before `to`. Contacts in the bin do not count, nor demo data beside real data. */
export async function funnelReport(ctx: Ctx, { funnel: key, from, to, kind }: Wanted): Promise<FunnelReport> {
  const funnel = await funnelOf(ctx, key)
  const who = kind ? sql`${counts(ctx, 'c')} and c.kind = ${kind}` : counts(ctx, 'c')
  const { standing, waiting, moves, advances } = await atomically(ctx, async ctx => {
    // Just after an import the planner knows of few rows and would read all contacts again for each of them.
    await sql`set local enable_nestloop = off`.execute(ctx.db)
    return {
      standing: await standingNow(ctx, funnel, who, from),
      waiting: await countChanged(ctx, 1_000_000),
      moves: await movesBetween(ctx, funnel, who, { from, to }),
      advances: await advancesBetween(ctx, funnel, who, { from, to }),
    }
  })
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
  return { from, to, stages, outside: temperaturesOf(standing, null).now, waiting, moves }
}

/** How many stand alike; `stayed` are those of them that have not moved since the period began. */
type Standing = {
  stage: string | null
  kind: Kind
  temperature: 'cold' | 'warm' | 'hot'
  count: number
  stayed: number
}

async function standingNow(
  ctx: Ctx,
  { id }: Funnel,
  who: RawBuilder<unknown>,
  from: Date,
): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select s.stage, c.kind, s.temperature, count(*) as count, count(*) filter (where s.since < ${from}) as stayed
    from standings s join contacts c on c.workspace_id = s.workspace_id and c.id = s.contact_id
    where s.workspace_id = ${ctx.workspaceId} and s.funnel_id = ${id} and ${who}
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
  }
}

type Period = { from: Date; to: Date }

async function movesBetween(ctx: Ctx, { id }: Funnel, who: RawBuilder<unknown>, { from, to }: Period) {
  const { rows } = await sql<FunnelReport['moves'][number]>`
    select m.from_stage as "from", m.to_stage as "to", count(*) as count
    from moves m join contacts c on c.workspace_id = m.workspace_id and c.id = m.contact_id
    where m.workspace_id = ${ctx.workspaceId} and m.funnel_id = ${id} and m.at >= ${from} and m.at < ${to} and ${who}
    group by 1, 2 order by 3 desc, 1, 2`.execute(ctx.db)
  return rows
}

/**
 * Of the contacts that moved since the period began, for each stage: those that stood there then or entered in it, and those of them
 * that reached a later one in it. Where one stood is what its first move since then left, so that nothing older is read.
 */
async function advancesBetween(ctx: Ctx, funnel: Funnel, who: RawBuilder<unknown>, { from, to }: Period) {
  const stages = funnel.lifecycle.stages.map(stage => stage.key)
  const { rows } = await sql<{ stage: string; couldAdvance: number; advanced: number }>`
    with move as (
      select m.contact_id, m.at, row_number() over (partition by m.contact_id order by m.at, m.noticed_at, m.id) as nth,
        array_position(${stages}::text[], m.from_stage) as left_rank, array_position(${stages}::text[], m.to_stage) as rank
      from moves m join contacts c on c.workspace_id = m.workspace_id and c.id = m.contact_id
      where m.workspace_id = ${ctx.workspaceId} and m.funnel_id = ${funnel.id} and m.at >= ${from} and ${who}
    ), stay as (
      select contact_id, left_rank as rank, '-infinity' as at from move where nth = 1
      union all
      select contact_id, rank, at from move where at < ${to}
    ), seen as (
      select contact_id, rank, max(rank) over (partition by contact_id order by at desc) as furthest from stay
    ), each_once as (
      select rank, max(furthest) > rank as advanced from seen where rank is not null group by contact_id, rank
    )
    select (${stages}::text[])[rank] as stage, count(*) as could_advance, count(*) filter (where advanced) as advanced
    from each_once group by rank`.execute(ctx.db)
  return rows
}

const stayed = (standing: Standing[], stage: string): number =>
  total(standing.filter(each => each.stage === stage).map(each => ({ count: each.stayed })))

const total = (rows: { count: number }[]): number => rows.reduce((all, row) => all + row.count, 0)
