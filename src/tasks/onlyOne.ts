import { type RawBuilder, sql } from 'kysely'

/** Whether that contact has another open task of the kind of `tasks t`: one at a time. */
export const openBeside = (contactId: RawBuilder<unknown>): RawBuilder<boolean> => sql`exists (
  select from tasks open
  where open.workspace_id = t.workspace_id and open.contact_id = ${contactId} and open.kind = t.kind and open.id <> t.id
    and open.done_at is null and open.removed_at is null)`

/** Whether `tasks t` can become that contact's. */
export const fits = (contactId: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`(t.done_at is not null or t.removed_at is not null or not ${openBeside(contactId)})`
