/** Where in the input something is wrong: a path of keys and indexes, and the text key that says what. */
export type Issue = { path: (string | number)[]; code: string; params?: Record<string, unknown> }

const statuses = {
  bad: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  tooLarge: 413,
  tooMany: 429,
  busy: 503,
} as const

export type RefusalKind = keyof typeof statuses

/** Something the caller can act on. `code` is a key under `errors.` in the dictionaries; anything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly code: string
  readonly params: Record<string, unknown>
  readonly issues: Issue[]

  constructor(kind: RefusalKind, code: string, params: Record<string, unknown> = {}, issues: Issue[] = []) {
    super(code)
    this.name = 'Refusal'
    this.kind = kind
    this.code = code
    this.params = params
    this.issues = issues
  }

  get status(): number {
    return statuses[this.kind]
  }
}
