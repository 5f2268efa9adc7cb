import type { Ctx } from '../platform/ctx.ts'
import type { Catalogue } from './drafts.ts'
import { asField, type CustomField, type Field, systemFields } from './fields.ts'
import { countryOfTimeZone } from './identities.ts'

/** Every field of this workspace: the system's and its own. */
export async function fieldsOf(ctx: Ctx): Promise<Field[]> {
  const custom = await ctx.db
    .selectFrom('customFields')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('deletedAt', 'is', null)
    .orderBy('createdAt')
    .select(['key', 'type', 'labelEs', 'labelEn', 'choices', 'appliesTo'])
    .execute()
  return [...systemFields, ...custom.map(each => asField(each as CustomField))]
}

/** The fields by key, and the country that numbers without a prefix belong to. */
export async function catalogueOf(ctx: Ctx): Promise<Catalogue> {
  const fields = await fieldsOf(ctx)
  const { timeZone } = await ctx.db
    .selectFrom('workspaces')
    .where('id', '=', ctx.workspaceId)
    .select('timeZone')
    .executeTakeFirstOrThrow()
  return { fields: new Map(fields.map(field => [field.key, field])), country: countryOfTimeZone(timeZone) }
}
