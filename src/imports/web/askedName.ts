import { useQuestionName } from '../../criteria/web/parts.tsx'
import type { QuestionNow } from './api.ts'

/** What a question that a column can answer is called. */
export const useAskedName = (asked: QuestionNow[]): ((key: string) => string) =>
  useQuestionName(asked.flatMap(({ key, name }) => (name ? [{ key, name }] : [])))
