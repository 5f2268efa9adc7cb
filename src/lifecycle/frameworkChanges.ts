import { alike } from '../platform/alike.ts'
import type { Framework, FrameworkItem } from './frameworks.ts'

/** One thing that differs between two versions of a framework. Its sentence is `frameworks.changes.<what>`. */
export type FrameworkChange =
  | { what: 'question_added' | 'question_removed' | 'question_worded'; question: string }
  | {
      what: 'question_weight'
      question: string
      was: FrameworkItem['weight']
      is: FrameworkItem['weight']
    }
  | { what: 'least'; was: number; is: number }
  | { what: 'named' | 'reordered' }

/** What differs, in the order in which a framework is read. */
export function frameworkChanges(was: Framework, is: Framework): FrameworkChange[] {
  const before = new Map(was.items.map(item => [item.question, item]))
  const after = new Set(is.items.map(item => item.question))
  const both = is.items.filter(({ question }) => before.has(question)).map(({ question }) => question)
  const bothBefore = [...before.keys()].filter(question => after.has(question))
  return [
    ...(alike(was.name, is.name) ? [] : [{ what: 'named' as const }]),
    ...onlyBefore(before, after).map(question => ({ what: 'question_removed' as const, question })),
    ...is.items.flatMap(item => changesOfQuestion(before.get(item.question), item)),
    ...(alike(both, bothBefore) ? [] : [{ what: 'reordered' as const }]),
    ...(was.least === is.least ? [] : [{ what: 'least' as const, was: was.least, is: is.least }]),
  ]
}

const onlyBefore = (before: Map<string, unknown>, after: Set<string>) =>
  [...before.keys()].filter(question => !after.has(question))

function changesOfQuestion(was: FrameworkItem | undefined, is: FrameworkItem): FrameworkChange[] {
  const { question } = is
  if (!was) return [{ what: 'question_added', question }]
  const words = ({ name, ask, letter }: FrameworkItem) => ({ name, ask, letter })
  return [
    ...(was.weight === is.weight
      ? []
      : [{ what: 'question_weight' as const, question, was: was.weight, is: is.weight }]),
    ...(alike(words(was), words(is)) ? [] : [{ what: 'question_worded' as const, question }]),
  ]
}
