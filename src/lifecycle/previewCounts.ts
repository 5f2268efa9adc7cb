import { sql } from 'kysely'
import { counts } from '../contacts/contacts.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Temperature } from '../scoring/model.ts'
import type { Kind } from './model.ts'
import type { Previewed } from './previewing.ts'

/** How many contacts are alike in what they are counted by: those in the funnel before, those in it after, and those scored otherwise. */
export type Alike = {
  by: 'stages' | 'was' | 'is' | 'load'
  kind: Kind | null
  ownerId: string | null
  was: string | null
  is: string | null
  step: number | null
  temperature: Temperature | null
  before: number
  after: number
  rescored: number
}

/**
 * All contacts that lists and reports show, by stages and kind, by score and temperature as they were and as they would be, and by
 * owner. Nearly all stay as they are, so the standings are counted as they stand, which needs no look at the preview; those that
 * differ are then counted out and in again.
 */
export async function alikeIn(ctx: Ctx, { previewId, inForce }: Previewed) {
  const { workspaceId } = ctx
  const { rows } = await sql<Alike>`
    with standing as (
      select c.kind, c.owner_id, s.stage, ${step('s.total')} as step, s.temperature, count(*) as count
      from standings s
      join contacts c on c.workspace_id = ${workspaceId} and c.id = s.contact_id and ${counts(ctx, 'c')}
      where s.workspace_id = ${workspaceId} and s.funnel_id = ${inForce.id}
      group by 1, 2, 3, 4, 5
    ), differing as (
      select c.kind, c.owner_id, s.contact_id is not null as stands, s.stage as stood, ${step('s.total')} as stood_step,
        s.temperature as stood_temperature, p.was_stage, p.was_total, p.was_temperature, p.stage, p.total, p.temperature
      from preview_standings p
      join contacts c on c.workspace_id = ${workspaceId} and c.id = p.contact_id and ${counts(ctx, 'c')}
      left join standings s on s.workspace_id = ${workspaceId} and s.funnel_id = ${inForce.id} and s.contact_id = p.contact_id
      where p.workspace_id = ${workspaceId} and p.preview_id = ${previewId}
    ), steps (kind, owner_id, was, "is", was_step, is_step, was_temperature, temperature, before, after, rescored) as (
      select kind, owner_id, stage, stage, step, step, temperature, temperature, count, count, 0 from standing
      union all
      select kind, owner_id, stood, stood, stood_step, stood_step, stood_temperature, stood_temperature, -1, -1, 0
      from differing where stands
      union all
      select kind, owner_id, was_stage, stage, ${step('was_total')}, ${step('total')}, was_temperature, temperature,
        stands::int, 1, (was_total <> total)::int
      from differing
    )
    select case when grouping(kind) = 0 then 'stages' when grouping(was_step) = 0 then 'was' when grouping(is_step) = 0 then 'is'
        else 'load' end as "by",
      kind, owner_id, was, "is", coalesce(was_step, is_step) as step, coalesce(was_temperature, temperature) as temperature,
      sum(before) as before, sum(after) as after, sum(rescored) as rescored
    from steps
    group by grouping sets (
      (kind, was, "is"), (was_step, was_temperature), (is_step, temperature), (owner_id, was, "is"))
    having sum(after) > 0
    order by sum(after) desc, was, "is", kind`.execute(ctx.db)
  const by = (what: Alike['by']) => rows.filter(row => row.by === what)
  return { stages: by('stages'), was: by('was'), is: by('is'), load: by('load') }
}

const step = (total: string) => sql`least(19, ${sql.ref(total)} / 5)`
