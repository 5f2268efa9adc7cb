import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startThrowAway } from '../src/platform/embedded.ts'
import { migrate } from '../src/platform/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string
  }
}

/** One PostgreSQL for the whole test run, with a migrated template that each file clones. TEST_DATABASE_URL takes another server. */
export default async function setup(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL
  const server = given
    ? { url: given, stop: async () => {} }
    : await startThrowAway({ max_connections: 200, shared_buffers: '128MB' })
  const client = new pg.Client(server.url)
  await client.connect()
  await client.query('drop database if exists embudo_template')
  await client.query('create database embudo_template')
  await client.end()
  await migrate(server.url.replace(/\/\w+$/, '/embudo_template'))
  project.provide('postgres', server.url)
  return server.stop
}
