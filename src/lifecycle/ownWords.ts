import { z } from 'zod'
import { roles } from '../contacts/fields.ts'
import type { Locale } from '../platform/texts.ts'
import { verdicts } from './frameworks.ts'

const temperatures = ['cold', 'warm', 'hot'] as const

/** Words that a workspace may have of its own beside those of its stages; what it leaves out is called by the dictionary. */
export const wordKeys = { roles, temperatures, temperaturesPlural: temperatures, verdicts } as const

export type WordKind = keyof typeof wordKeys
export const wordKinds = Object.keys(wordKeys) as WordKind[]

const word = z.strictObject({ es: z.string().trim().min(1).max(80), en: z.string().trim().min(1).max(80) })

const some = <Key extends string>(keys: readonly Key[]) =>
  z
    .strictObject(
      Object.fromEntries(keys.map(key => [key, word.optional()])) as Record<Key, z.ZodOptional<typeof word>>,
    )
    .optional()

export const ownWordsSchema = z.strictObject({
  roles: some(roles),
  temperatures: some(temperatures),
  temperaturesPlural: some(temperatures),
  verdicts: some(verdicts),
})

export type OwnWords = z.infer<typeof ownWordsSchema>
export type Word = z.infer<typeof word>

/** The word for one of them, if the workspace has its own. */
export const ownWord = (words: OwnWords | undefined, kind: WordKind, key: string): Word | undefined =>
  (words?.[kind] as Record<string, Word | undefined> | undefined)?.[key]

/** Where the dictionary has the words of a kind. */
const places: Record<WordKind, string[]> = {
  roles: ['words.roles', 'contacts.roles'],
  temperatures: ['words.temperatures'],
  temperaturesPlural: ['words.temperaturesPlural'],
  verdicts: ['qualification.verdicts'],
}

/** Where it has them as they stand within a sentence: there a word of one's own is quoted, whatever its article would be. */
const placesInSentences: Partial<Record<WordKind, string>> = {
  roles: 'criteria.roles',
  verdicts: 'criteria.verdicts',
}

const quote = { es: (text: string) => `«${text}»`, en: (text: string) => `“${text}”` }

/** The texts of the dictionary that a workspace's own words take the place of, by their keys: `words.roles.partner`. */
export function ownTexts(words: OwnWords | undefined, locale: Locale): Map<string, string> {
  const found = new Map<string, string>()
  for (const kind of wordKinds)
    for (const key of wordKeys[kind]) {
      const own = (ownWord(words, kind, key) ?? ofOne(words, kind, key))?.[locale]
      if (!own) continue
      for (const place of places[kind]) found.set(`${place}.${key}`, own)
      const within = placesInSentences[kind]
      if (within) found.set(`${within}.${key}`, quote[locale](own))
    }
  return found
}

/** Where several have no word of their own they are called as one is. */
const ofOne = (words: OwnWords | undefined, kind: WordKind, key: string) =>
  kind === 'temperaturesPlural' ? ownWord(words, 'temperatures', key) : undefined

/** All keys of the dictionary that own words may take the place of. */
export const replaceable: string[] = wordKinds.flatMap(kind =>
  [...places[kind], placesInSentences[kind] ?? []]
    .flat()
    .flatMap(place => wordKeys[kind].map(key => `${place}.${key}`)),
)
