import { sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import type { ListedContact } from '../lists/contract.ts'
import { pageOfContacts, type Which } from '../lists/lists.ts'
import type { Order } from '../lists/orders.ts'
import type { Column } from './columns.ts'
import type { Value } from './table.ts'

/** A contact with all its addresses, numbers and links by kind, all its organisations, main ones first, and what it consents or objects to. */
export type Source = {
  contact: ListedContact
  identities: Map<string, string[]>
  organizations: string[]
  consents: Consent[]
  tasks: OpenTask[]
}

export type Consent = { channel: string; state: string }
export type OpenTask = { kind: string; dueAt: Date; assignee: string | null }

const pageLength = 1_000

/** The rows of a file, a page of contacts at a time. */
export async function* rowsOf(
  ctx: Ctx,
  which: Which,
  order: Order,
  columns: Column[],
): AsyncGenerator<Value[]> {
  let after: string | undefined
  do {
    const page = await pageOfContacts(ctx, { ...which, order, limit: pageLength, after })
    const ids = page.rows.map(({ id }) => id)
    const [identities, organizations] = [await identitiesOf(ctx, ids), await organizationsOf(ctx, ids)]
    const [consents, tasks] = [await consentsOf(ctx, ids), await tasksOf(ctx, ids)]
    for (const contact of page.rows) {
      const { id } = contact
      const source = {
        contact,
        identities: identities.get(id) ?? new Map(),
        organizations: organizations.get(id) ?? [],
        consents: consents.get(id) ?? [],
        tasks: tasks.get(id) ?? [],
      }
      yield columns.map(column => column.value(source))
    }
    after = page.next
  } while (after)
}

/** Telephones and the ids of other systems as they are compared, the others as they were written. */
const plain = new Set(['phone', 'external'])

async function identitiesOf(ctx: Ctx, ids: string[]): Promise<Map<string, Map<string, string[]>>> {
  const found = await ctx.db
    .selectFrom('identities')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('contactId', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('isPrimary', 'desc')
    .orderBy('createdAt')
    .orderBy('value')
    .select(['contactId', 'kind', 'value', 'raw'])
    .execute()
  const byContact = new Map<string, Map<string, string[]>>()
  for (const { contactId, kind, value, raw } of found) {
    const own = byContact.get(contactId) ?? new Map<string, string[]>()
    const shown = plain.has(kind) ? value : raw || value
    byContact.set(contactId, own.set(kind, [...(own.get(kind) ?? []), shown]))
  }
  return byContact
}

async function organizationsOf(ctx: Ctx, ids: string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ id: string; names: string[] }>`
    select e.person_id as id, array_agg(o.display_name order by e.is_primary desc, e.created_at, o.id) as names
    from employments e
    join contacts o on o.workspace_id = e.workspace_id and o.id = e.organization_id and o.deleted_at is null
    where e.workspace_id = ${ctx.workspaceId} and e.person_id = any(${ids}::uuid[])
    group by e.person_id`.execute(ctx.db)
  return new Map(rows.map(({ id, names }) => [id, names]))
}

/** Of each channel what is in force, for any purpose. */
async function consentsOf(ctx: Ctx, ids: string[]): Promise<Map<string, Consent[]>> {
  const { rows } = await sql<Consent & { contactId: string }>`
    select distinct on (contact_id, channel, purpose) contact_id, channel, state from consents
    where workspace_id = ${ctx.workspaceId} and contact_id = any(${ids}::uuid[]) and withdrawn_at is null
    order by contact_id, channel, purpose, at desc, id desc`.execute(ctx.db)
  return Map.groupBy(rows, row => row.contactId)
}

async function tasksOf(ctx: Ctx, ids: string[]): Promise<Map<string, OpenTask[]>> {
  const { rows } = await sql<OpenTask & { contactId: string }>`
    select t.contact_id, t.kind, t.due_at, m.name as assignee from tasks t
    left join members m on m.workspace_id = t.workspace_id and m.user_id = t.assignee_id
    where t.workspace_id = ${ctx.workspaceId} and t.contact_id = any(${ids}::uuid[])
      and t.done_at is null and t.removed_at is null
    order by t.due_at, t.id`.execute(ctx.db)
  return Map.groupBy(rows, row => row.contactId)
}
