import pg from 'pg'

// Of what pg has and its types leave out.
type Inner = pg.Query & {
  name: string | undefined
  handleCommandComplete(message: unknown, connection: pg.Connection): void
}

export type Behind = { answered: Promise<pg.QueryResult>; haveRun(): boolean }

/**
 * Sends a statement behind commands that it needs, as one for the server: when a command fails, or is cancelled before it runs, the
 * server passes over the rest. Sent one by one the statement would run all the same, outside of its transaction and as the role that
 * logged in.
 */
export function sendBehind(client: pg.ClientBase, commands: string[], statement: pg.QueryConfig): Behind {
  const { promise, resolve, reject } = Promise.withResolvers<pg.QueryResult>()
  const whole = { ...statement, queryMode: 'extended' }
  const query = new pg.Query(whole, (error, result) =>
    error ? reject(error) : resolve(result as unknown as pg.QueryResult),
  ) as Inner
  const { submit, handleCommandComplete, name } = query
  let waiting = commands.length
  query.submit = connection => {
    for (const text of commands) run(connection, text)
    submit.call(query, connection)
    // Else the first command that is parsed is taken for the statement, and kept under its name.
    query.name = undefined
  }
  query.handleCommandComplete = (message, connection) => {
    if (waiting === 0) return handleCommandComplete.call(query, message, connection)
    waiting -= 1
    if (waiting === 0) query.name = name
  }
  client.query(query)
  return { answered: promise, haveRun: () => waiting === 0 }
}

function run(connection: pg.Connection, text: string) {
  connection.parse({ name: '', text, types: [] }, true)
  connection.bind({}, true)
  connection.execute({}, true)
}
