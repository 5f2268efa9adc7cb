import { sql } from 'kysely'
import type { CustomField, customFieldTypes } from '../../contacts/fields.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { ownQuestions, reasonsOf } from '../../qualification/qualification.ts'

type Named = CustomField & { type: (typeof customFieldTypes)[number]; isRemoved: boolean }

/** What lists, filters and forms can name beside the facts of the system: the workspace's own, the tags in use, the segments, the questions. */
export async function catalogueOfContacts(ctx: Ctx) {
  const custom = await sql<Named>`
    select key, type, label_es, label_en, choices, applies_to, deleted_at is not null as is_removed from custom_fields
    where workspace_id = ${ctx.workspaceId} order by created_at, key`.execute(ctx.db)
  const tags = await sql<{ tag: string }>`
    select distinct unnest(tags) as tag from (
      select distinct tags from contacts
      where workspace_id = ${ctx.workspaceId} and deleted_at is null and tags <> '{}') alike
    order by tag`.execute(ctx.db)
  const segments = await sql<{ id: string; name: string }>`
    select id, name from segments where workspace_id = ${ctx.workspaceId} and deleted_at is null
    order by lower(name), id`.execute(ctx.db)
  const [questions, reasons] = [await ownQuestions(ctx), await reasonsOf(ctx)]
  return {
    customFields: custom.rows.filter(({ isRemoved }) => !isRemoved),
    removedFields: custom.rows.filter(({ isRemoved }) => isRemoved),
    ...{ tags: tags.rows.map(({ tag }) => tag) },
    ...{ segments: segments.rows, questions, reasons },
  }
}
