import { type RawBuilder, sql } from 'kysely'
import { counts, mainFunnel } from '../../contacts/contacts.ts'
import { systemFields } from '../../contacts/fields.ts'
import { searchKey } from '../../contacts/names.ts'
import { matches, verdictOf } from '../../criteria/compile.ts'
import type { Criteria } from '../../criteria/criteria.ts'
import { eventsOfEach } from '../../criteria/did.ts'
import { hasEnoughFit } from '../../criteria/enoughFit.ts'
import { nowIn } from '../../criteria/scope.ts'
import { staleFrom } from '../../criteria/stale.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { cursorOf, pageOf } from '../../platform/cursor.ts'
import { countedUpTo, type ListedContact } from './contract.ts'
import { beyond, type Order, orders, placeIn, type Sorting, sortedBy } from './orders.ts'

/** Contacts that match all of it; `ids`: these only. */
export type Which = { kind?: 'person' | 'organization'; where?: Criteria; text?: string; ids?: string[] }
export type Page = { rows: ListedContact[]; next?: string }

/** A page of contacts with their standing in the first funnel, after the row that `after` names. */
export async function pageOfContacts(
  ctx: Ctx,
  { order, after, limit, ...which }: Which & { order: Order; after?: string; limit: number },
): Promise<Page> {
  const place = orders[order.by]
  const found = { value: sql`page.place`, second: place.second && sql`page.place_second` }
  const { rows } = await sql<Row>`
    with page as materialized (
      select c.id, ${place.value} as place, ${place.second ?? sql`null`} as place_second, s.stage, s.since, s.total, s.fit, s.engagement, s.temperature,
        s.last_signal_at, s.turns_cold_at, s.contact_id is not null as stands,
        ${staleFrom(ctx.workspaceId, sql`s`, mainFunnel(ctx.workspaceId))} as stale_from,
        ${hasEnoughFit(ctx.workspaceId, sql`s`, mainFunnel(ctx.workspaceId))} as fits
      from ${rowsIn(place, ctx)} and ${conditions(ctx, which)} ${inStage(place, which)} ${after ? sql`and ${beyond(order, after)}` : sql``}
      order by ${sortedBy(order, place, sql`c.id`)}
      limit ${limit + 1})
    select ${factsShown}, page.*, ${verdictOf({ ...nowIn(ctx), contact: 'c', did: eventsOfEach }, undefined)} as verdict, ${placeIn(found)} as place, ${linksOf(ctx)}
    from page join contacts c on c.workspace_id = ${ctx.workspaceId} and c.id = page.id
    order by ${sortedBy(order, found, sql`page.id`)}`.execute(ctx.db)
  const page = pageOf(rows, limit, cursorOf(place.kind))
  return { rows: page.rows.map(listed), next: page.next }
}

/** How many match, counted no further than `upTo`. */
export async function countContacts(
  ctx: Ctx,
  which: Which,
  upTo = countedUpTo,
): Promise<{ count: number; more: boolean }> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select from ${rowsIn(orders.name, ctx)} and ${conditions(ctx, which)} limit ${upTo + 1}) matching`.execute(
    ctx.db,
  )
  const count = rows[0]?.count ?? 0
  return { count: Math.min(count, upTo), more: count > upTo }
}

/** The ids of all that match, for what is done to every one of them. */
export async function idsOfContacts(ctx: Ctx, which: Which): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from ${rowsIn(orders.name, ctx)} and ${conditions(ctx, which)} order by c.id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

function rowsIn({ standing }: Sorting, ctx: Ctx) {
  const of = sql`s.workspace_id = ${ctx.workspaceId} and s.funnel_id = ${mainFunnel(ctx.workspaceId)}`
  const live = sql`c.workspace_id = ${ctx.workspaceId} and c.deleted_at is null`
  return standing
    ? sql`standings s join contacts c on c.id = s.contact_id where ${of} and ${live}`
    : sql`contacts c left join standings s on ${of} and s.contact_id = c.id where ${live}`
}

/** The one stage that the criterion asks for, said again as an index can be read by it: few at the end of it are found among all. */
function inStage({ inStages }: Sorting, { where }: Which) {
  const stage = inStages && where && stageAsked(where)
  return stage ? sql`and s.stage = ${stage}` : sql``
}

function stageAsked(rule: Criteria): string | undefined {
  if ('all' in rule) return rule.all.map(stageAsked).find(stage => stage !== undefined)
  if (!('is' in rule) || rule.is !== 'stage' || rule.funnel || rule.anyOf.length > 1) return undefined
  return rule.anyOf.find(stage => stage !== 'none')
}

function conditions(ctx: Ctx, { kind, where, text, ids }: Which) {
  const scope = { ...nowIn(ctx), contact: 'c', standing: 's', did: eventsOfEach }
  const parts: RawBuilder<unknown>[] = [counts(ctx, 'c')]
  if (kind) parts.push(sql`c.kind = ${kind}`)
  if (ids) parts.push(sql`c.id = any(${ids}::uuid[])`)
  for (const word of searchKey(text ?? '')
    .split(' ')
    .filter(Boolean)) {
    parts.push(sql`c.search_text like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`)
  }
  if (where) parts.push(matches(scope, where))
  return sql.join(parts, sql` and `)
}

const snake = (camel: string) => camel.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

const hidden = new Set(['kind', 'displayName'])
const factKeys = systemFields.flatMap(({ reach }) =>
  'column' in reach && !hidden.has(reach.column) ? [reach.column] : [],
)

const factsShown = sql`c.kind, c.display_name, c.custom, c.roles, c.tags, c.is_demo, ${sql.join(
  factKeys.map(key => sql.ref(`c.${snake(key)}`)),
)}`

/** Main identity of each kind, main organisation, and how many people. */
const linksOf = ({ workspaceId }: Ctx) => sql`
  (select coalesce(json_agg(json_build_object('kind', i.kind, 'value', i.value, 'raw', i.raw)), '[]') from (
    select distinct on (kind) kind, value, raw from identities
    where workspace_id = ${workspaceId} and contact_id = c.id order by kind, is_primary desc, created_at, value) i) as identities,
  (select json_build_object('id', o.id, 'name', o.display_name)
    from employments e join contacts o on o.workspace_id = e.workspace_id and o.id = e.organization_id and o.deleted_at is null
    where e.workspace_id = ${workspaceId} and e.person_id = c.id
    order by e.is_primary desc, e.created_at, e.organization_id limit 1) as organization,
  case when c.kind = 'organization' then (select count(*) from employments e
    where e.workspace_id = ${workspaceId} and e.organization_id = c.id) end as people`

type Row = {
  id: string
  place: string
  kind: ListedContact['kind']
  displayName: string
  custom: ListedContact['facts']
  roles: string[]
  tags: string[]
  isDemo: boolean
  identities: ListedContact['identities']
  organization: { id: string; name: string } | null
  people: number | null
  stands: boolean
  lastSignalAt: Date | null
  turnsColdAt: Date | null
  staleFrom: Date | null
} & Omit<NonNullable<ListedContact['standing']>, 'lastSignalAt' | 'turnsColdAt' | 'staleFrom'>

function listed(row: Omit<Row, 'place'>): ListedContact {
  return {
    id: row.id,
    kind: row.kind,
    name: row.displayName,
    facts: factsOf(row),
    identities: row.identities,
    roles: row.roles,
    tags: row.tags,
    organization: row.organization ?? undefined,
    people: row.people ?? undefined,
    isDemo: row.isDemo,
    standing: row.stands ? standingOf(row) : undefined,
  }
}

const standingOf = (row: Omit<Row, 'place'>): ListedContact['standing'] => {
  const { stage, since, total, fit, engagement, temperature, lastSignalAt, turnsColdAt, staleFrom } = row
  return {
    ...{ stage, since, total, fit, engagement, temperature, lastSignalAt, turnsColdAt, staleFrom },
    ...{ fits: row.fits, verdict: row.verdict },
  }
}

function factsOf(row: Omit<Row, 'place'>): ListedContact['facts'] {
  const columns = factKeys.map(key => [key, (row as unknown as Record<string, unknown>)[key]])
  const custom = Object.entries(row.custom).map(([key, value]) => [`custom.${key}`, value])
  const known = [...columns, ...custom].filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(
    known.map(([key, value]) => [key, value instanceof Date ? value.toISOString() : value]),
  )
}
