import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Database } from '../platform/db.ts'
import { Refusal } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import type { Role } from '../platform/permissions.ts'
import type { SellsTo, WorkspaceSettings } from './contract.ts'
import type { Identity } from './identity.ts'
import { enter, hashPassword, insertPerson, join, type NewPerson } from './people.ts'

/** Whether the program still waits for its first person. */
export async function isOpen({ owner }: Database): Promise<boolean> {
  return (await owner.selectFrom('users').select('id').limit(1).executeTakeFirst()) === undefined
}

// Any number that nobody else uses: the advisory lock under which set-ups wait for one another.
const lock = 7_239_412

/**
 * Creates the first person, their workspace and all that it starts with, in one transaction. Refused once there is
 * anybody: of two at the same moment one wins. Returns the new workspace's context.
 */
export async function setUp(
  identity: Identity,
  now: Date,
  person: NewPerson,
  settings: WorkspaceSettings,
  sellsTo?: SellsTo,
): Promise<Ctx> {
  const { database, auth, onWorkspaceCreated } = identity
  if (!(await isOpen(database))) throw new Refusal('conflict', 'identity.set_up_already')
  const hash = await hashPassword(auth, person.password, [person.name, person.email, settings.name])

  return database.owner.transaction().execute(async db => {
    await sql`select pg_advisory_xact_lock(${lock})`.execute(db)
    if (await db.selectFrom('users').select('id').limit(1).executeTakeFirst())
      throw new Refusal('conflict', 'identity.set_up_already')

    const { id, name, email, locale } = await insertPerson(db, now, person, hash)
    const workspaceId = newId()
    await db
      .insertInto('workspaces')
      .values({ id: workspaceId, ...settings, createdAt: now })
      .execute()
    await enter(db, workspaceId)
    const ctx: Ctx = { db, workspaceId, actor: { kind: 'user', id, name }, clock: () => now, locale }
    await join(ctx, { id, name, email, locale }, 'owner')
    await audit(ctx, 'setup.done', { id: workspaceId, name: settings.name })
    await onWorkspaceCreated(ctx, settings, sellsTo)
    return ctx
  })
}

/**
 * Makes somebody a member of a workspace, with an account when they have none yet: for the command line. Whoever has one
 * keeps their password, and whoever belongs to the workspace their role. Returns what they were before.
 */
export async function addPerson(
  { database, auth }: Identity,
  { workspaceId, actor, clock, locale }: Ctx,
  person: NewPerson,
  role: Role,
): Promise<'unknown' | 'known' | 'member'> {
  const hash = await hashPassword(auth, person.password, [person.name, person.email])
  const now = clock()
  return database.owner.transaction().execute(async db => {
    const known = await db
      .selectFrom('users')
      .where('email', '=', person.email)
      .select(['id', 'name', 'email'])
      .executeTakeFirst()
    const { id, name, email } = known ?? (await insertPerson(db, now, person, hash))
    await enter(db, workspaceId)
    const ctx: Ctx = { db, workspaceId, actor, clock, locale }
    const joined = await join(ctx, { id, name, email, locale }, role)
    if (joined) await audit(ctx, 'member.joined', { id, name: email }, { role })
    if (!known) return 'unknown'
    return joined ? 'known' : 'member'
  })
}
