import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import type { SetUp } from '../src/lifecycle/defaults.ts'
import { createReadyMade } from '../src/lifecycle/lifecycle.ts'
import type { Ctx } from '../src/platform/ctx.ts'
import { type Database, openDatabase } from '../src/platform/db.ts'
import { newId } from '../src/platform/ids.ts'
import type { Locale } from '../src/platform/texts.ts'

type NewWorkspace = Partial<SetUp> & { locale?: Locale; now?: Date }

/** A database of this file's own, cloned from the migrated template; `workspace()` makes a workspace in it, with the ready-made definitions and no contacts, and the context of its owner. */
export function useDatabase() {
  const name = `test_${newId().replaceAll('-', '')}`
  let database: Database

  beforeAll(async () => {
    await onServer(`create database ${name} template embudo_template`)
    database = openDatabase(inject('postgres').replace(/\/\w+$/, `/${name}`), { connections: 8 })
  })
  afterAll(async () => {
    await database.close()
    await onServer(`drop database ${name} with (force)`)
  })

  return {
    database: () => database,
    async workspace({ locale = 'es', market = 'b2b', now, ...setUp }: NewWorkspace = {}): Promise<Ctx> {
      const id = newId()
      await database.owner
        .insertInto('workspaces')
        .values({ id, name: 'Academia Robledo', locale, market })
        .execute()
      const ctx: Ctx = {
        db: database.workspace(id),
        workspaceId: id,
        actor: { kind: 'system', name: 'test' },
        clock: now ? () => now : () => new Date(),
        locale,
      }
      await createReadyMade(ctx, { market, ...setUp })
      return ctx
    },
  }
}

async function onServer(statement: string) {
  const client = new pg.Client(inject('postgres'))
  await client.connect()
  await client.query(statement)
  await client.end()
}
