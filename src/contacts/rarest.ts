import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'

/** Rows read to see how common a piece is. */
const sampled = 1_000

/** So many pieces find few enough; each more costs a look at its list. */
const asked = 3

/**
 * That a text contains each of some words, in a form in which the trigram index is asked only for the pieces of each word that
 * fewest contacts have: the lists of the commonest (`exa`, `.com`) are as long as the base, and reading them takes longer than
 * looking for the whole word in those found. Undefined where that is not worth a look: with short words, or up to `small` contacts.
 */
export async function byRarestPieces(
  ctx: Ctx,
  words: string[],
  small = 20_000,
): Promise<((word: string) => RawBuilder<SqlBool>) | undefined> {
  const pieces = new Map(words.map(word => [word, piecesOf(word)]))
  const all = [...new Set([...pieces.values()].flat())]
  if (all.length <= 2 * asked) return
  const commonness = await commonnessIn(ctx, small)
  if (!commonness) return
  return word => {
    const rarest = (pieces.get(word) ?? []).sort(
      (a, b) => (commonness.get(a) ?? 0) - (commonness.get(b) ?? 0),
    )
    const found = rarest.slice(0, asked).map(piece => sql`c.search_text like ${`%${piece}%`}`)
    return sql`(${sql.join([...found, sql`strpos(c.search_text, ${word}) > 0`], sql` and `)})`
  }
}

/** The trigrams that the index knows a text with this word by. */
const piecesOf = (word: string): string[] =>
  [...word].flatMap((_, place) => word.slice(place).match(/^[\p{L}\p{N}]{3}/u)?.[0] ?? [])

type Commonness = { until: number; pieces: Map<string, number> }

/** By workspace. What is asked of the index depends on it, never who is found: so it may be some minutes old. */
const known = new Map<string, Commonness>()
const [mostKnown, knownFor] = [100, 10 * 60_000]

async function commonnessIn(ctx: Ctx, small: number): Promise<Map<string, number> | undefined> {
  const now = ctx.clock().getTime()
  const before = known.get(ctx.workspaceId)
  if (before && now < before.until) return before.pieces
  const pieces = await sampledPieces(ctx, small)
  // A base that is small now may be large in a moment: a file is enough.
  if (!pieces) return
  known.delete(ctx.workspaceId)
  known.set(ctx.workspaceId, { until: now + knownFor, pieces })
  if (known.size > mostKnown) known.delete(known.keys().next().value ?? '')
  return pieces
}

/** How many contacts of a sample have each piece that more than one in a hundred has. */
async function sampledPieces(ctx: Ctx, small: number): Promise<Map<string, number> | undefined> {
  const about = await aboutHowMany(ctx)
  if (about <= small) return
  const percent = Math.min(100, (100 * sampled) / Math.max(1, about))
  const { rows } = await sql<{ text: string }>`
    select search_text as text from contacts tablesample system (${percent}::float8)
    where workspace_id = ${ctx.workspaceId} limit ${2 * sampled}`.execute(ctx.db)
  if (rows.length === 0) return
  const counts = new Map<string, number>()
  for (const { text } of rows)
    for (const piece of new Set(piecesOf(text))) counts.set(piece, (counts.get(piece) ?? 0) + 1)
  return new Map([...counts].filter(([, count]) => count > rows.length / 100))
}

/** Contacts of all workspaces, as the planner reckons with them. */
async function aboutHowMany({ db }: Ctx): Promise<number> {
  const { rows } = await sql<{ about: number }>`
    select reltuples::float8 as about from pg_class where oid = 'contacts'::regclass`.execute(db)
  return rows[0]?.about ?? 0
}
