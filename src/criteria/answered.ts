import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { questionOf } from '../contacts/questions.ts'
import { compareField, compareIn } from './compare.ts'
import { matches } from './compile.ts'
import { countedWhen } from './counted.ts'
import type { AnsweredRule } from './criteria.ts'
import type { Scope } from './scope.ts'

/** Whether the question's answer is in one of the states, `confirmed` when none is named, and its value passes. True or false, never null. */
export function isAnswered(scope: Scope, rule: AnsweredRule): RawBuilder<SqlBool> {
  const { answered, state = ['confirmed'], value } = rule
  const inState = sql<SqlBool>`coalesce(${stateOf(scope, answered)}, 'unasked') = any(${state}::text[])`
  return value ? sql`(${inState} and ${compareValue(scope, answered, value)})` : sql`(${inState})`
}

/** `asked`, `confirmed` or `negative`; null for what was not asked, or so long ago that it must be asked again. */
export function stateOf(scope: Scope, question: string): RawBuilder<unknown> {
  const counted = countedWhen(question)
  if (counted) return sql`case when ${matches(scope, counted)} then 'confirmed' end`
  const written = writtenIn(scope, question)
  const inForce = sql`case when (${written} ->> 'expiresAt')::timestamptz <= ${scope.now} then null else ${written} ->> 'state' end`
  const { field, confirmedBy, deniedBy = [] } = questionOf(question)
  if (!field) return inForce
  const passes = (values: readonly string[] | undefined) =>
    values?.length
      ? compareField(scope, { field, op: 'isAnyOf', value: [...values] })
      : compareField(scope, { field, op: 'isKnown' })
  const denied = deniedBy.length ? sql`when ${passes(deniedBy)} then 'negative'` : sql``
  return sql`case when ${written} is not null then ${inForce} when ${passes(confirmedBy)} then 'confirmed' ${denied} end`
}

/** When an answer must be asked again; null for one that stays. */
export const expiryOf = (scope: Scope, question: string): RawBuilder<unknown> => {
  const expires = sql`(${writtenIn(scope, question)} ->> 'expiresAt')::timestamptz`
  return sql`case when ${expires} > ${scope.now} then ${expires} end`
}

const writtenIn = ({ contact }: Scope, question: string) => sql`(${sql.raw(contact)}.answers -> ${question})`

function compareValue(scope: Scope, question: string, value: NonNullable<AnsweredRule['value']>) {
  const { field } = questionOf(question)
  if (field) return compareField(scope, { field, ...value })
  return compareIn(scope, { field: question, ...value }, writtenIn(scope, question), 'value')
}
