import { sql } from 'kysely'
import { countChanged, forWholeBase } from '../contacts/contacts.ts'
import { staleSince } from '../criteria/stale.ts'
import { type Funnel, funnelOf, type Kind } from '../lifecycle/lifecycle.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import {
  type Between,
  type CutShort,
  counted,
  cutShort,
  type EndOfBrought,
  endsOfBrought,
  type Flow,
  type FlowsWanted,
  flowsBetween,
} from './flows.ts'

export type Counts = { people: number; organizations: number }

/**
 * One stage in the period. `entered` and `left` are moves. `couldAdvance` are the stays at the stage in the period, but those that began
 * less than a day ago and last, or less than a day before new definitions ended them; `advanced` ended by going on to a later stage; `conversion` is their share, null when there were none.
 * None of them counts what new definitions moved, nor a mistake that was taken back: to publish changes no number of what went before,
 * and whom it brought to a stage counts there from the next period on.
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
  /** Stand by an earlier version: what was published is still placing them. */
  placing: number
  /** How many went from one stage to another; null is no stage. */
  moves: { from: string | null; to: string | null; count: number }[]
  /** Moves of the period beside those: what was published placed contacts elsewhere. */
  reclassified: number
}

type Wanted = { funnel?: string; from: Date; to: Date; kind?: Kind }

/** The funnel as it stands, and what moved in it from `from` to before `to`. Contacts in the bin do not count, nor demo data beside real data. */
export async function funnelReport(ctx: Ctx, { funnel: key, from, to, kind }: Wanted): Promise<FunnelReport> {
  const funnel = await funnelOf(ctx, key)
  const wanted = { funnel, kind, from, to, aDayAgo: new Date(ctx.clock().getTime() - 86_400_000) }
  const { waiting, ...found } = await atomically(ctx, async ctx => {
    await forWholeBase(ctx)
    return {
      standing: await standingNow(ctx, wanted),
      waiting: await countChanged(ctx, 1_000_000),
      flows: await flowsBetween(ctx, wanted),
      ends: await endsOfBrought(ctx, wanted),
      cut: await cutShort(ctx, wanted),
    }
  })
  const { standing, flows } = found
  return {
    from,
    to,
    stages: funnel.lifecycle.stages.map((_, rank) => stageReport(funnel, rank, found)),
    outside: temperaturesOf(standing, null).now,
    waiting,
    placing: sum(standing, 'placing'),
    moves: flows.flatMap(({ from, to, byDefinition, count }) =>
      count && !byDefinition ? [{ from, to, count }] : [],
    ),
    reclassified: sum(flows.filter(isByDefinition), 'count'),
  }
}

type Found = { standing: Standing[]; flows: Flow[]; ends: EndOfBrought[]; cut: CutShort[] }

function stageReport({ lifecycle: { stages } }: Funnel, rank: number, found: Found): StageReport {
  const rankOf = (key: string | null) => stages.findIndex(each => each.key === key)
  const stage = stages[rank]?.key ?? ''
  const into = found.flows.filter(flow => flow.to === stage && !isByDefinition(flow))
  const outOf = found.flows.filter(flow => flow.from === stage && !isByDefinition(flow))
  const goesOn = (flow: Between) => !flow.byDefinition && rankOf(flow.to) > rank
  const ends = found.ends.filter(end => end.from === stage)
  const advanced = sum(outOf.filter(goesOn), 'count') - sum(ends.filter(goesOn), 'count')
  const couldAdvance = Math.max(advanced, staysAt(stage, found))
  return {
    stage,
    ...temperaturesOf(found.standing, stage),
    entered: sum(into, 'count'),
    left: sum(outOf, 'count'),
    wentBack: sum(
      outOf.filter(flow => rankOf(flow.to) < rank),
      'count',
    ),
    couldAdvance,
    advanced,
    conversion: couldAdvance && rank < stages.length - 1 ? advanced / couldAdvance : null,
  }
}

/** Who stood there at the end of the period and who had left in it, but whom new definitions brought there, and who was not there for a day yet or when they took him away. */
function staysAt(stage: string, { standing, flows, ends, cut }: Found): number {
  const here = standing.filter(each => each.stage === stage)
  const into = flows.filter(flow => flow.to === stage)
  const outOf = flows.filter(flow => flow.from === stage)
  const atTheEnd = sum(here, 'people') + sum(here, 'organizations') - sum(into, 'later') + sum(outOf, 'later')
  const brought =
    sum(into.filter(isByDefinition), 'settled') +
    sum(
      ends.filter(end => end.from === stage),
      'fresh',
    )
  const taken = cut.filter(each => each.stage === stage)
  return atTheEnd - sum(here, 'fresh') + sum(outOf, 'count') - brought - sum(taken, 'count')
}

const isByDefinition = ({ byDefinition }: Between): boolean => byDefinition

/** How many stand alike; `fresh` came there, or into the base, less than a day ago. */
type Standing = {
  stage: string | null
  temperature: 'cold' | 'warm' | 'hot'
  people: number
  organizations: number
  stale: number
  fresh: number
  placing: number
}

async function standingNow(ctx: Ctx, { funnel, kind, to, aDayAgo }: FlowsWanted): Promise<Standing[]> {
  const { id, lifecycle, lifecycleVersion, scoreVersion } = funnel
  const limited = staleSince(lifecycle.stages, ctx.clock())
  // A join with what is no table would keep the workers of PostgreSQL from sharing the rows.
  const stale = sql`(${limited.map(each => each.since)}::timestamptz[])[array_position(${limited.map(each => each.stage)}::text[], s.stage)]`
  const { rows } = await sql<Standing>`
    select s.stage, s.temperature, count(*) filter (where o.id is null) as people, count(o.id) as organizations,
      count(*) filter (where s.since <= ${stale}) as stale,
      count(*) filter (where (s.since > ${aDayAgo} or young.id is not null) and s.since < ${to}) as fresh,
      count(*) filter (where (s.lifecycle_version, s.score_version) is distinct from (${lifecycleVersion}::int, ${scoreVersion}::int)) as placing
    from standings s
    left join (
      select id from contacts where workspace_id = ${ctx.workspaceId} and deleted_at is null and created_at > ${aDayAgo}
    ) young on young.id = s.contact_id
    ${counted(ctx, 's.contact_id', kind)} and s.workspace_id = ${ctx.workspaceId} and s.funnel_id = ${id}
    group by 1, 2`.execute(ctx.db)
  return rows
}

function temperaturesOf(standing: Standing[], stage: string | null) {
  const here = standing.filter(each => each.stage === stage)
  const at = (temperature: Standing['temperature']) => {
    const alike = here.filter(each => each.temperature === temperature)
    return sum(alike, 'people') + sum(alike, 'organizations')
  }
  return {
    now: { people: sum(here, 'people'), organizations: sum(here, 'organizations') },
    ...{ cold: at('cold'), warm: at('warm'), hot: at('hot') },
    stale: sum(here, 'stale'),
  }
}

const sum = <Key extends string>(rows: Record<Key, number>[], key: Key): number =>
  rows.reduce((all, row) => all + row[key], 0)
