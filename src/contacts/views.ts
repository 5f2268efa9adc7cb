import type { Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'

export type ViewDraft = { screen: string; name: string; isShared?: boolean; params: Record<string, unknown> }

const actorId = (ctx: Ctx) => ('id' in ctx.actor ? ctx.actor.id : null)

/** One's own views and those shared with the workspace. */
export async function viewsOf(ctx: Ctx, screen?: string) {
  const me = actorId(ctx)
  const found = await ctx.db
    .selectFrom('savedViews')
    .where('workspaceId', '=', ctx.workspaceId)
    .where(eb => eb.or([eb('ownerId', 'is', null), ...(me ? [eb('ownerId', '=', me)] : [])]))
    .$if(screen !== undefined, query => query.where('screen', '=', screen ?? ''))
    .orderBy('name')
    .orderBy('id')
    .select(['id', 'screen', 'name', 'ownerId', 'createdBy', 'params', 'createdAt', 'updatedAt'])
    .execute()
  return found.map(({ ownerId, createdBy, params, ...view }) => ({
    ...view,
    params: params as Record<string, unknown>,
    isShared: ownerId === null,
    isMine: createdBy === me,
  }))
}

/** Saves a view and returns its id. A key has no views of its own: what it saves is shared. */
export async function addView(
  ctx: Ctx,
  { screen, name, isShared = false, params }: ViewDraft,
): Promise<string> {
  const id = newId()
  const me = ctx.actor.kind === 'user' ? ctx.actor.id : null
  const now = ctx.clock()
  await ctx.db
    .insertInto('savedViews')
    .values({
      ...{
        workspaceId: ctx.workspaceId,
        id,
        screen,
        name,
        ownerId: isShared ? null : me,
        createdBy: actorId(ctx),
      },
      ...{ params: JSON.stringify(params), createdAt: now, updatedAt: now },
    })
    .execute()
  return id
}

/** Only who made a view changes it. */
export async function updateView(
  ctx: Ctx,
  id: string,
  { name, isShared, params }: Partial<ViewDraft>,
): Promise<void> {
  const done = await ctx.db
    .updateTable('savedViews')
    .set({ updatedAt: ctx.clock() })
    .$if(name !== undefined, query => query.set({ name }))
    .$if(isShared !== undefined, query => query.set({ ownerId: isShared ? null : actorId(ctx) }))
    .$if(params !== undefined, query => query.set({ params: JSON.stringify(params) }))
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('createdBy', 'is not distinct from', actorId(ctx))
    .returning('id')
    .executeTakeFirst()
  if (!done) throw new Refusal('missing', 'contacts.unknown_view')
}

export async function removeView(ctx: Ctx, id: string): Promise<void> {
  const done = await ctx.db
    .deleteFrom('savedViews')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('createdBy', 'is not distinct from', actorId(ctx))
    .returning('id')
    .executeTakeFirst()
  if (!done) throw new Refusal('missing', 'contacts.unknown_view')
}
