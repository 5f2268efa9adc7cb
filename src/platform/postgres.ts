import pg from 'pg'
import type { Config } from './config.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { Refusal } from './errors.ts'

const oldest = 15

/** The database of the settings: the server of DATABASE_URL, which is left running at the end, or the embedded one. */
export async function openPostgres(config: Config, moved: (place: string) => void): Promise<Embedded> {
  if (!config.databaseUrl) return startEmbedded(config.dataDir, { moved })
  await checkServer(config.databaseUrl)
  return { url: config.databaseUrl, stop: async () => {} }
}

async function checkServer(url: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    const found = rows[0]?.server_version ?? ''
    if (Number.parseInt(found, 10) < oldest)
      throw new Refusal('conflict', 'platform.old_postgres', { found, wanted: oldest })
  } catch (error) {
    if (error instanceof Refusal) throw error
    const reason =
      error instanceof Error ? error.message || ('code' in error && String(error.code)) : String(error)
    throw new Refusal('busy', 'platform.database_unreachable', { reason })
  } finally {
    await client.end().catch(() => {})
  }
}
