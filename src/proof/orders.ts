import { sql } from 'kysely'
import { fieldsOf } from '../contacts/contacts.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'

/** What `inOrderOf` says of the numbers of other systems: `externalId` of any, `externalId:crm` of that one. */
const external = /^externalId(?::(.+))?$/

/** An id that ends in a whole number; spreadsheets write it with `.0`. */
const number = ':([0-9]{1,15})([.]0)?$'

/** The number in another system that tells when the contact `c` came; undefined where `inOrderOf` names a field. */
export function numberedOrder({ workspaceId }: Ctx, inOrderOf: string) {
  const found = external.exec(inOrderOf)
  if (!found) return undefined
  const ofSystem = found[1] ? sql`starts_with(i.value, ${`${found[1]}:`})` : sql`true`
  return sql`(select max((regexp_match(i.value, ${number}))[1]::float8) from identities i
    where i.workspace_id = ${workspaceId} and i.contact_id = c.id and i.kind = 'external' and ${ofSystem})`
}

/** Refuses a field that has been deleted since, or never was, saying which numbers remain. */
export async function mustTellOrder(ctx: Ctx, inOrderOf: string | undefined): Promise<void> {
  if (!inOrderOf || external.test(inOrderOf)) return
  const fields = (await fieldsOf(ctx)).filter(({ type }) => type === 'number')
  if (fields.some(({ key }) => key === inOrderOf)) return
  const own = fields.filter(({ key }) => key.startsWith('custom.'))
  const left = [...(await numberedSystems(ctx)), ...own.map(({ key, label }) => label?.[ctx.locale] ?? key)]
  throw new Refusal('bad', left.length ? 'proof.order_gone' : 'proof.no_order_left', {
    left: left.join(', '),
  })
}

const looked = 200
const mostly = 0.9

/** The systems whose ids are numbers, judged by some ids of each. */
export async function numberedSystems(ctx: Ctx): Promise<string[]> {
  const ids = sql`identities i where i.workspace_id = ${ctx.workspaceId} and i.kind = 'external' and i.identifying`
  // `;` follows `:`, so that each step goes to the next system by the index.
  const { rows } = await sql<{ system: string }>`
    with recursive systems as (
      (select split_part(i.value, ':', 1) as system from ${ids} order by i.value using ~<~ limit 1)
      union all
      select next.system from systems cross join lateral (
        select split_part(i.value, ':', 1) as system from ${ids} and i.value ~>=~ (systems.system || ';')
        order by i.value using ~<~ limit 1) next)
    select system from systems cross join lateral (
      select avg((seen.value ~ ${number})::int) as share from (
        select i.value from ${ids} and i.value ~>=~ (systems.system || ':') and i.value ~<~ (systems.system || ';')
        order by i.value using ~<~ limit ${looked}) seen) found
    where share >= ${mostly}`.execute(ctx.db)
  return rows.map(({ system }) => system)
}
