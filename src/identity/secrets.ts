import { createHash, randomBytes } from 'node:crypto'
import type { Database } from '../platform/db.ts'

/** A secret that carries its workspace, so that it is looked up among that workspace's rows only. */
export function makeSecret(kind: 'emb' | 'inv' | 'rst', workspaceId: string) {
  const secret = `${kind}_${workspaceId.replaceAll('-', '')}${randomBytes(32).toString('base64url')}`
  return { secret, secretHash: hashOf(secret), ending: secret.slice(-4) }
}

const shape = /^(?:emb|inv|rst)_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})[\w-]{43}$/

/** The workspace and hash of a secret as it was given; undefined when it cannot be one. */
export function readSecret(secret: string): { workspaceId: string; secretHash: string } | undefined {
  const parts = shape.exec(secret)
  return parts ? { workspaceId: parts.slice(1).join('-'), secretHash: hashOf(secret) } : undefined
}

// 256 random bits need no slow hash: they cannot be guessed.
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** The key that signs cookies: made at the first start, the same for every process on this database. */
export async function cookieSecret({ owner }: Database): Promise<string> {
  const value = randomBytes(32).toString('base64url')
  await owner
    .insertInto('programSecrets')
    .values({ name: 'cookies', value })
    .onConflict(conflict => conflict.column('name').doNothing())
    .execute()
  const stored = await owner
    .selectFrom('programSecrets')
    .where('name', '=', 'cookies')
    .select('value')
    .executeTakeFirstOrThrow()
  return stored.value
}
