import { sql } from 'kysely'
import { customEventTypes } from '../activity/activity.ts'
import { isEventName } from '../activity/events.ts'
import { audit } from '../audit/audit.ts'
import {
  type Cause,
  causeOf,
  recordConsents,
  updateContact,
  updateContacts,
  upsertContacts,
} from '../contacts/contacts.ts'
import type { Role } from '../contacts/fields.ts'
import type { Disqualification } from '../contacts/questions.ts'
import { at as atInstant, atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { reasonsToDisqualify } from './reasons.ts'

export type NewDisqualification = {
  /** One of the ready-made keys, or the workspace's own words. */
  reason: string
  note?: string
  /** Since then; now when absent. */
  at?: Date
  /** Wakes then; neither this nor `wakesOn`: for good. */
  until?: Date
  wakesOn?: 'signal' | 'address'
  /** Only these signals wake it. */
  signals?: string[]
}

/** What follows from the reason, in the same act. */
export type Consequences = {
  /** What the contact is to the company. */
  role?: Role
  /** Who decides instead: a new person, of the same organisation. */
  rightPerson?: { name: string; jobTitle?: string }
}

/** Takes somebody out of the lists of work, beside whatever stage they stand in, with what follows from the reason. The act can be undone like any change. */
export function disqualify(ctx: Ctx, contactId: string, given: NewDisqualification & Consequences) {
  return atomically(ctx, async ctx => {
    await refuseUnknownSignals(ctx, given.signals)
    const { role, rightPerson } = given
    const patch = { disqualified: disqualificationBy(ctx, given), ...(role && { roles: { add: [role] } }) }
    const changeSetId = await updateContact(ctx, contactId, patch, causeOf(ctx, 'edit'))
    if (given.reason === 'asked_not_to') await object(ctx, contactId, changeSetId, given.note)
    if (rightPerson) await addDecider(ctx, contactId, rightPerson, changeSetId)
    return { changeSetId }
  })
}

async function refuseUnknownSignals(ctx: Ctx, signals: string[] = []) {
  const asked = signals.filter(name => !isEventName(name))
  const own = asked.length ? await customEventTypes(ctx) : []
  const unknown = asked.find(name => !own.some(each => each.name === name))
  if (unknown) throw new Refusal('bad', 'activity.unknown_event', { name: unknown })
}

async function object(ctx: Ctx, contactId: string, changeSetId: string, wording?: string) {
  const said = { channel: 'any', state: 'objected' } as const
  await recordConsents(ctx, [{ contactId, ...said, source: 'disqualified', wording }], changeSetId)
  await audit(ctx, 'contacts.consented', { id: contactId }, said)
}

async function addDecider(
  ctx: Ctx,
  contactId: string,
  { name, jobTitle }: NonNullable<Consequences['rightPerson']>,
  changeSetId: string,
) {
  const { rows } = await sql<{ id: string }>`
    select id from contacts where workspace_id = ${ctx.workspaceId} and id = ${contactId} and kind = 'organization'
    union all
    (select organization_id from employments where workspace_id = ${ctx.workspaceId} and person_id = ${contactId}
    order by is_primary desc limit 1)`.execute(ctx.db)
  const cause = { ...causeOf(ctx, 'edit'), changeSetId }
  const fields = { name, decisionRole: 'decides' }
  const { items } = await upsertContacts(ctx, [{ kind: 'person', fields }], cause, { refused: 'throw' })
  const [organization] = rows
  if (!organization) return
  const works = { add: [{ id: organization.id, jobTitle, isPrimary: true }] }
  await updateContact(ctx, items[0]?.contactId ?? '', { organizations: works }, cause)
}

/** Somebody who was taken out at an instant. */
export type Disqualified = NewDisqualification & { contactId: string; at: Date }

/** The same for many, each at its own instant, as part of one act. */
export async function disqualifyMany(ctx: Ctx, those: Disqualified[], cause: Cause): Promise<void> {
  const patches = those.map(({ contactId, at: instant, ...given }) => ({
    id: contactId,
    disqualified: disqualificationBy(atInstant(ctx, instant), given),
  }))
  await updateContacts(ctx, patches, cause)
}

function disqualificationBy(
  ctx: Ctx,
  { reason, note, at = ctx.clock(), until, wakesOn, signals }: NewDisqualification,
): Disqualification {
  if (reason === 'other' && !note) throw new Refusal('bad', 'qualification.reason_needed')
  if (at > ctx.clock()) throw new Refusal('bad', 'qualification.since_in_the_future')
  if (until && until <= ctx.clock()) throw new Refusal('bad', 'qualification.wakes_in_the_past')
  return {
    reason,
    ...(note && { note }),
    at: at.toISOString(),
    ...(until && { until: until.toISOString() }),
    ...(wakesOn && { wakesOn }),
    ...(wakesOn === 'signal' && signals && { signals }),
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
