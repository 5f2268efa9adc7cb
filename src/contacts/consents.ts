import { sql } from 'kysely'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { causeOf, openChangeSet, recordTold } from './changes.ts'
import type { ConsentDraft } from './drafts.ts'

export type NewConsent = ConsentDraft & { contactId: string }

// The clocks of senders go wrong.
const clockTolerance = 5 * 60_000

/** Whether nobody can have said it yet. */
export const isSaidLater = (ctx: Ctx, at: Date | undefined): boolean =>
  at !== undefined && at.getTime() > ctx.clock().getTime() + clockTolerance

/** Records what one contact said as an act of its own, which can be undone: this lifts an objection. Returns the change set. */
export function recordSaid(ctx: Ctx, said: NewConsent): Promise<string> {
  return atomically(ctx, async ctx => {
    if (isSaidLater(ctx, said.at)) throw new Refusal('bad', 'contacts.said_in_the_future')
    const changeSetId = newId()
    await openChangeSet(ctx, { ...causeOf(ctx, 'consent'), changeSetId })
    await storeConsents(ctx, [said], { changeSetId, inSet: false })
    await recordTold(ctx, changeSetId, [said.contactId])
    return changeSetId
  })
}

/**
 * Records what contacts allowed or refused; rows are never changed. A grant that came with a set (an import) does not lift an
 * objection that is in force, nor one of its own set, in whatever order and however many parts the set comes: only the
 * contact can take that back, one at a time.
 */
export const recordConsents = (ctx: Ctx, consents: NewConsent[], changeSetId?: string): Promise<void> =>
  storeConsents(ctx, consents, { changeSetId, inSet: changeSetId !== undefined })

type From = { changeSetId: string | undefined; inSet: boolean }

async function storeConsents(ctx: Ctx, consents: NewConsent[], { changeSetId, inSet }: From): Promise<void> {
  if (consents.length === 0) return
  const rows = consents.map(consent => rowOf(ctx, consent, changeSetId))
  await sql`
    with r as materialized (
      select * from json_populate_recordset(null::consents, ${JSON.stringify(rows)})
    ), overruled as (
      delete from consents c using r
      where ${about(ctx, 'c')} and ${overlapping('c')} and r.state <> 'granted'
        and c.state = 'granted' and c.change_set_id = r.change_set_id
    )
    insert into consents
    select r.* from r
    where r.state <> 'granted' or not ${inSet} or not (
      exists (select from r c where ${about(ctx, 'c')} and ${overlapping('c')} and c.state <> 'granted')
      or exists (
        select from consents c
        where ${about(ctx, 'c')} and ${overlapping('c')} and c.state <> 'granted' and c.withdrawn_at is null
          and (c.change_set_id = r.change_set_id or not exists (
            select from consents g
            where ${about(ctx, 'g')} and g.channel in ('any', c.channel, r.channel) and g.state = 'granted' and g.withdrawn_at is null
              and (g.at, g.id) > (c.at, c.id)))))`.execute(ctx.db)
}

/** The same contact and purpose as the new one, `r`. */
const about = ({ workspaceId }: Ctx, alias: string) =>
  sql`${sql.ref(`${alias}.workspace_id`)} = ${workspaceId} and ${sql.ref(`${alias}.contact_id`)} = r.contact_id
    and ${sql.ref(`${alias}.purpose`)} = r.purpose`

const overlapping = (alias: string) =>
  sql.raw(`(${alias}.channel = r.channel or ${alias}.channel = 'any' or r.channel = 'any')`)

function rowOf(ctx: Ctx, consent: NewConsent, changeSetId: string | undefined) {
  const { contactId, channel, purpose = 'marketing', state, basis, wording, evidence, source, at } = consent
  return {
    ...{ workspace_id: ctx.workspaceId, id: newId(), contact_id: contactId, channel, purpose, state, source },
    ...{ basis: basis ?? null, wording: wording ?? null, evidence: evidence ?? {} },
    at: (at ?? ctx.clock()).toISOString(),
    recorded_by: 'id' in ctx.actor ? ctx.actor.id : null,
    change_set_id: changeSetId ?? null,
  }
}
