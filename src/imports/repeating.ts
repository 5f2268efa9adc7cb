import { sql } from 'kysely'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { expectState, getImport } from './store.ts'

/** Begins a new import with the file of one that was undone, read as it was. @throws Refusal `imports.file_gone` */
export function repeatImport(ctx: Ctx, importId: string): Promise<string> {
  return atomically(ctx, async ctx => {
    const before = await getImport(ctx, importId)
    expectState(before, 'undone')
    if (!before.hasFile) throw new Refusal('missing', 'imports.file_gone')
    const id = newId()
    await sql`
      insert into imports (workspace_id, id, state, file_name, bytes, format, columns, mapping, created_by, created_by_name, created_at)
      select workspace_id, ${id}, 'mapped', file_name, bytes, format, columns, mapping,
        ${ctx.actor.kind === 'user' ? ctx.actor.id : null}, ${ctx.actor.name}, ${ctx.clock()}
      from imports where workspace_id = ${ctx.workspaceId} and id = ${importId}`.execute(ctx.db)
    await sql`
      insert into import_parts (workspace_id, import_id, part, bytes)
      select workspace_id, ${id}, part, bytes
      from import_parts where workspace_id = ${ctx.workspaceId} and import_id = ${importId}`.execute(ctx.db)
    return id
  })
}
