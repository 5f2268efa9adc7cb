import { betterAuth } from 'better-auth'
import type { Database } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import { longestPassword, shortestPassword } from './passwords.ts'

const day = 24 * 60 * 60

export type AuthOptions = {
  database: Database
  /** Signs the cookies; see `cookieSecret`. */
  secret: string
  /** The address that people open; https makes the cookies secure. */
  publicUrl: string
}

/**
 * People, passwords and sessions, by better-auth. Its own routes are not served: our endpoints call it, so that each says
 * what it needs. Workspaces, members and keys are ours, because they change in one transaction with what follows from them.
 */
export const createAuth = ({ database, secret, publicUrl }: AuthOptions) =>
  betterAuth({
    database: { db: database.owner, type: 'postgres' },
    secret,
    baseURL: publicUrl,
    logger: { disabled: true },
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      // In UTF-16 units there, in characters here.
      maxPasswordLength: 2 * longestPassword,
    },
    user: {
      modelName: 'users',
      additionalFields: { locale: { type: 'string', required: true, defaultValue: 'es', input: false } },
    },
    session: {
      modelName: 'sessions',
      expiresIn: 30 * day,
      updateAge: day,
      additionalFields: { activeWorkspaceId: { type: 'string', required: false, input: false } },
    },
    account: { modelName: 'accounts' },
    verification: { modelName: 'verifications' },
    advanced: {
      cookiePrefix: 'embudo',
      useSecureCookies: publicUrl.startsWith('https:'),
      database: { generateId: () => newId() },
    },
  })

export type Auth = ReturnType<typeof createAuth>
