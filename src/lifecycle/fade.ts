import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { type Known, keptByKey } from '../platform/kept.ts'
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

const fading = keptByKey<{ now: Date; limit: number }, { contactId: string }>()

async function fadeIn(ctx: Ctx, funnel: Funnel, limit: number): Promise<string[]> {
  const { workspaceId } = ctx
  const run = fading(`${workspaceId} ${funnel.id} ${funnel.definedBy}`, ({ now, limit }) =>
    fadedRows({ workspaceId, funnel, now, limit }),
  )
  return (await run(ctx, { now: ctx.clock(), limit })).map(row => row.contactId)
}

type Fading = { workspaceId: string; funnel: Funnel; now: Known<Date>; limit: Known<number> }

const fadedRows = ({ workspaceId, funnel, now, limit }: Fading) => sql<{ contactId: string }>`
    with fitted as (
      select contact_id, fit, sums from standings
      where workspace_id = ${workspaceId} and funnel_id = ${funnel.id} and fades_at <= ${now}
        and score_version = ${funnel.scoreVersion}
      order by fades_at limit ${limit} for update skip locked
    )
    update standings s
    set engagement = shown.engagement, total = shown.total, temperature = shown.temperature,
      fades_at = shown.fades_at, turns_cold_at = shown.turns_cold_at, counted_at = ${now}
    from (select contact_id, scored.* from fitted ${fadedTo(funnel.score, now)}) shown
    where s.workspace_id = ${workspaceId} and s.funnel_id = ${funnel.id} and s.contact_id = shown.contact_id
    returning s.contact_id`
