import { fieldsOf } from '../contacts/contacts.ts'
import type { Field } from '../contacts/fields.ts'
import type { Ctx } from '../platform/ctx.ts'

/** The facts and signals that a segment may name. */
export async function catalogueOf(ctx: Ctx): Promise<{ fields: Field[]; signals: { name: string }[] }> {
  const fields = await fieldsOf(ctx)
  const signals = await ctx.db
    .selectFrom('customEventTypes')
    .where('workspaceId', '=', ctx.workspaceId)
    .select('name')
    .execute()
  return { fields: [...fields], signals }
}
