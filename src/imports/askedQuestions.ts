import { questionOf, questions } from '../contacts/questions.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { ownQuestions } from '../qualification/qualification.ts'
import type { Mapping } from './mapping.ts'

type AskedQuestion = { key: string; name?: { es: string; en: string } }

/** The questions that a column can answer, with the name of those that the workspace wrote. What the program counts is none. */
export async function askedQuestions(ctx: Ctx): Promise<AskedQuestion[]> {
  const known = questions.filter(({ key }) => !questionOf(key).isCounted).map(({ key }) => ({ key }))
  return [...known, ...(await ownQuestions(ctx)).map(({ key, name }) => ({ key, name }))]
}

export async function refuseUnknownQuestions(ctx: Ctx, { columns }: Mapping): Promise<void> {
  const named = columns.flatMap(({ name, target }) =>
    target.as === 'answer' ? [{ column: name, question: target.question }] : [],
  )
  if (named.length === 0) return
  const asked = new Set((await askedQuestions(ctx)).map(({ key }) => key))
  const unknown = named.find(({ question }) => !asked.has(question))
  if (unknown) throw new Refusal('bad', 'imports.unknown_question', unknown)
}
