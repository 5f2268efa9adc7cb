import { sql } from 'kysely'
import type { Criteria } from '../criteria/criteria.ts'
import { didColumns } from '../criteria/did.ts'
import { type Explained, type Explanation, explain, explained } from '../criteria/explain.ts'
import { reasons } from '../criteria/reasons.ts'
import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/ids.ts'
import { type Known, kept, keptByKey } from '../platform/kept.ts'
import { asTheyStood } from './comingBack.ts'
import type { Funnel } from './definitions.ts'
import { entryOf, type Kind, rankOf } from './model.ts'
import { hasLostEvidence } from './placing.ts'
import { heldSince, type Receipt } from './receipt.ts'

/** A standing that was written, beside what it was before. */
export type Change = {
  contactId: string
  fromStage: string | null
  toStage: string | null
  isFirst: boolean
  since: Date | null
  wasDueAt: Date | null
  /** The decision by hand that put it there, when it was one. */
  byHand: string | null
  wasVersion: number | null
  wasScoreVersion: number | null
  fit: number
  engagement: number
  total: number
}

/** What set a move off. `arrival`: the contact came into the base; `event`: something that it did, or that was withdrawn. */
export type Cause = 'arrival' | 'event' | 'fact' | 'time' | 'definition' | 'hand'

type Why = { contactId: string; createdAt: Date; updatedAt: Date; to: Explained; left: Explained }

/** Writes the moves among these changes, each with its receipt, and dates the standings by them. */
export async function writeMoves(ctx: Ctx, funnel: Funnel, kind: Kind, changes: Change[]): Promise<void> {
  const stood = await asTheyStood(ctx, funnel, changes)
  const moved = stood.filter(change => change.fromStage !== change.toStage)
  const alike = Map.groupBy(moved, change => `${change.fromStage} ${change.toStage}`)
  for (const changes of alike.values()) {
    const ids = changes.map(change => change.contactId)
    const whys = changes[0] ? await explainMove(ctx, funnel, kind, changes[0], ids) : new Map<string, Why>()
    const moves = changes.flatMap(change => {
      const why = whys.get(change.contactId)
      return why ? [moveOf(funnel, change, why, ctx.clock())] : []
    })
    await insertMoves(ctx, funnel, moves)
  }
}

const everyone: Criteria = { all: [] }

/** The criteria that decided: of the stage come to and, for those that went back, of the one left. */
function decidersOf({ lifecycle }: Funnel, kind: Kind, { fromStage, toStage }: Between) {
  const when = (key: string | null) => {
    const stage = lifecycle.stages.find(stage => stage.key === key)
    return stage ? entryOf(stage, kind) : everyone
  }
  const goesBack = fromStage !== null && rankOf(lifecycle, toStage) < rankOf(lifecycle, fromStage)
  const outside = lifecycle.outside ?? everyone
  if (toStage === null) return { to: outside, left: everyone }
  return { to: when(toStage), left: goesBack ? when(fromStage) : everyone }
}

type Inputs = { now: Date; contactIds: readonly string[] }
type ExplainedRow = Omit<Why, 'to' | 'left'> & { to: Explanation; left: Explanation }

const explaining = keptByKey<Inputs, ExplainedRow>()

type Between = Pick<Change, 'fromStage' | 'toStage'>

/** Why contacts that all made one move made it, as of now. */
export async function explainMove(
  ctx: Ctx,
  funnel: Funnel,
  kind: Kind,
  { fromStage, toStage }: Between,
  contactIds: readonly string[],
): Promise<Map<string, Why>> {
  const { workspaceId } = ctx
  const { to, left } = decidersOf(funnel, kind, { fromStage, toStage })
  const key = [workspaceId, funnel.id, funnel.definedBy, kind, fromStage, toStage].join(' ')
  const rows = await explaining(key, ({ now, contactIds }) =>
    explainedRows({ workspaceId, funnel, to, left, now, contactIds }),
  )(ctx, { now: ctx.clock(), contactIds })
  return new Map(
    rows.map(row => [row.contactId, { ...row, to: explained(to, row.to), left: explained(left, row.left) }]),
  )
}

type Explaining = {
  workspaceId: string
  funnel: Funnel
  to: Criteria
  left: Criteria
  now: Known<Date>
  contactIds: Known<readonly string[]>
}

function explainedRows({ workspaceId, funnel, to, left, now, contactIds }: Explaining) {
  const { columns, did } = didColumns({ workspaceId, now }, [to, left], { alias: 'told', evidence: true })
  const scope = { workspaceId, now, contact: 'c', did, standing: 's', funnel: funnel.key }
  const told = sql`
    left join (
      select e.contact_id, ${sql.join(columns)} from events e
      where e.workspace_id = ${workspaceId} and e.contact_id = any(${contactIds}::uuid[]) and e.withdrawn_at is null
      group by e.contact_id
    ) told on told.contact_id = c.id`
  return sql<ExplainedRow>`
    select c.id as contact_id, c.created_at, c.updated_at, ${explain(scope, to)} as "to", ${explain(scope, left)} as "left"
    from contacts c
    join standings s on s.workspace_id = c.workspace_id and s.funnel_id = ${funnel.id} and s.contact_id = c.id
      and s.contact_id = any(${contactIds}::uuid[])
    ${columns.length ? told : sql``}
    where c.workspace_id = ${workspaceId} and c.id = any(${contactIds}::uuid[])`
}

type Move = {
  id: string
  contactId: string
  fromStage: string | null
  toStage: string | null
  at: Date
  noticedAt: Date
  cause: Cause
  receipt: Receipt
}

function moveOf(funnel: Funnel, change: Change, why: Why, now: Date): Move {
  const { contactId, fromStage, toStage, fit, engagement, total } = change
  if (change.byHand) return placedMove(change, now)
  const noLonger = why.left.holds ? [] : reasons(why.left)
  const reached = funnel.lifecycle.stages.find(({ key }) => key === toStage)
  const comesBack = reached?.canGoBack === false && !why.to.holds
  const decided = comesBack ? { because: [], hasComeBefore: true as const } : { because: reasons(why.to) }
  const receipt = { ...decided, noLonger, fit, engagement, total }
  const cause = causeOf(funnel, change, why, receipt, now)
  const at = bounded(dateOf(change, why, cause, now), change, now)
  return { id: newId(), contactId, fromStage, toStage, at, noticedAt: now, cause, receipt }
}

/** Whoever decided it is told by the placement; no criterion did. */
function placedMove({ contactId, fromStage, toStage, fit, engagement, total }: Change, now: Date): Move {
  const receipt = { because: [], noLonger: [], fit, engagement, total }
  return { id: newId(), contactId, fromStage, toStage, at: now, noticedAt: now, cause: 'hand', receipt }
}

function causeOf(funnel: Funnel, change: Change, why: Why, { because, noLonger }: Receipt, now: Date): Cause {
  if (change.isFirst && because.length === 0) return 'arrival'
  if (!change.isFirst && isByDefinition(funnel, change, why)) return 'definition'
  const deciding = noLonger.length ? noLonger : because
  const wasDue = change.wasDueAt !== null && change.wasDueAt <= now
  if (wasDue && noLonger.length) return 'time'
  return deciding.some(reason => reason.events?.length || 'did' in reason.rule) ? 'event' : 'fact'
}

/**
 * Placed for the first time by a new version. What happened after it was published, before everybody was placed by it, is its own
 * cause: until then the new version did not move the contact either.
 */
function isByDefinition(funnel: Funnel, change: Change, why: Why): boolean {
  const published = [
    ...(change.wasVersion === funnel.lifecycleVersion ? [] : [funnel.lifecyclePublishedAt]),
    ...(change.wasScoreVersion === funnel.scoreVersion ? [] : [funnel.scorePublishedAt]),
  ]
  if (published.length === 0) return false
  const held = why.left.holds ? heldSince(why.to, why.updatedAt) : undefined
  return !held || published.some(instant => held <= instant)
}

/** When it took effect: on going back by time, when time ran out; on going on, when the evidence was complete. */
function dateOf(change: Change, why: Why, cause: Cause, now: Date): Date {
  if (cause === 'definition') return now
  if (cause === 'time') return change.wasDueAt ?? now
  if (why.left.holds === false) return now
  return heldSince(why.to, why.updatedAt) ?? (change.isFirst ? why.createdAt : now)
}

/** Never before the move before it, never in the future. */
const bounded = (date: Date, { since, isFirst }: Change, now: Date): Date => {
  const notBefore = isFirst || !since || date >= since ? date : since
  return notBefore <= now ? notBefore : now
}

async function insertMoves(ctx: Ctx, funnel: Funnel, moves: Move[]): Promise<void> {
  const { id, lifecycleVersion } = funnel
  const { workspaceId } = ctx
  await storeMoves(ctx, { workspaceId, funnelId: id, lifecycleVersion, moves: JSON.stringify(moves) })
}

type Stored = { workspaceId: string; funnelId: string; lifecycleVersion: number; moves: string }

const storeMoves = kept<Stored, never>(
  ({ workspaceId, funnelId, lifecycleVersion, moves }) => sql`
    with move as (
      select * from jsonb_to_recordset(${moves}::jsonb) as m (
        id uuid, "contactId" uuid, "fromStage" text, "toStage" text, at timestamptz, "noticedAt" timestamptz, cause text, receipt jsonb
      )
    ), mistaken as (
      select m.id, move.id as taken_back_by
      from move cross join lateral (
        select * from moves
        where workspace_id = ${workspaceId} and funnel_id = ${funnelId} and contact_id = move."contactId"
        order by at desc, noticed_at desc, id desc limit 1) m
      where move."fromStage" is not null and move.receipt -> 'noLonger' <> '[]' and not m.taken_back
        and (m.to_stage, m.from_stage) is not distinct from (move."fromStage", move."toStage") and ${hasLostEvidence(workspaceId)}
    ), marked as (
      update moves m set taken_back = true from mistaken
      where m.workspace_id = ${workspaceId} and m.id = mistaken.id
    ), dated as (
      update standings s set since = move.at from move
      where s.workspace_id = ${workspaceId} and s.funnel_id = ${funnelId} and s.contact_id = move."contactId"
    )
    insert into moves (workspace_id, id, funnel_id, contact_id, from_stage, to_stage, at, noticed_at, lifecycle_version, cause, receipt,
      taken_back)
    select ${workspaceId}, id, ${funnelId}, "contactId", "fromStage", "toStage", at, "noticedAt", ${lifecycleVersion}::int, cause, receipt,
      id in (select taken_back_by from mistaken)
    from move`,
  { unheard: true },
)
