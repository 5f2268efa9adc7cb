import { sql } from 'kysely'
import { segmentsIn } from '../criteria/criteria.ts'
import type { NamedSegment } from '../criteria/expanded.ts'
import type { Ctx } from '../platform/ctx.ts'
import { rulesOf } from './askedFunnels.ts'
import type { Definitions } from './definitionChanges.ts'
import { funnelsOf } from './definitions.ts'

export type AskedSegment = NamedSegment & { name: string }

/** The segments that definitions may ask for. */
export async function segmentsThere(ctx: Ctx): Promise<AskedSegment[]> {
  const { rows } = await sql<AskedSegment>`
    select id, name, about, criteria from segments
    where workspace_id = ${ctx.workspaceId} and deleted_at is null`.execute(ctx.db)
  return rows
}

/** Keeps segments from being saved or deleted until the transaction ends: the same lock as theirs. */
export async function holdSegments(ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended('segments ' || ${ctx.workspaceId}, 0))`.execute(
    ctx.db,
  )
}

/** The ids of the segments that definitions in force name. */
export async function definingSegments(ctx: Ctx): Promise<Set<string>> {
  return new Set((await funnelsOf(ctx)).flatMap(namedIn))
}

/** Whether a draft names the segment. */
export async function isDrafted(ctx: Ctx, id: string): Promise<boolean> {
  const { rows } = await sql<Definitions>`
    select lifecycle, score from definition_drafts where workspace_id = ${ctx.workspaceId}`.execute(ctx.db)
  return rows.some(draft => namedIn(draft).includes(id))
}

const namedIn = (definitions: Definitions): string[] =>
  rulesOf(definitions).flatMap(([, rule]) => segmentsIn(rule))
