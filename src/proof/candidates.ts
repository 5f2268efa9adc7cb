import { sql } from 'kysely'
import { type Channel, eventTypes } from '../activity/events.ts'
import { fieldsOf } from '../contacts/contacts.ts'
import type { Field } from '../contacts/fields.ts'
import { isDuration } from '../contacts/traits.ts'
import { factsOf } from '../criteria/compare.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { eventsOfEach } from '../criteria/did.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { ScoreModel } from '../scoring/model.ts'
import type { Asked, Member } from './population.ts'
import { roundLimits } from './roundNumbers.ts'

/** A condition that may tell who will reach the outcome, and the fact or the signal that it is about. */
export type Candidate = { about: string; when: Criteria }

/** A condition about fewer contacts says nothing sure; one about nearly all says nothing at all. */
const fewest = 30
const rarest = 0.005
const mostValues = 25
const bands = 10

/** Conditions on every fact and signal that these members show often enough. */
export async function candidatesOf(ctx: Ctx, asked: Asked, members: Member[]): Promise<Candidate[]> {
  const ids = members.map(member => member.id)
  const least = Math.max(fewest, Math.ceil(rarest * ids.length))
  const fields = (await fieldsOf(ctx)).filter(field => tells(field, asked))
  const found: Candidate[] = []
  for (const field of fields) found.push(...(await ofField(ctx, field, ids, least)))
  return [...found, ...mailKinds, ...(await ofSignals(ctx, asked, ids, least))]
}

/** Names and addresses tell one contact from another; who looks after it, and when we wrote it down, is our own doing. */
const tellsNothing = new Set([
  ...['kind', 'name', 'givenName', 'surname', 'secondSurname', 'street', 'postalCode', 'website', 'about'],
  ...['ownerId', 'createdAt', 'updatedAt', 'roles'],
])
const asValues = new Set(['text', 'long_text', 'choice', 'choices', 'boolean', 'country', 'language'])

export const tells = (
  { key, type, appliesTo, criteria }: Field,
  { kind, inOrderOf }: Pick<Asked, 'kind' | 'inOrderOf'>,
) =>
  criteria &&
  appliesTo.includes(kind) &&
  !tellsNothing.has(key) &&
  key !== inOrderOf &&
  (asValues.has(type) || isAmount(type))

const isAmount = (type: Field['type']) => type === 'number' || type === 'money'

/** Conditions on what is known of a fact by at least so many of these contacts. */
export async function ofField(ctx: Ctx, field: Field, ids: string[], least: number): Promise<Candidate[]> {
  const { key } = field
  const known = await (isAmount(field.type) ? amounts(ctx, key, ids) : values(ctx, field, ids, least))
  const count = known.known
  const unknown = ids.length - count
  const isTold = unknown >= least && count >= least
  return [
    ...(isTold ? [{ about: key, when: { field: key, op: 'isKnown' } as Criteria }] : []),
    ...known.conditions.map(when => ({ about: key, when })),
  ]
}

type Conditions = { known: number; conditions: Criteria[] }

const factOf = (ctx: Ctx, key: string) =>
  factsOf(
    { workspaceId: ctx.workspaceId, now: ctx.clock(), contact: 'c', did: eventsOfEach },
    { field: key, op: 'isKnown' },
  )

/** The commonest values. */
async function values(ctx: Ctx, { key, type }: Field, ids: string[], least: number): Promise<Conditions> {
  const { rows } = await sql<{ value: string | boolean; count: number; known: number }>`
    with facts as materialized (
      select to_jsonb(${factOf(ctx, key)}) as fact from contacts c
      where c.workspace_id = ${ctx.workspaceId} and c.id = any(${ids}::uuid[]))
    select value, count(*) as count, (select count(*) from facts where fact not in ('null', '""', '[]')) as known
    from facts cross join lateral jsonb_array_elements(case jsonb_typeof(fact) when 'array' then fact else jsonb_build_array(fact) end) value
    where value is not null and value not in ('null', '""')
    group by value order by count(*) desc, value limit 200`.execute(ctx.db)
  const often = rows.filter(row => row.count >= least && row.count <= ids.length - least).slice(0, mostValues)
  const op =
    type === 'choices' || type === 'choice' || type === 'country' || type === 'language' ? 'isAnyOf' : 'is'
  const condition = (value: string | boolean): Criteria =>
    key === 'tags'
      ? { is: 'tag', anyOf: [String(value)] }
      : op === 'is'
        ? { field: key, op, value }
        : { field: key, op, value: [value] }
  return {
    known: rows[0]?.known ?? 0,
    conditions: often.map(row => condition(row.value)),
  }
}

/** Amounts from so much on, in steps that as many contacts reach. */
async function amounts(ctx: Ctx, key: string, ids: string[]): Promise<Conditions> {
  const steps = Array.from({ length: bands - 1 }, (_, place) => (place + 1) / bands)
  const { rows } = await sql<{ known: number; steps: number[] | null }>`
    select count(value) as known, percentile_disc(${steps}::float8[]) within group (order by value) as steps
    from (select (to_jsonb(${factOf(ctx, key)}) #>> '{}')::float8 as value from contacts c
          where c.workspace_id = ${ctx.workspaceId} and c.id = any(${ids}::uuid[])) facts`.execute(ctx.db)
  const [{ known, steps: found } = { known: 0, steps: null }] = rows
  const lowest = known > 0 ? await least(ctx, key, ids) : 0
  const round = (values: number[]) => roundLimits(values, isDuration(key))
  // All reach the lowest: it only keeps the next from being rounded to it.
  const reached = round([...new Set([lowest, ...(found ?? [])])]).slice(1)
  return {
    known,
    conditions: [...reached, ...aboveNothing(lowest, reached, round([1]))].map(value => ({
      field: key,
      op: 'atLeast',
      value,
    })),
  }
}

const aboveNothing = (lowest: number, reached: number[], first: number[]) =>
  lowest === 0 ? first.filter(each => !reached.includes(each)) : []

async function least(ctx: Ctx, key: string, ids: string[]): Promise<number> {
  const { rows } = await sql<{ least: number | null }>`
    select min((to_jsonb(${factOf(ctx, key)}) #>> '{}')::float8) as least from contacts c
    where c.workspace_id = ${ctx.workspaceId} and c.id = any(${ids}::uuid[])`.execute(ctx.db)
  return rows[0]?.least ?? 0
}

const mailKinds: Candidate[] = [
  { about: 'email', when: { field: 'email', op: 'isKnown' } },
  { about: 'email', when: { field: 'email', op: 'isCorporateMail' } },
  { about: 'phone', when: { field: 'phone', op: 'isKnown' } },
]

const windows = [30, 180]
const oftenTimes = 3

/** What contacts did of their own accord; what we did, and what follows a sale, says how we or the sale went. */
async function ofSignals(ctx: Ctx, { outcome }: Asked, ids: string[], least: number): Promise<Candidate[]> {
  const { rows } = await sql<{ name: string }>`
    select name from events
    where workspace_id = ${ctx.workspaceId} and contact_id = any(${ids}::uuid[]) and withdrawn_at is null
      and direction in ('in', 'two')
    group by name having count(distinct contact_id) >= ${least} order by name`.execute(ctx.db)
  const outcomeEvent = 'event' in outcome ? outcome.event : undefined
  const names = rows.map(row => row.name).filter(name => name !== outcomeEvent && !isOfSale(name))
  return names.flatMap(name => [
    ...windows.map(withinDays => ({ about: name, when: { did: [name], withinDays } as Criteria })),
    { about: name, when: { did: [name], atLeast: oftenTimes, withinDays: Math.max(...windows) } },
  ])
}

const isOfSale = (name: string) => {
  const group = (eventTypes as Record<string, { group: string; channel?: Channel }>)[name]?.group
  return group === 'sale' || group === 'after'
}

/** Nobody would believe a card that takes points for it: where it seems to tell against somebody it stands for something else. */
export function showsInterest(candidate: Candidate | undefined, today: ScoreModel): boolean {
  if (!candidate) return false
  if ('did' in candidate.when)
    return ((eventTypes as Record<string, { weight: number }>)[candidate.about]?.weight ?? -1) >= 0
  return today.engagementFacts.some(
    ({ when, points }) => 'field' in when && when.field === candidate.about && points > 0,
  )
}
