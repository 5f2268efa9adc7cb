import { keyFrom } from '../../../platform/keyFrom.ts'
import type { Framework } from '../../../qualification/web/parts.tsx'
import { inBoth } from '../inBoth.ts'
import type { Library, OwnFramework } from './useFrameworks.ts'

type Words = { es: string; en: string }
export type DraftItem = Omit<Framework['items'][number], 'question' | 'name' | 'ask'> & {
  id: string
  /** Absent: a question that is being written. */
  question?: string
  name: Words
  ask: Words
}

export type FrameworkDraft = {
  /** What it is written over; absent for a new one. */
  before?: OwnFramework
  name: Words
  items: DraftItem[]
  least: number
}

const most = 12
export const isFull = ({ items }: FrameworkDraft) => items.length >= most

const drafted = (items: Framework['items']): DraftItem[] =>
  items.map(({ name, ask, ...item }) => ({ ...item, id: item.question, ...worded(name, ask) }))

const worded = (name: Words = nothing, ask: Words = nothing) => ({ name, ask })
const nothing: Words = { es: '', en: '' }

export const draftOf = (before: OwnFramework, items: Framework['items']): FrameworkDraft => ({
  before,
  name: before.framework.name ?? nothing,
  items: drafted(items),
  least: before.framework.least,
})

export const copyOf = ({ least }: Framework, items: Framework['items'], name: string): FrameworkDraft => ({
  name: { es: name, en: name },
  items: drafted(items),
  least,
})

export const blankDraft: FrameworkDraft = { name: nothing, items: [], least: 1 }

/** A question that is to be written. */
export const freshItem = (): DraftItem => ({
  id: crypto.randomUUID(),
  letter: '',
  weight: 'counts',
  ...worded(),
})

export const isReady = ({ name, items, least }: FrameworkDraft): boolean =>
  isSaid(name) &&
  items.length > 0 &&
  least <= items.length &&
  items.every(item => isSaid(item.name) && isSaid(item.ask))

/** The draft as it is kept: what is said in one language says the same in the other, and new questions get their key. */
export function frameworkOf({ before, name, items, least }: FrameworkDraft, library: Library): Framework {
  const frameworks = [...library.own.map(each => each.framework), ...library.readyMade]
  const taken = questionsEver(library)
  const written = items.map(({ id: _, question, ...item }) => {
    const key = question ?? keyFrom(inBoth(item.name).es, 'question', key => taken.includes(key))
    taken.push(key)
    return { ...item, question: key, name: inBoth(item.name), ask: inBoth(item.ask) }
  })
  const keys = frameworks.map(({ key }) => key)
  const key = before?.framework.key ?? keyFrom(inBoth(name).es, 'framework', key => keys.includes(key))
  return { key, name: inBoth(name), items: written, least }
}

/** Every question that is asked or was: a new one called alike must not take over the answers stored under an old key. */
const questionsEver = ({ own, readyMade, uses, questions }: Library): string[] => [
  ...questions.map(({ key }) => key),
  ...[...own, ...uses].flatMap(({ framework }) => framework.items.map(({ question }) => question)),
  ...readyMade.flatMap(({ items }) => items.map(({ question }) => question)),
]

export const isSaid = ({ es, en }: Words) => es.trim() !== '' || en.trim() !== ''
