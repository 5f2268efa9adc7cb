import type { WorkspaceSettings } from '../identity/contract.ts'
import type { Ctx } from '../platform/ctx.ts'

/** What a new workspace starts with, in order, in the transaction that creates it; one line a feature. */
const firstSteps: ((ctx: Ctx, settings: WorkspaceSettings) => Promise<unknown>)[] = []

export async function onWorkspaceCreated(ctx: Ctx, settings: WorkspaceSettings) {
  for (const step of firstSteps) await step(ctx, settings)
}
