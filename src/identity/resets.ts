import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Database } from '../platform/db.ts'
import { Refusal } from '../platform/errors.ts'
import type { Caller, Incoming } from '../platform/http.ts'
import { newId } from '../platform/ids.ts'
import type { Identity } from './identity.ts'
import { memberToChange } from './members.ts'
import { hashPassword, storePassword } from './people.ts'
import { makeSecret, readSecret } from './secrets.ts'
import { note, signIn } from './sessions.ts'

const validFor = 24 * 60 * 60 * 1000

/**
 * Makes the link with which a member who forgot their password sets another; an earlier link of theirs ends. It opens every
 * workspace of theirs, so only who administers all of those makes one.
 */
export async function makeResetLink(ctx: Ctx, database: Database, by: Caller, userId: string) {
  const member = await memberToChange(ctx, by.role, userId)
  await refuseBeyond(database, by.user?.id ?? '', userId)
  const now = ctx.clock()
  const expiresAt = new Date(now.getTime() + validFor)
  const { secret, secretHash } = makeSecret('rst', ctx.workspaceId)
  await database.owner.transaction().execute(async db => {
    await db.deleteFrom('verifications').where('value', '=', userId).execute()
    await db
      .insertInto('verifications')
      .values({
        ...{ id: newId(), identifier: `reset:${secretHash}`, value: userId },
        ...{ expiresAt, createdAt: now, updatedAt: now },
      })
      .execute()
  })
  await audit(ctx, 'password.link_made', { id: userId, name: member.name })
  return { secret, expiresAt }
}

async function refuseBeyond({ owner }: Database, by: string, userId: string) {
  const beyond = await owner
    .selectFrom('members as theirs')
    .leftJoin('members as mine', join =>
      join.onRef('mine.workspaceId', '=', 'theirs.workspaceId').on('mine.userId', '=', by),
    )
    .where('theirs.userId', '=', userId)
    .where(
      sql<boolean>`mine.role is null or mine.role not in ('owner', 'admin') or (theirs.role = 'owner' and mine.role <> 'owner')`,
    )
    .select('theirs.workspaceId')
    .limit(1)
    .executeTakeFirst()
  if (beyond) throw new Refusal('forbidden', 'identity.reset_elsewhere')
}

/** Whose password a link sets. */
export async function lookAtReset({ database, clock }: Incoming, secret: string) {
  const found = await openReset(database, clock(), secret)
    .innerJoin('users', join => join.on(sql<boolean>`users.id::text = verifications.value`))
    .select(['users.name', 'users.email'])
    .executeTakeFirst()
  if (!found) throw notValid()
  return found
}

type NewPassword = { secret: string; password: string }

/** Sets the password, ends the person's sessions and the link, and signs them in. */
export async function resetPassword(
  identity: Identity,
  incoming: Incoming,
  { secret, password }: NewPassword,
) {
  const { database, clock } = incoming
  const { name, email } = await lookAtReset(incoming, secret)
  const hash = await hashPassword(identity.auth, password, [name, email])
  await database.owner.transaction().execute(async db => {
    const used = await db
      .deleteFrom('verifications')
      .where('identifier', '=', identifierOf(secret))
      .returning('value')
      .executeTakeFirst()
    if (!used) throw notValid()
    await storePassword(db, used.value, hash, clock())
  })
  await note(identity, incoming, email, 'password.reset')
  await signIn(identity, incoming, { email, password })
}

const openReset = ({ owner }: Database, now: Date, secret: string) =>
  owner
    .selectFrom('verifications')
    .where('identifier', '=', identifierOf(secret))
    .where('verifications.expiresAt', '>', now)

const identifierOf = (secret: string) => `reset:${readSecret(secret)?.secretHash ?? ''}`

const notValid = () => new Refusal('missing', 'identity.reset_not_valid')
