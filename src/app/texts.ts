import { httpTexts } from '../platform/httpTexts.ts'
import type { Locale } from '../platform/texts.ts'

type Texts = { [key: string]: string | Texts }

/** Every feature's part of the dictionary. */
const parts: Record<Locale, Texts>[] = [httpTexts]

/** The whole dictionary of each language, for i18next on both sides. */
export const texts: Record<Locale, Texts> = {
  es: parts.map(part => part.es).reduce(joined, {}),
  en: parts.map(part => part.en).reduce(joined, {}),
}

/** Features share the branch `errors`; a key that two of them give is a mistake. */
function joined(all: Texts, part: Texts): Texts {
  const result = { ...all }
  for (const [key, text] of Object.entries(part)) {
    const before = result[key]
    if (before === undefined) result[key] = text
    else if (typeof before === 'object' && typeof text === 'object') result[key] = joined(before, text)
    else throw new Error(`two texts for the key ${key}`)
  }
  return result
}
