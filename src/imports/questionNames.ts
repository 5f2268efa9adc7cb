import { headerKey } from '../contacts/fields.ts'
import type { QuestionKey } from '../contacts/questions.ts'

/** Headers, as `headerKey` writes them, of columns that say yes or no to a question. */
const named: Partial<Record<QuestionKey, RegExp>> = {
  budget: /^((has|with|tiene|con) )?(a )?(budget|presupuesto)$/,
  authority: /^((is|es) )?(a |the )?(authority|autoridad|decision maker|decisor|decisora|decide)$/,
  need: /^((has|with|tiene|con) )?(a )?(need|necesidad)$/,
  timing: /^((has|with|tiene|con) )?(a )?(timing|timeline|timeframe|plazo)$/,
}

export const questionOfHeader = (header: string): string | undefined =>
  Object.entries(named).find(([, names]) => names.test(headerKey(header)))?.[0]
