import { sql } from 'kysely'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { fieldsOf } from './catalogue.ts'
import type { CustomField, Field } from './fields.ts'

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

/** Takes fields out of the catalogue, except those that some contact outside the bin has a value for. */
export async function removeUnusedFields(ctx: Ctx, keys: string[]): Promise<void> {
  for (const key of keys) {
    await sql`
      update custom_fields set deleted_at = ${ctx.clock()}
      where workspace_id = ${ctx.workspaceId} and key = ${key} and not exists (
        select from contacts where workspace_id = ${ctx.workspaceId} and deleted_at is null and custom ->> ${key} is not null)`.execute(
      ctx.db,
    )
  }
}

/** Adds one field; refuses a key that is taken or badly formed. */
export async function addNewField(ctx: Ctx, field: CustomField): Promise<void> {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(field.key)) throw new Refusal('bad', 'contacts.bad_key')
  const added = await addFields(ctx, [field])
  if (added.length === 0) throw new Refusal('conflict', 'contacts.field_exists')
}

export type FieldChange = { key: string } & Partial<
  Pick<CustomField, 'labelEs' | 'labelEn' | 'choices' | 'appliesTo'>
>

/** The type stays: values of the old one would not be values of the new. */
export async function updateField(ctx: Ctx, { key, ...change }: FieldChange): Promise<void> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  await setField(ctx, key, { ...given, deletedAt: null })
}

/** Refuses a field that rules ask for. Handed in, because these are above contacts. */
export type MustBeUnused = (
  ctx: Ctx,
  field: { key: string; label: NonNullable<Field['label']> },
) => Promise<void>

/** Takes a field out of the catalogue. Its values stay with the contacts and are seen again when it comes back. */
export function removeField(ctx: Ctx, key: string, mustBeUnused: MustBeUnused): Promise<void> {
  return atomically(ctx, async ctx => {
    const field = (await fieldsOf(ctx)).find(({ reach }) => 'custom' in reach && reach.custom === key)
    if (field?.label) await mustBeUnused(ctx, { key: field.key, label: field.label })
    await setField(ctx, key, { deletedAt: ctx.clock() })
  })
}

async function setField(
  ctx: Ctx,
  key: string,
  change: Omit<FieldChange, 'key'> & { deletedAt: Date | null },
) {
  const done = await ctx.db
    .updateTable('customFields')
    .set(change)
    .where('workspaceId', '=', ctx.workspaceId)
    .where('key', '=', key)
    .where('deletedAt', 'is', null)
    .returning('key')
    .executeTakeFirst()
  if (!done) throw new Refusal('missing', 'contacts.unknown_field', { field: key })
}
