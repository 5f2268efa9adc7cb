import type { WorkspaceSettings } from '../identity/contract.ts'
import { createReadyMade } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'

/** What a new workspace starts with, in the transaction that creates it: its funnel, stages and score. */
export const onWorkspaceCreated = (ctx: Ctx, settings: WorkspaceSettings): Promise<void> => {
  const { market, prospectNeeds, contactMeans } = settings
  return createReadyMade(ctx, { market, prospectNeeds, contactMeans })
}
