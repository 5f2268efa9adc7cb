import { keyFrom } from '../../../platform/keyFrom.ts'
import type { Framework } from '../../../qualification/web/parts.tsx'
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
  const taken = frameworks.flatMap(each => each.items.map(({ question }) => question))
  const written = items.map(({ id: _, question, ...item }) => {
    const key = question ?? keyFrom(both(item.name).es, 'question', key => taken.includes(key))
    taken.push(key)
    return { ...item, question: key, name: both(item.name), ask: both(item.ask) }
  })
  const keys = frameworks.map(({ key }) => key)
  const key = before?.framework.key ?? keyFrom(both(name).es, 'framework', key => keys.includes(key))
  return { key, name: both(name), items: written, least }
}

const isSaid = ({ es, en }: Words) => es.trim() !== '' || en.trim() !== ''

const both = ({ es, en }: Words): Words => ({
  es: es.trim() || en.trim(),
  en: en.trim() || es.trim(),
})
