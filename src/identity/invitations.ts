import { audit } from '../audit/audit.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import type { Caller, Incoming } from '../platform/http.ts'
import { newId } from '../platform/ids.ts'
import type { Role } from '../platform/permissions.ts'
import type { Identity } from './identity.ts'
import { enter, hashPassword, insertPerson, join, type Person } from './people.ts'
import { makeSecret, readSecret } from './secrets.ts'
import { enterWorkspace, signIn, workIn } from './sessions.ts'

const validFor = 7 * 24 * 60 * 60 * 1000

/** Those that can still be accepted, newest first. */
export const listInvitations = (ctx: Ctx) => openInvitations(ctx).orderBy('id', 'desc').execute()

type NewInvitation = { email: string; role: Role }

/** Invites a person; an earlier invitation of theirs ends. The secret goes into the link that the administrator copies. */
export async function createInvitation(ctx: Ctx, by: Role | undefined, { email, role }: NewInvitation) {
  if (role === 'owner' && by !== 'owner') throw new Refusal('forbidden', 'identity.only_owners')
  const member = await ctx.db
    .selectFrom('members')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('email', '=', email)
    .select('userId')
    .executeTakeFirst()
  if (member) throw new Refusal('conflict', 'identity.member_already', { email })

  const now = ctx.clock()
  const id = newId()
  const { secret, secretHash } = makeSecret('inv', ctx.workspaceId)
  await endOpen(ctx, email)
  await ctx.db
    .insertInto('invitations')
    .values({
      ...{ workspaceId: ctx.workspaceId, id, email, role, secretHash, invitedByName: ctx.actor.name },
      invitedBy: 'id' in ctx.actor ? ctx.actor.id : null,
      ...{ createdAt: now, expiresAt: new Date(now.getTime() + validFor) },
    })
    .execute()
  await audit(ctx, 'invitation.created', { id, name: email }, { role })
  return { invitation: await openInvitations(ctx).where('id', '=', id).executeTakeFirstOrThrow(), secret }
}

export async function revokeInvitation(ctx: Ctx, id: string) {
  const open = await openInvitations(ctx).where('id', '=', id).executeTakeFirst()
  if (!open) throw new Refusal('missing', 'identity.unknown_invitation')
  await endOpen(ctx, open.email)
  await audit(ctx, 'invitation.revoked', { id, name: open.email })
}

/** What the holder of a link is told before accepting. */
export async function lookAt({ database, clock, locale }: Incoming, secret: string) {
  const { ctx, secretHash } = placeOf({ database, clock, locale }, secret)
  const invitation = await openInvitations(ctx).where('secretHash', '=', secretHash).executeTakeFirst()
  if (!invitation) throw notValid()
  const { email, role, invitedBy } = invitation
  const workspace = await ctx.db.selectFrom('workspaces').select('name').executeTakeFirstOrThrow()
  return {
    company: workspace.name,
    email,
    role,
    invitedBy,
    hasAccount: (await personWith(database, email)) !== undefined,
  }
}

type Acceptance = { secret: string; name?: string; password?: string }

/**
 * Makes the invited person a member: the one who is signed in, if the invitation is theirs, else who proves by their password
 * that they have the account, else a new account with the name and password given. They are signed in and work there.
 */
export async function accept(
  identity: Identity,
  incoming: Incoming,
  caller: Caller | undefined,
  given: Acceptance,
) {
  const { database, clock } = incoming
  const { ctx, secretHash } = placeOf(incoming, given.secret)
  const invitation = await openInvitations(ctx).where('secretHash', '=', secretHash).executeTakeFirst()
  if (!invitation) throw notValid()
  const { email } = invitation
  if (caller?.user && caller.user.email !== email)
    throw new Refusal('forbidden', 'identity.invitation_for_other', { email })
  const known = caller?.user ?? (await personWith(database, email))
  const password = given.password ?? ''
  const token = known && !caller?.user ? await signIn(identity, incoming, { email, password }) : undefined
  const hash = known
    ? ''
    : await hashPassword(identity.auth, required(given).password, [required(given).name, email])

  await database.owner.transaction().execute(async db => {
    const now = clock()
    const person: Person =
      known ??
      (await insertPerson(db, now, { name: required(given).name, email, locale: incoming.locale }, hash))
    await enter(db, ctx.workspaceId)
    const inside: Ctx = { ...ctx, db, actor: { kind: 'user', id: person.id, name: person.name } }
    const taken = await inside.db
      .updateTable('invitations')
      .set({ acceptedAt: now })
      .where('workspaceId', '=', ctx.workspaceId)
      .where('secretHash', '=', secretHash)
      .where('acceptedAt', 'is', null)
      .where('revokedAt', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!taken) throw notValid()
    await join(inside, person, invitation.role)
    await audit(inside, 'member.joined', { id: person.id, name: person.name }, { role: invitation.role })
  })
  if (caller?.user) await enterWorkspace(identity, incoming, caller, ctx.workspaceId)
  else
    await workIn(identity, token ?? (await signIn(identity, incoming, { email, password })), ctx.workspaceId)
}

function required({ name, password }: Acceptance) {
  const missing = Object.entries({ name, password }).flatMap(([key, value]) =>
    value === undefined ? [key] : [],
  )
  if (name !== undefined && password !== undefined) return { name, password }
  throw new Refusal(
    'bad',
    'http.invalid',
    {},
    missing.map(key => ({ path: [key], code: 'input.required' })),
  )
}

function placeOf(
  { database, clock, locale }: Pick<Incoming, 'database' | 'clock' | 'locale'>,
  secret: string,
) {
  const read = readSecret(secret)
  if (!read) throw notValid()
  const { workspaceId, secretHash } = read
  const actor = { kind: 'system', name: 'Embudo' } as const
  const ctx: Ctx = { db: database.workspace(workspaceId), workspaceId, actor, clock, locale }
  return { ctx, secretHash }
}

const notValid = () => new Refusal('missing', 'identity.invitation_not_valid')

const personWith = ({ owner }: Incoming['database'], email: string) =>
  owner
    .selectFrom('users')
    .where('email', '=', email)
    .select(['id', 'name', 'email', 'locale'])
    .$narrowType<Person>()
    .executeTakeFirst()

const endOpen = (ctx: Ctx, email: string) =>
  ctx.db
    .updateTable('invitations')
    .set({ revokedAt: ctx.clock() })
    .where('workspaceId', '=', ctx.workspaceId)
    .where('email', '=', email)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .execute()

const openInvitations = (ctx: Ctx) =>
  ctx.db
    .selectFrom('invitations')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', ctx.clock())
    .select(['id', 'email', 'role', 'invitedByName as invitedBy', 'createdAt', 'expiresAt'])
    .$narrowType<{ role: Role }>()
