import { sql } from 'kysely'
import { mispaired } from '../activity/activity.ts'
import { chunksOf } from '../contacts/contacts.ts'
import { type Difference, differencesOf, funnelsOf } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { settle } from './reactions.ts'

export type Verification = { contacts: number; differences: Difference[] }

/**
 * Works every standing out beside the live ones, without writing, and tells every difference. What is due at this instant is worked
 * off first; contacts that changed meanwhile are looked at again.
 */
export async function verify(
  ctx: Ctx,
  onProgress: (contacts: number) => void = () => {},
): Promise<Verification> {
  await settle(ctx)
  const differences = await identitiesOfNobody(ctx)
  let contacts = 0
  for (const kind of ['person', 'organization'] as const)
    for await (const ids of chunksOf(ctx, { kind })) {
      contacts += ids.length
      const found = await differencesIn(ctx, kind, ids)
      if (found.length) await settle(ctx)
      const again = [...new Set(found.map(difference => difference.contactId))]
      differences.push(...(await differencesIn(ctx, kind, again)))
      onProgress(contacts)
    }
  return { contacts, differences }
}

/** Whoever removes a contact takes its identities away too; no foreign key would say if that were forgotten. */
async function identitiesOfNobody(ctx: Ctx): Promise<Difference[]> {
  const { rows } = await sql<{ contactId: string; kind: string; value: string }>`
    select contact_id, kind, value from identities i
    where workspace_id = ${ctx.workspaceId} and not exists (
      select from contacts c where c.workspace_id = ${ctx.workspaceId} and c.id = i.contact_id)
    order by contact_id, kind, value`.execute(ctx.db)
  return rows.map(({ contactId, kind, value }) => ({
    ...{ contactId, funnel: '*', column: `identity ${kind}`, is: value, ought: null },
  }))
}

async function differencesIn(
  ctx: Ctx,
  kind: 'person' | 'organization',
  ids: string[],
): Promise<Difference[]> {
  if (ids.length === 0) return []
  const found = await Promise.all((await funnelsOf(ctx)).map(funnel => differencesOf(ctx, funnel, kind, ids)))
  return [...(await unpaired(ctx, ids)), ...found.flat()]
}

/** Conversations that were not noticed are a difference too: a standing that was worked out from them is right by mistake. */
async function unpaired(ctx: Ctx, ids: string[]): Promise<Difference[]> {
  const messages = await mispaired(ctx, ids)
  return messages.map(({ contactId, id, is, ought }) => ({
    ...{ contactId, funnel: '*', column: `two_way_at ${id}`, is, ought },
  }))
}
