import { isKnownQuestion } from '../contacts/questions.ts'
import type { AnsweredRule } from './criteria.ts'
import { dateText, joined, quoted, type Words } from './sentence.ts'

/** What is asked of an answer, or its opposite, as a clause: “se ha confirmado el presupuesto”. */
export function answerSentence(words: Words, rule: AnsweredRule, yes: boolean): string {
  const { say } = words
  const { answered, state = ['confirmed'], value } = rule
  const [only = 'confirmed', ...others] = state
  const form = others.length ? 'several' : only
  const states = joined(
    words,
    state.map(each => say(`criteria.answer.states.${each}`)),
    'disjunction',
  )
  const text = say(`criteria.answer.${yes ? 'yes' : 'no'}.${form}`, {
    question: questionName(words, answered),
    states,
  })
  return value ? say('criteria.answer.withValue', { rule: text, value: compared(words, value) }) : text
}

const questionName = ({ say, names }: Words, key: string): string =>
  isKnownQuestion(key)
    ? say(`qualification.questions.${key}.said`)
    : say('criteria.answer.own', { question: names.question?.(key) ?? key.replaceAll('_', ' ') })

function compared(words: Words, { op, value }: NonNullable<AnsweredRule['value']>): string {
  const shown =
    op === 'before' || op === 'after'
      ? dateText(words, String(value))
      : typeof value === 'string'
        ? quoted(words, value)
        : typeof value === 'number'
          ? value.toLocaleString(words.locale)
          : words.say(`criteria.truth.${value}`)
  return words.say(`criteria.answer.compared.${op}`, { value: shown })
}
