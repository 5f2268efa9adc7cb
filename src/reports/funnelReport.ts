import { type RawBuilder, sql } from 'kysely'
import { counts } from '../contacts/contacts.ts'
import { type Funnel, funnelOf, type Kind } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'

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
  /** How many went from one stage to another; null is no stage. */
  moves: { from: string | null; to: string | null; count: number }[]
}

type Wanted = { funnel?: string; from: Date; to: Date; kind?: Kind }

/** The funnel as it stands, and what moved in it from `from` to before `to`. Contacts in the bin do not count, nor demo data beside real data. */
export async function funnelReport(ctx: Ctx, { funnel: key, from, to, kind }: Wanted): Promise<FunnelReport> {
  const funnel = await funnelOf(ctx, key)
  const who = kind ? sql`${counts(ctx, 'c')} and c.kind = ${kind}` : counts(ctx, 'c')
  const standing = await standingNow(ctx, funnel, who)
  const moves = await movesBetween(ctx, funnel, who, { from, to })
  const advances = await advancesBetween(ctx, funnel, who, { from, to })
  const stages = funnel.lifecycle.stages.map(({ key }, rank) => {
    const rankOf = (stage: string | null) => funnel.lifecycle.stages.findIndex(each => each.key === stage)
    const outOf = moves.filter(move => move.from === key)
    const { couldAdvance = 0, advanced = 0 } = advances.find(each => each.stage === key) ?? {}
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
  return { from, to, stages, outside: temperaturesOf(standing, null).now, moves }
}

type Standing = { stage: string | null; kind: Kind; temperature: 'cold' | 'warm' | 'hot'; count: number }

async function standingNow(ctx: Ctx, { id }: Funnel, who: RawBuilder<unknown>): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select s.stage, c.kind, s.temperature, count(*) as count
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

/** For each stage, the contacts that stood there when the period began or entered in it, and those of them that reached a later one in it. */
async function advancesBetween(ctx: Ctx, funnel: Funnel, who: RawBuilder<unknown>, { from, to }: Period) {
  const stages = funnel.lifecycle.stages.map(stage => stage.key)
  const { rows } = await sql<{ stage: string; couldAdvance: number; advanced: number }>`
    with stage as (
      select * from unnest(${stages}::text[]) with ordinality as s (key, rank)
    ), move as (
      select m.id, m.contact_id, m.at, stage.rank, stage.key
      from moves m join contacts c on c.workspace_id = m.workspace_id and c.id = m.contact_id
      left join stage on stage.key = m.to_stage
      where m.workspace_id = ${ctx.workspaceId} and m.funnel_id = ${funnel.id} and m.at < ${to} and ${who}
    ), stood as (
      select distinct on (contact_id) contact_id, key, rank, ${from}::timestamptz as at
      from move where at < ${from} order by contact_id, move.at desc, id desc
    ), was as (
      select contact_id, key, rank, min(at) as at
      from (select * from stood union all select contact_id, key, rank, at from move where at >= ${from}) both_ways
      where key is not null group by 1, 2, 3
    )
    select was.key as stage, count(*) as could_advance, count(*) filter (where exists (
      select from move where move.contact_id = was.contact_id and move.at >= was.at and move.at >= ${from} and move.rank > was.rank
    )) as advanced
    from was group by 1`.execute(ctx.db)
  return rows
}

const total = (rows: { count: number }[]): number => rows.reduce((all, row) => all + row.count, 0)
