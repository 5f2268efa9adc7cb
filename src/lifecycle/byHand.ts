import { type RawBuilder, sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import { areAmong, markChanged, mustKnow, type These } from '../contacts/contacts.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { type Known, keptByKey } from '../platform/kept.ts'
import { type Funnel, funnelOf } from './definitions.ts'

/** A contact's stage by somebody's decision. */
export type ByHand = {
  stage: string | null
  reason: string
  until: Date | null
  placedByName: string
  placedAt: Date
}

export type Placement = { funnel?: string; stage: string | null; reason: string; until?: Date }

/** Puts a contact into a stage against what the criteria say; the one before is taken back. Refuses an unknown stage and a day that has passed. */
export function placeByHand(ctx: Ctx, contactId: string, placement: Placement): Promise<void> {
  return atomically(ctx, async ctx => {
    await mustKnow(ctx, contactId)
    const { id, lifecycle } = await funnelOf(ctx, placement.funnel)
    const { stage, reason, until = null } = placement
    if (stage !== null && lifecycle.stages.every(({ key }) => key !== stage))
      throw new Refusal('bad', 'lifecycle.no_stage', { stage })
    if (until && until <= ctx.clock()) throw new Refusal('bad', 'lifecycle.until_past')
    await endPlacement(ctx, id, contactId)
    const { actor } = ctx
    await sql`
      insert into placements (workspace_id, id, funnel_id, contact_id, stage, reason, until, placed_by, placed_by_name, placed_at)
      values (${ctx.workspaceId}, ${newId()}, ${id}, ${contactId}, ${stage}, ${reason}, ${until},
        ${'id' in actor ? actor.id : null}, ${actor.name}, ${ctx.clock()})`.execute(ctx.db)
    await audit(ctx, 'contacts.placed', { id: contactId }, { stage, reason })
    await markChanged(ctx, [contactId])
  })
}

/** Lets the criteria decide again; returns what was decided by hand, so that it can be decided again. */
export function releaseFromHand(
  ctx: Ctx,
  contactId: string,
  funnelKey?: string,
): Promise<ByHand | undefined> {
  return atomically(ctx, async ctx => {
    await mustKnow(ctx, contactId)
    const { id } = await funnelOf(ctx, funnelKey)
    const before = await placementOf(ctx, contactId, funnelKey)
    await endPlacement(ctx, id, contactId)
    if (before) await audit(ctx, 'contacts.placed', { id: contactId }, { stage: null, reason: '' })
    await markChanged(ctx, [contactId])
    return before
  })
}

async function endPlacement(ctx: Ctx, funnelId: string, contactId: string) {
  await sql`
    update placements set removed_at = ${ctx.clock()}
    where workspace_id = ${ctx.workspaceId} and funnel_id = ${funnelId} and contact_id = ${contactId} and removed_at is null`.execute(
    ctx.db,
  )
}

/** What was decided of a contact by hand and holds at this instant. */
export async function placementOf(
  ctx: Ctx,
  contactId: string,
  which?: string | Funnel,
): Promise<ByHand | undefined> {
  const funnel = await funnelOf(ctx, which)
  const { workspaceId } = ctx
  const read = placements(`${workspaceId} ${funnel.id} ${funnel.definedBy}`, ({ now, contactIds }) =>
    placementsIn({ workspaceId, now, funnel, contactIds }),
  )
  return (await read(ctx, { now: ctx.clock(), contactIds: [contactId] }))[0]
}

const placements = keptByKey<{ now: Date; contactIds: readonly string[] }, ByHand>()

const placementsIn = (which: Which) => sql<ByHand>`
    select stage, reason, until, placed_by_name, placed_at from placements
    where ${inForce(which)}
    order by placed_at desc limit 1`

type Which = { workspaceId: string; now: Known<Date>; funnel: Funnel; contactIds: These }

/** A join to contacts `c` that offers `by_hand` (id, stage, until), of those whose stage is decided by hand at the instant. */
export const byHand = (which: Which): RawBuilder<unknown> => sql`
  left join (
    select distinct on (contact_id) contact_id, id, stage, until from placements
    where ${inForce(which)}
    order by contact_id, placed_at desc
  ) by_hand on by_hand.contact_id = c.id`

/** A stage that is no more binds nobody. */
function inForce({ workspaceId, now, funnel, contactIds }: Which) {
  const keys = funnel.lifecycle.stages.map(({ key }) => key)
  return sql`workspace_id = ${workspaceId} and funnel_id = ${funnel.id} and ${areAmong('contact_id', contactIds)}
    and placed_at <= ${now} and (removed_at is null or removed_at > ${now}) and (until is null or until > ${now})
    and (stage is null or stage = any(${keys}::text[]))`
}
