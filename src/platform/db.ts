import {
  CamelCasePlugin,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import { type Behind, sendBehind } from './behind.ts'
import { Refusal } from './errors.ts'
import { isUuid } from './ids.ts'
import type { KeptQuery } from './kept.ts'
import type { DB } from './schema.ts'

/** The role that every workspace query runs under: it owns nothing and cannot bypass row-level security. */
export const appRole = 'embudo_app'

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

export const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })]

/** Two doors to one database. `owner` is for identity, jobs and migrations; `workspace(id)` sees one workspace's rows. */
export type Database = {
  url: string
  pool: pg.Pool
  owner: Kysely<DB>
  workspace(id: string): Kysely<DB>
  close(): Promise<void>
}

/** Opens pools of at most `connections` on `url`; nothing is sent before the first query. */
export function openDatabase(url: string, { connections = 10 } = {}): Database {
  // A connection that lived long may hold plans of statements that nobody uses any more.
  const pool = new pg.Pool({
    ...{ connectionString: url, max: connections, maxLifetimeSeconds: 3600 },
    // One that rested a while is still worth more than a new one, which plans every statement again.
    ...{ idleTimeoutMillis: 600_000, pipeline: true },
  })
  // A connection that breaks is replaced by the pool, and its query fails; without listeners it would end the process.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  return {
    url,
    pool,
    owner: new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins }),
    workspace: id => new Kysely<DB>({ dialect: new WorkspaceDialect(pool, id), plugins }),
    close: () => pool.end(),
  }
}

class WorkspaceDialect implements Dialect {
  readonly #pool: pg.Pool
  readonly #begin: string[]

  constructor(pool: pg.Pool, workspaceId: string) {
    if (!isUuid(workspaceId)) throw new Refusal('missing', 'workspace.unknown')
    this.#pool = pool
    // Statements here are many and short: compiling one to machine code took 30 s where running it took 0.3 s.
    // `set local` takes no bind parameter (docs: CITUS rule 9), so the id was checked to be a UUID.
    const settings = ['jit = off', `role ${appRole}`, `app.workspace_id = '${workspaceId}'`]
    this.#begin = ['begin', ...settings.map(setting => `set local ${setting}`)]
  }

  createDriver = () => new WorkspaceDriver(this.#pool, this.#begin)
  createQueryCompiler = () => new PostgresQueryCompiler()
  createAdapter = () => new PostgresAdapter()
  createIntrospector = (db: Kysely<unknown>) => new PostgresIntrospector(db)
}

class WorkspaceDriver implements Driver {
  readonly #pool: pg.Pool
  readonly #begin: string[]

  constructor(pool: pg.Pool, begin: string[]) {
    this.#pool = pool
    this.#begin = begin
  }

  async init() {}
  async destroy() {}

  async acquireConnection() {
    return new WorkspaceConnection(await this.#pool.connect(), this.#begin)
  }

  beginTransaction = (connection: WorkspaceConnection) => connection.begin()
  commitTransaction = (connection: WorkspaceConnection) => connection.end('commit')
  rollbackTransaction = (connection: WorkspaceConnection) => connection.end('rollback')
  releaseConnection = (connection: WorkspaceConnection) => connection.release()
}

class WorkspaceConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  readonly #begin: string[]
  #inTransaction = false
  #hasBegun = false
  #first: Behind | undefined
  #left: Promise<unknown>[] = []
  #broken = false
  #planMode = 'auto'

  constructor(client: pg.PoolClient, begin: string[]) {
    this.#client = client
    this.#begin = begin
  }

  async begin() {
    this.#inTransaction = true
  }

  async end(command: 'commit' | 'rollback') {
    const hasBegun = this.#hasBegun
    this.#inTransaction = false
    this.#hasBegun = false
    this.#first = undefined
    this.#planMode = 'auto'
    if (!hasBegun) return
    const ended = this.#client.query(command).catch(error => {
      this.#broken = true
      throw error
    })
    if (command === 'rollback') this.#left = []
    await this.#inTurn(ended)
  }

  /** A statement alone brings its transaction along: what begins it and what ends it go out with it, in one trip there and back. */
  async executeQuery<R>(query: KeptQuery): Promise<QueryResult<R>> {
    if (this.#first) await this.#mustHaveBegun(this.#first)
    this.#gather()
    const isLeft = query.unheard && this.#hasBegun
    const answered = this.#send(query)
    if (isLeft) {
      answered.catch(() => {})
      this.#left.push(answered)
      return { rows: [] }
    }
    const ended = this.#inTransaction ? undefined : this.end('commit')
    await this.#inTurn(answered, ended)
    return resultOf(await answered)
  }

  /** What is sent before the program waits for anything goes out as one. */
  #gather() {
    const { stream } = this.#client.connection
    stream.cork()
    process.nextTick(() => stream.uncork())
  }

  /** Waits for these and what was left unheard before them; the first failure is the one that the others follow from. */
  async #inTurn(...sent: (Promise<unknown> | undefined)[]) {
    for (const each of await Promise.allSettled([...this.#left.splice(0), ...sent]))
      if (each.status === 'rejected') throw each.reason
  }

  /** What follows the first statement of a transaction, also when both are asked for at once: it would run without one. */
  async #mustHaveBegun({ answered, haveRun }: Behind) {
    await Promise.allSettled([answered])
    if (!haveRun()) throw new Error('the transaction did not begin')
    this.#first = undefined
  }

  /**
   * Begins the transaction with its first statement, so that an empty one costs nothing; a kept statement (kept.ts) runs by the plan
   * that this connection has of it, made for any inputs.
   */
  async #send({ sql: text, parameters, keptAs }: KeptQuery): Promise<pg.QueryResult> {
    const mode = keptAs ? 'force_generic_plan' : 'auto'
    const begin = this.#hasBegun ? [] : this.#begin
    const setting = mode === this.#planMode ? [] : [`set local plan_cache_mode = ${mode}`]
    const statement = { name: keptAs, text, values: [...parameters] }
    this.#planMode = mode
    if (begin.length + setting.length === 0) return this.#client.query(statement)
    const behind = sendBehind(this.#client, [...begin, ...setting], statement)
    if (!this.#hasBegun && this.#inTransaction) this.#first = behind
    this.#hasBegun = true
    try {
      return await behind.answered
    } catch (error) {
      // What the connection knows of the statement may be wrong then.
      if (!behind.haveRun()) this.#broken = true
      throw error
    }
  }

  // biome-ignore lint/correctness/useYield: part of Kysely's interface; lists are read in keyset pages instead.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('not supported: read in pages')
  }

  async release() {
    this.#client.release(this.#broken)
  }
}

function resultOf<R>({ command, rowCount, rows }: pg.QueryResult): QueryResult<R> {
  const counts = command !== 'SELECT' && rowCount !== null
  return counts ? { rows, numAffectedRows: BigInt(rowCount) } : { rows }
}
