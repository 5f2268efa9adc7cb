import { createContext, useContext, useId, useState } from 'react'
import type { Criteria, Leaf } from '../criteria.ts'
import { type Problem, problemsOf } from '../problems.ts'
import type { Catalogue } from './FilterBar.tsx'
import { criteriaOf, type Group, groupOf, type Places, updated } from './rows.ts'

/** Whom the rows are about: `contact` is a person or an organisation. */
export type About = 'person' | 'organization' | 'contact'

export type Editing = {
  /** Tells this editor's rows from another's while they are dragged. */
  editor: string
  root: Group
  catalogue: Catalogue
  /** What is wrong with a row, by its id. */
  problems: Map<string, Problem>
  /** Rows just added, of which nothing is said to be wrong before they have been left. */
  fresh: ReadonlySet<string>
  begin: (id: string) => void
  leave: (id: string) => void
  /** Changes the rows; those of one `stroke` that follow each other are undone together. */
  change: (change: (root: Group) => Group, stroke?: string) => void
  setLeaf: (id: string, leaf: Leaf, not?: boolean) => void
  undo: () => void
  redo: () => void
}

export const EditingContext = createContext<Editing | undefined>(undefined)

export function useEditing(): Editing {
  const editing = useContext(EditingContext)
  if (!editing) throw new Error('a row outside the criteria editor')
  return editing
}

type State = { root: Group; text: string; past: Group[]; future: Group[]; stroke?: string; at: number }

const begun = (value: Criteria): State => ({
  root: groupOf(value),
  text: JSON.stringify(value),
  past: [],
  future: [],
  at: 0,
})

/** Typing in one row within this time is undone as one. */
const strokeTime = 1500
const keptSteps = 200

/** The rows of a controlled criterion with their history; another value from outside begins anew. */
export function useEditedRows(
  value: Criteria,
  onChange: (next: Criteria, problems: Problem[]) => void,
  catalogue: Catalogue,
): Editing {
  const editor = useId()
  const [kept, setState] = useState(() => begun(value))
  const state = kept.text === JSON.stringify(value) ? kept : begun(value)
  if (state !== kept) setState(state)
  const { root, past, future } = state
  const fresh = useFresh()

  const show = (next: Omit<State, 'text' | 'at'>) => {
    const criteria = criteriaOf(next.root)
    setState({ ...next, text: JSON.stringify(criteria), at: Date.now() })
    onChange(criteria, problemsOf(criteria, catalogue))
  }
  const change: Editing['change'] = (change, stroke) => {
    const next = change(root)
    if (next === root) return
    const goesOn = stroke && stroke === state.stroke && Date.now() - state.at < strokeTime
    show({ root: next, past: goesOn ? past : [...past, root].slice(-keptSteps), future: [], stroke })
  }
  return {
    editor,
    root,
    catalogue,
    problems: problemsByRow(root, catalogue),
    ...fresh,
    change,
    setLeaf: (id, leaf, not) =>
      change(
        root => updated(root, id, row => ({ ...row, id, leaf, not: not ?? row.not })),
        `${id} ${'op' in leaf ? leaf.op : ''}`,
      ),
    undo: () => {
      const before = past.at(-1)
      if (before) show({ root: before, past: past.slice(0, -1), future: [root, ...future] })
    },
    redo: () => {
      const [after, ...rest] = future
      if (after) show({ root: after, past: [...past, root], future: rest })
    },
  }
}

function useFresh(): Pick<Editing, 'fresh' | 'begin' | 'leave'> {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const begin = (id: string) => setFresh(before => new Set(before).add(id))
  const leave = (id: string) => setFresh(before => before.difference(new Set([id])))
  return { fresh, begin, leave }
}

function problemsByRow(root: Group, catalogue: Catalogue): Map<string, Problem> {
  const places: Places = new Map()
  const problems = problemsOf(criteriaOf(root, places), catalogue)
  return new Map(problems.map(problem => [places.get(problem.rule) ?? root.id, problem]))
}
