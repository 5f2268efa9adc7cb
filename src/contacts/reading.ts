import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { olderThan, pageOf, placeOf } from '../platform/cursor.ts'
import { Refusal } from '../platform/errors.ts'
import { kept, keptQuery } from '../platform/kept.ts'
import type { ContactAnswer } from './contract.ts'
import { type Fact, type Facts, factsOf, namesIn } from './facts.ts'
import { type Kind, systemFields } from './fields.ts'
import { sourceIn } from './history.ts'
import { notesOf } from './notes.ts'

/** How many people, notes and changes of facts one answer carries. */
const most = { people: 200, changes: 500 }

/** All that is known about a contact, in the bin or not, with who said each fact and when. */
export async function getContact(ctx: Ctx, id: string): Promise<ContactAnswer> {
  const which = { workspaceId: ctx.workspaceId, id }
  const [row] = await readRow(ctx, which)
  if (!row) throw new Refusal('missing', 'contacts.unknown')
  const facts = (await factsOf(ctx, [id])).get(id) ?? {}
  return {
    id,
    ...row,
    kind: row.kind === 'organization' ? 'organization' : 'person',
    ownerName: row.ownerName ?? '',
    fields: shownFields(facts),
    custom: Object.fromEntries(namesIn(facts, 'custom.').map(key => [key, plain(facts[`custom.${key}`])])),
    identities: (await readIdentities(ctx, which)) as ContactAnswer['identities'],
    organizations: await readOrganizations(ctx, which),
    people: await readPeople(ctx, which),
    notes: await notesOf(ctx, id),
    consents: await consentsInForce(ctx, id),
    provenance: await provenanceOf(ctx, id, facts),
  }
}

type Which = { workspaceId: string; id: string }

const readRow = keptQuery<Which>()((db, { workspaceId, id }) =>
  db
    .selectFrom('contacts as c')
    .leftJoin('members as m', join =>
      join.onRef('m.workspaceId', '=', 'c.workspaceId').onRef('m.userId', '=', 'c.ownerId'),
    )
    .where('c.workspaceId', '=', workspaceId)
    .where('c.id', '=', id)
    .select(['c.displayName', 'c.kind', 'c.createdAt', 'c.updatedAt', 'c.deletedAt', 'c.isDemo'])
    .select(['c.ownerId', 'm.name as ownerName', 'c.roles', 'c.tags']),
)

const plain = (fact: Fact | undefined) =>
  fact === null || fact === undefined || (typeof fact === 'object' && !Array.isArray(fact)) ? null : fact

function shownFields(facts: Facts): ContactAnswer['fields'] {
  const keys = systemFields.flatMap(({ reach }) =>
    'column' in reach && reach.column !== 'kind' ? [reach.column] : [],
  )
  return Object.fromEntries(keys.flatMap(key => (facts[key] === undefined ? [] : [[key, plain(facts[key])]])))
}

const readIdentities = keptQuery<Which>()((db, { workspaceId, id }) =>
  db
    .selectFrom('identities')
    .where('workspaceId', '=', workspaceId)
    .where('contactId', '=', id)
    .orderBy('kind')
    .orderBy('isPrimary', 'desc')
    .orderBy('createdAt')
    .orderBy('value')
    .select(['kind', 'value', 'raw', 'label', 'isPrimary', 'identifying', 'status']),
)

type Side = 'personId' | 'organizationId'

const readLinks = (mine: Side, theirs: Side) =>
  keptQuery<Which>()((db, { workspaceId, id }) =>
    db
      .selectFrom('employments as e')
      .innerJoin('contacts as c', join =>
        join
          .onRef('c.workspaceId', '=', 'e.workspaceId')
          .onRef('c.id', '=', `e.${theirs}`)
          .on('c.deletedAt', 'is', null),
      )
      .where('e.workspaceId', '=', workspaceId)
      .where(`e.${mine}`, '=', id)
      .orderBy('e.isPrimary', 'desc')
      .orderBy('c.sortName')
      .orderBy('c.id')
      .limit(most.people)
      .select(['c.id', 'c.displayName', 'e.isPrimary'])
      .select(eb => eb.fn.coalesce('e.jobTitle', 'c.jobTitle').as('jobTitle')),
  )

const readOrganizations = readLinks('personId', 'organizationId')
const readPeople = readLinks('organizationId', 'personId')

/** Of each channel and purpose the newest that was not withdrawn by an undo. */
export async function consentsInForce(ctx: Ctx, id: string): Promise<ContactAnswer['consents']> {
  return (await readConsents(ctx, { workspaceId: ctx.workspaceId, id })) as ContactAnswer['consents']
}

const readConsents = keptQuery<Which>()((db, { workspaceId, id }) =>
  db
    .selectFrom('consents')
    .where('workspaceId', '=', workspaceId)
    .where('contactId', '=', id)
    .where('withdrawnAt', 'is', null)
    .distinctOn(['channel', 'purpose'])
    .orderBy('channel')
    .orderBy('purpose')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .select(['id', 'channel', 'purpose', 'state', 'basis', 'wording', 'source', 'at']),
)

type Change = ContactAnswer['provenance'][string] & {
  after: Facts | null
  summary: { source?: unknown; file?: unknown }
}

const readChanges = kept<Which, Change>(
  ({ workspaceId, id }) => sql`
    select cc.at, cc.change_set_id, cc.after, s.kind, s.actor_kind, s.actor_id, s.actor_name, s.summary
    from contact_changes cc
    join change_sets s on s.workspace_id = cc.workspace_id and s.id = cc.change_set_id
    where cc.workspace_id = ${workspaceId} and cc.contact_id = ${id}
    order by cc.at desc, cc.change_set_id desc limit ${sql.lit(most.changes)}`,
)

/** For each fact the newest act that set it to what it is. */
async function provenanceOf(ctx: Ctx, id: string, facts: Facts): Promise<ContactAnswer['provenance']> {
  const rows = await readChanges(ctx, { workspaceId: ctx.workspaceId, id })
  const provenance: ContactAnswer['provenance'] = {}
  for (const { after, summary, ...act } of rows) {
    const source = sourceIn(summary)
    for (const key of Object.keys(after ?? {})) {
      if (key in facts) provenance[key] ??= source === undefined ? act : { ...act, source }
    }
  }
  return provenance
}

/** Refuses the id of no contact of the workspace; one in the bin is known. */
export async function mustKnow(ctx: Ctx, id: string): Promise<Kind> {
  const [found] = await readKind(ctx, { workspaceId: ctx.workspaceId, id })
  if (!found) throw new Refusal('missing', 'contacts.unknown')
  return found.kind
}

const readKind = kept<Which, { kind: Kind }>(
  ({ workspaceId, id }) => sql`select kind from contacts where workspace_id = ${workspaceId} and id = ${id}`,
)

/** What is in the bin, newest first, after the row that `after` names. */
export async function binned(ctx: Ctx, { after, limit }: { after?: string; limit: number }) {
  const found = await ctx.db
    .selectFrom('contacts')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('deletedAt', 'is not', null)
    .$if(after !== undefined, query => query.where(olderThan(sql`deleted_at`, sql`id`, after ?? '')))
    .orderBy('deletedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .select(['id', 'kind', 'displayName', 'deletedAt'])
    .select(placeOf(sql`deleted_at`).as('place'))
    .execute()
  const { rows, next } = pageOf(found, limit)
  const contacts = rows.map(({ kind, deletedAt, ...each }) => ({
    ...each,
    kind: kind === 'organization' ? ('organization' as const) : ('person' as const),
    deletedAt: deletedAt ?? ctx.clock(),
  }))
  return { contacts, next }
}
