import type { FieldValue } from '../../contacts/fields.ts'
import { answerFact } from '../../contacts/questions.ts'
import type { Mapping, Target } from '../mapping.ts'

/** What is wrong with a value that is kept all the same. */
const keptAsItIs = new Set(['contacts.not_phone', 'contacts.not_phone_in', 'contacts.not_tax_id'])
const repaired = new Set(['imports.row_recovered', 'imports.row_short'])

/** Texts of contacts say what is wrong with a value; those of imports also say that it is left out. */
export const isLeftOut = (code: string): boolean => code.startsWith('contacts.') && !keptAsItIs.has(code)

/** Nothing of the row is lost. */
export const isKept = (code: string): boolean => keptAsItIs.has(code) || repaired.has(code)

type Judged = { cells: string[]; reasons: { code: string; column?: number }[] }

/** Whether a fact is left out; where another column tells the same one, as of the company, it is the one that the cell says. */
export function isFactLeftOut(
  { key, value }: { key: string; value: FieldValue },
  { cells, reasons }: Judged,
  { columns }: Pick<Mapping, 'columns'>,
): boolean {
  const telling = columns.flatMap(({ target }, column) => (keyOf(target) === key ? [column] : []))
  return reasons.some(
    ({ code, column = -1 }) =>
      isLeftOut(code) &&
      telling.includes(column) &&
      (telling.length === 1 || cells[column]?.trim() === String(value)),
  )
}

function keyOf(target: Target): string | undefined {
  if (target.as === 'field' || target.as === 'organization') return target.field
  if (target.as === 'answer') return answerFact(target.question)
  return target.as === 'newField' ? `custom.${target.key}` : undefined
}
