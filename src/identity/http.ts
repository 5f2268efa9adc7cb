import { Refusal } from '../platform/errors.ts'
import { serveOpen } from '../platform/http.ts'
import { identityContract } from './contract.ts'
import { workspaceOf } from './workspaces.ts'

const me = serveOpen(identityContract.me).handler(async ({ context: { caller } }) => {
  if (!caller?.user) throw new Refusal('unauthenticated', 'http.unauthenticated')
  return {
    user: caller.user,
    workspace: caller.ctx && (await workspaceOf(caller.ctx)),
    role: caller.role,
    permissions: [...caller.permissions],
  }
})

export const identityHttp = { me }
