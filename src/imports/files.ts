import type { Ctx } from '../platform/ctx.ts'
import type { Sample } from './detect.ts'
import { sampleBytes } from './format.ts'

/** Parts as they are stored; what a sender's parts hold makes no difference. */
const partBytes = 1024 * 1024

/** Appends bytes to the file of an import; `from` is the number of the first part. Returns how many parts it wrote. */
export async function storeBytes(ctx: Ctx, importId: string, from: number, bytes: Buffer): Promise<number> {
  let part = from
  for (let at = 0; at < bytes.length; at += partBytes) {
    await ctx.db
      .insertInto('importParts')
      .values({ workspaceId: ctx.workspaceId, importId, part, bytes: bytes.subarray(at, at + partBytes) })
      .execute()
    part += 1
  }
  return part - from
}

/** The bytes of an import's file in order, a part at a time. */
export async function* bytesOf(ctx: Ctx, importId: string): AsyncGenerator<Buffer, void, void> {
  for (let part = 0; ; part++) {
    const row = await ctx.db
      .selectFrom('importParts')
      .where('workspaceId', '=', ctx.workspaceId)
      .where('importId', '=', importId)
      .where('part', '=', part)
      .select('bytes')
      .executeTakeFirst()
    if (!row) return
    yield row.bytes
  }
}

/** The start of the file, its size, and whether every byte of it is UTF-8. */
export async function sampleOf(bytes: AsyncIterable<Buffer>): Promise<Sample> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const start: Buffer[] = []
  let total = 0
  let utf8 = true
  for await (const part of bytes) {
    if (total < sampleBytes) start.push(part.subarray(0, sampleBytes - total))
    total += part.length
    utf8 &&= isUtf8(decoder, part)
  }
  return { bytes: Buffer.concat(start), total, utf8: utf8 && isUtf8(decoder) }
}

function isUtf8(decoder: TextDecoder, part?: Buffer): boolean {
  try {
    decoder.decode(part, { stream: part !== undefined })
    return true
  } catch {
    return false
  }
}
