import { sql } from 'kysely'
import { counts, mainFunnel } from '../contacts/contacts.ts'
import { systemFields } from '../contacts/fields.ts'
import { type Criteria, partsOf } from '../criteria/criteria.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { snake } from '../platform/snake.ts'
import { allSegments } from './nesting.ts'

export type Trait = { key: string; value: string; count: number; share: number; shareOfRest: number }

/** So many of each side are looked at: enough to compare shares by. */
const looked = 20_000
/** A trait rests on at least so many, and is at least so many times as common as among the rest. */
const fewest = 3
const timesAsCommon = 1.25
/** How far chance alone would hardly carry two shares apart, in standard errors. */
const beyondChance = 2
const shown = 12
/** Twelve sectors would say one thing twelve times. */
const ofOneKey = 3

const compared = ['sector', 'city', 'region', 'country', 'language', 'source', 'jobTitle', 'decisionRole']

/** What is clearly commoner among the members than among the rest of their kind, the largest difference first. */
export async function commonIn(ctx: Ctx, id: string): Promise<{ of: number; rest: number; traits: Trait[] }> {
  const segment = (await allSegments(ctx)).find(each => each.id === id)
  if (!segment) throw new Refusal('missing', 'segments.unknown')
  const { rows } = await sql<Row>`${traitsOf(ctx, id, segment.about)}`.execute(ctx.db)
  const [totals] = rows
  const asked = askedIn(segment.criteria)
  const traits = rows
    .filter(row => row.key !== null && !asked.has(row.key))
    .map(({ key, value, inside, outside, of, rest }) => ({
      ...{ key, value, count: inside },
      share: inside / of,
      shareOfRest: rest ? outside / rest : 0,
      certainty: certainty(inside, of, outside, rest),
    }))
    .filter(
      each =>
        each.count >= fewest &&
        each.share >= timesAsCommon * each.shareOfRest &&
        each.certainty >= beyondChance,
    )
    .sort((one, other) => other.share - other.shareOfRest - (one.share - one.shareOfRest))
    .filter(({ key }, place, all) => all.slice(0, place).filter(each => each.key === key).length < ofOneKey)
    .slice(0, shown)
    .map(({ certainty: _, ...trait }) => trait)
  return { of: totals?.of ?? 0, rest: totals?.rest ?? 0, traits }
}

type Row = { key: string; value: string; inside: number; outside: number; of: number; rest: number }

/** Two shares apart, in standard errors of their difference. */
function certainty(inside: number, of: number, outside: number, rest: number): number {
  if (of === 0 || rest === 0) return 0
  const both = (inside + outside) / (of + rest)
  const error = Math.sqrt(both * (1 - both) * (1 / of + 1 / rest))
  return error === 0 ? 0 : (inside / of - outside / rest) / error
}

/** What the criterion itself asks for is no discovery. */
function askedIn(rule: Criteria): Set<string> {
  if ('field' in rule) return new Set([rule.field])
  if ('is' in rule) return new Set([`${rule.is}s`.replace('stages', 'stage')])
  if ('did' in rule) return new Set(['did'])
  return new Set(partsOf(rule).flatMap(part => [...askedIn(part)]))
}

function traitsOf(ctx: Ctx, id: string, about: string) {
  const columns = systemFields.filter(({ key }) => compared.includes(key))
  const values = columns.map(({ key }) => sql`(${key}::text, ${sql.ref(`c.${snake(key)}`)}::text)`)
  const kind = about === 'contact' ? sql`` : sql`and c.kind = ${about}`
  const of = sql`c.id, c.custom, c.roles, c.tags, ${sql.join(columns.map(({ key }) => sql.ref(`c.${snake(key)}`)))}`
  const member = sql`select from segment_members m
    where m.workspace_id = ${ctx.workspaceId} and m.segment_id = ${id} and m.contact_id = c.id and m.until is null`
  const live = sql`c.workspace_id = ${ctx.workspaceId} and ${counts(ctx, 'c')} ${kind}`
  return sql`
    with these as materialized (
      (select true as is_in, ${of} from contacts c where ${live} and exists (${member}) limit ${looked})
      union all
      (select false, ${of} from contacts c where ${live} and not exists (${member}) limit ${looked})
    ), totals as (
      select count(*) filter (where is_in)::int as of, count(*) filter (where not is_in)::int as rest from these
    ), traits as (
      select c.id, c.is_in, t.key, t.value from these c cross join lateral (values ${sql.join(values)}) t (key, value)
      union all select c.id, c.is_in, 'roles', unnest(c.roles) from these c
      union all select c.id, c.is_in, 'tags', unnest(c.tags) from these c
      union all select c.id, c.is_in, 'custom.' || f.key, c.custom ->> f.key from these c join custom_fields f
        on f.workspace_id = ${ctx.workspaceId} and f.deleted_at is null and f.type in ('choice', 'boolean', 'text')
      union all select c.id, c.is_in, 'stage', s.stage from these c join standings s
        on s.workspace_id = ${ctx.workspaceId} and s.contact_id = c.id and s.funnel_id = ${mainFunnel(ctx.workspaceId)}
      union all select distinct c.id, c.is_in, 'did', e.name from these c join events e
        on e.workspace_id = ${ctx.workspaceId} and e.contact_id = c.id and e.withdrawn_at is null and not e.by_robot
          and e.at <= ${ctx.clock()}
    ), counted as (
      select key, value, count(*) filter (where is_in)::int as inside, count(*) filter (where not is_in)::int as outside
      from traits where value <> '' group by key, value having count(*) filter (where is_in) >= ${fewest}
    )
    select totals.*, counted.* from totals left join counted on true`
}
