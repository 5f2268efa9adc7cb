import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import type { Database } from '../platform/db.ts'
import { Refusal } from '../platform/errors.ts'
import type { Caller, Incoming } from '../platform/http.ts'
import type { Role } from '../platform/permissions.ts'
import type { Locale } from '../platform/texts.ts'
import { type Auth, createAuth } from './auth.ts'
import type { SellsTo, WorkspaceSettings } from './contract.ts'
import { callerOfKey } from './keys.ts'
import { permissionsOfRole } from './roles.ts'
import { cookieSecret } from './secrets.ts'

export { setPassword } from './people.ts'
export { addPerson, isOpen, setUp } from './setup.ts'
export { workspaceOf } from './workspaces.ts'

export type Identity = {
  database: Database
  auth: Auth
  /** The address that people type, when a setting says it. */
  publicUrl?: string
  /** What else a new workspace starts with, in the transaction that creates it. */
  onWorkspaceCreated: (ctx: Ctx, settings: WorkspaceSettings, sellsTo?: SellsTo) => Promise<void>
  /** What follows from other answers to the questions of set-up, in the transaction that changes them. */
  onSettingsChanged: (ctx: Ctx, was: WorkspaceSettings, is: WorkspaceSettings) => Promise<void>
}

export type IdentityOptions = Pick<Identity, 'database' | 'onWorkspaceCreated'> &
  Partial<Pick<Identity, 'onSettingsChanged'>> & {
    /** Absent: the program is reached by whatever address leads to it. */
    publicUrl?: string
    /** Signs the cookies; without it the database keeps one. */
    secret?: string
  }

export async function createIdentity({
  database,
  onWorkspaceCreated,
  onSettingsChanged = async () => {},
  publicUrl,
  secret,
}: IdentityOptions) {
  const auth = createAuth({
    ...{ database, publicUrl: publicUrl ?? 'http://localhost' },
    secret: secret ?? (await cookieSecret(database)),
  })
  return { database, auth, publicUrl, onWorkspaceCreated, onSettingsChanged } satisfies Identity
}

/** Who sends a request: an API key if it carries one, else the person of the session; undefined for a stranger. */
export function identify(identity: Identity, incoming: Incoming): Promise<Caller | undefined> {
  const { headers } = incoming
  const bearer = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  const key = bearer ?? headers.get('x-api-key')
  return key ? callerOfKey(incoming, key) : callerOfSession(identity, incoming)
}

async function callerOfSession(
  { auth, database }: Identity,
  incoming: Incoming,
): Promise<Caller | undefined> {
  if (!incoming.headers.has('cookie')) return undefined
  const found = await auth.api.getSession({ headers: incoming.headers, returnHeaders: true })
  passCookies(found.headers, incoming)
  if (!found.response) return undefined

  const { user, session } = found.response
  const locale: Locale = user.locale === 'en' ? 'en' : 'es'
  const person = { id: user.id, name: user.name, email: user.email, locale }
  const place = await placeOf(database, user.id, session.activeWorkspaceId ?? null)
  if (!place) return { user: person, permissions: new Set() }
  const { workspaceId, role } = place
  const actor = { kind: 'user', id: user.id, name: user.name } as const
  const ctx = { db: database.workspace(workspaceId), workspaceId, actor, clock: incoming.clock, locale }
  return { user: person, role, permissions: permissionsOfRole[role], ctx }
}

/** The workspace where a person works: the one they entered, if they still belong to it, else their first. */
const placeOf = ({ owner }: Database, userId: string, active: string | null) =>
  owner
    .selectFrom('members')
    .where('userId', '=', userId)
    .select(['workspaceId', 'role'])
    .$narrowType<{ role: Role }>()
    .orderBy(sql`workspace_id = ${active}`, order => order.desc().nullsLast())
    .orderBy('createdAt')
    .orderBy('workspaceId')
    .limit(1)
    .executeTakeFirst()

/** The workspaces of a person. */
export const workspacesOf = ({ owner }: Database, userId: string) =>
  owner
    .selectFrom('members')
    .innerJoin('workspaces', 'workspaces.id', 'members.workspaceId')
    .where('userId', '=', userId)
    .select(['workspaces.id', 'workspaces.name', 'role'])
    .$narrowType<{ role: Role }>()
    .orderBy('workspaces.name')
    .execute()

/** Cookies that better-auth sets go with our answer. */
export function passCookies(from: Headers, { reply }: Incoming) {
  for (const cookie of from.getSetCookie()) reply.append('set-cookie', cookie)
}

/** The person of a `signed-in` endpoint, which the door has checked. */
export function personOf(caller: Caller | undefined): NonNullable<Caller['user']> {
  if (!caller?.user) throw new Refusal('unauthenticated', 'http.unauthenticated')
  return caller.user
}
