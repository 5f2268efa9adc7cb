import { sql } from 'kysely'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { counts } from './counting.ts'
import { searchKey } from './names.ts'

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

// Trigram likeness of a word that still counts as a typing error: nunes/nunez is 0.67, gonzales/gonzalez 0.78.
const likeness = 0.5
// Looked at before ranking: enough for the best to be among them, few enough for a common word.
const looked = 200

/**
 * Contacts by any part of name, e-mail, phone, organisation or tax id, best first: the whole thing, then beginnings of
 * words, then parts, and only where those are few, what looks alike (`nunes` finds Núñez). Every word must be found.
 */
export function searchContacts(ctx: Ctx, { text, kind, limit = 20 }: Search): Promise<Found[]> {
  const words = wordsOf(text)
  if (words.length === 0) return Promise.resolve([])
  return atomically(ctx, async ctx => {
    const found = await find(ctx, words, containing(words), kind, limit)
    const missing = limit - found.length
    if (missing <= 0 || words.every(word => word.length < 4 || /^\d+$/.test(word))) return found
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(likeness)}, true)`.execute(
      ctx.db,
    )
    const alike = await find(ctx, words, resembling(words), kind, limit)
    return [...found, ...alike.filter(each => !found.some(other => other.id === each.id)).slice(0, missing)]
  })
}

/** The words looked for; a telephone in any spelling is one of them, by its digits. */
function wordsOf(text: string): string[] {
  const key = searchKey(text)
  const digits = key.replace(/^00/, '').replace(/\D/g, '')
  if (/^[+\d\s().-]+$/.test(key) && digits.length >= 3) return [digits]
  return key
    .split(/[\s,;]+/)
    .filter(Boolean)
    .slice(0, 8)
}

const escaped = (word: string) => word.replace(/[\\%_]/g, '\\$&')

const containing = (words: string[]) =>
  sql.join(
    words.map(word => sql`c.search_text like ${`%${escaped(word)}%`}`),
    sql` and `,
  )

const resembling = (words: string[]) =>
  sql.join(
    words.map(word =>
      word.length < 4 ? sql`c.search_text like ${`%${escaped(word)}%`}` : sql`${word} <% c.search_text`,
    ),
    sql` and `,
  )

async function find(
  ctx: Ctx,
  words: string[],
  condition: ReturnType<typeof containing>,
  kind: string | undefined,
  limit: number,
): Promise<Found[]> {
  const whole = words.join(' ')
  // The name is the first line of the text, the identities and organisations are the others.
  const { rows } = await sql<Found>`
    with found as materialized (
      select c.id, c.kind, c.display_name, c.search_text from contacts c
      where c.workspace_id = ${ctx.workspaceId} and ${condition} and ${counts(ctx, 'c')}
        ${kind ? sql`and c.kind = ${kind}` : sql``}
      limit ${looked}),
    ranked as (
      select *, case
          when ${whole} = any(string_to_array(search_text, e'\n')) then 'exact'
          when ${sql.join(
            words.map(word => sql`search_text ~ ${`(^|[\\s@.-])${word.replace(/[^\p{L}\p{N}]/gu, '\\$&')}`}`),
            sql` and `,
          )} then 'prefix'
          when ${sql.join(
            words.map(word => sql`search_text like ${`%${escaped(word)}%`}`),
            sql` and `,
          )} then 'part'
          else 'fuzzy' end as match,
        strict_word_similarity(${whole}, search_text) + similarity(${whole}, split_part(search_text, e'\n', 1)) as likeness
      from found)
    select r.id, r.kind, r.display_name, r.match,
      (select value from identities where workspace_id = ${ctx.workspaceId} and contact_id = r.id and kind = 'email'
        order by is_primary desc, created_at limit 1) as email,
      (select value from identities where workspace_id = ${ctx.workspaceId} and contact_id = r.id and kind = 'phone'
        order by is_primary desc, created_at limit 1) as phone,
      (select o.display_name from employments e join contacts o on o.workspace_id = e.workspace_id and o.id = e.organization_id
        where e.workspace_id = ${ctx.workspaceId} and e.person_id = r.id order by e.is_primary desc, e.created_at limit 1) as organization,
      (select stage from standings s where s.workspace_id = ${ctx.workspaceId} and s.contact_id = r.id and s.funnel_id = (
        select id from funnels where workspace_id = ${ctx.workspaceId} and archived_at is null order by position, created_at, id limit 1)) as stage
    from ranked r
    order by array_position(array['exact', 'prefix', 'part', 'fuzzy'], match), likeness desc, display_name, id
    limit ${limit}`.execute(ctx.db)
  return rows
}
