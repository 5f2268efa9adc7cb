import { type Caller, type Incoming, serve, serveOpen } from '../platform/http.ts'
import { identityContract } from './contract.ts'
import { type Identity, personOf, workspacesOf } from './identity.ts'
import { accept, createInvitation, listInvitations, lookAt, revokeInvitation } from './invitations.ts'
import { createKey, listKeys, revokeKey } from './keys.ts'
import { limit } from './limits.ts'
import { leave, listMembers, removeMember, setRole } from './members.ts'
import { changeMe } from './people.ts'
import { lookAtReset, makeResetLink, resetPassword } from './resets.ts'
import { changePassword, enterWorkspace, signIn, signOut } from './sessions.ts'
import { isOpen, setUp } from './setup.ts'
import { changeSettings, workspaceOf } from './workspaces.ts'

const ok = { ok: true as const }
const open = serveOpen(identityContract)
const on = serve(identityContract)

export const identityHttp = (identity: Identity) => ({
  ...profileHttp(identity),
  setup: setupHttp(identity),
  session: sessionHttp(identity),
  workspaces: workspacesHttp(identity),
  members: membersHttp(identity),
  invitations: invitationsHttp(identity),
  keys: keysHttp,
})

async function meOf({ database, publicUrl }: Identity, caller: Caller | undefined) {
  const user = personOf(caller)
  return {
    user,
    workspace: caller?.ctx && (await workspaceOf(caller.ctx)),
    role: caller?.role,
    permissions: [...(caller?.permissions ?? [])],
    workspaces: await workspacesOf(database, user.id),
    publicUrl,
  }
}

const profileHttp = (identity: Identity) => ({
  me: open.me.handler(({ context: { caller } }) => meOf(identity, caller)),
  updateMe: open.updateMe.handler(({ input, context: { caller, clock } }) =>
    changeMe(identity.database, clock(), personOf(caller), input),
  ),
  changePassword: open.changePassword.handler(async ({ input, context }) => {
    await changePassword(identity, context, context.caller, input)
    return ok
  }),
  leave: open.leave.handler(async ({ context: { caller } }) => {
    await leave(caller?.ctx, personOf(caller).id)
    return ok
  }),
  lookAtReset: open.lookAtReset.handler(async ({ input, context }) => {
    await limitLinks(context)
    return lookAtReset(context, input.secret)
  }),
  resetPassword: open.resetPassword.handler(async ({ input, context }) => {
    await limitLinks(context)
    await resetPassword(identity, context, input)
    return ok
  }),
})

/** Guessing a link's secret is hopeless; this keeps it cheap to refuse. */
const limitLinks = ({ database, clock, ip }: Incoming) =>
  limit(database, clock(), { key: `invitation:${ip}`, most: 60, minutes: 15 })

const setupHttp = (identity: Identity) => ({
  state: open.setup.state.handler(async () => ({ open: await isOpen(identity.database) })),
  create: open.setup.create.handler(async ({ input, context }) => {
    const { userName, email, password, company, sellsTo, ...settings } = input
    const person = { name: userName, email, password, locale: settings.locale }
    const workspace = { name: company, ...settings }
    const { workspaceId } = await setUp(identity, context.clock(), person, workspace, sellsTo)
    await signIn(identity, context, { email, password })
    return { id: workspaceId, name: company, ...settings }
  }),
})

const sessionHttp = (identity: Identity) => ({
  read: open.session.read.handler(async ({ context: { caller } }) => ({
    me: caller?.user && (await meOf(identity, caller)),
  })),
  signIn: open.session.signIn.handler(async ({ input, context }) => {
    await signIn(identity, context, input)
    return ok
  }),
  signOut: open.session.signOut.handler(async ({ context }) => {
    await signOut(identity, context, context.caller)
    return ok
  }),
  enter: open.session.enter.handler(async ({ input, context }) => {
    await enterWorkspace(identity, context, context.caller, input.workspaceId)
    return ok
  }),
})

const workspacesHttp = (identity: Identity) => ({
  read: on.workspaces.read.handler(({ context: { ctx } }) => workspaceOf(ctx)),
  update: on.workspaces.update.handler(({ input, context: { ctx } }) => changeSettings(ctx, identity, input)),
})

const membersHttp = ({ database }: Identity) => ({
  list: on.members.list.handler(async ({ context: { ctx } }) => ({ members: await listMembers(ctx) })),
  setRole: on.members.setRole.handler(({ input, context: { ctx, caller } }) =>
    setRole(ctx, caller.role, input),
  ),
  remove: on.members.remove.handler(async ({ input, context: { ctx, caller } }) => {
    await removeMember(ctx, database, caller.role, input.userId)
    return ok
  }),
  resetLink: on.members.resetLink.handler(({ input, context: { ctx, caller } }) =>
    makeResetLink(ctx, database, caller, input.userId),
  ),
})

const invitationsHttp = (identity: Identity) => ({
  list: on.invitations.list.handler(async ({ context: { ctx } }) => ({
    invitations: await listInvitations(ctx),
  })),
  create: on.invitations.create.handler(({ input, context: { ctx, caller } }) =>
    createInvitation(ctx, caller.role, input),
  ),
  revoke: on.invitations.revoke.handler(async ({ input, context: { ctx } }) => {
    await revokeInvitation(ctx, input.id)
    return ok
  }),
  look: open.invitations.look.handler(async ({ input, context }) => {
    await limitLinks(context)
    return lookAt(context, input.secret)
  }),
  accept: open.invitations.accept.handler(async ({ input, context }) => {
    await limitLinks(context)
    await accept(identity, context, context.caller, input)
    return ok
  }),
})

const keysHttp = {
  list: on.keys.list.handler(async ({ context: { ctx } }) => ({ keys: await listKeys(ctx) })),
  create: on.keys.create.handler(({ input, context: { ctx, caller } }) => createKey(ctx, caller, input)),
  revoke: on.keys.revoke.handler(async ({ input, context: { ctx } }) => {
    await revokeKey(ctx, input.id)
    return ok
  }),
}
