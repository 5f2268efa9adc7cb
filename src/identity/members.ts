import { audit } from '../audit/audit.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import type { Database } from '../platform/db.ts'
import { Refusal } from '../platform/errors.ts'
import type { Role } from '../platform/permissions.ts'
import { revokeKeysOf } from './keys.ts'

/** The people of the workspace, by name. */
export const listMembers = (ctx: Ctx) => membersOf(ctx).orderBy('name').orderBy('userId').execute()

type Change = { userId: string; role: Role }

/** Gives a member another role. Only an owner makes or unmakes an owner, and one always remains. */
export async function setRole(ctx: Ctx, by: Role | undefined, { userId, role }: Change) {
  const before = await memberToChange(ctx, by, userId)
  if (role === 'owner' && by !== 'owner') throw new Refusal('forbidden', 'identity.only_owners')
  if (before.role === 'owner' && role !== 'owner') await keepAnOwner(ctx)
  await ctx.db
    .updateTable('members')
    .set({ role })
    .where('workspaceId', '=', ctx.workspaceId)
    .where('userId', '=', userId)
    .execute()
  await audit(ctx, 'member.role_changed', { id: userId, name: before.name }, { from: before.role, to: role })
  return { ...before, role }
}

/** Takes a member out, ends their sessions (what they see next is the sign-in page) and revokes the keys that they made. */
export async function removeMember(ctx: Ctx, { owner }: Database, by: Role | undefined, userId: string) {
  const member = await memberToChange(ctx, by, userId)
  const keys = await takeOut(ctx, member)
  await owner.deleteFrom('sessions').where('userId', '=', userId).execute()
  await audit(ctx, 'member.removed', { id: userId, name: member.name }, { role: member.role, keys })
}

/** Leaves by oneself; the session stays, for one's other workspaces. */
export async function leave(ctx: Ctx | undefined, userId: string) {
  if (!ctx) throw new Refusal('missing', 'identity.unknown_member')
  return atomically(ctx, async ctx => {
    const member = await membersOf(ctx).where('userId', '=', userId).executeTakeFirstOrThrow()
    const keys = await takeOut(ctx, member)
    await audit(ctx, 'member.left', { id: userId, name: member.name }, { role: member.role, keys })
  })
}

/** Returns how many of their keys were revoked. */
async function takeOut(ctx: Ctx, { userId, role }: { userId: string; role: Role }) {
  if (role === 'owner') await keepAnOwner(ctx)
  await ctx.db
    .deleteFrom('members')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('userId', '=', userId)
    .execute()
  return revokeKeysOf(ctx, userId)
}

/** A member whom `by` may change: only owners change owners. */
export async function memberToChange(ctx: Ctx, by: Role | undefined, userId: string) {
  const member = await membersOf(ctx).where('userId', '=', userId).executeTakeFirst()
  if (!member) throw new Refusal('missing', 'identity.unknown_member')
  if (member.role === 'owner' && by !== 'owner') throw new Refusal('forbidden', 'identity.only_owners')
  return member
}

/** Locks the owners, so that two of them cannot leave at the same moment, each thinking that the other stays. */
async function keepAnOwner(ctx: Ctx) {
  const owners = await ctx.db
    .selectFrom('members')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('role', '=', 'owner')
    .select('userId')
    .orderBy('userId')
    .forUpdate()
    .execute()
  if (owners.length < 2) throw new Refusal('conflict', 'identity.last_owner')
}

const membersOf = (ctx: Ctx) =>
  ctx.db
    .selectFrom('members')
    .where('workspaceId', '=', ctx.workspaceId)
    .select(['userId', 'name', 'email', 'role', 'createdAt as joinedAt'])
    .$narrowType<{ role: Role }>()
