import { sql } from 'kysely'
import { uncounted } from '../contacts/contacts.ts'
import { funnelOf, type ListedMove, movesIn } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { placedByImports, type RecentImport, recentImports } from './recentImports.ts'

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
  const { id, isMain } = await funnelOf(ctx, funnel)
  const moves = await movesByThemselves(ctx, { funnel, limit, isMain })
  const oldest = moves.length < limit ? undefined : moves.at(-1)?.at
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
 * Those that no publication made nor, in the main funnel, the entry of who came in a file. Of a base that was brought in whole the newest
 * four hundred are looked at.
 */
async function movesByThemselves(
  ctx: Ctx,
  { funnel, limit, isMain }: Wanted & { isMain: boolean },
): Promise<ListedMove[]> {
  const found: ListedMove[] = []
  let after: string | undefined
  for (let page = 0; page < 3 && found.length < limit; page++) {
    const size = page === 0 ? limit : 200
    const { moves, next } = await movesIn(ctx, { funnel, after, limit: size, ofPublications: false })
    const brought = isMain ? await placedByImports(ctx, moves) : new Set()
    found.push(...moves.filter(({ id }) => !brought.has(id)))
    if (!next) break
    after = next
  }
  return found.slice(0, limit)
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
