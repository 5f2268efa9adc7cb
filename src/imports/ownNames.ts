import { fieldsOf } from '../contacts/contacts.ts'
import { headerKey, roles } from '../contacts/fields.ts'
import { funnelOf, wordsInForce } from '../lifecycle/lifecycle.ts'
import { type OwnWords, ownWord, type Word, wordKeys } from '../lifecycle/ownWords.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Mapping, Meaning } from './mapping.ts'
import { type RowReader, rowReader } from './readRow.ts'
import { anySense, senseOf } from './words.ts'
import { timeZoneOf } from './zones.ts'

/** What a workspace calls things itself, and what a word of it says in a file. */
export async function ownSenses(ctx: Ctx): Promise<Map<string, Meaning>> {
  const { stages } = (await funnelOf(ctx)).lifecycle
  const words = await wordsInForce(ctx)
  return sensesOf([
    ...namesOfRoles(words).map(([role, word]) => [ofRole(role), word] as const),
    ...wordKeys.temperatures.map(key => [nothing, ownWord(words, 'temperatures', key)] as const),
    ...wordKeys.verdicts.map(key => [senseOf(key) ?? nothing, ownWord(words, 'verdicts', key)] as const),
    ...stages.flatMap(({ key, name, plural }) => {
      const meaning = senseOf(key.replaceAll('_', ' ')) ?? (key === 'contact' ? nothing : anySense)
      return [name, plural].map(word => [meaning, word] as const)
    }),
  ])
}

const nothing: Meaning = { is: 'nothing' }

type Role = (typeof roles)[number]

const ofRole = (role: Role): Meaning => (role === 'customer' ? { is: 'customer' } : { is: 'role', role })

const namesOfRoles = (words: OwnWords | undefined) =>
  roles.map(role => [role, ownWord(words, 'roles', role)] as const)

const sensesOf = (named: (readonly [Meaning, Word | undefined])[]) =>
  new Map(
    named.flatMap(([meaning, word]) =>
      word ? [word.es, word.en].map(text => [headerKey(text), meaning] as const) : [],
    ),
  )

/** Reads the rows of a file in the words of the workspace. */
export async function readerFor(ctx: Ctx, mapping: Mapping): Promise<RowReader> {
  const named = namesOfRoles(await wordsInForce(ctx)).flatMap(([role, word]) =>
    word ? [word.es, word.en].map(text => [headerKey(text), role] as const) : [],
  )
  return rowReader(mapping, await fieldsOf(ctx), await timeZoneOf(ctx), new Map(named))
}
