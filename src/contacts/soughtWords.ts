import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { digitsOf } from './lookingUp.ts'
import { searchKey } from './names.ts'
import { byRarestPieces } from './rarest.ts'

/** Asks the contact `c` for one word. */
export type Test = (word: string) => RawBuilder<SqlBool>

export const all = (words: string[], test: Test): RawBuilder<SqlBool> =>
  sql`(${sql.join(words.map(test), sql` and `)})`

/** The words looked for; a telephone in any spelling is one of them, by its digits, without the 0 that is dialled only within a country. */
export function wordsOf(text: string): string[] {
  const key = searchKey(text)
  const digits = digitsOf(key)
  if (digits.length >= 3) return [digits.replace(/^0(?=\d{7})/, '')]
  return key
    .split(/[\s,;]+/)
    .filter(word => /[\p{L}\p{N}]/u.test(word))
    .slice(0, 8)
}

/** So short that those who have it in the midst of a word would hide those with whom a word begins so. */
export const isShort = (word: string) => word.length < 5

/** Has three letters or digits together: the least that a part of a word is found by with the trigram index. */
export const isLong = (word: string) => /[\p{L}\p{N}]{3}/u.test(word)

export const canBeMisspelt = (word: string) => word.length > 3 && !/^\d+$/.test(word)

const escaped = (word: string) => word.replace(/[\\%_]/g, '\\$&')

/** Begins the name or a word after a space: of these the trigram index knows even one or two letters. */
export const begins: Test = word =>
  sql`(c.search_text like ${`${escaped(word)}%`} or c.search_text like ${`% ${escaped(word)}%`})`

const beginsAny: Test = word => sql`(${begins(word)} or c.search_text like ${`%\n${escaped(word)}%`})`

/** A shorter word must begin one; that is looked at in those who have the longer ones, not in the index. */
const contains: Test = word =>
  isLong(word) ? sql`c.search_text like ${`%${escaped(word)}%`}` : sql`${beginsAny(word)} is true`

/** The same, asked of the index in the cheapest way. */
export async function containing(ctx: Ctx, words: string[]): Promise<Test> {
  if (!words.some(isLong)) return beginsAny
  const inLarge = await byRarestPieces(ctx, words.filter(isLong))
  return word => (inLarge && isLong(word) ? inLarge(word) : contains(word))
}

export const resembles: Test = word =>
  canBeMisspelt(word) ? sql`(${contains(word)} or ${word} <% c.search_text)` : contains(word)

// Trigram likeness of a word that still counts as a typing error: nunes/nunez is 0.67, gonzales/gonzalez 0.78.
const likeness = 0.5

export async function acceptSlips({ db }: Ctx): Promise<void> {
  await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(likeness)}, true)`.execute(db)
}
