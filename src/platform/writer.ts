import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import pg from 'pg'
import { plugins } from './db.ts'
import { isUuid } from './ids.ts'
import type { DB } from './schema.ts'

/** A value that a kept statement gets each time it runs, standing where a parameter stands. */
export class Given<T> {
  readonly read: (inputs: Record<string, unknown>) => T
  readonly #named = new Map<string, unknown>()

  constructor(read: (inputs: Record<string, unknown>) => T) {
    this.read = read
  }

  /** What follows from it; by one `name` always the same thing, which is then sent once. */
  map<U>(change: (value: T) => U, name?: string): Given<U> {
    const found = name === undefined ? undefined : (this.#named.get(name) as Given<U> | undefined)
    const given = found ?? new Given(inputs => change(this.read(inputs)))
    if (name !== undefined) this.#named.set(name, given)
    return given
  }
}

/** A value that is known, or given when a kept statement runs. */
export type Known<T> = T | Given<T>

/**
 * Writes out as constants what is the same at every run, so that a plan made once can reckon with it: of a list of names it makes
 * a hash table, where it would compare with each in turn. Ids and lists of them stay parameters, because statistics of a workspace may not be there yet.
 */
class Writing extends PostgresQueryCompiler {
  readonly #places = new Map<unknown, string>()

  override compileQuery(...query: Parameters<PostgresQueryCompiler['compileQuery']>) {
    this.#places.clear()
    return super.compileQuery(...query)
  }

  protected override appendValue(value: unknown) {
    const constant = value instanceof Given || isOfIds(value) ? undefined : textOf(value)
    if (constant === undefined) this.#appendOnce(value)
    else this.append(constant === null ? 'null' : pg.escapeLiteral(constant))
  }

  /** One parameter for each value, however often it stands there: PostgreSQL works alike aggregates out once. */
  #appendOnce(value: unknown) {
    const place = this.#places.get(value)
    if (place !== undefined) return this.append(place)
    super.appendValue(value)
    this.#places.set(value, this.getCurrentParameterPlaceholder())
  }
}

const isOfIds = (value: unknown): boolean =>
  Array.isArray(value) ? value.some(isOfIds) : typeof value === 'string' && isUuid(value)

/** As PostgreSQL reads a value whose type it works out from where it stands; undefined for what is better left a parameter. */
function textOf(value: unknown): string | null | undefined {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return listed(value)
  return typeof value === 'object' ? undefined : String(value)
}

function listed(values: unknown[]): string | undefined {
  const texts = values.map(textOf)
  if (texts.includes(undefined) || values.some(Array.isArray)) return undefined
  return `{${texts.map(text => (text === null ? 'null' : `"${text?.replace(/[\\"]/g, '\\$&')}"`)).join()}}`
}

/** What kept statements are written by; it runs none. */
export const writer = new Kysely<DB>({
  dialect: {
    createDriver: () => new DummyDriver(),
    createQueryCompiler: () => new Writing(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: db => new PostgresIntrospector(db),
  },
  plugins,
})
