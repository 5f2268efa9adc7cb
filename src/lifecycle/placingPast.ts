import { type RawBuilder, sql } from 'kysely'
import { areAmong, changedSince, counts, factsThen, whoItIsOf } from '../contacts/contacts.ts'
import type { WhoItIs } from '../contacts/contract.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { enqueue } from '../platform/jobs.ts'
import { publish } from '../platform/live.ts'
import { type Funnel, funnelOf } from './definitions.ts'
import { stoodAt, wasThere } from './history.ts'
import { lockedFunnel } from './locking.ts'
import type { Kind } from './model.ts'
import { placed } from './placing.ts'
import { standingsWith } from './wouldBe.ts'

/** Everybody as of an instant of the past, under the definitions in force when it was asked for. */
export type PastPlacing = {
  id: string
  at: Date
  state: 'running' | 'done' | 'failed'
  lifecycleVersion: number
  scoreVersion: number
  done: number
  total: number
  result: PastPlacingResult | null
  /** Whether those definitions are still in force. */
  isCurrent: boolean
}

export type PastPlacingResult = {
  stages: { stage: string | null; people: number; organizations: number }[]
  /** Of how many the moves say that they stood elsewhere. */
  elsewhere: number
}

/** Has the worker place everybody as of that instant. Takes the place of what was asked for before. */
export function askPastPlacing(ctx: Ctx, instant: Date, funnelKey?: string): Promise<{ id: string }> {
  return atomically(ctx, async ctx => {
    if (instant > ctx.clock()) throw new Refusal('bad', 'lifecycle.in_future')
    const { id: funnelId, key, lifecycleVersion, scoreVersion } = await lockedFunnel(ctx, funnelKey)
    const { workspaceId } = ctx
    await sql`delete from past_placings where workspace_id = ${workspaceId} and funnel_id = ${funnelId}`.execute(
      ctx.db,
    )
    await sql`
      delete from past_standings where workspace_id = ${workspaceId} and placing_id not in (
        select id from past_placings where workspace_id = ${workspaceId})`.execute(ctx.db)
    const id = newId()
    await sql`
      insert into past_placings (workspace_id, funnel_id, id, at, lifecycle_version, score_version, asked_at)
      values (${workspaceId}, ${funnelId}, ${id}, ${instant}, ${lifecycleVersion}, ${scoreVersion}, ${ctx.clock()})`.execute(
      ctx.db,
    )
    await enqueue(ctx, 'placePast', { id, funnel: key }, { key: funnelId, attempts: 2 })
    await publish(ctx, { topic: 'past' })
    return { id }
  })
}

/** The newest of a funnel, however far it is. */
export async function pastPlacingOf(ctx: Ctx, funnelKey?: string): Promise<PastPlacing | undefined> {
  const { id, lifecycleVersion, scoreVersion } = await funnelOf(ctx, funnelKey)
  const row = await readPlacing(ctx, id)
  const isCurrent = row?.lifecycleVersion === lifecycleVersion && row.scoreVersion === scoreVersion
  return row && { ...row, isCurrent }
}

async function readPlacing(ctx: Ctx, funnelId: string) {
  const { rows } = await sql<Omit<PastPlacing, 'isCurrent'>>`
    select id, at, state, lifecycle_version, score_version, done, total, result
    from past_placings where workspace_id = ${ctx.workspaceId} and funnel_id = ${funnelId}`.execute(ctx.db)
  return rows[0]
}

export type Placer = { id: string; at: Date; funnel: Funnel }

/** Begins it, or begins it again after being cut short; undefined when another has taken its place. */
export async function beginPastPlacing(
  ctx: Ctx,
  { id, funnel: key }: { id: string; funnel: string },
  total: number,
): Promise<Placer | undefined> {
  const funnel = await funnelOf(ctx, key)
  const row = await readPlacing(ctx, funnel.id)
  if (row?.id !== id) return undefined
  await forgetPlaced(ctx, id)
  await sql`
    update past_placings set state = 'running', done = 0, total = ${total},
      lifecycle_version = ${funnel.lifecycleVersion}, score_version = ${funnel.scoreVersion}
    where workspace_id = ${ctx.workspaceId} and id = ${id}`.execute(ctx.db)
  return { id, at: row.at, funnel }
}

const mostChanged = 500

/** Where these contacts would have stood; false when another has taken its place. Those whose facts have changed since, a few at a time. */
export function placeSomePast(ctx: Ctx, placer: Placer, kind: Kind, ids: string[]): Promise<boolean> {
  return atomically(ctx, async ctx => {
    const changed = [...(await changedSince(ctx, ids, placer.at))]
    const same = new Set(ids).difference(new Set(changed))
    await keepPlaced(ctx, placer, kind, [...same])
    for (let from = 0; from < changed.length; from += mostChanged) {
      const some = changed.slice(from, from + mostChanged)
      const { workspaceId } = ctx
      await keepPlaced(ctx, placer, kind, some, factsThen({ workspaceId, ids: some, instant: placer.at }))
    }
    const { rows } = await sql`
      update past_placings set done = least(total, done + ${ids.length}::int)
      where workspace_id = ${ctx.workspaceId} and id = ${placer.id} returning id`.execute(ctx.db)
    if (rows.length === 0) await forgetPlaced(ctx, placer.id)
    await publish(ctx, { topic: 'past' })
    return rows.length > 0
  })
}

async function keepPlaced(
  ctx: Ctx,
  { id, at: now, funnel }: Placer,
  kind: Kind,
  contactIds: string[],
  facts?: RawBuilder<unknown>,
): Promise<void> {
  if (contactIds.length === 0) return
  const { workspaceId } = ctx
  const standings = standingsWith(workspaceId, funnel.id, placedIn(workspaceId, id))
  const isIn = funnel.isMain
    ? sql`true`
    : sql`(stood.contact_id is not null or coalesce(would.stage <> ${funnel.lifecycle.stages[0]?.key ?? ''}, false))`
  await sql`
    ${facts ? sql`with ${facts}` : sql``}
    insert into past_standings (workspace_id, placing_id, contact_id, kind, stood, stage, fit, engagement, total, temperature)
    select ${workspaceId}, ${id}, would.contact_id, ${kind}, stood.stage, would.stage, would.fit, would.engagement, would.total,
      would.temperature
    from (${placed({ workspaceId, now, funnel, kind, contactIds, standings })}) would
    join contacts c on c.workspace_id = ${workspaceId} and c.id = would.contact_id
    left join (${stoodAt(ctx, funnel, now, contactIds)}) stood on stood.contact_id = would.contact_id
    where ${areAmong('c.id', contactIds)} and ${wasThere(ctx, funnel, now)} and ${isIn}
    on conflict do nothing`.execute(ctx.db)
}

const placedIn = (workspaceId: string, id: string) =>
  sql`(select * from past_standings where workspace_id = ${workspaceId} and placing_id = ${id})`

async function forgetPlaced(ctx: Ctx, id: string): Promise<void> {
  await sql`delete from past_standings where workspace_id = ${ctx.workspaceId} and placing_id = ${id}`.execute(
    ctx.db,
  )
}

/** Adds up what was found. */
export async function endPastPlacing(ctx: Ctx, { id }: Placer): Promise<void> {
  const { rows } = await sql<PastPlacingResult['stages'][number] & { elsewhere: number }>`
    select p.stage, count(*) filter (where p.kind = 'person') as people,
      count(*) filter (where p.kind = 'organization') as organizations,
      count(*) filter (where p.stood is distinct from p.stage) as elsewhere
    from past_standings p
    join contacts c on c.workspace_id = p.workspace_id and c.id = p.contact_id and ${counts(ctx, 'c')}
    where p.workspace_id = ${ctx.workspaceId} and p.placing_id = ${id} group by p.stage`.execute(ctx.db)
  await close(ctx, id, 'done', {
    stages: rows.map(({ elsewhere: _, ...each }) => each),
    elsewhere: rows.reduce((sum, { elsewhere }) => sum + elsewhere, 0),
  })
}

export const failPastPlacing = (ctx: Ctx, id: string) => close(ctx, id, 'failed', null)

async function close(ctx: Ctx, id: string, state: 'done' | 'failed', result: PastPlacingResult | null) {
  await sql`
    update past_placings set state = ${state}, result = ${result && JSON.stringify(result)}::jsonb,
      finished_at = ${ctx.clock()}, done = total
    where workspace_id = ${ctx.workspaceId} and id = ${id}`.execute(ctx.db)
  await publish(ctx, { topic: 'past' })
}

export type PlacedElsewhere = WhoItIs & {
  contactId: string
  name: string
  kind: Kind
  stood: string | null
  stage: string | null
}

/** Some of those whom today's definitions put elsewhere than they stood, the most promising first. */
export async function placedElsewhere(ctx: Ctx, placingId: string): Promise<PlacedElsewhere[]> {
  const { workspaceId } = ctx
  const { rows } = await sql<PlacedElsewhere>`
    select p.contact_id, c.display_name as name, p.kind, p.stood, p.stage, ${whoItIsOf(workspaceId, 'c')}
    from past_standings p
    join contacts c on c.workspace_id = p.workspace_id and c.id = p.contact_id and ${counts(ctx, 'c')}
    where p.workspace_id = ${workspaceId} and p.placing_id = ${placingId} and p.stood is distinct from p.stage
    order by p.total desc, p.contact_id limit 50`.execute(ctx.db)
  return rows
}
