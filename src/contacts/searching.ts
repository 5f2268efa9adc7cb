import { type RawBuilder, sql } from 'kysely'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { kept } from '../platform/kept.ts'
import { counts } from './counting.ts'
import { digitsOf, lookUp, type Sought } from './lookingUp.ts'
import { mainFunnel } from './mainFunnel.ts'
import { searchKey } from './names.ts'
import { byRarestPieces } from './rarest.ts'

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
    for (const id of await having(ctx, sought, test)) if (!found.has(id)) found.set(id, match)
  }
  if (words.every(isShort)) await add('prefix', begins)
  if (found.size < limit && words.some(isLong)) await add('part', await containing(ctx, words))
  if (found.size < enough && words.some(canBeMisspelt)) await add('fuzzy', resembles)
  return best(ctx, words, found, limit)
}

/** The words looked for; a telephone in any spelling is one of them, by its digits. */
function wordsOf(text: string): string[] {
  const key = searchKey(text)
  const digits = digitsOf(key)
  if (digits.length >= 3) return [digits]
  return key
    .split(/[\s,;]+/)
    .filter(word => /[\p{L}\p{N}]/u.test(word))
    .slice(0, 8)
}

/** So short that those who have it in the midst of a word would hide those with whom a word begins so. */
const isShort = (word: string) => word.length < 5

/** Has three letters or digits together: the least that a part of a word is found by with the trigram index. */
const isLong = (word: string) => /[\p{L}\p{N}]{3}/u.test(word)

const canBeMisspelt = (word: string) => word.length > 3 && !/^\d+$/.test(word)

type Test = (word: string) => RawBuilder<unknown>

const escaped = (word: string) => word.replace(/[\\%_]/g, '\\$&')

/** Begins the name or a word after a space: of these the trigram index knows even one or two letters. */
const begins: Test = word =>
  sql`(c.search_text like ${`${escaped(word)}%`} or c.search_text like ${`% ${escaped(word)}%`})`

/** A shorter word must begin one; that is looked at in those who have the longer ones, not in the index. */
const contains: Test = word =>
  isLong(word)
    ? sql`c.search_text like ${`%${escaped(word)}%`}`
    : sql`(${begins(word)} or c.search_text like ${`%\n${escaped(word)}%`}) is true`

/** The same, asked of the index in the cheapest way. */
async function containing(ctx: Ctx, words: string[]): Promise<Test> {
  const inLarge = await byRarestPieces(ctx, words.filter(isLong))
  return word => (inLarge && isLong(word) ? inLarge(word) : contains(word))
}

const resembles: Test = word =>
  canBeMisspelt(word) ? sql`(${contains(word)} or ${word} <% c.search_text)` : contains(word)

function having(ctx: Ctx, sought: Sought, test: Test): Promise<string[]> {
  if (test !== resembles) return idsHaving(ctx, sought, test)
  return atomically(ctx, async ctx => {
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(likeness)}, true)`.execute(
      ctx.db,
    )
    return idsHaving(ctx, sought, test)
  })
}

async function idsHaving(ctx: Ctx, { words, kind }: Sought, test: Test): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from contacts c
    where c.workspace_id = ${ctx.workspaceId} and ${sql.join(words.map(test), sql` and `)} and ${counts(ctx, 'c')}
      ${kind ? sql`and c.kind = ${kind}` : sql``}
    limit ${most}`.execute(ctx.db)
  return rows.map(({ id }) => id)
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
