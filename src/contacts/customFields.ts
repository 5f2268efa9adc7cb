import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import type { CustomField } from './fields.ts'

/**
 * Adds fields to the workspace's catalogue. One that exists already keeps its type and gains the choices; one that was
 * removed comes back. Returns the keys that were not in the catalogue before.
 */
export async function addFields(ctx: Ctx, fields: CustomField[]): Promise<string[]> {
  if (fields.length === 0) return []
  const there = await ctx.db
    .selectFrom('customFields')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('deletedAt', 'is', null)
    .select('key')
    .execute()
  for (const field of fields) await addField(ctx, field)
  const before = new Set(there.map(each => each.key))
  return fields.map(field => field.key).filter(key => !before.has(key))
}

async function addField(ctx: Ctx, { key, type, labelEs, labelEn, choices, appliesTo }: CustomField) {
  await sql`
    insert into custom_fields (workspace_id, key, type, label_es, label_en, choices, applies_to, created_at)
    values (${ctx.workspaceId}, ${key}, ${type}, ${labelEs}, ${labelEn}, ${choices}, ${appliesTo}, ${ctx.clock()})
    on conflict (workspace_id, key) do update set
      deleted_at = null,
      type = case when custom_fields.deleted_at is null then custom_fields.type else excluded.type end,
      choices = custom_fields.choices ||
        array(select c from unnest(excluded.choices) c where c <> all (custom_fields.choices))`.execute(
    ctx.db,
  )
}

/** Takes fields out of the catalogue, except those that some contact has a value for. */
export async function removeUnusedFields(ctx: Ctx, keys: string[]): Promise<void> {
  for (const key of keys) {
    await sql`
      update custom_fields set deleted_at = ${ctx.clock()}
      where workspace_id = ${ctx.workspaceId} and key = ${key} and not exists (
        select from contacts where workspace_id = ${ctx.workspaceId} and custom ->> ${key} is not null)`.execute(
      ctx.db,
    )
  }
}
