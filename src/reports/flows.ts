import { sql } from 'kysely'
import { uncounted } from '../contacts/contacts.ts'
import type { Funnel, Kind } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'

export type FlowsWanted = { funnel: Funnel; kind?: Kind; from: Date; to: Date; aDayAgo: Date }

export type Between = { from: string | null; to: string | null; byDefinition: boolean }

/** Moves from one stage to another in the period: `settled` are those of them more than a day ago, `later` those after it. */
export type Flow = Between & { count: number; settled: number; later: number }

/** Moves that ended the stays which new definitions began in the period: `fresh` stays began less than a day ago. */
export type EndOfBrought = Between & { count: number; fresh: number }

export type CutShort = { stage: string; count: number }

/**
 * Who counts, as steps of a from clause after one that offers the id of each contact: `o.id` is null for a person. The few that are
 * not shown and the organisations are looked up, so that nobody reads all contacts.
 */
export const counted = (ctx: Ctx, contactId: string, kind: Kind | undefined) => sql`
  left join (
    select id from contacts where workspace_id = ${ctx.workspaceId} and kind = 'organization'
  ) o on o.id = ${sql.ref(contactId)}
  where ${sql.ref(contactId)} not in (${uncounted(ctx)}) ${kind ? sql`and ${sql.lit(kind === 'person')} = (o.id is null)` : sql``}`

/** Reads the index moves_by_time alone, and sorts nothing (decision 0022). */
export async function flowsBetween(
  ctx: Ctx,
  { funnel, kind, from, to, aDayAgo }: FlowsWanted,
): Promise<Flow[]> {
  const { rows } = await sql<Flow>`
    select m.from_stage as "from", m.to_stage as "to", m.cause = 'definition' as by_definition,
      count(*) filter (where m.at < ${to}) as count,
      count(*) filter (where m.at < ${to} and m.at <= ${aDayAgo}) as settled,
      count(*) filter (where m.at >= ${to}) as later
    from moves m ${counted(ctx, 'm.contact_id', kind)}
      and m.workspace_id = ${ctx.workspaceId} and m.funnel_id = ${funnel.id} and m.at >= ${from} and not m.taken_back
    group by 1, 2, 3 order by 4 desc, 1, 2`.execute(ctx.db)
  return rows
}

/** How many stays new definitions ended in the period within a day of their beginning, or of the contact's coming, by stage; not those that such began in it. */
export async function cutShort(ctx: Ctx, { funnel, kind, from, to }: FlowsWanted): Promise<CutShort[]> {
  const { rows } = await sql<CutShort>`
    select stay.stage, count(*) as count
    from (
      select distinct on (ended.id) ended.from_stage as stage, m.at as since, m.cause
      from (
        select m.* from moves m ${counted(ctx, 'm.contact_id', kind)}
          and m.workspace_id = ${ctx.workspaceId} and m.funnel_id = ${funnel.id} and m.cause = 'definition'
          and m.at >= ${from} and m.at < ${to} and not m.taken_back and m.from_stage is not null
      ) ended
      join contacts c on c.workspace_id = ${ctx.workspaceId} and c.id = ended.contact_id
      join moves m on m.workspace_id = ${ctx.workspaceId} and m.funnel_id = ${funnel.id} and m.contact_id = ended.contact_id
        and m.to_stage = ended.from_stage and (m.at, m.noticed_at, m.id) < (ended.at, ended.noticed_at, ended.id)
      where not m.taken_back and greatest(m.at, c.created_at) > ended.at - interval '1 day'
      order by ended.id, m.at desc, m.noticed_at desc, m.id desc
    ) stay
    where not (stay.cause = 'definition' and stay.since >= ${from})
    group by 1`.execute(ctx.db)
  return rows
}

export async function endsOfBrought(
  ctx: Ctx,
  { funnel, kind, from, to, aDayAgo }: FlowsWanted,
): Promise<EndOfBrought[]> {
  const { rows } = await sql<EndOfBrought>`
    select ended.from_stage as "from", ended.to_stage as "to", ended.cause = 'definition' as by_definition,
      count(*) as count, count(*) filter (where ended.began > ${aDayAgo}) as fresh
    from (
      select distinct on (brought.id) m.from_stage, m.to_stage, m.cause, brought.at as began
      from (
        select m.* from moves m ${counted(ctx, 'm.contact_id', kind)}
          and m.workspace_id = ${ctx.workspaceId} and m.funnel_id = ${funnel.id} and m.cause = 'definition'
          and m.at >= ${from} and m.at < ${to}
      ) brought
      join moves m on m.workspace_id = ${ctx.workspaceId} and m.funnel_id = ${funnel.id} and m.contact_id = brought.contact_id
        and m.from_stage = brought.to_stage and (m.at, m.noticed_at, m.id) > (brought.at, brought.noticed_at, brought.id)
      where m.at >= ${from} and m.at < ${to} and not m.taken_back
      order by brought.id, m.at, m.noticed_at, m.id
    ) ended
    group by 1, 2, 3`.execute(ctx.db)
  return rows
}
