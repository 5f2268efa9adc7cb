import { z } from 'zod'
import { endpoint } from '../platform/endpoint.ts'
import { permissions, roles } from '../platform/permissions.ts'

const locale = z.enum(['es', 'en'])

const workspace = z.object({
  id: z.uuid(),
  name: z.string(),
  locale,
  timeZone: z.string(),
  currency: z.string(),
  market: z.enum(['b2b', 'b2c']),
})

const user = z.object({ id: z.uuid(), name: z.string(), email: z.string(), locale })

export const identityContract = {
  me: endpoint({
    needs: 'signed-in',
    method: 'GET',
    path: '/me',
    summary: 'Who I am and what I may do here',
  }).output(
    z.object({
      user,
      workspace: workspace.optional(),
      role: z.enum(roles).optional(),
      permissions: z.array(z.enum(permissions)),
    }),
  ),
}
