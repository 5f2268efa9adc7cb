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
  small = 300_000,
): Promise<((word: string) => RawBuilder<SqlBool>) | undefined> {
  const pieces = new Map(words.map(word => [word, piecesOf(word)]))
  const all = [...new Set([...pieces.values()].flat())]
  if (all.length <= 2 * asked) return
  const commonness = await commonnessOf(ctx, all, small)
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

/** How many contacts of a sample have each piece. */
async function commonnessOf(
  ctx: Ctx,
  pieces: string[],
  small: number,
): Promise<Map<string, number> | undefined> {
  const about = await aboutHowMany(ctx)
  if (about <= small) return
  const percent = Math.min(100, (100 * sampled) / Math.max(1, about))
  const { rows } = await sql<{ piece: string; count: number }>`
    with sample as materialized (
      select search_text from contacts tablesample system (${percent}::float8) where workspace_id = ${ctx.workspaceId})
    select piece, count(*) from unnest(${pieces}::text[]) as piece join sample on strpos(search_text, piece) > 0
    group by piece`.execute(ctx.db)
  return rows.length > 0 ? new Map(rows.map(({ piece, count }) => [piece, count])) : undefined
}

/** Contacts of all workspaces, as the planner reckons with them. */
async function aboutHowMany({ db }: Ctx): Promise<number> {
  const { rows } = await sql<{ about: number }>`
    select reltuples::float8 as about from pg_class where oid = 'contacts'::regclass`.execute(db)
  return rows[0]?.about ?? 0
}
