import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { fadedTo } from '../scoring/fading.ts'
import { type Funnel, funnelsOf } from './definitions.ts'

/**
 * Brings the numbers of at most `limit` standings that are due up to this instant, by arithmetic on the row: no event is read.
 * Returns their contacts. Rows of an earlier score version are left to `rebuild`; rows held by a reaction are left to it.
 */
export async function fade(ctx: Ctx, limit: number): Promise<string[]> {
  const faded: string[] = []
  for (const funnel of await funnelsOf(ctx)) faded.push(...(await fadeIn(ctx, funnel, limit)))
  return faded
}

async function fadeIn(ctx: Ctx, funnel: Funnel, limit: number): Promise<string[]> {
  const now = ctx.clock()
  const { rows } = await sql<{ contactId: string }>`
    with fitted as (
      select contact_id, fit, sums from standings
      where workspace_id = ${ctx.workspaceId} and funnel_id = ${funnel.id} and fades_at <= ${now}
        and score_version = ${funnel.scoreVersion}
      order by fades_at limit ${limit} for update skip locked
    )
    update standings s
    set engagement = shown.engagement, total = shown.total, temperature = shown.temperature,
      fades_at = shown.fades_at, turns_cold_at = shown.turns_cold_at, counted_at = ${now}
    from (select contact_id, scored.* from fitted ${fadedTo(funnel.score, now)}) shown
    where s.workspace_id = ${ctx.workspaceId} and s.funnel_id = ${funnel.id} and s.contact_id = shown.contact_id
    returning s.contact_id`.execute(ctx.db)
  return rows.map(row => row.contactId)
}
