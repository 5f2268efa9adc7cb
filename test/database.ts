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
  let clone: Clone
  let database: Database

  beforeAll(async () => {
    clone = await cloneTemplate()
    database = openDatabase(clone.url, { connections: 8 })
  })
  afterAll(async () => {
    await database.close()
    await clone.drop()
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

export type Clone = { url: string; drop(): Promise<void> }

/** A database of one's own, as the program finds it after its migrations. */
export const cloneTemplate = () => createDatabase('template embudo_template')

/** The same before its first start. */
export const emptyDatabase = () => createDatabase('')

async function createDatabase(how: string): Promise<Clone> {
  const name = `test_${newId().replaceAll('-', '')}`
  await onServer(`create database ${name} ${how}`)
  return {
    url: inject('postgres').replace(/\/\w+$/, `/${name}`),
    drop: () => onServer(`drop database ${name} with (force)`),
  }
}

async function onServer(statement: string) {
  const client = new pg.Client(inject('postgres'))
  await client.connect()
  await client.query(statement)
  await client.end()
}
