import { sql } from 'kysely'
import { changedSince, factsThen } from '../contacts/contacts.ts'
import { matches } from '../criteria/compile.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { didColumns } from '../criteria/did.ts'
import type { Scope } from '../criteria/scope.ts'
import type { Funnel } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { linesOf, sumsOf } from '../scoring/engagement.ts'
import { fadedWorths, scored } from '../scoring/fading.ts'
import type { ScoreModel } from '../scoring/model.ts'
import { byDay, type Member } from './population.ts'

/** A contact as it was on its day: its score, what each rule of the score gave, and which conditions held. */
export type Observed = Member & {
  fit: number
  engagement: number
  total: number
  /** Points that each rule gave: first those of fit, then those of facts that stand for engagement, then those of events. */
  points: number[]
  /** Places of the conditions that held. */
  holds: number[]
}

type Row = {
  id: string
  fit: number
  engagement: number
  total: number
  stated: string
  worths: number[]
  held: string
}

/** So many at once: a statement for many is planned once, and its answer is held in memory. */
const chunk = 5_000
/** Of those whose facts are put back: each is looked for among what was changed of all of them. */
const chunkOfChanged = 500

/** Looks at all members as of their days: at facts as they were and events that had happened before the day. */
export async function observe(
  ctx: Ctx,
  { funnel, members, conditions }: { funnel: Funnel; members: Member[]; conditions: Criteria[] },
  onProgress: (done: number) => Promise<void> | void = () => {},
): Promise<Observed[]> {
  const observed = new Map<string, Observed>()
  for (const [day, group] of byDay(members))
    for (let from = 0; from < group.length; from += chunk) {
      const some = group.slice(from, from + chunk)
      const rows = await rowsOf(ctx, { funnel, conditions, now: day, ids: some.map(member => member.id) })
      const byId = new Map(some.map(member => [member.id, member]))
      for (const row of rows) {
        const member = byId.get(row.id)
        if (member) observed.set(row.id, { ...member, ...seen(row, funnel.score) })
      }
      await onProgress(observed.size)
    }
  return members.flatMap(member => observed.get(member.id) ?? [])
}

function seen(
  { fit, engagement, total, stated, worths, held }: Row,
  { fit: fits, engagementFacts }: ScoreModel,
) {
  const facts = [...fits, ...engagementFacts].map((rule, place) => (stated[place] === '1' ? rule.points : 0))
  return { fit, engagement, total, points: [...facts, ...worths], holds: placesOf(held) }
}

const placesOf = (held: string): number[] => {
  const places: number[] = []
  for (let place = held.indexOf('1'); place >= 0; place = held.indexOf('1', place + 1)) places.push(place)
  return places
}

type Asked = { funnel: Funnel; conditions: Criteria[]; now: Date; ids: string[] }

/** Nearly all are as they were: they are read as they are, in an eighth of the time. */
async function rowsOf(ctx: Ctx, asked: Asked): Promise<Row[]> {
  const eve = new Date(asked.now.getTime() - 1)
  const changed = await changedSince(ctx, asked.ids, eve)
  const rows = await readRows(ctx, { ...asked, ids: asked.ids.filter(id => !changed.has(id)) })
  const others = [...changed]
  for (let from = 0; from < others.length; from += chunkOfChanged)
    rows.push(
      ...(await readRows(ctx, { ...asked, ids: others.slice(from, from + chunkOfChanged), factsAt: eve })),
    )
  return rows
}

async function readRows(
  ctx: Ctx,
  { funnel, conditions, now, ids, factsAt }: Asked & { factsAt?: Date },
): Promise<Row[]> {
  if (ids.length === 0) return []
  const { workspaceId } = ctx
  const { score, timeZone } = funnel
  const stated = [...score.fit, ...score.engagementFacts].map(rule => rule.when)
  const { columns, did } = didColumns({ workspaceId, now }, [...stated, ...conditions], { alias: 'told' })
  const scope: Scope = { workspaceId, now, contact: 'c', did, standing: 'scored', funnel: funnel.key }
  const bits = (rules: Criteria[]) =>
    sql`array_to_string(array[${sql.join(rules.map(rule => sql`(${matches(scope, rule)})::int`))}]::int[], '')`
  const { rows } = await sql<Row>`
    with ${factsAt ? sql`${factsThen({ workspaceId, ids, instant: factsAt })}, ` : sql``}heard as materialized (
      select e.contact_id, e.id, e.name, e.direction, e.two_way_at, e.at, e.by_robot, e.properties
      from events e
      where e.workspace_id = ${workspaceId} and e.contact_id = any(${ids}::uuid[]) and e.withdrawn_at is null and e.at < ${now}
    ), told as materialized (
      select e.contact_id, ${sql.join([sql`count(*) as events`, ...columns])} from heard e group by e.contact_id
    ), lines as materialized (
      ${linesOf({ workspaceId, model: score, heard: 'heard', now, timeZone })}
    ), summed as materialized (
      ${sumsOf(score, 'lines')}
    ), worth as materialized (
      ${sumsOf(score, 'lines', { each: 'rule' })}
    )
    select c.id, scored.fit, scored.engagement, scored.total, ${bits(stated)} as stated, ${bits(conditions)} as held,
      ${fadedWorths(score, sql`worth.sums`, now)} as worths
    from contacts c
    left join told on told.contact_id = c.id
    left join summed on summed.contact_id = c.id
    left join worth on worth.contact_id = c.id
    ${scored(scope, score)}
    where c.workspace_id = ${workspaceId} and c.id = any(${ids}::uuid[])`.execute(ctx.db)
  return rows
}
