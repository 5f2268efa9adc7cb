/**
 * What a page of the guide is made of, in one language. In its texts **this** is strong, [this](/definitions) a link, and
 * {{warm}}, {{hot}}, {{fit}} and {{engagement}} are numbers of the definitions in force.
 */
export type GuideText = {
  lead: string
  parts: readonly Part[]
  /** Screens where what was read is done. */
  doing: readonly Doing[]
}

/** `id` is its address in the page. */
type Part = { id: string; title: string; blocks: readonly Block[] }

export type Doing = { to: string; text: string; about: string }

export type Block =
  | string
  | { list: readonly string[] }
  | { steps: readonly string[] }
  | { terms: readonly { term: string; about: string }[] }
  | { questions: readonly { about: string; ask: string }[] }
  | { note: string }
  | { live: Live }

/** What is drawn from the definitions in force, so that the guide never tells old numbers. */
export type Live =
  | 'stages'
  | 'temperatures'
  | 'fit'
  | 'engagement'
  | 'fading'
  | 'caps'
  | 'losses'
  | 'worked'
  | 'alone'

/** A page in both languages: what English leaves out or adds, part by part and sentence by sentence, does not compile. */
export function definePage<const T extends GuideText>(es: T, en: Like<T>): { es: GuideText; en: GuideText } {
  return { es, en: en as unknown as GuideText }
}

type Like<T> = {
  readonly [K in keyof T]: K extends 'id' | 'to' | 'live' ? T[K] : T[K] extends string ? string : Like<T[K]>
}
