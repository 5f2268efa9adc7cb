import type { Compilable, CompiledQuery, Kysely, RawBuilder } from 'kysely'
import type { Ctx } from './ctx.ts'
import type { DB } from './schema.ts'
import { Given, type Known, writer } from './writer.ts'

export { Given, type Known }

/** What follows from a value, now or when it is given. */
export const following = <T, U>(value: Known<T>, change: (value: T) => U, name?: string): Known<U> =>
  value instanceof Given ? value.map(change, name) : change(value)

/** A statement that was written once. With few rows in hand each connection also keeps its plan: planning a long statement takes longer than running it. */
export type Kept<I, R> = (ctx: Pick<Ctx, 'db'>, inputs: I) => Promise<R[]>

export type KeptQuery = CompiledQuery & { keptAs?: string; unheard?: boolean }

/** Up to so many elements of every list a plan made without knowing them is as good as one made for them. */
const few = 250

let written = 0

export type Keeping = {
  /** The plan for few is the right one for any number. */
  forAny?: boolean
  /** Inside a transaction nobody waits for its end: what is waited for next, or the commit, tells of its failure. */
  unheard?: boolean
}

/** Writes a statement whose parameters may be the inputs. `write` runs once, at the first use. */
export function kept<I extends Record<string, unknown>, R>(
  write: (given: { [K in keyof I]: Given<I[K]> }) => RawBuilder<R>,
  keeping?: Keeping,
): Kept<I, R> {
  return keptAs<I, R>(given => db => write(given).compile(db), keeping)
}

/** The same of a query made with Kysely's builder, for which the inputs pass as values of their types. */
export const keptQuery =
  <I extends Record<string, unknown>>() =>
  <R>(build: (db: Kysely<DB>, given: I) => Compilable<R>): Kept<I, R> =>
    keptAs<I, R>(given => db => build(db, given as unknown as I).compile())

function keptAs<I extends Record<string, unknown>, R>(
  write: (given: { [K in keyof I]: Given<I[K]> }) => (db: Kysely<DB>) => CompiledQuery<R>,
  { forAny = false, unheard }: Keeping = {},
): Kept<I, R> {
  const given = new Proxy({} as { [K in keyof I]: Given<I[K]> }, {
    get: (_, key: string) => new Given(inputs => inputs[key]),
  })
  let query: CompiledQuery<R> | undefined
  const name = `kept_${++written}`
  return async (ctx, inputs) => {
    query ??= write(given)(writer)
    const parameters = query.parameters.map(each => (each instanceof Given ? each.read(inputs) : each))
    const isFew = forAny || Object.values(inputs).every(input => !Array.isArray(input) || input.length <= few)
    const filled: KeptQuery = { ...query, parameters, unheard, ...(isFew && { keptAs: name }) }
    return (await ctx.db.executeQuery(filled)).rows as R[]
  }
}

const mostHeld = 200

/** Statements of which there is one for each definition in use: the newest so many are held. */
export function keptByKey<I extends Record<string, unknown>, R>(keeping?: Keeping) {
  const held = new Map<string, Kept<I, R>>()
  return (key: string, write: Parameters<typeof kept<I, R>>[0]): Kept<I, R> => {
    const found = held.get(key) ?? kept<I, R>(write, keeping)
    held.delete(key)
    held.set(key, found)
    if (held.size > mostHeld) held.delete(held.keys().next().value ?? '')
    return found
  }
}
