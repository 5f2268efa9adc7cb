import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/ids.ts'
import type { ConsentDraft } from './drafts.ts'

export type NewConsent = ConsentDraft & { contactId: string }

/**
 * Records what contacts allowed or refused; rows are never changed. A grant that came with a set (an import) does not
 * lift an objection that is in force: only the contact can take that back, one at a time.
 */
export async function recordConsents(ctx: Ctx, consents: NewConsent[], changeSetId?: string): Promise<void> {
  if (consents.length === 0) return
  const rows = consents.map(consent => rowOf(ctx, consent, changeSetId))
  await sql`
    insert into consents
    select r.* from json_populate_recordset(null::consents, ${JSON.stringify(rows)}) r
    where r.state <> 'granted' or r.change_set_id is null or not exists (
      select from consents c
      where c.workspace_id = ${ctx.workspaceId} and c.contact_id = r.contact_id and c.purpose = r.purpose
        and (c.channel = r.channel or c.channel = 'any' or r.channel = 'any')
        and c.state <> 'granted' and c.withdrawn_at is null)`.execute(ctx.db)
}

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
