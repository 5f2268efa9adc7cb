import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { eventNames, eventsOfWeight } from '../activity/events.ts'
import { type Criteria, choicesIn, type DidRule, deedsOf } from '../criteria/criteria.ts'
import { didColumns } from '../criteria/did.ts'
import { daysBefore, type Scope } from '../criteria/scope.ts'
import { byHand } from './byHand.ts'
import type { Funnel } from './definitions.ts'
import { rankOf } from './model.ts'
import { type Entry, holds as mayStand, type Placing, placed, stagesOf } from './placing.ts'
import type { Reach } from './reach.ts'

/** Standings under a draft: `funnel` is that of the placing with the draft's definitions in it. */
export type Supposing = Placing & { previewId: string; reach: Reach }

/**
 * A select with a row for each of the contacts: contact_id, stage, fit, engagement, total and temperature as they would be. Numbers
 * that the draft leaves alone are read from the standings, and then of the criteria only those that can decide are asked.
 */
export function wouldBe(supposing: Supposing): RawBuilder<unknown> {
  const standings = supposedStandings(supposing)
  if (supposing.reach.numbers) return placed({ ...supposing, standings })
  const { workspaceId, now, funnel, kind, contactIds, reach } = supposing
  const entries = stagesOf(supposing).filter(entry => mayDecide(funnel, reach, entry))
  const criteria = entries.map(each => each.when)
  const { columns, did } = didColumns({ workspaceId, now }, criteria, { alias: 'told' })
  const scope: Scope = { workspaceId, now, contact: 'c', did, standing: 's', standings, funnel: funnel.key }
  // Not materialized: of the columns of `told` only those that the criteria read are worked out.
  const told = sql`
    left join (
      select e.contact_id, ${sql.join(columns)} from events e
      where e.workspace_id = ${workspaceId} and e.contact_id = any(${contactIds}::uuid[]) and e.withdrawn_at is null
        and ${mayCount(supposing, criteria)}
      group by e.contact_id
    ) told on told.contact_id = c.id`
  return sql`
    select c.id as contact_id, ${decided(scope, supposing, entries)} as stage, s.fit, s.engagement, s.total, s.temperature
    from contacts c
    join standings s on s.workspace_id = c.workspace_id and s.funnel_id = ${funnel.id} and s.contact_id = c.id
    ${columns.length ? told : sql``}
    ${byHand(supposing)}
    where c.workspace_id = ${workspaceId} and c.id = any(${contactIds}::uuid[]) and c.kind = ${kind} and c.deleted_at is null`
}

/** The standings with those that would be others in their place: what organisations look at. */
export function supposedStandings({
  workspaceId,
  previewId,
  funnel,
}: Pick<Supposing, 'workspaceId' | 'previewId' | 'funnel'>) {
  return sql`(
    select st.workspace_id, st.funnel_id, st.contact_id, st.fades_at,
      case when p.contact_id is null then st.stage else p.stage end as stage, coalesce(p.fit, st.fit) as fit,
      coalesce(p.engagement, st.engagement) as engagement, coalesce(p.total, st.total) as total,
      coalesce(p.temperature, st.temperature) as temperature
    from standings st
    left join preview_standings p on p.workspace_id = ${workspaceId} and p.preview_id = ${previewId}
      and p.contact_id = st.contact_id and st.funnel_id = ${funnel.id}
  )`
}

/** Those who stand above every stage that asks something else are not looked at; nor are the stages above. */
function mayDecide({ lifecycle }: Funnel, { stages }: Reach, { stage }: Entry): boolean {
  return stages === 'all' || rankOf(lifecycle, stage) <= highestOf(lifecycle, stages)
}

const highestOf = (lifecycle: Funnel['lifecycle'], stages: string[]) =>
  Math.max(...stages.map(key => rankOf(lifecycle, key)))

/** The stages in which a change of this reach can touch somebody; undefined for all. */
export function stagesReached({ lifecycle }: Funnel, { stages }: Reach): string[] | undefined {
  if (stages === 'all') return undefined
  return lifecycle.stages.slice(0, highestOf(lifecycle, stages) + 1).map(({ key }) => key)
}

/** Of the stages that ask what they asked before, one's own still holds, and those above it still do not. */
function decided(scope: Scope, supposing: Supposing, entries: Entry[]): RawBuilder<unknown> {
  const { funnel, reach } = supposing
  const { stages } = funnel.lifecycle
  const cases = entries.map(entry => {
    const { stage } = entry
    const holds = mayStand(supposing, scope, entry)
    if (reach.stages === 'all' || (stage && reach.stages.includes(stage)))
      return sql`when ${holds} then ${stage}::text`
    if (stage === null) return sql`when s.stage is null and ${holds} then null::text`
    const above = stages.slice(rankOf(funnel.lifecycle, stage) + 1).map(({ key }) => key)
    return sql`when s.stage = ${stage} or (s.stage = any(${above}::text[]) and ${holds}) then ${stage}::text`
  })
  return sql`case when by_hand.id is not null then by_hand.stage ${sql.join(cases, sql` `)} end`
}

/** Lets through every event that one of the criteria could count, and as few others as can be told cheaply. */
function mayCount({ now }: Supposing, criteria: Criteria[]): RawBuilder<SqlBool> {
  // What came later than an event of the window is in it too.
  const deeds = deedsOf(criteria).flatMap(rule =>
    choicesIn(rule).map((each): DidRule => ({ withinDays: rule.withinDays, ...each })),
  )
  const anything = deeds.filter(({ did }) => did === 'anything')
  const unasked = leftOut(deeds.flatMap(({ did }) => (did === 'anything' ? [] : [did])))
  const lasting = deeds.filter(({ withinDays }) => !withinDays).map(({ did }) => did)
  const longest = Math.max(...deeds.map(({ withinDays = 0 }) => withinDays))
  const tests = [sql<SqlBool>`e.at <= ${now}`]
  if (anything.every(({ direction }) => direction))
    tests.push(sql`(e.name <> all(${unasked}::text[]) or ${mayGo(anything)})`)
  if (longest && lasting.every(did => Array.isArray(did)))
    tests.push(sql`(e.at > ${daysBefore(now, longest)} or e.name = any(${lasting.flat()}::text[]))`)
  return sql`${sql.join(tests, sql` and `)}`
}

/** A message may be a conversation, whatever its direction. */
function mayGo(deeds: DidRule[]): RawBuilder<SqlBool> {
  const directions = [...new Set(deeds.flatMap(({ direction = [] }) => direction))]
  if (!directions.length) return sql`false`
  return sql`e.direction = any(${directions}::text[]) or e.two_way_at is not null`
}

/** The events of the catalogue that none of these ask for: with those that are merely seen, most of what is stored. */
function leftOut(asked: Exclude<DidRule['did'], 'anything'>[]): string[] {
  const names = asked.flatMap(did => {
    if (Array.isArray(did)) return did
    const { names, raised } = eventsOfWeight(did.weightAtLeast)
    return [...names, ...raised.map(({ name }) => name)]
  })
  return eventNames.filter(name => !names.includes(name))
}
