import { sql } from 'kysely'
import { counts } from '../contacts/contacts.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Temperature } from '../scoring/model.ts'
import { type DeadRule, deadRules } from './deadRules.ts'
import type { Funnel } from './definitions.ts'
import type { Kind, Stage } from './model.ts'
import type { Previewed } from './previewing.ts'

type Before<T> = { before: T; after: T }

type Load = { responsible: Attended; ownerId: string | null; name: string | null }
type Attended = Exclude<Stage['responsible'], 'nobody'>

/** What a draft would do, added up over the whole base. */
export type PreviewResult = {
  /** All in the funnel; those who would change their stage; those whose score would be another. */
  contacts: number
  moved: number
  rescored: number
  flows: { from: string | null; to: string | null; people: number; organizations: number }[]
  stages: ({ stage: string | null } & Before<number>)[]
  temperatures: ({ temperature: Temperature } & Before<number>)[]
  /** How many have a total from `from` on, in steps of five; the last one takes in 100. */
  totals: ({ from: number } & Before<number>)[]
  /** How many contacts each owner has in the stages that these look after; without an owner: nobody's yet. */
  load: (Load & Before<number>)[]
  /** Rules that change nothing for any of so many contacts taken at random. */
  dead: DeadRule[]
  sampled: number
}

export async function resultOf(ctx: Ctx, previewed: Previewed): Promise<PreviewResult> {
  const flows = await flowsOf(ctx, previewed)
  const { contacts, totals, temperatures, rescored } = await spreads(ctx, previewed)
  const { dead, sampled } = await deadRules(ctx, previewed)
  return {
    ...{ contacts, moved: flows.reduce((sum, flow) => sum + flow.people + flow.organizations, 0), rescored },
    ...{ flows, stages: await stagesOf(ctx, previewed, flows), temperatures, totals },
    ...{ load: await loadOf(ctx, previewed), dead, sampled },
  }
}

/** Whether the contact of that row is one that lists and reports show: their figures and these are the same. */
const isShown = (ctx: Ctx, alias: string) => sql`exists (
  select from contacts c
  where c.workspace_id = ${ctx.workspaceId} and c.id = ${sql.ref(alias)}.contact_id and ${counts(ctx, 'c')})`

async function flowsOf(ctx: Ctx, { previewId }: Previewed): Promise<PreviewResult['flows']> {
  const { rows } = await sql<{ from: string | null; to: string | null; kind: Kind; count: number }>`
    select was_stage as "from", stage as "to", kind, count(*) as count from preview_standings p
    where workspace_id = ${ctx.workspaceId} and preview_id = ${previewId} and was_stage is distinct from stage and ${isShown(ctx, 'p')}
    group by was_stage, stage, kind order by count(*) desc, 1, 2`.execute(ctx.db)
  const flows = Map.groupBy(rows, row => `${row.from} ${row.to}`).values()
  const of = (kind: Kind, those: typeof rows) => those.find(row => row.kind === kind)?.count ?? 0
  return [...flows].map(those => ({
    ...{ from: those[0]?.from ?? null, to: those[0]?.to ?? null },
    ...{ people: of('person', those), organizations: of('organization', those) },
  }))
}

/** The stages of both definitions, from the lowest to the highest as the draft has them; those that it drops come last but one. */
async function stagesOf(
  ctx: Ctx,
  { inForce, supposed }: Previewed,
  flows: PreviewResult['flows'],
): Promise<PreviewResult['stages']> {
  const { rows } = await sql<{ stage: string | null; count: number }>`
    select stage, count(*) as count from standings s
    where workspace_id = ${ctx.workspaceId} and funnel_id = ${inForce.id} and ${isShown(ctx, 's')} group by stage`.execute(
    ctx.db,
  )
  const keys = [...supposed.lifecycle.stages, ...inForce.lifecycle.stages].map(({ key }) => key)
  return [...new Set<string | null>([...keys, null])].map(stage => {
    const before = rows.find(row => row.stage === stage)?.count ?? 0
    const moved = (end: 'from' | 'to') =>
      flows
        .filter(flow => flow[end] === stage)
        .reduce((sum, flow) => sum + flow.people + flow.organizations, 0)
    return { stage, before, after: before - moved('from') + moved('to') }
  })
}

type Spread = { step: number; temperature: Temperature; before: number; after: number }

/** Scores and temperatures, before and after, in one look at the standings and one at what differs. */
async function spreads(ctx: Ctx, { previewId, inForce }: Previewed) {
  const { rows } = await sql<Spread>`
    select step, temperature, sum(before)::int as before, sum(before + more)::int as after from (
      select least(19, total / 5) as step, temperature, count(*) as before, 0 as more
      from standings s where workspace_id = ${ctx.workspaceId} and funnel_id = ${inForce.id} and ${isShown(ctx, 's')} group by 1, 2
      union all
      select least(19, end_.total / 5), end_.temperature, 0, sum(end_.sign)
      from preview_standings p, lateral (values (p.total, p.temperature, 1), (p.was_total, p.was_temperature, -1)) as end_ (total, temperature, sign)
      where p.workspace_id = ${ctx.workspaceId} and p.preview_id = ${previewId}
        and (p.total, p.temperature) is distinct from (p.was_total, p.was_temperature)
        and ${isShown(ctx, 'p')}
      group by 1, 2
    ) counted group by step, temperature`.execute(ctx.db)
  const found = await sql<{ rescored: number }>`
    select count(*) as rescored from preview_standings p
    where workspace_id = ${ctx.workspaceId} and preview_id = ${previewId} and total <> was_total and ${isShown(ctx, 'p')}`.execute(
    ctx.db,
  )
  const added = (those: Spread[]) => ({
    before: those.reduce((sum, row) => sum + row.before, 0),
    after: those.reduce((sum, row) => sum + row.after, 0),
  })
  const of = <T>(keys: T[], is: (row: Spread) => T) =>
    keys.map(key => added(rows.filter(row => is(row) === key)))
  const steps = Array.from({ length: 20 }, (_, step) => step)
  const kinds: Temperature[] = ['cold', 'warm', 'hot']
  return {
    contacts: added(rows).after,
    rescored: found.rows[0]?.rescored ?? 0,
    totals: of(steps, row => row.step).map((counts, step) => ({ from: step * 5, ...counts })),
    temperatures: of(kinds, row => row.temperature).map((counts, place) => ({
      temperature: kinds[place] ?? 'cold',
      ...counts,
    })),
  }
}

async function loadOf(ctx: Ctx, { previewId, inForce, supposed }: Previewed): Promise<PreviewResult['load']> {
  const { workspaceId } = ctx
  const { rows } = await sql<PreviewResult['load'][number]>`
    with stood as (
      select s.contact_id, s.stage as was, case when p.contact_id is null then s.stage else p.stage end as "is"
      from standings s
      left join preview_standings p on p.workspace_id = s.workspace_id and p.preview_id = ${previewId} and p.contact_id = s.contact_id
      where s.workspace_id = ${workspaceId} and s.funnel_id = ${inForce.id}
      union all
      select p.contact_id, null, p.stage from preview_standings p
      where p.workspace_id = ${workspaceId} and p.preview_id = ${previewId} and not exists (
        select from standings s where s.workspace_id = ${workspaceId} and s.funnel_id = ${inForce.id} and s.contact_id = p.contact_id)
    ), alike as (
      select c.owner_id, was, "is", count(*) as count
      from stood join contacts c on c.workspace_id = ${workspaceId} and c.id = stood.contact_id and ${counts(ctx, 'c')}
      group by c.owner_id, was, "is"
    )
    select responsible, owner_id, m.name, sum(before)::int as before, sum(after)::int as after
    from alike cross join lateral (values
      (${attendedBy(inForce)}::jsonb ->> was, count, 0), (${attendedBy(supposed)}::jsonb ->> "is", 0, count)
    ) as side (responsible, before, after)
    left join members m on m.workspace_id = ${workspaceId} and m.user_id = owner_id
    where responsible is not null
    group by responsible, owner_id, m.name
    order by responsible, owner_id is null, greatest(sum(before), sum(after)) desc, m.name limit 600`.execute(
    ctx.db,
  )
  return rows
}

/** Who looks after each stage that somebody looks after. */
const attendedBy = ({ lifecycle }: Funnel): string =>
  JSON.stringify(
    Object.fromEntries(
      lifecycle.stages
        .filter(({ responsible }) => responsible !== 'nobody')
        .map(({ key, responsible }) => [key, responsible]),
    ),
  )
