import { type Field, type FieldValue, headerKey } from '../contacts/fields.ts'
import type { AnswerState } from '../contacts/questions.ts'
import { isPlaceholder, readYesNo } from './cells.ts'

type CellAnswer = { state: AnswerState; value?: Exclude<FieldValue, null> }

/** Words that leave a question open, compared by `headerKey`. */
const unknowns = new Set(
  `no se|no sabe|no se sabe|no lo se|no lo sabe|ns nc|nsnc|por saber|por confirmar|por determinar|sin confirmar|pendiente
  sin preguntar|no preguntado|do not know|don t know|dont know|not known|not sure|pending|tbc|tbd|to be confirmed
  to be determined|not asked`
    .split(/[|\n]/)
    .map(word => word.trim()),
)

/** The most that an answer in words may have. */
const longest = 2_000

/**
 * What a cell answers to a question: yes, no, or what is said in it, read as `type`. Null where it leaves the question
 * open, undefined where it cannot be read.
 */
export function readAnswer(
  text: string,
  type: Field['type'],
  read: (text: string) => FieldValue | undefined,
): CellAnswer | null | undefined {
  if (isPlaceholder(text) || unknowns.has(headerKey(text))) return null
  const amount = type === 'number' || type === 'money' ? read(text) : undefined
  // In a column of amounts 1 is one, and 0 is none.
  if (amount) return { state: 'confirmed', value: amount }
  const yes = readYesNo(text)
  if (yes !== undefined) return { state: yes ? 'confirmed' : 'negative' }
  if (amount === 0) return { state: 'negative' }
  const value = read(text.slice(0, longest))
  return value === undefined || value === null ? undefined : { state: 'confirmed', value }
}
