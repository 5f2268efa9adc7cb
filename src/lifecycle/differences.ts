import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import type { Funnel } from './definitions.ts'
import type { Kind } from './model.ts'
import { compared } from './restage.ts'

/** A column of a standing that is not what facts, events and definitions make it. A missing row is `null` throughout. */
export type Difference = { contactId: string; funnel: string; column: string; is: unknown; ought: unknown }

/** The differences between the standings of these contacts and what they ought to be at this instant. Writes nothing. */
export async function differencesOf(
  ctx: Ctx,
  funnel: Funnel,
  kind: Kind,
  contactIds: readonly string[],
): Promise<Difference[]> {
  const { ought, are, differs, columns, entered } = compared({
    ...{ workspaceId: ctx.workspaceId, now: ctx.clock(), funnel, kind, contactIds },
  })
  const { rows } = await sql<{ contactId: string; is: Row; ought: Row }>`
    with ought as (${ought}), are as (${are})
    select contact_id, to_jsonb(ought) as ought, to_jsonb(are) as "is"
    from ought full join are using (contact_id)
    where ${differs} and (are.contact_id is not null or ${entered})`.execute(ctx.db)
  return rows.flatMap(row =>
    columns
      .map(column => ({ column, is: row.is?.[column] ?? null, ought: row.ought?.[column] ?? null }))
      .filter(({ is, ought }) => JSON.stringify(is) !== JSON.stringify(ought))
      .map(difference => ({ contactId: row.contactId, funnel: funnel.key, ...difference })),
  )
}

type Row = Record<string, unknown> | null
