import { audit } from '../audit/audit.ts'
import type { AuditAction } from '../audit/contract.ts'
import type { Actor, Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import type { Caller, Incoming } from '../platform/http.ts'
import { type Identity, passCookies, personOf, workspacesOf } from './identity.ts'
import { forgive, limit } from './limits.ts'
import { checkPassword } from './passwords.ts'

type Credentials = { email: string; password: string }

/**
 * Starts a session; its cookie goes with the answer. Returns its token. Tries are limited for each address that sends them, for each account
 * from one address, and for each account from everywhere, so that nobody can lock a person out from elsewhere for long.
 */
export async function signIn(identity: Identity, incoming: Incoming, { email, password }: Credentials) {
  const { database, clock, ip, headers } = incoming
  const pair = `sign-in:${email}:${ip}`
  await limit(database, clock(), { key: `sign-in:${ip}`, most: 60, minutes: 15 })
  await limit(database, clock(), { key: pair, most: 10, minutes: 15 })
  await limit(database, clock(), { key: `sign-in:${email}`, most: 100, minutes: 60 })

  const answer = await identity.auth.api.signInEmail({ body: { email, password }, headers, asResponse: true })
  if (isWrong(answer)) {
    await note(identity, incoming, email, 'sign_in.failed')
    throw new Refusal('unauthenticated', 'identity.wrong_credentials')
  }
  passCookies(answer.headers, incoming)
  await forgive(database, clock(), pair)
  await note(identity, incoming, email, 'sign_in.done')
  return ((await answer.json()) as { token: string }).token
}

/** Whether what was typed is wrong. Any other failure is nobody's mistake but ours, and is not said to be theirs. */
function isWrong({ ok, status }: Response): boolean {
  if (ok) return false
  if (status === 400 || status === 401) return true
  if (status === 429) throw new Refusal('tooMany', 'identity.too_many_tries', { minutes: 1 })
  throw new Error(`signing in failed with status ${status}`)
}

export async function signOut(identity: Identity, incoming: Incoming, caller: Caller | undefined) {
  const { email } = personOf(caller)
  const answer = await identity.auth.api.signOut({ headers: incoming.headers, asResponse: true })
  passCookies(answer.headers, incoming)
  await note(identity, incoming, email, 'sign_out.done')
}

/** Works in another of the person's workspaces from now on, in this session. */
export async function enterWorkspace(
  identity: Identity,
  incoming: Incoming,
  caller: Caller | undefined,
  id: string,
) {
  const mine = await workspacesOf(identity.database, personOf(caller).id)
  if (!mine.some(workspace => workspace.id === id)) throw new Refusal('missing', 'workspace.unknown')
  const found = await identity.auth.api.getSession({ headers: incoming.headers })
  await workIn(identity, found?.session.token ?? '', id)
}

/** A session works in that workspace from now on. */
export const workIn = ({ database }: Identity, token: string, activeWorkspaceId: string | null) =>
  database.owner.updateTable('sessions').set({ activeWorkspaceId }).where('token', '=', token).execute()

type NewPassword = { currentPassword: string; password: string }

/** Changes the password and ends every other session of the person; this one goes on under a new cookie. */
export async function changePassword(
  identity: Identity,
  incoming: Incoming,
  caller: Caller | undefined,
  { currentPassword, password }: NewPassword,
) {
  const person = personOf(caller)
  const { database, clock, headers } = incoming
  await limit(database, clock(), { key: `password:${person.id}`, most: 10, minutes: 15 })
  checkPassword(password, [person.name, person.email])

  const body = { currentPassword, newPassword: password, revokeOtherSessions: true }
  const answer = await identity.auth.api.changePassword({ body, headers, asResponse: true })
  if (isWrong(answer))
    throw new Refusal('bad', 'http.invalid', {}, [
      { path: ['currentPassword'], code: 'identity.wrong_password' },
    ])
  passCookies(answer.headers, incoming)
  const { token } = (await answer.json()) as { token: string }
  await workIn(identity, token, caller?.ctx?.workspaceId ?? null)
  await note(identity, incoming, person.email, 'password.changed')
}

/** Writes an act down in each workspace of the person. A failed sign-in proves nobody's identity: it has no actor. */
export async function note(
  { database }: Identity,
  { clock, locale }: Incoming,
  email: string,
  action: AuditAction,
) {
  const memberships = await database.owner
    .selectFrom('members')
    .where('email', '=', email)
    .select(['workspaceId', 'userId', 'name'])
    .execute()
  for (const { workspaceId, userId, name } of memberships) {
    const actor: Actor =
      action === 'sign_in.failed' ? { kind: 'system', name: 'Embudo' } : { kind: 'user', id: userId, name }
    const ctx: Ctx = { db: database.workspace(workspaceId), workspaceId, actor, clock, locale }
    await audit(ctx, action, { id: userId, name })
  }
}
