import { sql } from 'kysely'
import { markChanged } from '../contacts/contacts.ts'
import type { Ctx } from '../platform/ctx.ts'

/** Decisions by hand that a merge gave to the contact that stays, and those of its own that gave way to them. */
export type MovedPlacements = { moved: string[]; ended: string[] }

/** What was decided by hand of one contact holds of another from now on; in each funnel the newest decision on either. */
export async function movePlacements(
  ctx: Ctx,
  { from, into }: { from: string; into: string },
): Promise<MovedPlacements> {
  const now = ctx.clock()
  const { rows } = await sql<{ id: string; wins: boolean; contactId: string }>`
    select id, contact_id, row_number() over (partition by funnel_id order by placed_at desc, id desc) = 1 as wins
    from placements
    where workspace_id = ${ctx.workspaceId} and contact_id = any(${[from, into]}::uuid[]) and removed_at is null
      and (until is null or until > ${now})`.execute(ctx.db)
  const moved = rows.filter(row => row.contactId === from && row.wins).map(({ id }) => id)
  const ended = rows.filter(row => row.contactId === into && !row.wins).map(({ id }) => id)
  await handOver(ctx, { moved, ended }, { from, into })
  return { moved, ended }
}

/** The decisions that a merge moved go back to the contact that was taken in or, when the undo is undone, over again. Any other act moved none. */
export async function moveMergedPlacements(ctx: Ctx, changeSetId: string, back: boolean): Promise<void> {
  const { rows } = await sql<{ from: string; into: string; placements: MovedPlacements | null }>`
    select summary ->> 'from' as "from", summary ->> 'into' as "into", summary -> 'placements' as placements
    from change_sets
    where workspace_id = ${ctx.workspaceId} and id = ${changeSetId} and kind = 'merge'`.execute(ctx.db)
  const [merge] = rows
  if (!merge?.placements) return
  const { from, into, placements } = merge
  if (back) await giveBack(ctx, placements, { from, into })
  else await handOver(ctx, placements, { from, into })
}

type Between = { from: string; into: string }

async function handOver(ctx: Ctx, { moved, ended }: MovedPlacements, { from, into }: Between) {
  if (moved.length === 0) return
  await sql`
    update placements set removed_at = ${ctx.clock()}
    where workspace_id = ${ctx.workspaceId} and id = any(${ended}::uuid[]) and removed_at is null`.execute(
    ctx.db,
  )
  await give(ctx, moved, into)
  await markChanged(ctx, [from, into])
}

/** One that gave way holds again, unless something else has been decided since. */
async function giveBack(ctx: Ctx, { moved, ended }: MovedPlacements, { from, into }: Between) {
  if (moved.length === 0) return
  await give(ctx, moved, from)
  await sql`
    update placements p set removed_at = null
    where p.workspace_id = ${ctx.workspaceId} and p.id = any(${ended}::uuid[]) and not exists (
      select from placements other
      where other.workspace_id = p.workspace_id and other.contact_id = p.contact_id and other.funnel_id = p.funnel_id
        and other.id <> p.id and other.placed_at >= p.removed_at)`.execute(ctx.db)
  await markChanged(ctx, [from, into])
}

const give = (ctx: Ctx, ids: string[], contactId: string) =>
  sql`
    update placements set contact_id = ${contactId}
    where workspace_id = ${ctx.workspaceId} and id = any(${ids}::uuid[])`.execute(ctx.db)
