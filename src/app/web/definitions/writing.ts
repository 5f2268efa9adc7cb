import type { Definitions } from '../../../lifecycle/definitionChanges.ts'
import { alike } from '../../../platform/alike.ts'

export type Change = (definitions: Definitions) => Definitions

/** A draft as it is kept, with the revision that a save of it must follow; 0 where there is none. */
export type Kept = { definitions: Definitions; revision: number }

/** What is being written here on top of what is kept. */
export type Writing = {
  /** As it will be; absent when all is saved. */
  own?: Definitions
  /** The revision that it was written from. */
  revision: number
  /** What undo goes back to, step by step. */
  past: Definitions[]
  unsaved: Change[]
  /** What was refused because somebody else had saved meanwhile: it can be made again on what they wrote. */
  setAside: Change[]
}

export const nothingWritten: Writing = { revision: 0, past: [], unsaved: [], setAside: [] }

const mostSteps = 100

export function changed(writing: Writing, kept: Kept, change: Change): Writing {
  const before = writing.own ?? kept.definitions
  const own = change(before)
  if (alike(before, own)) return writing
  const { past } = seen(writing, kept.revision)
  const revision = writing.own ? writing.revision : kept.revision
  const unsaved = [...writing.unsaved, change]
  return { ...writing, own, revision, past: [...past, before].slice(-mostSteps), unsaved }
}

export function undone(writing: Writing): Writing {
  const own = writing.past.at(-1)
  if (!own) return writing
  return { ...writing, own, past: writing.past.slice(0, -1), unsaved: writing.unsaved.slice(0, -1) }
}

/** A step of before somebody else's save would take that save back too: there is no way back to it. */
export const seen = (writing: Writing, revision: number): Writing =>
  revision === writing.revision || writing.past.length === 0 ? writing : { ...writing, past: [] }

export function saved(writing: Writing, sent: Writing, revision: number): Writing {
  const isAll = writing.own === sent.own
  const unsaved = isAll ? [] : writing.unsaved.filter(change => !sent.unsaved.includes(change))
  return { ...writing, own: isAll ? undefined : writing.own, revision, unsaved }
}

/** Somebody else's is shown from now on, and what was written here waits beside it. */
export const refused = ({ setAside, unsaved, revision }: Writing): Writing => ({
  ...{ own: undefined, revision, past: [], unsaved: [] },
  setAside: [...setAside, ...unsaved],
})

/** What was set aside, made again on what is kept now. */
export function madeAgain(writing: Writing, kept: Kept): Writing {
  const all = writing.setAside
  return changed({ ...writing, setAside: [] }, kept, before =>
    all.reduce((definitions, change) => change(definitions), before),
  )
}
