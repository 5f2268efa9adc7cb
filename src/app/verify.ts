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
  const differences: Difference[] = []
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
