import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { kept } from '../platform/kept.ts'
import { isListed } from './counting.ts'
import { lookUp, type Sought } from './lookingUp.ts'
import { mainFunnel } from './mainFunnel.ts'
import {
  acceptSlips,
  all,
  begins,
  canBeMisspelt,
  containing,
  isLong,
  isShort,
  resembles,
  type Test,
  wordsOf,
} from './soughtWords.ts'

export type Found = {
  id: string
  kind: 'person' | 'organization'
  displayName: string
  email: string | null
  phone: string | null
  organization: string | null
  stage: string | null
  match: 'exact' | 'prefix' | 'part' | 'fuzzy'
}

type Search = { text: string; kind?: 'person' | 'organization'; limit?: number }

// With so many found as written nobody misspelt.
const enough = 5
// Taken of each way of finding, in no order, before ranking. What must not be missed, the whole thing, is looked up apart.
const most = 100

/**
 * Contacts by any part of name, e-mail, phone, organisation or tax id, best first: the whole thing, then beginnings of
 * words, then parts, and only where those are few, what looks alike (`nunes` finds Núñez). Every word must be found.
 */
export async function searchContacts(ctx: Ctx, { text, kind, limit = 20 }: Search): Promise<Found[]> {
  const words = wordsOf(text)
  if (words.length === 0) return []
  const sought = { text, words, kind }
  const found = new Map<string, Found['match']>(await lookUp(ctx, sought))
  const add = async (match: Found['match'], test: Test) => {
    for (const id of await idsHaving(ctx, sought, test)) if (!found.has(id)) found.set(id, match)
  }
  if (words.every(isShort)) await add('prefix', begins)
  if (found.size < limit && words.some(isLong)) await add('part', await containing(ctx, words))
  if (found.size < enough && words.some(canBeMisspelt)) await add('fuzzy', resembles)
  return best(ctx, words, found, limit)
}

// In a list's own order who only looks alike would hide who is called so: they are in it where nobody is.
/** Whom such a search finds, all of them, as a condition on the contact `c`, for a statement of the same transaction. */
export async function foundAs(ctx: Ctx, { text, kind }: Search): Promise<FoundAs> {
  const words = wordsOf(text)
  if (words.length === 0) return { test: sql`false`, alike: false }
  const looked = [...(await lookUp(ctx, { text, words, kind })).keys()]
  const asWritten = all(words, await containing(ctx, words))
  const alike = looked.length === 0 && words.some(canBeMisspelt) && !(await isAnybody(ctx, asWritten, kind))
  if (alike) await acceptSlips(ctx)
  const test = alike ? all(words, resembles) : asWritten
  return { test: looked.length > 0 ? sql`(c.id = any(${looked}::uuid[]) or ${test})` : test, alike }
}

export type FoundAs = { test: RawBuilder<SqlBool>; alike: boolean }

async function isAnybody(ctx: Ctx, test: RawBuilder<SqlBool>, kind?: string): Promise<boolean> {
  const { rows } = await sql`
    select from contacts c
    where c.workspace_id = ${ctx.workspaceId} and c.deleted_at is null and ${isListed(ctx, 'c')} and ${test}
      ${kind ? sql`and c.kind = ${kind}` : sql``}
    limit 1`.execute(ctx.db)
  return rows.length > 0
}

function idsHaving(ctx: Ctx, { words, kind }: Sought, test: Test): Promise<string[]> {
  return atomically(ctx, async ctx => {
    if (test === resembles) await acceptSlips(ctx)
    const { rows } = await sql<{ id: string }>`
      select c.id from contacts c
      where c.workspace_id = ${ctx.workspaceId} and c.deleted_at is null and ${all(words, test)} and ${isListed(ctx, 'c')}
        ${kind ? sql`and c.kind = ${kind}` : sql``}
      limit ${most}`.execute(ctx.db)
    return rows.map(({ id }) => id)
  })
}

/** The best of those found, as they are shown. */
function best(ctx: Ctx, words: string[], found: Map<string, Found['match']>, limit: number) {
  const beginnings = words.map(word => `(^|[\\s@.:/+_-])${word.replace(/[^\p{L}\p{N}]/gu, '\\$&')}`)
  const { workspaceId } = ctx
  const [ids, matches] = [[...found.keys()], [...found.values()]]
  return readBest(ctx, { workspaceId, ids, matches, whole: words.join(' '), beginnings, limit })
}

type Ranking = {
  workspaceId: string
  ids: string[]
  matches: string[]
  whole: string
  beginnings: string[]
  limit: number
}

// The name is the first line of the text, the identities and organisations are the others.
const readBest = kept<Ranking, Found>(
  ({ workspaceId, ids, matches, whole, beginnings, limit }) => sql`
    with ranked as materialized (
      select c.id, c.kind, c.display_name,
        case when ${whole} = any(string_to_array(c.search_text, e'\n')) then 'exact'
          when f.match = 'part' and c.search_text ~ all(${beginnings}::text[]) then 'prefix'
          else f.match end as match,
        strict_word_similarity(${whole}, c.search_text) + similarity(${whole}, split_part(c.search_text, e'\n', 1)) as likeness
      from unnest(${ids}::uuid[], ${matches}::text[]) as f (id, match)
      join contacts c on c.workspace_id = ${workspaceId} and c.id = f.id),
    shown as materialized (
      select row_number() over (
        order by array_position(array['exact', 'prefix', 'part', 'fuzzy'], match), likeness desc, display_name, id) as place, *
      from ranked order by place limit ${limit})
    select r.id, r.kind, r.display_name, r.match,
      (select value from identities where workspace_id = ${workspaceId} and contact_id = r.id and kind = 'email'
        order by is_primary desc, created_at limit 1) as email,
      (select value from identities where workspace_id = ${workspaceId} and contact_id = r.id and kind = 'phone'
        order by is_primary desc, created_at limit 1) as phone,
      (select o.display_name from employments e join contacts o on o.workspace_id = e.workspace_id and o.id = e.organization_id
        where e.workspace_id = ${workspaceId} and e.person_id = r.id order by e.is_primary desc, e.created_at limit 1) as organization,
      (select stage from standings s where s.workspace_id = ${workspaceId} and s.contact_id = r.id and s.funnel_id = ${mainFunnel(workspaceId)}) as stage
    from shown r order by place`,
)
