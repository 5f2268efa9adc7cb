import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { kept } from '../platform/kept.ts'
import type { Catalogue } from './drafts.ts'
import { asField, type CustomField, type Field, systemFields } from './fields.ts'
import { countryOfTimeZone } from './identities.ts'

/** Every field of this workspace: the system's and its own. */
export async function fieldsOf(ctx: Ctx): Promise<Field[]> {
  return [...(await catalogueOf(ctx)).fields.values()]
}

type Row = { timeZone: string; custom: CustomField[]; owners: string[] }

/** What drafts and patches are read against, in one query. */
export async function catalogueOf(ctx: Ctx): Promise<Catalogue> {
  const rows = await readCatalogue(ctx, { workspaceId: ctx.workspaceId })
  const [{ timeZone, custom, owners } = { timeZone: '', custom: [], owners: [] }] = rows
  const fields = [...systemFields, ...custom.map(asField)]
  return {
    fields: new Map(fields.map(field => [field.key, field])),
    country: countryOfTimeZone(timeZone),
    owners: new Set(owners),
  }
}

const readCatalogue = kept<{ workspaceId: string }, Row>(
  ({ workspaceId }) => sql`
    select w.time_zone,
      coalesce((select json_agg(json_build_object('key', key, 'type', type, 'labelEs', label_es, 'labelEn', label_en,
          'choices', choices, 'appliesTo', applies_to) order by created_at, key)
        from custom_fields where workspace_id = ${workspaceId} and deleted_at is null), '[]') as custom,
      array(select user_id from members where workspace_id = ${workspaceId}) as owners
    from workspaces w where w.id = ${workspaceId}`,
)
