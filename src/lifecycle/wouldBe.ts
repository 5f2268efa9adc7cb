import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { areAmong } from '../contacts/contacts.ts'
import { didColumns } from '../criteria/did.ts'
import { mayCount } from '../criteria/mayCount.ts'
import type { Scope } from '../criteria/scope.ts'
import { linesOf, sumsOf } from '../scoring/engagement.ts'
import { type Stored, scored } from '../scoring/fading.ts'
import { byHand } from './byHand.ts'
import type { Funnel } from './definitions.ts'
import { rankOf } from './model.ts'
import { type Entry, holds as mayStand, type Placing, placed, stagesOf } from './placing.ts'
import { daysAhead, mayMove, type Reach } from './reach.ts'

/** Standings under a draft: `funnel` is that of the placing with the draft's definitions in it; `all`: what stands now helps nothing. */
export type Supposing = Placing & { previewId: string; inForce: Funnel; reach: Reach | 'all' }
type Partly = Supposing & { reach: Reach }

/**
 * A select with a row for each of the contacts: contact_id, stage, fit, engagement, total and temperature as they would be. Numbers
 * that the draft leaves alone are read from the standings, and of the criteria only those that can decide are asked.
 */
export function wouldBe(supposing: Supposing): RawBuilder<unknown> {
  return isPartly(supposing)
    ? partlyWorkedOut(supposing)
    : placed({ ...supposing, standings: supposedStandings(supposing) })
}

const isPartly = (supposing: Supposing): supposing is Partly => supposing.reach !== 'all'

function partlyWorkedOut(supposing: Partly): RawBuilder<unknown> {
  const { workspaceId, now, funnel, kind, contactIds, reach } = supposing
  const entries = stagesOf(supposing).filter(entry => mayDecide(supposing, entry))
  const asked = entries.filter(entry => isAsked(supposing, entry))
  const criteria = [...asked, ...factsAsked(funnel, reach)].map(each => each.when)
  const { columns, did } = didColumns({ workspaceId, now }, criteria, { alias: 'told' })
  const numbers = reach.score ? 'scored' : 's'
  const standings = supposedStandings(supposing)
  const scope: Scope = {
    ...{ workspaceId, now, contact: 'c', did, standing: numbers, standings, funnel: funnel.key },
  }
  // Not materialized: of the columns of `told` only those that the criteria read are worked out.
  const told = sql`
    left join (
      select e.contact_id, ${sql.join(columns)} from events e
      where e.workspace_id = ${workspaceId} and e.withdrawn_at is null
        and e.at <= ${now} and ${mayCount(now, criteria)} and ${isOfReached(supposing)}
      group by e.contact_id
    ) told on told.contact_id = c.id`
  return sql`
    ${summed(supposing)}
    select c.id as contact_id, ${decided(scope, supposing, entries)} as stage, ${ofScore(numbers)}
    from contacts c
    join standings s on s.workspace_id = c.workspace_id and s.funnel_id = ${funnel.id} and s.contact_id = c.id
    ${columns.length ? told : sql``}
    ${reach.groups.length ? sql`left join summed on summed.contact_id = c.id` : sql``}
    ${byHand(supposing)}
    ${reach.score ? scored(scope, funnel.score, stored(supposing)) : sql``}
    where c.workspace_id = ${workspaceId} and ${areAmong('c.id', contactIds)} and c.kind = ${kind} and c.deleted_at is null
      and ${isReached(supposing, 's')}`
}

const ofScore = (alias: string) =>
  sql.join(['fit', 'engagement', 'total', 'temperature'].map(name => sql.ref(`${alias}.${name}`)))

const factsAsked = ({ score }: Funnel, { fit, groups }: Reach) => [
  ...(fit ? score.fit : []),
  ...score.engagementFacts.filter(rule => groups.includes(rule.group)),
]

/** The sums of the groups that the change reaches, from the events that their rules count. */
function summed({ workspaceId, now, funnel, contactIds, reach }: Partly): RawBuilder<unknown> {
  if (reach.groups.length === 0) return sql``
  const engagement = funnel.score.engagement.filter(rule => reach.groups.includes(rule.group))
  const model = { ...funnel.score, engagement }
  const names = [...new Set(engagement.flatMap(rule => rule.on.did))]
  return sql`
    with heard as (
      select e.contact_id, e.id, e.name, e.direction, e.two_way_at, e.at, e.by_robot, e.properties from events e
      where e.workspace_id = ${workspaceId} and ${areAmong('e.contact_id', contactIds)} and e.withdrawn_at is null
        and e.name = any(${names}::text[])
    ), lines as (
      ${linesOf({ workspaceId, model, heard: 'heard', now, timeZone: funnel.timeZone })}
    ), summed as materialized (
      ${sumsOf(model, 'lines')}
    )`
}

/** The numbers that the change leaves as they stand. */
function stored({ inForce, funnel, reach }: Partly): Stored {
  const sums = funnel.score.groups.flatMap(({ key }) => {
    const place = inForce.score.groups.findIndex(group => group.key === key)
    return reach.groups.includes(key) ? [] : [[key, sql`s.sums[${sql.lit(place + 1)}]`] as const]
  })
  return { ...(!reach.fit && { fit: sql`s.fit` }), sums: new Map(sums) }
}

/** The stages in which somebody may stand who comes to stand elsewhere; undefined: in any, or with another score. */
function stagesReached({ funnel: { lifecycle }, reach }: Partly): (string | null)[] | undefined {
  const { score, stages } = reach
  if (score || stages === 'all') return undefined
  return [null, ...lifecycle.stages.map(({ key }) => key)].filter(stage => mayMove(lifecycle, stages, stage))
}

function isReached(supposing: Partly, alias: string): RawBuilder<SqlBool> {
  const reached = stagesReached(supposing)
  if (!reached) return sql`true`
  const stage = sql.ref(`${alias}.stage`)
  const among = sql<SqlBool>`${stage} = any(${reached.filter(each => each !== null)}::text[])`
  return sql`(${reached.includes(null) ? sql`${stage} is null or ${among}` : among}) and ${isDueSoon(supposing, alias)}`
}

/** Where windows are shorter and nothing else is, only who is to be looked at again so many days sooner can move. */
function isDueSoon({ now, reach: { stages } }: Partly, alias: string): RawBuilder<SqlBool> {
  const days = stages === 'all' ? Number.POSITIVE_INFINITY : daysAhead(stages)
  if (days === Number.POSITIVE_INFINITY) return sql`true`
  return sql`${sql.ref(`${alias}.recheck_at`)} <= ${now}::timestamptz + make_interval(hours => ${sql.lit(24 * days)})`
}

/** The same of an event's contact: those furthest on have done most. By a join alone, because few events are left to join: by the
    index on contacts all of theirs would be fetched first. */
function isOfReached(supposing: Partly): RawBuilder<SqlBool> {
  const { workspaceId, funnel, contactIds } = supposing
  if (!stagesReached(supposing)) return areAmong('e.contact_id', contactIds)
  return sql`e.contact_id in (
    select st.contact_id from standings st
    where st.workspace_id = ${workspaceId} and st.funnel_id = ${funnel.id} and ${areAmong('st.contact_id', contactIds)}
      and ${isReached(supposing, 'st')})`
}

/** The standings with those that would be others in their place: what organisations look at. */
export function supposedStandings({
  workspaceId,
  previewId,
  funnel,
}: Pick<Supposing, 'workspaceId' | 'previewId' | 'funnel'>) {
  const supposed = sql`(select * from preview_standings where workspace_id = ${workspaceId} and preview_id = ${previewId})`
  return standingsWith(workspaceId, funnel.id, supposed)
}

/** The standings with others of a funnel in their place. */
export const standingsWith = (workspaceId: string, funnelId: string, others: RawBuilder<unknown>) => sql`(
    select st.workspace_id, st.funnel_id, st.contact_id, st.fades_at,
      case when p.contact_id is null then st.stage else p.stage end as stage, coalesce(p.fit, st.fit) as fit,
      coalesce(p.engagement, st.engagement) as engagement, coalesce(p.total, st.total) as total,
      coalesce(p.temperature, st.temperature) as temperature
    from standings st
    left join ${others} p on p.contact_id = st.contact_id and st.funnel_id = ${funnelId}
    where st.workspace_id = ${workspaceId}
  )`

/** Whoever stands above every stage that asks something else stays there, so the stages above are not asked. */
function mayDecide(supposing: Partly, { stage }: Entry): boolean {
  const { funnel, reach } = supposing
  const { stages } = reach
  if (stages === 'all') return true
  if (stage === null) return stagesReached(supposing)?.includes(null) ?? true
  return rankOf(funnel.lifecycle, stage) <= highestOf(funnel.lifecycle, stages)
}

const highestOf = (lifecycle: Funnel['lifecycle'], stages: Exclude<Reach['stages'], 'all'>) =>
  Math.max(...stages.map(({ stage }) => rankOf(lifecycle, stage)))

const isChanged = ({ reach: { stages } }: Partly, key: string | null) =>
  stages === 'all' || (key !== null && stages.some(({ stage }) => stage === key))

/** What asks what it asked before need not be asked unless somebody may fall to it from further on. */
function isAsked(supposing: Partly, { stage }: Entry): boolean {
  const { lifecycle } = supposing.funnel
  if (supposing.reach.stages.length === 0) return false
  if (stage === null || isChanged(supposing, stage)) return true
  const reached = stagesReached(supposing)
  return !reached || reached.some(each => rankOf(lifecycle, each) > rankOf(lifecycle, stage))
}

/** Of the stages that ask what they asked before, one's own still holds, and those above it still do not. */
function decided(scope: Scope, supposing: Partly, entries: Entry[]): RawBuilder<unknown> {
  const { funnel, reach } = supposing
  const { stages } = funnel.lifecycle
  if (reach.stages.length === 0) return sql`s.stage`
  const cases = entries.map(entry => {
    const { stage } = entry
    if (!isAsked(supposing, entry)) return sql`when s.stage = ${stage} then ${stage}::text`
    const holds = mayStand(supposing, scope, entry)
    if (isChanged(supposing, stage)) return sql`when ${holds} then ${stage}::text`
    if (stage === null) return sql`when s.stage is null and ${holds} then null::text`
    const above = stages.slice(rankOf(funnel.lifecycle, stage) + 1).map(({ key }) => key)
    return sql`when s.stage = ${stage} or (s.stage = any(${above}::text[]) and ${holds}) then ${stage}::text`
  })
  const beyond = stages.filter(({ key }) => entries.every(({ stage }) => stage !== key)).map(({ key }) => key)
  if (beyond.length) cases.unshift(sql`when s.stage = any(${beyond}::text[]) then s.stage`)
  return sql`case when by_hand.id is not null then by_hand.stage ${sql.join(cases, sql` `)} end`
}
