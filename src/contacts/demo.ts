import { sql } from 'kysely'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/ids.ts'
import { forgetIdentities } from './binning.ts'
import { openChangeSet } from './changes.ts'
import { hasReal, isDemoShown } from './counting.ts'

/**
 * How far the making of the demo data has come, from 0 to 1; absent when there is none. `hasReal`: contacts of the
 * workspace's own have begun, so the demo is hidden unless it is `shown` beside them (counting.ts says what that means).
 */
export type DemoState = { changeSetId: string; share: number; hasReal: boolean; shown: boolean }

export async function demoState(ctx: Ctx): Promise<DemoState | undefined> {
  const found = await ctx.db
    .selectFrom('changeSets')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('kind', '=', 'demo')
    .orderBy('at', 'desc')
    .select(['id', 'summary', hasReal(ctx).as('hasReal'), isDemoShown(ctx).as('shown')])
    .executeTakeFirst()
  if (!found) return undefined
  const { id, summary, hasReal: real, shown } = found
  return { changeSetId: id, share: shareOf(summary), hasReal: Boolean(real), shown: Boolean(shown) }
}

/** Begins the act that brings the demo data; its contacts name it, and it remembers how far it has come. */
export async function openDemo(ctx: Ctx): Promise<string> {
  const changeSetId = newId()
  await openChangeSet(ctx, { kind: 'demo', changeSetId, summary: { share: 0 } })
  return changeSetId
}

export async function noteDemo(ctx: Ctx, changeSetId: string, share: number): Promise<void> {
  await ctx.db
    .updateTable('changeSets')
    .set({ summary: JSON.stringify({ share }) })
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', '=', changeSetId)
    .execute()
}

/** Shows the demo data beside what is real, or hides it again. */
export async function showDemo(ctx: Ctx, shown: boolean): Promise<void> {
  await ctx.db
    .updateTable('changeSets')
    .set({ summary: sql`summary || ${JSON.stringify({ shown })}::jsonb` })
    .where('workspaceId', '=', ctx.workspaceId)
    .where('kind', '=', 'demo')
    .execute()
}

/** Takes every demo contact away with all that belongs to it: no bin, no undo, since it can be made again. */
export const removeDemo = (ctx: Ctx): Promise<void> =>
  atomically(ctx, async ctx => {
    const { workspaceId } = ctx
    const gone = await ctx.db
      .deleteFrom('contacts')
      .where('workspaceId', '=', workspaceId)
      .where('isDemo', '=', true)
      .returning('id')
      .execute()
    await forgetIdentities(
      ctx,
      gone.map(each => each.id),
    )
    await sql`
      delete from contact_changes where workspace_id = ${workspaceId} and change_set_id in (
        select id from change_sets where workspace_id = ${workspaceId} and kind = 'demo')`.execute(ctx.db)
    await ctx.db
      .deleteFrom('changeSets')
      .where('workspaceId', '=', workspaceId)
      .where('kind', '=', 'demo')
      .execute()
  })

function shareOf(summary: unknown): number {
  const share =
    typeof summary === 'object' && summary !== null && 'share' in summary ? Number(summary.share) : 0
  return Number.isFinite(share) ? share : 0
}
