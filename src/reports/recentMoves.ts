import { sql } from 'kysely'
import { uncounted } from '../contacts/contacts.ts'
import { funnelOf, type ListedMove, movesIn } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { movesOfImports, type RecentImport, recentImports } from './recentImports.ts'

/** What was published at once, with its versions, and how many contacts that moved: `more` than `moved`, which is as far as they are counted. */
export type Publication = {
  at: Date
  lifecycleVersion: number | null
  scoreVersion: number | null
  moved: number
  more: boolean
}

export type Recent = { move: ListedMove } | { publication: Publication } | { import: RecentImport }

type Wanted = { funnel?: string; limit: number }

/** The latest moves, newest first. However many a publication or an import moved, it is one of them. */
export async function recentMoves(
  ctx: Ctx,
  { funnel, limit }: Wanted,
  countedUpTo = 10_000,
): Promise<Recent[]> {
  const moves = await movesByThemselves(ctx, { funnel, limit })
  const oldest = moves.length < limit ? undefined : moves.at(-1)?.at
  const { id, isMain } = await funnelOf(ctx, funnel)
  const publications = await thatMoved(ctx, { funnelId: id, since: oldest, limit, countedUpTo })
  const imports = isMain ? await recentImports(ctx, { since: oldest, limit }) : []
  const dated = [
    ...moves.map(move => ({ at: move.at, told: { move } })),
    ...publications.map(publication => ({ at: publication.at, told: { publication } })),
    ...imports.map(each => ({ at: each.at, told: { import: each } })),
  ]
  const newestFirst = dated.sort((a, b) => b.at.getTime() - a.at.getTime())
  return newestFirst.slice(0, limit).map(({ told }) => told)
}

/**
 * Those that neither a publication nor an import made. Of a base that was brought in whole only the newest are looked at, then those
 * before the import began.
 */
async function movesByThemselves(
  ctx: Ctx,
  { funnel, limit }: Wanted,
  to?: Date,
  attempts = 4,
): Promise<ListedMove[]> {
  const { moves, next } = await movesIn(ctx, { funnel, to, limit: 200, ofPublications: false })
  const brought = await movesOfImports(ctx, moves)
  const found = moves.filter(({ id }) => !brought.has(id)).slice(0, limit)
  const begun = [...brought.values()].sort((a, b) => a.getTime() - b.getTime())[0]
  const goesOn = attempts > 1 && found.length < limit && next && begun && (!to || begun < to)
  if (!goesOn) return found
  const older = await movesByThemselves(ctx, { funnel, limit: limit - found.length }, begun, attempts - 1)
  return [...found, ...older.filter(({ id }) => found.every(each => each.id !== id))]
}

type Since = { funnelId: string; since?: Date; limit: number; countedUpTo: number }

async function thatMoved(ctx: Ctx, { funnelId, since, limit, countedUpTo }: Since): Promise<Publication[]> {
  const { workspaceId } = ctx
  const { rows } = await sql<Publication>`
    with hidden as materialized (${uncounted(ctx)})
    select p.at, p.lifecycle_version, p.score_version, least(counted.many, ${countedUpTo}::int) as moved,
      counted.many > ${countedUpTo}::int as more
    from (${publications(ctx, funnelId)}) p cross join lateral (
      select count(*) as many from (
        select from moves m
        where m.workspace_id = ${workspaceId} and m.funnel_id = ${funnelId} and m.cause = 'definition'
          and m.at >= p.at and m.at < p.until and not exists (select from hidden where hidden.id = m.contact_id)
        limit ${countedUpTo}::int + 1) moved) counted
    where counted.many > 0 and p.at >= coalesce(${since ?? null}::timestamptz, '-infinity')
    order by p.at desc limit ${limit}`.execute(ctx.db)
  return rows
}

/** What is published in one act is so at one instant. `until`: the next publication. */
const publications = ({ workspaceId }: Ctx, funnelId: string) => sql`
  select published_at as at, lead(published_at, 1, 'infinity'::timestamptz) over (order by published_at) as until,
    max(version) filter (where kind = 'lifecycle') as lifecycle_version,
    max(version) filter (where kind = 'score') as score_version
  from definitions where workspace_id = ${workspaceId} and funnel_id = ${funnelId}
  group by published_at`
