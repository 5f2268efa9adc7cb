import { sql } from 'kysely'
import { counts, mainFunnel, whoItIsOf } from '../contacts/contacts.ts'
import type { WhoItIs } from '../contacts/contract.ts'
import type { Ctx } from '../platform/ctx.ts'
import { matches } from './compile.ts'
import { matchesCountedUpTo } from './contract.ts'
import type { Criteria } from './criteria.ts'
import { eventsOfEach } from './did.ts'
import { nowIn } from './scope.ts'

export type About = 'person' | 'organization' | 'contact'
type Match = WhoItIs & { id: string; kind: 'person' | 'organization'; name: string; stage: string | null }

const shown = 5

/** How many contacts a criterion selects, counted no further than `upTo`, and the first found of them. */
export async function matchingContacts(
  ctx: Ctx,
  { about, where }: { about: About; where: Criteria },
  upTo = matchesCountedUpTo,
): Promise<{ count: number; more: boolean; sample: Match[] }> {
  const scope = { ...nowIn(ctx), contact: 'c', standing: 's', did: eventsOfEach }
  const { rows } = await sql<{ count: number; sample: Match[] }>`
    with found as materialized (
      select c.id, c.kind, c.display_name as name, s.stage
      from contacts c left join standings s on s.workspace_id = ${ctx.workspaceId} and s.contact_id = c.id
        and s.funnel_id = ${mainFunnel(ctx.workspaceId)}
      where c.workspace_id = ${ctx.workspaceId} and ${counts(ctx, 'c')}
        ${about === 'contact' ? sql`` : sql`and c.kind = ${about}`} and ${matches(scope, where)}
      limit ${upTo + 1})
    select (select count(*) from found) as count,
      coalesce((select json_agg(few) from (
        select found.*, ${whoItIsOf(ctx.workspaceId, 'c')}
        from (select * from found limit ${shown}) found join contacts c on c.workspace_id = ${ctx.workspaceId} and c.id = found.id
      ) few), '[]') as sample`.execute(ctx.db)
  const [{ count = 0, sample = [] } = {}] = rows
  return { count: Math.min(count, upTo), more: count > upTo, sample }
}
