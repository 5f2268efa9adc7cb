import { sql } from 'kysely'
import { mainFunnel } from '../../contacts/contacts.ts'
import { systemFields } from '../../contacts/fields.ts'
import { verdictIn } from '../../criteria/compile.ts'
import { hasEnoughFit } from '../../criteria/enoughFit.ts'
import { staleFrom } from '../../criteria/stale.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type Known, kept } from '../../platform/kept.ts'
import { snake } from '../../platform/snake.ts'
import { allAsText, asText, cellsIn, rowsIn } from '../../platform/tableOf.ts'
import type { ListedContact } from './contract.ts'

/** What lists show of these contacts, in the order of the ids. */
export async function contactsShown(ctx: Ctx, ids: string[]): Promise<ListedContact[]> {
  if (ids.length === 0) return []
  return (await readShown(ctx, { workspaceId: ctx.workspaceId, ids })).map(listed)
}

/** Those that are shown otherwise, and the instants, which JSON would write in another form. */
const apart = new Set(['kind', 'displayName', 'createdAt', 'updatedAt'])
const facts = systemFields.flatMap(({ type, reach }) =>
  'column' in reach && !apart.has(reach.column)
    ? [{ key: reach.column, isNumber: type === 'number' || type === 'money' }]
    : [],
)

/** Main identity of each kind, main organisation, and how many people. */
const linksOf = (workspaceId: Known<string>) => sql`
  (select ${allAsText([sql`i.kind`, sql`i.value`, sql`i.raw`], sql`i.kind`)} from (
    select distinct on (kind) kind, value, raw from identities
    where workspace_id = ${workspaceId} and contact_id = c.id order by kind, is_primary desc, created_at, value) i) as identities,
  (select json_build_object('id', o.id, 'name', o.display_name)
    from employments e join contacts o on o.workspace_id = e.workspace_id and o.id = e.organization_id and o.deleted_at is null
    where e.workspace_id = ${workspaceId} and e.person_id = c.id
    order by e.is_primary desc, e.created_at, e.organization_id limit 1) as organization,
  case when c.kind = 'organization' then (select count(*) from employments e
    where e.workspace_id = ${workspaceId} and e.organization_id = c.id) end as people`

type Row = {
  id: string
  kind: ListedContact['kind']
  displayName: string
  texts: string
  custom: ListedContact['facts']
  createdAt: Date
  updatedAt: Date
  roles: string[]
  tags: string[]
  isDemo: boolean
  identities: string | null
  organization: { id: string; name: string } | null
  people: number | null
  stands: boolean
} & NonNullable<ListedContact['standing']>

const readShown = kept<{ workspaceId: string; ids: string[] }, Row>(
  ({ workspaceId, ids }) => sql`
    select c.id, c.kind, c.display_name, ${asText(facts.map(({ key }) => sql.ref(`c.${snake(key)}`)))} as texts,
      c.custom, c.created_at, c.updated_at, c.roles, c.tags, c.is_demo,
      s.contact_id is not null as stands, s.stage, s.since, s.total, s.fit, s.engagement, s.temperature,
      s.last_signal_at, s.turns_cold_at,
      ${staleFrom(workspaceId, sql`s`, mainFunnel(workspaceId))} as stale_from,
      ${hasEnoughFit(workspaceId, sql`s`, mainFunnel(workspaceId))} as fits,
      ${verdictIn(workspaceId, sql`c.id`, mainFunnel(workspaceId))} as verdict, ${linksOf(workspaceId)}
    from unnest(${ids}::uuid[]) with ordinality as page (id, place)
    join contacts c on c.workspace_id = ${workspaceId} and c.id = page.id
    left join standings s on s.workspace_id = ${workspaceId} and s.funnel_id = ${mainFunnel(workspaceId)} and s.contact_id = c.id
    order by page.place`,
)

function listed(row: Row): ListedContact {
  return {
    id: row.id,
    kind: row.kind,
    name: row.displayName,
    facts: factsOf(row),
    identities: rowsIn(row.identities).map(([kind = '', value = '', raw = '']) => ({ kind, value, raw })),
    roles: row.roles,
    tags: row.tags,
    organization: row.organization ?? undefined,
    people: row.people ?? undefined,
    isDemo: row.isDemo,
    standing: row.stands ? standingOf(row) : undefined,
  }
}

const standingOf = (row: Row): ListedContact['standing'] => {
  const { stage, since, total, fit, engagement, temperature, lastSignalAt, turnsColdAt, staleFrom } = row
  return {
    ...{ stage, since, total, fit, engagement, temperature, lastSignalAt, turnsColdAt, staleFrom },
    ...{ fits: row.fits, verdict: row.verdict },
  }
}

function factsOf({ texts, custom, createdAt, updatedAt }: Row): ListedContact['facts'] {
  const cells = cellsIn(texts)
  const known = facts.flatMap(({ key, isNumber }, place) => {
    const text = cells[place]
    return text === undefined ? [] : [[key, isNumber ? Number(text) : text]]
  })
  const own = Object.entries(custom).map(([key, value]) => [`custom.${key}`, value])
  return {
    ...Object.fromEntries([...known, ...own.filter(([, value]) => value !== null)]),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}
