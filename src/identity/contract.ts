import { z } from 'zod'
import { endpoint, instant } from '../platform/endpoint.ts'
import { type Permission, permissions, roles } from '../platform/permissions.ts'

const locale = z.enum(['es', 'en'])
const role = z.enum(roles)
const email = z.email().max(254).toLowerCase()
const personName = z.string().trim().min(1).max(200)
// Only to bound the work of hashing; what is too short or common is refused with its own words.
const password = z.string().max(1000)
const secret = z.string().max(200)
const done = z.object({ ok: z.literal(true) })

/** An API key can never hand out access: these stay with people. */
const forPeople: Permission[] = ['members.manage', 'keys.manage']
export const keyScopes = permissions.filter(permission => !forPeople.includes(permission))

const settings = z.object({
  name: z.string().trim().min(1).max(200),
  locale,
  timeZone: z.string().refine(isTimeZone, { params: { code: 'identity.unknown_time_zone' } }),
  currency: z.string().refine(isCurrency, { params: { code: 'identity.unknown_currency' } }),
  market: z.enum(['b2b', 'b2c']),
  /** Is a click in a mail enough to be a prospect, or must there be a conversation? */
  prospectNeeds: z.enum(['click', 'conversation']),
  /** Does "contact" include customers? */
  contactMeans: z.enum(['everyone', 'not_customers']),
})

export type WorkspaceSettings = z.infer<typeof settings>

const someWords = z.array(z.string().trim().min(1).max(200)).max(100)

/** Whom the company sells to above all; what is left out earns and costs no points. */
const sellsTo = z.strictObject({
  sectors: someWords.optional(),
  /** Two letters, as ISO 3166 has them. */
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(250)
    .optional(),
  employees: z
    .strictObject({ from: z.int().min(1).max(10_000_000), to: z.int().min(1).max(10_000_000) })
    .refine(({ from, to }) => from <= to, { params: { code: 'identity.sizes_turned' } })
    .optional(),
})

export type SellsTo = z.infer<typeof sellsTo>

const workspace = settings.extend({ id: z.uuid() })
const user = z.object({ id: z.uuid(), name: z.string(), email: z.string(), locale })
const member = z.object({ userId: z.uuid(), name: z.string(), email: z.string(), role, joinedAt: z.date() })
const invitation = z.object({
  id: z.uuid(),
  email: z.string(),
  role,
  invitedBy: z.string(),
  createdAt: z.date(),
  expiresAt: z.date(),
})
const key = z.object({
  id: z.uuid(),
  name: z.string(),
  ending: z.string(),
  scopes: z.array(z.enum(permissions)),
  createdBy: z.string(),
  createdAt: z.date(),
  expiresAt: z.date().nullable(),
  lastUsedAt: z.date().nullable(),
})

const setup = {
  state: endpoint({
    needs: 'public',
    method: 'GET',
    path: '/setup',
    summary: 'Whether nobody has set the program up yet',
  }).output(z.object({ open: z.boolean() })),
  create: endpoint({
    needs: 'public',
    method: 'POST',
    path: '/setup',
    summary: 'Create the first account and its workspace, and sign in; only once',
  })
    .input(
      z.strictObject({
        userName: personName,
        email,
        password,
        company: settings.shape.name,
        ...settings.omit({ name: true }).shape,
        sellsTo: sellsTo.optional(),
      }),
    )
    .output(workspace),
}

const me = z.object({
  user,
  workspace: workspace.optional(),
  role: role.optional(),
  permissions: z.array(z.enum(permissions)),
  workspaces: z.array(z.object({ id: z.uuid(), name: z.string(), role })),
  /** Where links to the product lead, when the setting PUBLIC_URL says it; else where the reader came in. */
  publicUrl: z.string().optional(),
})

const session = {
  read: endpoint({
    needs: 'public',
    method: 'GET',
    path: '/session',
    summary: 'Who is signed in here, if anybody is',
  }).output(z.object({ me: me.optional() })),
  signIn: endpoint({ needs: 'public', method: 'POST', path: '/session', summary: 'Sign in' })
    .input(z.strictObject({ email, password }))
    .output(done),
  signOut: endpoint({ needs: 'signed-in', method: 'DELETE', path: '/session', summary: 'Sign out' }).output(
    done,
  ),
  enter: endpoint({
    needs: 'signed-in',
    method: 'PUT',
    path: '/session/workspace',
    summary: 'Work in another of my workspaces',
  })
    .input(z.strictObject({ workspaceId: z.uuid() }))
    .output(done),
}

const profile = {
  me: endpoint({
    needs: 'signed-in',
    method: 'GET',
    path: '/me',
    summary: 'Who I am and what I may do here',
  }).output(me),
  updateMe: endpoint({
    needs: 'signed-in',
    method: 'PATCH',
    path: '/me',
    summary: 'Change my name or language',
  })
    .input(z.strictObject({ name: personName.optional(), locale: locale.optional() }))
    .output(user),
  changePassword: endpoint({
    needs: 'signed-in',
    method: 'POST',
    path: '/me/password',
    summary: 'Change my password; ends my other sessions',
  })
    .input(z.strictObject({ currentPassword: password, password }))
    .output(done),
  leave: endpoint({
    needs: 'signed-in',
    method: 'DELETE',
    path: '/me/membership',
    summary: 'Leave the workspace where I am; the last owner stays',
  }).output(done),
  lookAtReset: endpoint({
    needs: 'public',
    method: 'POST',
    path: '/password-reset/look',
    summary: 'Whose password a link sets',
  })
    .input(z.strictObject({ secret }))
    .output(z.object({ name: z.string(), email: z.string() })),
  resetPassword: endpoint({
    needs: 'public',
    method: 'POST',
    path: '/password-reset',
    summary: 'Set a forgotten password with the link of an administrator; ends all sessions and signs in',
  })
    .input(z.strictObject({ secret, password }))
    .output(done),
}

const workspaces = {
  read: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/workspace',
    summary: 'The settings of the workspace',
  }).output(workspace),
  update: endpoint({
    needs: 'settings.manage',
    method: 'PATCH',
    path: '/workspace',
    summary: 'Change settings of the workspace',
    description:
      'Another answer to `prospectNeeds` or `contactMeans` publishes the next version of the definitions, and every contact is placed again. Another `market` puts the criteria, the score and the questions that one begins with there into the draft of the main funnel, where they count once published; it is refused while somebody else’s draft is there.',
  })
    .input(z.strictObject(settings.partial().shape))
    .output(workspace),
}

const ofMember = z.strictObject({ userId: z.uuid() })

const members = {
  list: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/members',
    summary: 'The people of the workspace',
  })
    .input(z.strictObject({}))
    .output(z.object({ members: z.array(member) })),
  setRole: endpoint({
    needs: 'members.manage',
    method: 'PATCH',
    path: '/members/{userId}',
    summary: 'Give a member another role',
  })
    .input(ofMember.extend({ role }))
    .output(member),
  remove: endpoint({
    needs: 'members.manage',
    method: 'DELETE',
    path: '/members/{userId}',
    summary: 'Remove a member, end their sessions and revoke their keys; the last owner stays',
  })
    .input(ofMember)
    .output(done),
  resetLink: endpoint({
    needs: 'members.manage',
    method: 'POST',
    path: '/members/{userId}/reset-link',
    summary: 'Make a link with which a member sets a new password; its secret is shown only now',
  })
    .input(ofMember)
    .output(z.object({ secret: z.string(), expiresAt: z.date() })),
}

const invitations = {
  list: endpoint({
    needs: 'members.manage',
    method: 'GET',
    path: '/invitations',
    summary: 'Invitations that can still be accepted',
  }).output(z.object({ invitations: z.array(invitation) })),
  create: endpoint({
    needs: 'members.manage',
    method: 'POST',
    path: '/invitations',
    summary: 'Invite a person; the secret of the link is shown only now',
  })
    .input(z.strictObject({ email, role }))
    .output(z.object({ invitation, secret: z.string() })),
  revoke: endpoint({
    needs: 'members.manage',
    method: 'DELETE',
    path: '/invitations/{id}',
    summary: 'Revoke an invitation',
  })
    .input(z.strictObject({ id: z.uuid() }))
    .output(done),
  look: endpoint({
    needs: 'public',
    method: 'POST',
    path: '/invitations/look',
    summary: 'What an invitation is for',
  })
    .input(z.strictObject({ secret }))
    .output(
      z.object({
        company: z.string(),
        email: z.string(),
        role,
        invitedBy: z.string(),
        hasAccount: z.boolean(),
      }),
    ),
  accept: endpoint({
    needs: 'public',
    method: 'POST',
    path: '/invitations/accept',
    summary:
      'Accept an invitation: with a name and a new password, with the password of an account, or signed in',
  })
    .input(z.strictObject({ secret, name: personName.optional(), password: password.optional() }))
    .output(done),
}

const keys = {
  list: endpoint({
    needs: 'keys.manage',
    method: 'GET',
    path: '/keys',
    summary: 'The API keys in force',
  }).output(z.object({ keys: z.array(key) })),
  create: endpoint({
    needs: 'keys.manage',
    method: 'POST',
    path: '/keys',
    summary: 'Create an API key; its secret is shown only now',
  })
    .input(
      z.strictObject({
        name: z.string().trim().min(1).max(100),
        scopes: z.array(z.enum(keyScopes)).min(1),
        expiresAt: instant.optional(),
      }),
    )
    .output(z.object({ key, secret: z.string() })),
  revoke: endpoint({
    needs: 'keys.manage',
    method: 'DELETE',
    path: '/keys/{id}',
    summary: 'Revoke an API key',
  })
    .input(z.strictObject({ id: z.uuid() }))
    .output(done),
}

export const identityContract = { ...profile, setup, session, workspaces, members, invitations, keys }

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code)
}
