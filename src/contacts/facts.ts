import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { type ContactColumn, type IdentityKind, systemFields } from './fields.ts'

/**
 * All that is known about one contact, flat: `givenName`, `custom.budget`, `role:customer`, `tag:vip`,
 * `identity:email:ana@example.com`, `organization:<id>`. What is not known is absent. Changes, undo, merge and
 * provenance compare and set single keys, so a new kind of fact needs nothing of its own there.
 */
export type Facts = Record<string, Fact>
export type Fact = string | number | boolean | string[] | IdentityFact | EmploymentFact | null

export type IdentityFact = { raw: string; label: string; isPrimary: boolean; status: string }
export type EmploymentFact = { jobTitle: string | null; isPrimary: boolean }

const derived = new Set<string>(['displayName', 'updatedAt'])

/** The columns of `contacts` that hold facts, besides those that the program works out from them. */
export const factColumns = [
  ...systemFields.flatMap(({ reach }) =>
    'column' in reach && !derived.has(reach.column) ? [reach.column] : [],
  ),
  'isDemo' as const,
  'deletedAt' as const,
]

export const snake = (camel: string): string => camel.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

export const identityFact = (kind: string, value: string) => `identity:${kind}:${value}`
export const organizationFact = (id: string) => `organization:${id}`

export type IdentityOf = { kind: IdentityKind; value: string } & IdentityFact

/** The identities among the facts, in the order: main one first. */
export function identitiesIn(facts: Facts): IdentityOf[] {
  return Object.entries(facts)
    .flatMap(([key, fact]) => {
      const [, kind, value] = key.match(/^identity:(\w+):(.*)$/s) ?? []
      return kind && value !== undefined
        ? [{ kind: kind as IdentityKind, value, ...(fact as IdentityFact) }]
        : []
    })
    .sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary))
}

/** The parts after `prefix` of the keys that begin with it: `namesIn(facts, 'tag:')`. */
export const namesIn = (facts: Facts, prefix: string): string[] =>
  Object.keys(facts).flatMap(key => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []))

type Row = Record<ContactColumn | 'isDemo' | 'deletedAt', unknown> & {
  id: string
  custom: Record<string, Fact>
  roles: string[]
  tags: string[]
  identities: IdentityOf[]
  employments: (EmploymentFact & { organizationId: string })[]
}

/** The facts of these contacts, binned ones too. `lock` keeps other changes to them waiting until this transaction ends. */
export async function factsOf(ctx: Ctx, ids: string[], { lock = false } = {}): Promise<Map<string, Facts>> {
  if (ids.length === 0) return new Map()
  // Always in the order of ids, so that two changes of overlapping sets wait for each other instead of deadlocking.
  const { rows } = await sql<Row>`
    select c.*,
      coalesce((select json_agg(json_build_object('kind', i.kind, 'value', i.value, 'raw', i.raw, 'label', i.label,
          'isPrimary', i.is_primary, 'status', i.status) order by i.created_at, i.value)
        from identities i where i.workspace_id = ${ctx.workspaceId} and i.contact_id = c.id), '[]') as identities,
      coalesce((select json_agg(json_build_object('organizationId', e.organization_id, 'jobTitle', e.job_title,
          'isPrimary', e.is_primary) order by e.created_at, e.organization_id)
        from employments e where e.workspace_id = ${ctx.workspaceId} and e.person_id = c.id), '[]') as employments
    from contacts c
    where c.workspace_id = ${ctx.workspaceId} and c.id = any(${[...new Set(ids)]}::uuid[])
    order by c.id
    ${lock ? sql`for no key update of c` : sql``}`.execute(ctx.db)
  return new Map(rows.map(row => [row.id, factsOfRow(row)]))
}

function factsOfRow(row: Row): Facts {
  const facts: Facts = {}
  for (const column of factColumns) set(facts, column, row[column])
  for (const [key, value] of Object.entries(row.custom)) set(facts, `custom.${key}`, value)
  for (const role of row.roles) facts[`role:${role}`] = true
  for (const tag of row.tags) facts[`tag:${tag}`] = true
  for (const { kind, value, ...identity } of row.identities) facts[identityFact(kind, value)] = identity
  for (const { organizationId, ...employment } of row.employments)
    facts[organizationFact(organizationId)] = employment
  return facts
}

function set(facts: Facts, key: string, value: unknown) {
  if (value === null || value === undefined || (key === 'isDemo' && !value)) return
  facts[key] = value instanceof Date ? value.toISOString() : (value as Fact)
}
