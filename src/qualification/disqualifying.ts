import { sql } from 'kysely'
import { type Cause, causeOf, updateContact, updateContacts } from '../contacts/contacts.ts'
import type { Disqualification } from '../contacts/questions.ts'
import { at, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { reasonsToDisqualify } from './reasons.ts'

export type NewDisqualification = {
  /** One of the ready-made keys, or the workspace's own words. */
  reason: string
  note?: string
  /** Wakes then; neither this nor `wakesOn`: for good. */
  until?: Date
  wakesOn?: 'signal' | 'address'
}

/** Takes somebody out of the lists of work, beside whatever stage they stand in. The act can be undone like any change. */
export async function disqualify(ctx: Ctx, contactId: string, given: NewDisqualification) {
  const disqualified = disqualificationBy(ctx, given)
  return { changeSetId: await updateContact(ctx, contactId, { disqualified }, causeOf(ctx, 'edit')) }
}

/** Somebody who was taken out at an instant. */
export type Disqualified = NewDisqualification & { contactId: string; at: Date }

/** The same for many, each at its own instant, as part of one act. */
export async function disqualifyMany(ctx: Ctx, those: Disqualified[], cause: Cause): Promise<void> {
  const patches = those.map(({ contactId, at: instant, ...given }) => ({
    id: contactId,
    disqualified: disqualificationBy(at(ctx, instant), given),
  }))
  await updateContacts(ctx, patches, cause)
}

function disqualificationBy(
  ctx: Ctx,
  { reason, note, until, wakesOn }: NewDisqualification,
): Disqualification {
  if (reason === 'other' && !note) throw new Refusal('bad', 'qualification.reason_needed')
  if (until && until <= ctx.clock()) throw new Refusal('bad', 'qualification.wakes_in_the_past')
  return {
    reason,
    ...(note && { note }),
    at: ctx.clock().toISOString(),
    ...(until && { until: until.toISOString() }),
    ...(wakesOn && { wakesOn }),
    byName: ctx.actor.name,
  }
}

/** Takes the disqualification away, whatever has become of it. */
export async function requalify(ctx: Ctx, contactId: string) {
  return { changeSetId: await updateContact(ctx, contactId, { disqualified: null }, causeOf(ctx, 'edit')) }
}

/** Every reason there is: the ready-made ones, then the workspace's own words. */
export async function reasonsOf(ctx: Ctx): Promise<string[]> {
  const readyMade = reasonsToDisqualify.map(({ key }) => key as string)
  return [...readyMade, ...(await ownReasons(ctx, readyMade))]
}

/** The workspace's own words for reasons, those used most first. */
export async function ownReasons(ctx: Ctx, readyMade: string[]): Promise<string[]> {
  const { rows } = await sql<{ reason: string }>`
    select disqualified ->> 'reason' as reason from contacts
    where workspace_id = ${ctx.workspaceId} and disqualified is not null
      and not disqualified ->> 'reason' = any(${readyMade}::text[])
    group by 1 order by count(*) desc, 1 limit 50`.execute(ctx.db)
  return rows.map(({ reason }) => reason)
}
