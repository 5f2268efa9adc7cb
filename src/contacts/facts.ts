import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { kept } from '../platform/kept.ts'
import { snake } from '../platform/snake.ts'
import { allAsText, asText, type Cells, cellsIn, rowsIn } from '../platform/tableOf.ts'
import { type IdentityKind, systemFields } from './fields.ts'
import { type Answer, answerFact, type Disqualification } from './questions.ts'

/**
 * All that is known about one contact, flat: `givenName`, `custom.budget`, `role:customer`, `tag:vip`,
 * `identity:email:ana@example.com`, `organization:<id>`, `answer:need`. What is not known is absent. Changes, undo, merge and
 * provenance compare and set single keys, so a new kind of fact needs nothing of its own there.
 */
export type Facts = Record<string, Fact>
export type Fact =
  | (string | number | boolean | string[] | null)
  | (IdentityFact | EmploymentFact | Answer | Disqualification)

export type IdentityFact = { raw: string; label: string; isPrimary: boolean; status: string }
export type EmploymentFact = { jobTitle: string | null; isPrimary: boolean }

const derived = new Set<string>(['displayName', 'updatedAt'])

/** The columns of `contacts` that hold facts, besides those that the program works out from them. */
export const factColumns = [
  ...systemFields.flatMap(({ reach }) =>
    'column' in reach && !derived.has(reach.column) ? [reach.column] : [],
  ),
  'disqualified' as const,
  'isDemo' as const,
  'deletedAt' as const,
]

export const identityFact = (kind: string, value: string) => `identity:${kind}:${value}`
export const organizationFact = (id: string) => `organization:${id}`

export type IdentityOf = { kind: IdentityKind; value: string } & IdentityFact

/** The two halves of an identity's key: `identity:email:ana@example.com` → email, ana@example.com. */
function identityIn(key: string): { kind: IdentityKind; value: string } | undefined {
  if (!key.startsWith('identity:')) return undefined
  const colon = key.indexOf(':', 9)
  return { kind: key.slice(9, colon) as IdentityKind, value: key.slice(colon + 1) }
}

/** The identities among the facts, in the order: main one first. */
export function identitiesIn(facts: Facts): IdentityOf[] {
  const found: IdentityOf[] = []
  for (const [key, fact] of Object.entries(facts)) {
    const identity = identityIn(key)
    if (identity) found.push({ ...identity, ...(fact as IdentityFact) })
  }
  return found.sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary))
}

/** The parts after `prefix` of the keys that begin with it: `namesIn(facts, 'tag:')`. */
export function namesIn(facts: Facts, prefix: string): string[] {
  const names: string[] = []
  for (const key in facts) if (key.startsWith(prefix)) names.push(key.slice(prefix.length))
  return names
}

/** Whether there is a fact under that prefix. */
export function hasAny(facts: Facts, prefix: string): boolean {
  for (const key in facts) if (key.startsWith(prefix)) return true
  return false
}

/** Columns that are no text have a place of their own; the others come as one. */
const otherColumns = [
  'employees',
  'annualRevenue',
  'createdAt',
  'disqualified',
  'isDemo',
  'deletedAt',
] as const
const textColumns = factColumns.filter(column => !otherColumns.some(each => each === column))

type Row = Record<(typeof otherColumns)[number], unknown> & {
  id: string
  texts: string
  answers: Record<string, Answer>
  custom: Record<string, Fact>
  roles: string[]
  tags: string[]
  identities: string | null
  employments: string | null
}

/** The facts of these contacts, binned ones too. `lock` keeps other changes to them waiting until this transaction ends. */
export async function factsOf(ctx: Ctx, ids: string[], { lock = false } = {}): Promise<Map<string, Facts>> {
  if (ids.length === 0) return new Map()
  const which = { workspaceId: ctx.workspaceId, ids: [...new Set(ids)] }
  // A statement that waited for a row would see what has become of that row, and of its identities what they were before.
  if (lock) await lockRows(ctx, which)
  const rows = await readRows(ctx, which)
  return new Map(rows.map(row => [row.id, factsOfRow(row)]))
}

type Which = { workspaceId: string; ids: string[] }

// Always in the order of ids, so that two changes of overlapping sets wait for each other instead of deadlocking.
const lockRows = kept<Which, { id: string }>(
  ({ workspaceId, ids }) => sql`
    select id from contacts
    where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])
    order by id for no key update`,
)

const readRows = kept<Which, Row>(
  ({ workspaceId, ids }) => sql`
    select c.id, ${asText(textColumns.map(column => sql.ref(`c.${snake(column)}`)))} as texts,
      ${sql.join(otherColumns.map(column => sql.ref(`c.${snake(column)}`)))}, c.answers, c.custom, c.roles, c.tags,
      (select ${allAsText(refs('i', ['kind', 'value', 'raw', 'label', 'is_primary', 'status']), sql`i.created_at, i.value`)}
        from identities i where i.workspace_id = ${workspaceId} and i.contact_id = c.id) as identities,
      (select ${allAsText(refs('e', ['organization_id', 'is_primary', 'job_title']), sql`e.created_at, e.organization_id`)}
        from employments e where e.workspace_id = ${workspaceId} and e.person_id = c.id) as employments
    from contacts c
    where c.workspace_id = ${workspaceId} and c.id = any(${ids}::uuid[])
    order by c.id`,
)

const refs = (table: string, columns: string[]) => columns.map(column => sql.ref(`${table}.${column}`))

// Made in one go: names that are different in each contact are dear to add one by one.
function factsOfRow(row: Row): Facts {
  const facts: [string, Fact][] = []
  cellsIn(row.texts).forEach((value, place) => void add(facts, textColumns[place] ?? '', value))
  for (const column of otherColumns) add(facts, column, row[column])
  for (const [key, value] of Object.entries(row.custom)) add(facts, `custom.${key}`, value)
  for (const [question, answer] of Object.entries(row.answers)) facts.push([answerFact(question), answer])
  for (const role of row.roles) facts.push([`role:${role}`, true])
  for (const tag of row.tags) facts.push([`tag:${tag}`, true])
  for (const identity of rowsIn(row.identities)) facts.push(identityOf(identity))
  for (const employment of rowsIn(row.employments)) facts.push(employmentOf(employment))
  return Object.fromEntries(facts)
}

const identityOf = ([kind = '', value = '', raw = '', label = '', isPrimary, status = '']: Cells): [
  string,
  Fact,
] => [identityFact(kind, value), { raw, label, isPrimary: isPrimary === 'true', status }]

const employmentOf = ([id = '', isPrimary, jobTitle]: Cells): [string, Fact] => [
  organizationFact(id),
  { jobTitle: jobTitle ?? null, isPrimary: isPrimary === 'true' },
]

function add(facts: [string, Fact][], key: string, value: unknown) {
  if (value === null || value === undefined || (key === 'isDemo' && !value)) return
  facts.push([key, value instanceof Date ? value.toISOString() : (value as Fact)])
}
