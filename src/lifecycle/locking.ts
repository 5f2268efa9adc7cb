import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { type Funnel, funnelOf } from './definitions.ts'

/** The funnel with what is in force in it, held so that nobody else drafts or publishes there until the transaction ends. */
export async function lockedFunnel(ctx: Ctx, key?: string): Promise<Funnel> {
  const { id } = await funnelOf(ctx, key)
  await sql`select from funnels where workspace_id = ${ctx.workspaceId} and id = ${id} for update`.execute(
    ctx.db,
  )
  return funnelOf(ctx, key)
}
