import { sql } from 'kysely'
import { counts } from '../contacts/contacts.ts'
import { factsOf } from '../criteria/compare.ts'
import { eventsOfEach } from '../criteria/did.ts'
import type { Funnel, Kind } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { numberedOrder } from './orders.ts'

/** What the score is to foretell: an event (a purchase, an accepted proposal) or coming to a stage. */
export type Outcome = { event: string } | { stage: string }

export type Asked = {
  /** The funnel whose score is checked; the main one when absent. */
  funnel?: string
  outcome: Outcome
  kind: Kind
  /** Outcomes from this instant to before the other one are looked at. */
  from: Date
  to: Date
  /** A number field, or the numbers of another system (`externalId:crm`), that tells who came first where the dates of arrival do not: of a base that was imported at once. */
  inOrderOf?: string
}

/** A contact, when it came, and the day as of which it is looked at: the eve of its outcome or, without one, a day drawn like those. */
export type Member = {
  id: string
  won: boolean
  wonAt: Date | null
  arrivedAt: Date
  day: Date
  order: number
}

/** `isOneDay`: all came on one day as far as is known, so that nothing says who is newest; then they are in no order. */
export type Population = { members: Member[]; isSample: boolean; isOneDay: boolean }

/** More contacts than this say no more: then some are taken by chance, the same ones each time. */
export const mostMembers = 100_000

const dayLength = 86_400_000
const startOfDay = (instant: Date) => Math.floor(instant.getTime() / dayLength) * dayLength

/** `arrivedAt` is when it was written down or, where its history goes further back, its first event. */
type Row = { id: string; arrivedAt: Date; wonAt: Date | null; order: number | null }

/** By the age at which so many had the outcome, who has not is taken for one who will not. */
const ripe = 0.75

/**
 * Who is looked at, from the first to the last who came. Contacts that had the outcome before the period are left out, and those
 * that came too late to have had the time for it. Those without it are looked at at ages like those at which the others had it, so
 * that none is judged by what came later than that.
 */
export async function membersOf(ctx: Ctx, funnel: Funnel, asked: Asked): Promise<Population> {
  const rows = await readMembers(ctx, funnel, asked)
  const winners = rows.filter(row => isWon(row, asked))
  const ages = winners.map(row => ageAt(row, eveOf(row))).sort((a, b) => a - b)
  const ripeAge = ages[Math.floor(ripe * ages.length)] ?? 0
  const grown = rows.filter(row => ageAt(row, startOfDay(asked.to)) >= ripeAge)
  let drawn = 0
  const members = grown.map(row => {
    const won = isWon(row, asked)
    const day = won ? eveOf(row) : dayOfAge(row, ages[nextPlace(++drawn, ages.length)] ?? 0, asked.to)
    return {
      id: row.id,
      won,
      wonAt: won ? row.wonAt : null,
      arrivedAt: row.arrivedAt,
      day: new Date(day),
      order: row.order ?? row.arrivedAt.getTime(),
    }
  })
  const arrivals = new Set(rows.map(row => startOfDay(row.arrivedAt)))
  const isOneDay = !asked.inOrderOf && arrivals.size === 1 && rows.length > 1
  // They were read by chance; the order of a file, often the newest first, would tell a wrong one.
  if (!isOneDay) members.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
  return {
    members,
    isSample: rows.length === mostMembers,
    isOneDay,
  }
}

const isWon = ({ wonAt }: Row, { to }: Asked) => wonAt !== null && wonAt < to
const eveOf = ({ wonAt, arrivedAt }: Row) => startOfDay(wonAt ?? arrivedAt)
const ageAt = ({ arrivedAt }: Row, day: number) => Math.max(0, day - startOfDay(arrivedAt))
const dayOfAge = ({ arrivedAt }: Row, age: number, to: Date) =>
  Math.min(startOfDay(to), startOfDay(arrivedAt) + age)

/** Goes through all places evenly, without chance: multiples of the golden ratio. */
const nextPlace = (turn: number, places: number) => Math.floor(((turn * 0.618_033_988_75) % 1) * places)

async function readMembers(ctx: Ctx, funnel: Funnel, asked: Asked): Promise<Row[]> {
  const { workspaceId } = ctx
  const { kind, from, to } = asked
  const { rows } = await sql<Row>`
    select c.id, least(c.created_at, first.at) as arrived_at, outcome.won_at, ${orderOf(ctx, asked)} as "order"
    from contacts c left join (${outcomes(ctx, funnel, asked)}) outcome on outcome.contact_id = c.id
    left join lateral (
      select e.at from events e
      where e.workspace_id = ${workspaceId} and e.contact_id = c.id and e.withdrawn_at is null order by e.at limit 1) first on true
    where c.workspace_id = ${workspaceId} and ${counts(ctx, 'c')} and c.kind = ${kind} and c.created_at < ${to}
      and (outcome.won_at is null or outcome.won_at >= ${from})
    order by hashtextextended(c.id::text, 0) limit ${mostMembers}`.execute(ctx.db)
  return rows
}

function orderOf(ctx: Ctx, { inOrderOf, to }: Asked) {
  if (!inOrderOf) return sql`null`
  const numbered = numberedOrder(ctx, inOrderOf)
  if (numbered) return numbered
  const scope = { workspaceId: ctx.workspaceId, now: to, contact: 'c', did: eventsOfEach }
  return sql`(${factsOf(scope, { field: inOrderOf, op: 'isKnown' })})::text::float8`
}

/** Who comes further than the stage has come to it too. What a person or a new definition decided is no outcome. */
function outcomes({ workspaceId }: Ctx, { id, lifecycle }: Funnel, { outcome, to }: Asked) {
  if ('stage' in outcome) {
    const keys = lifecycle.stages.map(stage => stage.key)
    const reached = keys.includes(outcome.stage) ? keys.slice(keys.indexOf(outcome.stage)) : []
    return sql`select contact_id, min(at) as won_at from moves
      where workspace_id = ${workspaceId} and funnel_id = ${id} and to_stage = any(${reached}::text[])
        and cause not in ('definition', 'hand') and at < ${to}
      group by contact_id`
  }
  return sql`select contact_id, min(at) as won_at from events
    where workspace_id = ${workspaceId} and name = ${outcome.event} and withdrawn_at is null and not by_robot and at < ${to}
    group by contact_id`
}

/**
 * The same members by the day as of which they are looked at. Where there are many days some are put together, the earlier ones
 * winning, but nobody is looked at before coming.
 */
export function byDay(members: Member[]): [Date, Member[]][] {
  const days = members.map(member => member.day.getTime())
  const [first, last] = [
    days.reduce((a, b) => Math.min(a, b), Infinity),
    days.reduce((a, b) => Math.max(a, b), -Infinity),
  ]
  const step = Math.ceil((last - first) / dayLength / mostDays + 1e-9) * dayLength || dayLength
  const dayOf = ({ day, arrivedAt }: Member) => {
    const earlier = first + Math.floor((day.getTime() - first) / step) * step
    return Math.min(day.getTime(), Math.max(earlier, startOfDay(arrivedAt)))
  }
  const groups = Map.groupBy(members, dayOf)
  return [...groups].sort(([a], [b]) => a - b).map(([day, group]) => [new Date(day), group])
}

const mostDays = 200
