import { createHash } from 'node:crypto'
import type { Ctx } from './ctx.ts'
import { Refusal } from './errors.ts'

/** How long an answer is kept for repetition. */
const keptFor = 24 * 60 * 60 * 1000

type Once = { key: string; endpoint: string; input: unknown }

/**
 * Runs `work` once per workspace, endpoint and key; the same request again gets the stored answer. Call it inside the
 * transaction of `work`: a second request that comes meanwhile waits for the first one's end.
 */
export async function once(ctx: Ctx, { key, endpoint, input }: Once, work: () => Promise<unknown>) {
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new Refusal('bad', 'http.bad_idempotency_key')
  const inputHash = await hashed(input)

  if (await claimed(ctx, key, endpoint, inputHash)) {
    const output = await work()
    await ofKey(ctx, key, endpoint, text => ({ answer: text }), JSON.stringify(output) ?? null)
    return { output, replayed: false }
  }
  const before = await ctx.db
    .selectFrom('idempotencyKeys')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('endpoint', '=', endpoint)
    .where('key', '=', key)
    .select(['inputHash', 'answer'])
    .executeTakeFirstOrThrow()
  if (before.inputHash !== inputHash) throw new Refusal('conflict', 'http.idempotency_key_reused')
  return { output: before.answer === null ? undefined : JSON.parse(before.answer), replayed: true }
}

/** Removes the answers whose time is over; for a schedule. */
export const forgetAnswers = (ctx: Ctx) =>
  ctx.db
    .deleteFrom('idempotencyKeys')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('expiresAt', '<=', ctx.clock())
    .execute()

/** Whether this request is the first with its key; one whose time is over is taken again. */
async function claimed(ctx: Ctx, key: string, endpoint: string, inputHash: string): Promise<boolean> {
  const now = ctx.clock()
  const row = { inputHash, answer: null, createdAt: now, expiresAt: new Date(now.getTime() + keptFor) }
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('idempotencyKeys')
    .values({ workspaceId: ctx.workspaceId, endpoint, key, ...row })
    .onConflict(conflict =>
      conflict
        .columns(['workspaceId', 'endpoint', 'key'])
        .doUpdateSet(row)
        .where('idempotencyKeys.expiresAt', '<=', now),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

async function ofKey(
  ctx: Ctx,
  key: string,
  endpoint: string,
  change: (answer: string | null) => { answer: string | null },
  answer: string | null,
) {
  await ctx.db
    .updateTable('idempotencyKeys')
    .set(change(answer))
    .where('workspaceId', '=', ctx.workspaceId)
    .where('endpoint', '=', endpoint)
    .where('key', '=', key)
    .execute()
}

async function hashed(input: unknown): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of partsOf(input)) hash.update(part)
  return hash.digest('hex')
}

/** The input in one order of keys, files by their bytes. */
async function* partsOf(value: unknown): AsyncGenerator<string | Uint8Array> {
  if (value instanceof Blob) yield new Uint8Array(await value.arrayBuffer())
  else if (Array.isArray(value)) {
    for (const each of value) yield* partsOf(each)
    yield ']'
  } else if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    for (const [key, each] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) {
      yield `${JSON.stringify(key)}:`
      yield* partsOf(each)
    }
    yield '}'
  } else yield `${JSON.stringify(value)},`
}
