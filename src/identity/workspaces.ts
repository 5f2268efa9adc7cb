import { audit } from '../audit/audit.ts'
import type { Ctx } from '../platform/ctx.ts'
import { enqueue } from '../platform/jobs.ts'
import { publish } from '../platform/live.ts'
import type { WorkspaceSettings } from './contract.ts'
import type { Identity } from './identity.ts'

const columns = [
  'id',
  'name',
  'locale',
  'timeZone',
  'currency',
  'market',
  'prospectNeeds',
  'contactMeans',
] as const

/** The workspace of the context, with its settings. */
export const workspaceOf = (ctx: Ctx) =>
  ctx.db
    .selectFrom('workspaces')
    .where('id', '=', ctx.workspaceId)
    .select(columns)
    .$narrowType<Omit<WorkspaceSettings, 'name' | 'timeZone' | 'currency'>>()
    .executeTakeFirstOrThrow()

/** Changes settings and writes down what they were. */
export async function changeSettings(
  ctx: Ctx,
  { onSettingsChanged }: Pick<Identity, 'onSettingsChanged'>,
  changes: Partial<WorkspaceSettings>,
) {
  const before = await workspaceOf(ctx)
  const changed = Object.entries(changes).filter(
    ([key, value]) => before[key as keyof WorkspaceSettings] !== value,
  )
  if (changed.length === 0) return before
  await ctx.db
    .updateTable('workspaces')
    .set(Object.fromEntries(changed))
    .where('id', '=', ctx.workspaceId)
    .execute()
  await publish(ctx, { topic: 'workspace' })
  // Points are counted by the day, and the day is the workspace's.
  if (changed.some(([key]) => key === 'timeZone')) await enqueue(ctx, 'rebuild', {}, { key: 'time zone' })
  const was = Object.fromEntries(changed.map(([key]) => [key, before[key as keyof WorkspaceSettings]]))
  await audit(
    ctx,
    'workspace.changed',
    { id: ctx.workspaceId, name: before.name },
    { was, is: Object.fromEntries(changed) },
  )
  const after = await workspaceOf(ctx)
  await onSettingsChanged(ctx, before, after)
  return after
}
