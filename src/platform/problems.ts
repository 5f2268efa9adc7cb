import { ORPCError, ValidationError } from '@orpc/server'
import type { Problem } from './endpoint.ts'
import { type Issue, Refusal } from './errors.ts'
import type { Locale } from './texts.ts'

/** Text of a key in a language; what `app` makes of all the dictionaries. */
export type Translate = (locale: Locale, key: string, params?: Record<string, unknown>) => string

/** Anything thrown, as the refusal that the caller reads; undefined when it is a bug. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (error instanceof ORPCError) return error.status < 500 ? invalid(error) : undefined
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  return refusedByDatabase(code)
}

/** The answer's body in the reader's language. */
export function problemOf(
  refusal: Refusal,
  locale: Locale,
  translate: Translate,
  requestId: string,
): Problem {
  const say = (code: string, params?: Record<string, unknown>) => translate(locale, `errors.${code}`, params)
  return {
    code: refusal.code,
    message: say(refusal.code, refusal.params),
    params: refusal.params,
    issues: refusal.issues.map(({ path, code, params = {} }) => ({
      path,
      code,
      message: say(code, params),
      params,
    })),
    requestId,
  }
}

// Class 08 is a lost connection, 57P a stopping server, 53 a full one, 40 a conflict that retrying did not solve.
const passing = /^(08|40|53|57P|ECONN|EPIPE|ETIMEDOUT)/
const unstorable = ['22021', '22P05']

function refusedByDatabase(code: string): Refusal | undefined {
  if (passing.test(code)) return new Refusal('busy', 'http.busy')
  if (unstorable.includes(code)) return new Refusal('bad', 'http.unstorable_text')
}

function invalid(error: ORPCError<string, unknown>): Refusal {
  const { cause } = error
  if (cause instanceof Refusal) return cause
  if (!(cause instanceof ValidationError)) return new Refusal('bad', 'http.malformed')
  const issues = (cause.issues as unknown as ZodIssue[]).map(issue => said(issue, cause.data))
  return new Refusal('bad', 'http.invalid', {}, issues)
}

type ZodIssue = {
  code?: string
  path?: (PropertyKey | { key: PropertyKey })[]
  params?: { code?: string }
  errors?: ZodIssue[][]
} & Record<string, unknown>

/** A zod issue with our text's key: its own code when a refinement gave one, else that of the kind of mistake. */
function said(issue: ZodIssue, input: unknown): Issue {
  const path = pathOf(issue)
  const inner = issue.code === 'invalid_union' ? nearest(issue.errors ?? []) : undefined
  if (inner) {
    const { path: below, ...rest } = said(inner, path.reduce(step, input))
    return { path: [...path, ...below], ...rest }
  }
  if (issue.params?.code) return { path, code: issue.params.code, params: issue.params }
  return { path, ...kindOf(issue, path.reduce(step, input)) }
}

const pathOf = (issue: ZodIssue) =>
  (issue.path ?? []).map(part => {
    const key = typeof part === 'object' ? part.key : part
    return typeof key === 'number' ? key : String(key)
  })

const step = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined

/** Of the alternatives of a union, the one that the input comes nearest to: the mistake lies deepest. */
const nearest = (alternatives: ZodIssue[][]) =>
  alternatives
    .flatMap(issues => issues.slice(0, 1))
    .filter(issue => (issue.path ?? []).length > 0)
    .sort((a, b) => (b.path ?? []).length - (a.path ?? []).length)[0]

const known = ['invalid_type', 'invalid_format', 'invalid_value', 'too_small', 'too_big', 'not_multiple_of']

function kindOf(issue: ZodIssue, value: unknown): { code: string; params?: Record<string, unknown> } {
  const { code = '', origin, expected, minimum, maximum, values, keys, format } = issue
  if (value === undefined && code !== 'unrecognized_keys') return { code: 'input.required' }
  if (code === 'unrecognized_keys') return { code: 'input.unknown_fields', params: { fields: listed(keys) } }
  if (code === 'too_small' || code === 'too_big') {
    const counted = origin === 'string' || origin === 'array' ? `_${String(origin)}` : ''
    return { code: `input.${code}${counted}`, params: { limit: String(minimum ?? maximum) } }
  }
  if (code === 'invalid_value') return { code: 'input.invalid_value', params: { values: listed(values) } }
  return { code: `input.${known.includes(code) ? code : 'invalid'}`, params: { expected, format } }
}

const listed = (values: unknown) => (Array.isArray(values) ? values.slice(0, 20).map(String).join(', ') : '')
