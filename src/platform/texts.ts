export type Locale = 'es' | 'en'
export const locales: readonly Locale[] = ['es', 'en']

type Texts = { [key: string]: string | Texts }
type Like<T> = { [K in keyof T]: T[K] extends string ? string : Like<T[K]> }

/** A feature's part of the dictionary: Spanish first, English with exactly the same keys (a missing one does not compile). Plurals take i18next's suffixes `_one`, `_other`. */
export function defineTexts<const T extends Texts>(es: T, en: Like<T>): { es: T; en: Like<T> } {
  return { es, en }
}
