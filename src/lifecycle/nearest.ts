import { sql } from 'kysely'
import { mustKnow } from '../contacts/contacts.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { eventsOfEach } from '../criteria/did.ts'
import { nextChange } from '../criteria/nextChange.ts'
import { nowIn } from '../criteria/scope.ts'
import type { Ctx } from '../platform/ctx.ts'
import { placementOf } from './byHand.ts'
import { funnelOf } from './definitions.ts'
import { standingOf } from './lifecycle.ts'
import { entryOf, rankOf } from './model.ts'
import { explainBy } from './previewReceipt.ts'
import { scoresInHand } from './scoreInHand.ts'
import { withoutSegments } from './spelledOut.ts'
import { type Way, waysTo } from './ways.ts'

/** What would move a contact: on to the next stage, and out of the one that it is in. `at` is when time alone may do it. */
export type Nearest = {
  next?: { stage: string; ways: Way[] }
  out?: { ways: Way[]; at: Date | null }
}

/** The nearest things that would change where a contact stands, from the criteria themselves. Nothing for who is placed by hand. */
export async function nearestChanges(ctx: Ctx, contactId: string, funnelKey?: string): Promise<Nearest> {
  const kind = await mustKnow(ctx, contactId)
  const funnel = await funnelOf(ctx, funnelKey)
  const standing = await standingOf(ctx, contactId, funnel)
  if (!standing || (await placementOf(ctx, contactId, funnel))) return {}
  const { stages, outside } = funnel.lifecycle
  const rank = rankOf(funnel.lifecycle, standing.stage)
  const [own, above] = [stages[rank], stages[rank + 1]]
  const present = own ? entryOf(own, kind) : outside
  const spelled = await withoutSegments(ctx, funnel)
  const rules = [present, above && entryOf(above, kind)].map(rule => spelled(rule ?? everyone))
  const asked = { funnel, kind, contactId }
  const [here, there] = await explainBy(ctx, asked, rules)
  const around = await scoresInHand(ctx, asked, rules)
  const on = above && there && standing.stage !== null ? waysTo(there, true, around) : []
  const off = here?.holds && own?.canGoBack !== false ? waysTo(here, false, around) : []
  return {
    ...(above && on.length > 0 && { next: { stage: above.key, ways: on } }),
    ...(off.length > 0 && {
      out: { ways: off, at: present ? await changesAt(ctx, contactId, present) : null },
    }),
  }
}

/** When time alone may change whether it holds of a contact. */
async function changesAt(ctx: Ctx, contactId: string, rule: Criteria): Promise<Date | null> {
  const scope = { ...nowIn(ctx), contact: 'c', did: eventsOfEach }
  const { rows } = await sql<{ at: Date | null }>`
    select ${nextChange(scope, rule)} as at from contacts c
    where c.workspace_id = ${ctx.workspaceId} and c.id = ${contactId}`.execute(ctx.db)
  return rows[0]?.at ?? null
}

const everyone: Criteria = { all: [] }
