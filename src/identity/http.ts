import { type Caller, serve, serveOpen } from '../platform/http.ts'
import { identityContract } from './contract.ts'
import { type Identity, personOf, workspacesOf } from './identity.ts'
import { accept, createInvitation, listInvitations, lookAt, revokeInvitation } from './invitations.ts'
import { createKey, listKeys, revokeKey } from './keys.ts'
import { limit } from './limits.ts'
import { listMembers, removeMember, setRole } from './members.ts'
import { changeMe } from './people.ts'
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
  workspaces: workspacesHttp,
  members: membersHttp(identity),
  invitations: invitationsHttp(identity),
  keys: keysHttp,
})

const profileHttp = (identity: Identity) => ({
  me: open.me.handler(async ({ context: { caller } }) => {
    const user = personOf(caller)
    return {
      user,
      workspace: caller?.ctx && (await workspaceOf(caller.ctx)),
      role: caller?.role,
      permissions: [...(caller?.permissions ?? [])],
      workspaces: await workspacesOf(identity.database, user.id),
    }
  }),
  updateMe: open.updateMe.handler(({ input, context: { caller, clock } }) =>
    changeMe(identity.database, clock(), personOf(caller), input),
  ),
  changePassword: open.changePassword.handler(async ({ input, context }) => {
    await changePassword(identity, context, context.caller, input)
    return ok
  }),
})

const setupHttp = (identity: Identity) => ({
  state: open.setup.state.handler(async () => ({ open: await isOpen(identity.database) })),
  create: open.setup.create.handler(async ({ input, context }) => {
    const { userName, email, password, company, ...settings } = input
    const person = { name: userName, email, password, locale: settings.locale }
    const { workspaceId } = await setUp(identity, context.clock(), person, { name: company, ...settings })
    await signIn(identity, context, { email, password })
    return { id: workspaceId, name: company, ...settings }
  }),
})

const sessionHttp = (identity: Identity) => ({
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

const workspacesHttp = {
  read: on.workspaces.read.handler(({ context: { ctx } }) => workspaceOf(ctx)),
  update: on.workspaces.update.handler(({ input, context: { ctx } }) => changeSettings(ctx, input)),
}

const membersHttp = ({ database }: Identity) => ({
  list: on.members.list.handler(async ({ context: { ctx } }) => ({ members: await listMembers(ctx) })),
  setRole: on.members.setRole.handler(({ input, context: { ctx, caller } }) =>
    setRole(ctx, caller.role, input),
  ),
  remove: on.members.remove.handler(async ({ input, context: { ctx, caller } }) => {
    await removeMember(ctx, database, caller.role, input.userId)
    return ok
  }),
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
    await limit(context.database, context.clock(), { key: `invitation:${context.ip}`, most: 60, minutes: 15 })
    return lookAt(context, input.secret)
  }),
  accept: open.invitations.accept.handler(async ({ input, context }) => {
    await limit(context.database, context.clock(), { key: `invitation:${context.ip}`, most: 60, minutes: 15 })
    const { workspaceId, person } = await accept(identity, context, context.caller, input)
    const known: Caller | undefined = context.caller
    if (known?.user) await enterWorkspace(identity, context, known, workspaceId)
    else await signIn(identity, context, { email: person.email, password: input.password ?? '' })
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
