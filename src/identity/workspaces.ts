import type { Ctx } from '../platform/ctx.ts'

/** The workspace of the context, with its settings. */
export const workspaceOf = (ctx: Ctx) =>
  ctx.db
    .selectFrom('workspaces')
    .where('id', '=', ctx.workspaceId)
    .select(['id', 'name', 'locale', 'timeZone', 'currency', 'market'])
    .$narrowType<{ locale: 'es' | 'en'; market: 'b2b' | 'b2c' }>()
    .executeTakeFirstOrThrow()
