import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { type Given, kept, keptByKey } from '../platform/kept.ts'
import { snake } from '../platform/snake.ts'
import { type Cell, tableOf } from '../platform/tableOf.ts'
import {
  type Fact,
  type Facts,
  factColumns,
  factsOf,
  type IdentityOf,
  identitiesIn,
  namesIn,
} from './facts.ts'
import { identityKey } from './identities.ts'
import { nameOf, searchKey, sortNameOf } from './names.ts'

/** What a contact's facts were (undefined: it did not exist) and what they are to be. */
export type Change = { id: string; before: Facts | undefined; after: Facts }

export type Writing = {
  /** The addresses were looked up and found to be nobody else's; if one is another's by now, the transaction fails, to be tried again. */
  claiming?: boolean
  /** The keys of identities that are known to be nobody's: they are written without another look. */
  free?: ReadonlySet<string>
  touching?: Touching
}

/**
 * Told what a set may touch, for who stores two sets side by side: its identities and names before anything is looked up,
 * then the ids of each contact that is found, before it is locked. What it throws ends the work.
 */
export type Touching = (keys: string[]) => void

/** Writes the contacts' rows, identities and employments: a fixed number of statements, however many contacts. */
export async function writeContacts(ctx: Ctx, changes: Change[], how: Writing = {}): Promise<void> {
  await writeRows(ctx, changes)
  await writeIdentities(ctx, changes, how)
  await writeEmployments(ctx, changes)
  await refreshPeopleOf(ctx, changes, how)
}

const columnOf = new Map(factColumns.map(fact => [fact as string, snake(fact)]))
const alwaysWritten = ['kind', 'created_at', 'display_name', 'sort_name', 'search_text']

type Rows<R> = { workspaceId: string; rows: R[]; now: Date }
type ContactRow = Record<string, Cell>

const writing = keptByKey<Rows<ContactRow>, never>({ unheard: true })

/** Names only the columns that some of these contacts have or had: most have few, and each column of each row costs. */
async function writeRows(ctx: Ctx, changes: Change[]) {
  const names = await organizationNames(ctx, changes)
  const used = usedColumns(changes)
  const rows = changes.map(change => rowOf(ctx, change, names, used))
  const columns = [...used].sort()
  await writing(columns.join(), given => rowsWritten(columns, given))(ctx, {
    ...{ workspaceId: ctx.workspaceId, now: ctx.clock(), rows },
  })
}

function usedColumns(changes: Change[]): Set<string> {
  const used = new Set(alwaysWritten)
  for (const { before = {}, after } of changes)
    for (const facts of [before, after])
      for (const key in facts) {
        const column = columnOf.get(key) ?? columnsOfPrefixes[key.slice(0, key.search(/[.:]/))]
        if (column) used.add(column)
      }
  return used
}

const columnsOfPrefixes: Record<string, string> = {
  custom: 'custom',
  answer: 'answers',
  role: 'roles',
  tag: 'tags',
}

type GivenRows = { [K in keyof Rows<ContactRow>]: Given<Rows<ContactRow>[K]> }

function rowsWritten(columns: string[], { workspaceId, now, rows }: GivenRows) {
  const list = sql.raw(columns.join(', '))
  const typed = Object.fromEntries(columns.map(each => [each, columnTypes[each] ?? 'text']))
  const renewed = sql.raw(columns.map(each => `${each} = excluded.${each}`).join(', '))
  return sql<never>`
    insert into contacts (workspace_id, id, updated_at, ${list})
    select ${workspaceId}::uuid, id, ${now}::timestamptz, ${list} from ${tableOf(rows, { id: 'uuid', ...typed })} r
    on conflict (workspace_id, id) do update set updated_at = excluded.updated_at, ${renewed}`
}

/** Types of the columns that are not text. */
const columnTypes: Record<string, string> = {
  custom: 'jsonb',
  answers: 'jsonb',
  disqualified: 'jsonb',
  roles: 'text[]',
  tags: 'text[]',
  owner_id: 'uuid',
  employees: 'integer',
  annual_revenue: 'numeric',
  is_demo: 'boolean',
  created_at: 'timestamptz',
  deleted_at: 'timestamptz',
}

function rowOf(ctx: Ctx, { id, after }: Change, names: Map<string, string>, used: Set<string>) {
  const row: ContactRow = { id, created_at: ctx.clock() }
  if (used.has('is_demo')) row.is_demo = false
  if (used.has('roles')) row.roles = namesIn(after, 'role:').sort()
  if (used.has('tags')) row.tags = namesIn(after, 'tag:').sort()
  if (used.has('custom')) row.custom = withPrefix(after, 'custom.')
  if (used.has('answers')) row.answers = withPrefix(after, 'answer:')
  for (const key in after) {
    const column = columnOf.get(key)
    if (column) row[column] = after[key]
  }
  return { ...row, ...shownAs(after, names) }
}

const withPrefix = (facts: Facts, prefix: string): Facts =>
  Object.fromEntries(namesIn(facts, prefix).map(name => [name, facts[prefix + name] ?? null]))

/** What lists show, sort by and search in. */
function shownAs(facts: Facts, names: Map<string, string>) {
  const identities = identitiesIn(facts)
  const display_name = nameOf(facts) || firstIdentity(identities)
  const employers = namesIn(facts, 'organization:').map(id => names.get(id) ?? '')
  return {
    display_name,
    sort_name: sortNameOf(facts),
    search_text: searchText(display_name, facts, identities, employers),
  }
}

const shownFirst = ['email', 'domain', 'phone', 'linkedin', 'tax_id', 'external']

function firstIdentity(identities: IdentityOf[]): string {
  const [first] = identities.toSorted((a, b) => shownFirst.indexOf(a.kind) - shownFirst.indexOf(b.kind))
  if (!first) return ''
  return first.kind === 'external' ? first.value.slice(first.value.indexOf(':') + 1) : first.value
}

function searchText(
  displayName: string,
  facts: Facts,
  identities: IdentityOf[],
  employers: string[],
): string {
  const whole = typeof facts.name === 'string' ? facts.name : ''
  const found = identities.map(({ kind, value }) => (kind === 'phone' ? value.replace(/\D/g, '') : value))
  return [...new Set([displayName, whole, ...found, ...employers].map(searchKey))].filter(Boolean).join('\n')
}

async function organizationNames(ctx: Ctx, changes: Change[]): Promise<Map<string, string>> {
  const ids = [...new Set(changes.flatMap(each => namesIn(each.after, 'organization:')))]
  if (ids.length === 0) return new Map()
  const found = await ctx.db
    .selectFrom('contacts')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .select(['id', 'displayName'])
    .execute()
  return new Map(found.map(each => [each.id, each.displayName]))
}

type IdentityRow = { contact_id: string; kind: string; value: string }
type NewIdentity = IdentityRow & { raw: string; label: string; is_primary: boolean; status: string }

async function writeIdentities(ctx: Ctx, changes: Change[], { claiming, free }: Writing) {
  const gone = changes.flatMap(each => keyRows(each.id, missing(each.before, each.after, 'identity:')))
  await deleteIdentities(ctx, gone)
  const written = changes.flatMap(({ id: contact_id, before, after }) =>
    identitiesIn(before ? only(after, differing(before, after, 'identity:')) : after).map(
      ({ isPrimary: is_primary, ...identity }) => ({ contact_id, ...identity, is_primary }),
    ),
  )
  const shared = await insertIdentities(ctx, written, free)
  if (claiming) await failIfTaken(ctx, shared)
  const moved = changes.filter(each => each.before && each.before.deletedAt !== each.after.deletedAt)
  const shown = moved.flatMap(each =>
    keyRows(
      each.id,
      Object.keys(each.after).filter(key => key.startsWith('identity:')),
    ),
  )
  await settleIdentifying(ctx, [...gone, ...shown, ...shared])
}

function keyRows(contact_id: string, keys: string[]): IdentityRow[] {
  const identities = identitiesIn(Object.fromEntries(keys.map(key => [key, null])))
  return identities.map(({ kind, value }) => ({ contact_id, kind, value }))
}

async function deleteIdentities(ctx: Ctx, rows: IdentityRow[]) {
  if (rows.length === 0) return
  await sql`
    delete from identities i using json_populate_recordset(null::identities, ${JSON.stringify(rows)}) r
    where i.workspace_id = ${ctx.workspaceId}
      and i.contact_id = r.contact_id and i.kind = r.kind and i.value = r.value`.execute(ctx.db)
}

/**
 * A new identity identifies its contact unless someone has it already; those that do not are returned. The unique index
 * has the last word: when two transactions add the same one at once, the second fails and is tried again (`retrying`).
 */
async function insertIdentities(
  ctx: Ctx,
  rows: NewIdentity[],
  free: ReadonlySet<string> = new Set(),
): Promise<IdentityRow[]> {
  const given = { workspaceId: ctx.workspaceId, now: ctx.clock() }
  const { fresh, others } = byNovelty(rows, free)
  if (fresh.length > 0) await insertFree(ctx, { ...given, rows: fresh })
  if (others.length === 0) return []
  const known = await insertKnown(ctx, { ...given, rows: others })
  return known.flatMap(({ contactId: contact_id, kind, value, identifying }) =>
    identifying ? [] : [{ contact_id, kind, value }],
  )
}

/** Those that are free and come once need no look at who else has them. */
function byNovelty(rows: NewIdentity[], free: ReadonlySet<string>) {
  const holders = Map.groupBy(rows, identityKey)
  const fresh: NewIdentity[] = []
  const others: NewIdentity[] = []
  for (const [key, group] of holders) (group.length === 1 && free.has(key) ? fresh : others).push(...group)
  return { fresh, others }
}

type Inserted = { contactId: string; kind: string; value: string; identifying: boolean }

const identityColumns = {
  ...{ contact_id: 'uuid', kind: 'text', value: 'text', raw: 'text', label: 'text' },
  ...{ is_primary: 'boolean', status: 'text' },
}

/** Most are new to everybody, and cost half of what they do when each insertion looks for conflicts. */
const insertFree = kept<Rows<NewIdentity>, never>(
  ({ workspaceId, now, rows }) => sql`
    insert into identities (workspace_id, contact_id, kind, value, raw, label, identifying, is_primary, status, created_at)
    select ${workspaceId}::uuid, contact_id, kind, value, raw, label, status = 'ok', is_primary, status, ${now}::timestamptz
    from ${tableOf(rows, identityColumns)} r`,
  { unheard: true },
)

const insertKnown = kept<Rows<NewIdentity>, Inserted>(
  ({ workspaceId, now, rows }) => sql`
    insert into identities (workspace_id, contact_id, kind, value, raw, label, identifying, is_primary, status, created_at)
    select ${workspaceId}::uuid, r.contact_id, r.kind, r.value, r.raw, r.label,
      r.status = 'ok' and row_number() over (partition by r.kind, r.value order by r.contact_id) = 1 and (
        select true from identities h
        where h.workspace_id = ${workspaceId} and h.kind = r.kind and h.value = r.value and h.identifying limit 1) is null
      and (r.kind <> 'phone' or (
        select true from identities h
        where h.workspace_id = ${workspaceId} and h.kind = r.kind and h.value = r.value and not h.identifying limit 1) is null),
      r.is_primary, r.status, ${now}::timestamptz
    from ${tableOf(rows, identityColumns)} r
    on conflict (workspace_id, contact_id, kind, value) do update
      set raw = excluded.raw, label = excluded.label, is_primary = excluded.is_primary, status = excluded.status
    returning contact_id, kind, value, identifying`,
)

/** Another transaction may have made the same contact after this one looked; who comes second must look again. */
async function failIfTaken(ctx: Ctx, shared: IdentityRow[]) {
  const claimed = shared.filter(each => each.kind !== 'phone')
  if (claimed.length === 0) return
  const { rows } = await sql`
    select from json_populate_recordset(null::identities, ${JSON.stringify(claimed)}) r
    join contacts mine on mine.workspace_id = ${ctx.workspaceId} and mine.id = r.contact_id
    join identities h on h.workspace_id = ${ctx.workspaceId} and h.kind = r.kind and h.value = r.value
      and h.identifying and h.contact_id <> r.contact_id
    join contacts theirs on theirs.workspace_id = ${ctx.workspaceId} and theirs.id = h.contact_id
    where theirs.kind = mine.kind and theirs.is_demo = mine.is_demo and theirs.deleted_at is null limit 1`.execute(
    ctx.db,
  )
  if (rows.length > 0) throw Object.assign(new Error('an address was taken meanwhile'), { code: '23505' })
}

/**
 * Which of several holders an identity identifies: of a telephone none, of anything else the one that it identifies
 * already, or else the oldest, of those not in the bin; a demo contact only where no real one has it. `touched` are identities whose holders came, went or came back.
 */
async function settleIdentifying(ctx: Ctx, touched: IdentityRow[]) {
  if (touched.length === 0) return
  const wrong = await wronglyIdentifying(ctx, touched)
  for (const identifying of [false, true]) {
    const rows = wrong.flatMap(({ contactId: contact_id, ...each }) =>
      each.identifying === identifying ? [] : [{ contact_id, ...each }],
    )
    if (rows.length === 0) continue
    await sql`
      update identities i set identifying = ${identifying}
      from json_populate_recordset(null::identities, ${JSON.stringify(rows)}) r
      where i.workspace_id = ${ctx.workspaceId}
        and i.contact_id = r.contact_id and i.kind = r.kind and i.value = r.value`.execute(ctx.db)
  }
}

async function wronglyIdentifying(ctx: Ctx, touched: IdentityRow[]) {
  const { rows } = await sql<{ contactId: string; kind: string; value: string; identifying: boolean }>`
    with held as (
      select i.*, c.deleted_at, c.is_demo, c.deleted_at is null and not c.is_demo as is_real
      from (select distinct kind, value from json_populate_recordset(null::identities, ${JSON.stringify(touched.map(({ kind, value }) => ({ kind, value })))})) t
      cross join lateral (
        select * from identities where workspace_id = ${ctx.workspaceId} and kind = t.kind and value = t.value and identifying
        union all
        select * from identities where workspace_id = ${ctx.workspaceId} and kind = t.kind and value = t.value and not identifying) i
      cross join lateral (
        select deleted_at, is_demo from contacts where workspace_id = ${ctx.workspaceId} and id = i.contact_id limit 1) c),
    ranked as (
      select *, deleted_at is null and status = 'ok' and case kind
          when 'phone' then is_real = (count(*) filter (where is_real) over holders > 0)
            and count(*) filter (where deleted_at is null and is_real = (not is_demo)) over (partition by kind, value, is_demo) = 1
          else row_number() over (holders order by deleted_at is not null, is_demo, identifying desc, created_at, contact_id) = 1 end as should
      from held window holders as (partition by kind, value))
    select contact_id, kind, value, identifying from ranked where identifying <> should`.execute(ctx.db)
  return rows
}

async function writeEmployments(ctx: Ctx, changes: Change[]) {
  const gone = changes.flatMap(each =>
    missing(each.before, each.after, 'organization:').map(key => ({
      person_id: each.id,
      organization_id: key.slice(13),
    })),
  )
  if (gone.length > 0) {
    await sql`
      delete from employments e using json_populate_recordset(null::employments, ${JSON.stringify(gone)}) r
      where e.workspace_id = ${ctx.workspaceId}
        and e.person_id = r.person_id and e.organization_id = r.organization_id`.execute(ctx.db)
  }
  const written = changes.flatMap(each =>
    differing(each.before, each.after, 'organization:').map(key =>
      employmentRow(ctx, each.id, key.slice(13), each.after[key]),
    ),
  )
  if (written.length === 0) return
  await sql`
    insert into employments (workspace_id, person_id, organization_id, job_title, is_primary, created_at)
    select workspace_id, person_id, organization_id, job_title, is_primary, created_at
    from json_populate_recordset(null::employments, ${JSON.stringify(written)})
    on conflict (workspace_id, person_id, organization_id) do update
      set job_title = excluded.job_title, is_primary = excluded.is_primary`.execute(ctx.db)
}

function employmentRow(ctx: Ctx, personId: string, organizationId: string, fact: Fact | undefined) {
  const { jobTitle, isPrimary } = fact as { jobTitle: string | null; isPrimary: boolean }
  return {
    ...{ workspace_id: ctx.workspaceId, person_id: personId, organization_id: organizationId },
    ...{ job_title: jobTitle, is_primary: isPrimary, created_at: ctx.clock().toISOString() },
  }
}

const keysWith = (facts: Facts | undefined, prefix: string) =>
  Object.keys(facts ?? {}).filter(key => key.startsWith(prefix))

const missing = (before: Facts | undefined, after: Facts, prefix: string) =>
  keysWith(before, prefix).filter(key => !(key in after))

const differing = (before: Facts | undefined, after: Facts, prefix: string) =>
  keysWith(after, prefix).filter(key => JSON.stringify(before?.[key]) !== JSON.stringify(after[key]))

const only = (facts: Facts, keys: string[]): Facts =>
  Object.fromEntries(keys.map(key => [key, facts[key] ?? null]))

/** People are found by their organisation's name, so a new name reaches them. */
async function refreshPeopleOf(ctx: Ctx, changes: Change[], { touching }: Writing) {
  const renamed = changes.filter(
    ({ before, after }) => before && after.kind === 'organization' && nameOf(before) !== nameOf(after),
  )
  if (renamed.length === 0) return
  const people = await ctx.db
    .selectFrom('employments')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('organizationId', '=', sql<string>`any(${renamed.map(each => each.id)}::uuid[])`)
    .select('personId')
    .execute()
  const ids = people.map(each => each.personId)
  touching?.(ids)
  const facts = await factsOf(ctx, ids, { lock: true })
  if (facts.size > 0)
    await writeRows(
      ctx,
      [...facts].map(([id, after]) => ({ id, before: after, after })),
    )
}
