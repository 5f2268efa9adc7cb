import { type RawBuilder, sql } from 'kysely'
import { counts, foundAs, isListed, mainFunnel } from '../../contacts/contacts.ts'
import { matches } from '../../criteria/compile.ts'
import type { Criteria } from '../../criteria/criteria.ts'
import { eventsOfEach } from '../../criteria/did.ts'
import { nowIn } from '../../criteria/scope.ts'
import { atomically, type Ctx } from '../../platform/ctx.ts'
import { cursorOf, pageOf } from '../../platform/cursor.ts'
import { countedUpTo, type ListedContact } from './contract.ts'
import { beyond, type Order, orders, placeIn, type Sorting, sortedBy } from './orders.ts'
import { contactsShown } from './shown.ts'

/**
 * Contacts that match all of it; `ids`: these only; `counted`: without demo data that is shown beside what is real; `asWritten`: nobody
 * where the text is found in nobody as it is written.
 */
export type Which = {
  kind?: 'person' | 'organization'
  where?: Criteria
  text?: string
  ids?: string[]
  counted?: boolean
  asWritten?: boolean
}
export type Page = { rows: ListedContact[]; next?: string; alike?: boolean }

/** A page of contacts with their standing in the first funnel, after the row that `after` names. */
export function pageOfContacts(ctx: Ctx, asked: Asked): Promise<Page> {
  return atomically(ctx, async ctx => {
    const { test, alike } = await conditions(ctx, asked)
    const places = await placesOf(ctx, asked, test)
    const { rows, next } = pageOf(places, asked.limit, cursorOf(orders[asked.order.by].kind))
    const ids = rows.map(({ id }) => id)
    return { rows: await contactsShown(ctx, ids), next, alike }
  })
}

type Asked = Which & { order: Order; after?: string; limit: number }

/** Who is on the page, in its order, and one more. Who has no name comes last either way, and stands first in the index. */
async function placesOf(ctx: Ctx, asked: Asked, test: RawBuilder<unknown>): Promise<Placed[]> {
  const { order, after, limit } = asked
  if (order.by !== 'name' || order.direction === 'desc') return placesAmong(ctx, asked, test)
  const isPastNames = after !== undefined && cursorOf('text').read(after).place === ''
  const named = isPastNames ? [] : await placesAmong(ctx, asked, sql`${test} and c.sort_name > ''`)
  if (named.length > limit) return named
  const rest = { ...asked, after: isPastNames ? after : undefined, limit: limit - named.length }
  return [...named, ...(await placesAmong(ctx, rest, sql`${test} and c.sort_name = ''`))]
}

type Placed = { id: string; place: string }

/** What is shown of them is another statement, whose plan is kept: this one is planned for what is asked. */
async function placesAmong(ctx: Ctx, { order, after, limit, ...which }: Asked, test: RawBuilder<unknown>) {
  const place = orders[order.by]
  const found = { value: sql`page.place`, second: place.second && sql`page.place_second` }
  const { rows } = await sql<Placed>`
    with page as materialized (
      select c.id, ${place.value} as place, ${place.second ?? sql`null`} as place_second
      from ${rowsIn(place, ctx)} and ${test} ${inStage(place, which)} ${after ? sql`and ${beyond(order, after)}` : sql``}
      order by ${sortedBy(order, place, sql`c.id`)}
      limit ${limit + 1})
    select id, ${placeIn(found)} as place from page order by ${sortedBy(order, found, sql`page.id`)}`.execute(
    ctx.db,
  )
  return rows
}

/** How many match, counted no further than `upTo`. */
export function countContacts(
  ctx: Ctx,
  which: Which,
  upTo = countedUpTo,
): Promise<{ count: number; more: boolean }> {
  return atomically(ctx, async ctx => {
    const { test } = await conditions(ctx, which)
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from (
        select from ${rowsIn(orders.name, ctx)} and ${test} limit ${upTo + 1}) matching`.execute(ctx.db)
    const count = rows[0]?.count ?? 0
    return { count: Math.min(count, upTo), more: count > upTo }
  })
}

/** The ids of all that match, for what is done to every one of them. */
export function idsOfContacts(ctx: Ctx, which: Which): Promise<string[]> {
  return atomically(ctx, async ctx => {
    const { test } = await conditions(ctx, which)
    const { rows } = await sql<{ id: string }>`
      select c.id from ${rowsIn(orders.name, ctx)} and ${test} order by c.id`.execute(ctx.db)
    return rows.map(({ id }) => id)
  })
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

async function conditions(ctx: Ctx, { kind, where, text, ids, counted, asWritten }: Which) {
  const scope = { ...nowIn(ctx), contact: 'c', standing: 's', did: eventsOfEach }
  const found = text?.trim() ? await foundAs(ctx, { text, kind }) : undefined
  const parts: RawBuilder<unknown>[] = [counted ? counts(ctx, 'c') : isListed(ctx, 'c')]
  if (kind) parts.push(sql`c.kind = ${kind}`)
  if (ids) parts.push(sql`c.id = any(${ids}::uuid[])`)
  if (found) parts.push(asWritten && found.alike ? sql`false` : found.test)
  if (where) parts.push(matches(scope, where))
  return { test: sql.join(parts, sql` and `), alike: found?.alike }
}
