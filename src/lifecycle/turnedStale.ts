import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { type Funnel, funnelsOf } from './definitions.ts'

/**
 * The contacts that have been in their stage for longer than it allows from some instant after `after` on. Nothing is written when
 * that comes about, because it follows from the standing and the definition; but open screens must be told.
 */
export async function turnedStale(ctx: Ctx, after: Date): Promise<string[]> {
  const found: string[] = []
  for (const funnel of await funnelsOf(ctx))
    for (const { key, staleAfterDays } of funnel.lifecycle.stages)
      if (staleAfterDays) found.push(...(await turnedIn(ctx, funnel, { key, staleAfterDays }, after)))
  return [...new Set(found)]
}

async function turnedIn(
  ctx: Ctx,
  { id }: Funnel,
  stage: { key: string; staleAfterDays: number },
  after: Date,
) {
  const begunBy = (instant: Date) => new Date(instant.getTime() - stage.staleAfterDays * 86_400_000)
  // As the index on since has it.
  const since = sql`coalesce(since, '-infinity'::timestamptz)`
  const { rows } = await sql<{ contactId: string }>`
    select contact_id from standings
    where workspace_id = ${ctx.workspaceId} and funnel_id = ${id} and stage = ${stage.key}
      and ${since} > ${begunBy(after)} and ${since} <= ${begunBy(ctx.clock())}`.execute(ctx.db)
  return rows.map(row => row.contactId)
}
