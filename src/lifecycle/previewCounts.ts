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
 * All contacts that lists and reports show, in one look at the standings beside what would differ: by stages and kind, by score
 * and temperature as they were and as they would be, and by owner.
 */
export async function alikeIn(ctx: Ctx, { previewId, inForce }: Previewed) {
  const { workspaceId } = ctx
  const { rows } = await sql<Alike>`
    with stood as (
      select c.kind, c.owner_id, s.contact_id is not null as stands,
        case when p.contact_id is null then s.stage else p.was_stage end as was,
        case when p.contact_id is null then s.stage else p.stage end as "is",
        coalesce(p.was_total, s.total) as was_total, coalesce(p.total, s.total) as total,
        coalesce(p.was_temperature, s.temperature) as was_temperature, coalesce(p.temperature, s.temperature) as temperature
      from (select contact_id, stage, total, temperature from standings
        where workspace_id = ${workspaceId} and funnel_id = ${inForce.id}) s
      full join (select * from preview_standings
        where workspace_id = ${workspaceId} and preview_id = ${previewId}) p on p.contact_id = s.contact_id
      join contacts c on c.workspace_id = ${workspaceId} and c.id = coalesce(s.contact_id, p.contact_id) and ${counts(ctx, 'c')}
    ), steps as (
      select *, least(19, was_total / 5) as was_step, least(19, total / 5) as is_step from stood
    )
    select case when grouping(kind) = 0 then 'stages' when grouping(was_step) = 0 then 'was' when grouping(is_step) = 0 then 'is'
        else 'load' end as "by",
      kind, owner_id, was, "is", coalesce(was_step, is_step) as step, coalesce(was_temperature, temperature) as temperature,
      count(*) filter (where stands) as before, count(*) as after, count(*) filter (where was_total <> total) as rescored
    from steps
    group by grouping sets (
      (kind, was, "is"), (was_step, was_temperature), (is_step, temperature), (owner_id, was, "is"))
    order by count(*) desc, was, "is", kind`.execute(ctx.db)
  const by = (what: Alike['by']) => rows.filter(row => row.by === what)
  return { stages: by('stages'), was: by('was'), is: by('is'), load: by('load') }
}
