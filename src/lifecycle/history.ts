import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { areAmong, counts, mustKnow } from '../contacts/contacts.ts'
import { at, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import type { ScoreModel } from '../scoring/model.ts'
import { type Funnel, funnelOf } from './definitions.ts'
import type { Versions } from './drafting.ts'
import type { Lifecycle } from './model.ts'
import { type Side, sideThen } from './previewReceipt.ts'

/** A funnel as it was: how many stood in each stage, by the moves, under the definitions of then. */
export type PastFunnel = Versions & {
  at: Date
  /** Since when those stages were in force: after that instant when there were none yet, and the first are taken for them. */
  lifecyclePublishedAt: Date
  /** In the order of the definitions of then; null is no stage. */
  stages: { stage: string | null; name?: { es: string; en: string }; people: number; organizations: number }[]
}

/** The funnel at an instant of the past or now. Whoever was not in the base yet does not count, nor who is in the bin today. */
export async function funnelAsOf(ctx: Ctx, instant: Date, funnelKey?: string): Promise<PastFunnel> {
  const then = await definitionsAt(ctx, await funnelOf(ctx, funnelKey), instant)
  const { rows } = await sql<{ stage: string | null; people: number; organizations: number }>`
    select stood.stage, count(*) filter (where stood.kind = 'person') as people,
      count(*) filter (where stood.kind = 'organization') as organizations
    from (${stoodAt(ctx, then, instant)}) stood group by stood.stage`.execute(ctx.db)
  const known = then.lifecycle.stages.map(({ key, name }) => ({ stage: key as string | null, name }))
  const others = rows.filter(row => row.stage !== null && known.every(({ stage }) => stage !== row.stage))
  const { lifecycleVersion, lifecyclePublishedAt, scoreVersion } = then
  return {
    ...{ at: instant, lifecycleVersion, lifecyclePublishedAt, scoreVersion },
    stages: [
      { stage: null, name: undefined },
      ...known,
      ...others.map(({ stage }) => ({ stage, name: undefined })),
    ].map(each => {
      const { people = 0, organizations = 0 } = rows.find(row => row.stage === each.stage) ?? {}
      return { ...each, people, organizations }
    }),
  }
}

/** Where each of these contacts, or of all that count, stood: what its first move since then left or, when it has not moved, where it stands. */
export function stoodAt(ctx: Ctx, funnel: Funnel, instant: Date, ids?: string[]): RawBuilder<unknown> {
  const { workspaceId } = ctx
  const { id } = funnel
  return sql`
    select c.id as contact_id, c.kind, case when later.contact_id is null then s.stage else later.from_stage end as stage
    from contacts c
    join standings s on s.workspace_id = c.workspace_id and s.funnel_id = ${id} and s.contact_id = c.id
    left join (
      select distinct on (contact_id) contact_id, from_stage from moves
      where workspace_id = ${workspaceId} and funnel_id = ${id} and at > ${instant}
        and ${ids ? areAmong('contact_id', ids) : sql`true`}
      order by contact_id, at, noticed_at, id
    ) later on later.contact_id = c.id
    where c.workspace_id = ${workspaceId} and ${ids ? areAmong('c.id', ids) : counts(ctx, 'c')}
      and ${wasThere(ctx, funnel, instant)}`
}

/** Whether the contact `c` was in the base already. */
export const wasThere = ({ workspaceId }: Ctx, { id }: Funnel, instant: Date) => sql<SqlBool>`
  (c.created_at <= ${instant} or exists (
    select from moves m
    where m.workspace_id = ${workspaceId} and m.funnel_id = ${id} and m.contact_id = c.id and m.at <= ${instant}))`

/** A contact at an instant: where it was recorded to stand, and where the definitions of then and those of now put it. */
export type PastContact = {
  at: Date
  /** By its moves; undefined before it was in the base. */
  recorded?: { stage: string | null; since: Date }
  byThen: Side & Versions
  byNow: Side & Versions
}

/** A contact as of an instant, by the events and facts up to it; segments and the stages of linked contacts count as they are today. */
export async function contactAsOf(
  ctx: Ctx,
  contactId: string,
  instant: Date,
  funnelKey?: string,
): Promise<PastContact> {
  if (instant > ctx.clock()) throw new Refusal('bad', 'lifecycle.in_future')
  const kind = await mustKnow(ctx, contactId)
  const inForce = await funnelOf(ctx, funnelKey)
  const past = at(ctx, instant)
  const side = async (funnel: Funnel) => {
    const { lifecycleVersion, scoreVersion } = funnel
    return { ...(await sideThen(past, funnel, kind, contactId)), lifecycleVersion, scoreVersion }
  }
  return {
    at: instant,
    recorded: await recordedAt(ctx, inForce, contactId, instant),
    byThen: await side(await definitionsAt(ctx, inForce, instant)),
    byNow: await side(inForce),
  }
}

async function recordedAt(ctx: Ctx, { id }: Funnel, contactId: string, instant: Date) {
  const { rows } = await sql<{ stage: string | null; since: Date }>`
    select to_stage as stage, at as since from moves
    where workspace_id = ${ctx.workspaceId} and funnel_id = ${id} and contact_id = ${contactId} and at <= ${instant}
    order by at desc, noticed_at desc, id desc limit 1`.execute(ctx.db)
  return rows[0]
}

type Bodies = Versions & { lifecycle: Lifecycle; lifecyclePublishedAt: Date; score: ScoreModel }

/** The funnel with what was in force in it then; the first versions for the time before there were any. */
async function definitionsAt(ctx: Ctx, funnel: Funnel, instant: Date): Promise<Funnel> {
  const version = (kind: 'lifecycle' | 'score') => sql`(
    select d from definitions d
    where d.workspace_id = ${ctx.workspaceId} and d.funnel_id = ${funnel.id} and d.kind = ${kind}
    order by d.published_at <= ${instant} desc, case when d.published_at <= ${instant} then d.version else -d.version end desc
    limit 1)`
  const { rows } = await sql<Bodies>`
    select (l.d).body as lifecycle, (l.d).version as lifecycle_version, (l.d).published_at as lifecycle_published_at, (s.d).body as score, (s.d).version as score_version
    from (select ${version('lifecycle')} as d) l, (select ${version('score')} as d) s`.execute(ctx.db)
  const found = rows[0]
  return found
    ? { ...funnel, ...found, definedBy: `${found.lifecycleVersion} ${found.scoreVersion}` }
    : funnel
}
