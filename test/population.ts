import { sql } from 'kysely'
import { putEventType } from '../src/activity/activity.ts'
import { mainFunnel } from '../src/contacts/contacts.ts'
import type { Ctx } from '../src/platform/ctx.ts'
import { contactFrom, daysAllowed, type ModelContact, segmentIds } from './naiveCriteria.ts'

/** Writes the contacts of a model, and all that its criteria may ask of them, as they are at the instant of the context. */
export async function populate(ctx: Ctx, contacts: ModelContact[]): Promise<void> {
  const { workspaceId } = ctx
  const now = ctx.clock()
  const insert = async (table: 'contacts' | 'identities' | 'employments' | 'events', rows: object[]) => {
    if (rows.length > 0)
      await ctx.db
        .insertInto(table)
        .values(rows.map(row => ({ workspaceId, ...row })) as never)
        .execute()
  }
  const type = { name: 'fair_visited', channel: 'event', direction: 'in', weight: 2 } as const
  await putEventType(ctx, { ...type, labelEs: '', labelEn: '' })
  await insert(
    'contacts',
    contacts.map(each => ({ updatedAt: now, ...rowOf(each) })),
  )
  await insert(
    'identities',
    contacts.flatMap(({ id, emails }) =>
      emails.map(value => ({ contactId: id, kind: 'email', value, createdAt: now })),
    ),
  )
  await insert(
    'employments',
    contacts.flatMap(({ id, companies }) =>
      companies.map(each => ({ personId: id, organizationId: each.id, createdAt: now })),
    ),
  )
  await insert('events', contacts.flatMap(eventRows(now)))
  await populateFunnel(ctx)
  await populateStandings(ctx, contacts)
  await populateSegments(ctx, contacts)
}

function rowOf({ emails: _, companies: __, people: ___, events: ____, ...contact }: ModelContact) {
  const { standing: _____, segments: ______, verdict: _______, custom, answers, ...row } = contact
  return { ...row, custom: JSON.stringify(custom), answers: JSON.stringify(answers) }
}

const eventRows =
  (now: Date) =>
  ({ id, events }: ModelContact) =>
    events.map(({ withdrawn, properties, ...event }) => ({
      ...event,
      contactId: id,
      properties: JSON.stringify(properties),
      receivedAt: now,
      source: 'test',
      withdrawnAt: withdrawn ? now : null,
    }))

/** The main funnel allows so many days in its stages and asks for so much fit. */
async function populateFunnel({ db, workspaceId }: Ctx) {
  await sql`
    update definitions set body = jsonb_set(body, '{stages}', (
      select jsonb_agg(stage || jsonb_strip_nulls(jsonb_build_object('staleAfterDays', ${JSON.stringify(daysAllowed)}::jsonb -> (stage ->> 'key')))
        order by place)
      from jsonb_array_elements(body -> 'stages') with ordinality as each_stage (stage, place)))
    where workspace_id = ${workspaceId} and kind = 'lifecycle'`.execute(db)
  await sql`
    update definitions set body = jsonb_set(body, '{contactFrom}', to_jsonb(${contactFrom}::int))
    where workspace_id = ${workspaceId} and kind = 'score'`.execute(db)
}

async function populateStandings({ db, workspaceId, clock }: Ctx, contacts: ModelContact[]) {
  const rows = contacts.map(({ id, standing, verdict }) => ({ id, ...standing, verdict, stands: !!standing }))
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, stands boolean, stage text,
    since timestamptz, fit int, engagement int, total int, temperature text, verdict text)`
  await sql`
    insert into standings (workspace_id, funnel_id, contact_id, stage, since, fit, engagement, total, temperature,
      lifecycle_version, score_version, counted_at)
    select ${workspaceId}, ${mainFunnel(workspaceId)}, id, stage, since, fit, engagement, total, temperature, 1, 1, ${clock()}
    from ${given} where stands`.execute(db)
  await sql`
    insert into verdicts (workspace_id, funnel_id, contact_id, verdict)
    select ${workspaceId}, ${mainFunnel(workspaceId)}, id, verdict from ${given} where verdict is not null`.execute(
    db,
  )
}

async function populateSegments({ db, workspaceId, clock }: Ctx, contacts: ModelContact[]) {
  await sql`
    insert into segments (workspace_id, id, name, about, criteria, created_at, defined_at)
    select ${workspaceId}, id, id::text, 'contact', '{"all": []}', ${clock()}, ${clock()}
    from unnest(${segmentIds}::uuid[]) as id`.execute(db)
  const members = contacts.flatMap(({ id, segments }) => segments.map(segment => ({ id, segment })))
  await sql`
    insert into segment_members (workspace_id, segment_id, contact_id, since)
    select ${workspaceId}, segment, id, ${clock()}
    from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as given (id uuid, segment uuid)`.execute(db)
}
