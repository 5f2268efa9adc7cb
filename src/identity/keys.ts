import { audit } from '../audit/audit.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import type { Caller, Incoming } from '../platform/http.ts'
import { newId } from '../platform/ids.ts'
import { keptQuery } from '../platform/kept.ts'
import type { Permission, Role } from '../platform/permissions.ts'
import { keyScopes } from './contract.ts'
import { permissionsOfRole } from './roles.ts'
import { makeSecret, readSecret } from './secrets.ts'

type NewKey = { name: string; scopes: Permission[]; expiresAt?: Date }

/** Creates an API key that may do no more than its maker. The secret is not stored and cannot be shown again. */
export async function createKey(ctx: Ctx, maker: Caller, { name, scopes, expiresAt }: NewKey) {
  const beyond = scopes.filter(scope => !maker.permissions.has(scope))
  if (beyond.length > 0)
    throw new Refusal('forbidden', 'identity.scope_beyond_role', { scopes: beyond.join(', ') })
  const { secret, secretHash, ending } = makeSecret('emb', ctx.workspaceId)
  const id = newId()
  await ctx.db
    .insertInto('apiKeys')
    .values({
      ...{ workspaceId: ctx.workspaceId, id, name, secretHash, ending, scopes: [...new Set(scopes)] },
      ...{ createdBy: maker.user?.id ?? null, createdByName: ctx.actor.name },
      ...{ createdAt: ctx.clock(), expiresAt: expiresAt ?? null },
    })
    .execute()
  await audit(ctx, 'key.created', { id, name }, { scopes })
  return { key: await keysOf(ctx).where('id', '=', id).executeTakeFirstOrThrow(), secret }
}

/** The keys in force, newest first. */
export const listKeys = (ctx: Ctx) =>
  keysOf(ctx).where('revokedAt', 'is', null).orderBy('id', 'desc').execute()

/** Ends a key at once; refuses one that is not in force. */
export async function revokeKey(ctx: Ctx, id: string) {
  const key = await ctx.db
    .updateTable('apiKeys')
    .set({ revokedAt: ctx.clock() })
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .returning('name')
    .executeTakeFirst()
  if (!key) throw new Refusal('missing', 'identity.unknown_key')
  await audit(ctx, 'key.revoked', { id, name: key.name })
}

/** Ends what a person who is no longer a member made for programs; returns how many keys that were. */
export async function revokeKeysOf(ctx: Ctx, userId: string): Promise<number> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('apiKeys')
    .set({ revokedAt: ctx.clock() })
    .where('workspaceId', '=', ctx.workspaceId)
    .where('createdBy', '=', userId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/**
 * Who acts with a key, which never may more than its maker may now. Refuses a wrong, revoked or expired one rather than
 * serving its holder as a stranger.
 */
export async function callerOfKey({ database, clock, locale }: Incoming, given: string): Promise<Caller> {
  const wrong = () => new Refusal('unauthenticated', 'identity.wrong_key')
  const secret = readSecret(given)
  if (!secret) throw wrong()
  const { workspaceId, secretHash } = secret
  const db = database.workspace(workspaceId)
  const [key] = await readKey({ db }, { workspaceId, secretHash, now: clock() })
  if (!key || (key.createdBy && !key.role)) throw wrong()

  const ctx: Ctx = { db, workspaceId, actor: { kind: 'key', id: key.id, name: key.name }, clock, locale }
  await noteUse(ctx, key)
  const may = key.role && permissionsOfRole[key.role]
  const scopes = keyScopes.filter(scope => key.scopes.includes(scope) && (!may || may.has(scope)))
  return { permissions: new Set(scopes), ctx }
}

const readKey = keptQuery<{ workspaceId: string; secretHash: string; now: Date }>()((db, given) =>
  db
    .selectFrom('apiKeys')
    .leftJoin('members', join =>
      join
        .onRef('members.workspaceId', '=', 'apiKeys.workspaceId')
        .onRef('members.userId', '=', 'apiKeys.createdBy'),
    )
    .where('apiKeys.workspaceId', '=', given.workspaceId)
    .where('secretHash', '=', given.secretHash)
    .where('revokedAt', 'is', null)
    .where(({ or, eb }) => or([eb('expiresAt', 'is', null), eb('expiresAt', '>', given.now)]))
    .select(['apiKeys.id', 'apiKeys.name', 'scopes', 'lastUsedAt', 'createdBy', 'role'])
    .$narrowType<{ role: Role | null }>(),
)

/** To the minute, so that a busy key does not write with every request. */
async function noteUse(ctx: Ctx, { id, lastUsedAt }: { id: string; lastUsedAt: Date | null }) {
  const now = ctx.clock()
  if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < 60_000) return
  await ctx.db
    .updateTable('apiKeys')
    .set({ lastUsedAt: now })
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute()
}

const keysOf = (ctx: Ctx) =>
  ctx.db
    .selectFrom('apiKeys')
    .where('workspaceId', '=', ctx.workspaceId)
    .select([
      'id',
      'name',
      'ending',
      'scopes',
      'createdByName as createdBy',
      'createdAt',
      'expiresAt',
      'lastUsedAt',
    ])
    .$narrowType<{ scopes: Permission[] }>()
