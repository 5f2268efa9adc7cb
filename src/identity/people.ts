import { type Kysely, sql, type Transaction } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { appRole, type Database } from '../platform/db.ts'
import { Refusal } from '../platform/errors.ts'
import { isUuid, newId } from '../platform/ids.ts'
import type { Role } from '../platform/permissions.ts'
import type { DB } from '../platform/schema.ts'
import type { Locale } from '../platform/texts.ts'
import type { Auth } from './auth.ts'
import { checkPassword } from './passwords.ts'

export type NewPerson = { name: string; email: string; password: string; locale: Locale }
export type Person = { id: string; name: string; email: string; locale: Locale }

/** Checks the password and hashes it (slow on purpose: call it before the transaction). */
export async function hashPassword(auth: Auth, password: string, about: string[]): Promise<string> {
  checkPassword(password, about)
  return (await auth.$context).password.hash(password)
}

/** Stores a person and how they sign in. */
export async function insertPerson(
  db: Transaction<DB>,
  now: Date,
  { name, email, locale }: Omit<NewPerson, 'password'>,
  passwordHash: string,
): Promise<Person> {
  const person = { id: newId(), name, email, locale }
  const dates = { createdAt: now, updatedAt: now }
  await db
    .insertInto('users')
    .values({ ...person, ...dates })
    .execute()
  const account = {
    userId: person.id,
    accountId: person.id,
    providerId: 'credential',
    password: passwordHash,
  }
  await db
    .insertInto('accounts')
    .values({ id: newId(), ...account, ...dates })
    .execute()
  return person
}

/** Makes a person a member; one who is already stays as they are. Returns whether they were not. */
export async function join(ctx: Ctx, { id, name, email }: Person, role: Role) {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('members')
    .values({ workspaceId: ctx.workspaceId, userId: id, name, email, role, createdAt: ctx.clock() })
    .onConflict(conflict => conflict.columns(['workspaceId', 'userId']).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** From here on an owner's transaction sees one workspace only, like any other context's. */
export async function enter(db: Transaction<DB>, workspaceId: string) {
  if (!isUuid(workspaceId)) throw new Refusal('missing', 'workspace.unknown')
  await sql.raw(`set local role ${appRole}`).execute(db)
  await sql.raw(`set local app.workspace_id = '${workspaceId}'`).execute(db)
}

/** Sets a person's password without the old one and ends their sessions: for the command line. */
export async function setPassword({ owner }: Database, auth: Auth, email: string, password: string) {
  const person = await owner
    .selectFrom('users')
    .where('email', '=', email.toLowerCase())
    .select(['id', 'name'])
    .executeTakeFirst()
  if (!person) throw new Refusal('missing', 'identity.unknown_person')
  await storePassword(owner, person.id, await hashPassword(auth, password, [person.name, email]), new Date())
}

/** Another password for a person, whose sessions end. */
export async function storePassword(owner: Kysely<DB>, userId: string, hash: string, now: Date) {
  await owner
    .updateTable('accounts')
    .set({ password: hash, updatedAt: now })
    .where('userId', '=', userId)
    .execute()
  await owner.deleteFrom('sessions').where('userId', '=', userId).execute()
}

/** Changes a person's own name or language, wherever it stands. */
export async function changeMe(
  { owner }: Database,
  now: Date,
  person: Person,
  changes: Partial<Pick<Person, 'name' | 'locale'>>,
) {
  const { id, name, email, locale } = { ...person, ...changes }
  await owner.transaction().execute(async db => {
    await db.updateTable('users').set({ name, locale, updatedAt: now }).where('id', '=', id).execute()
    await db.updateTable('members').set({ name }).where('userId', '=', id).execute()
  })
  return { id, name, email, locale }
}
