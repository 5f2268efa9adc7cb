import { restoreEventsOf, withdrawEventsOf } from '../activity/activity.ts'
import { audit } from '../audit/audit.ts'
import { removeUnusedFields, undo } from '../contacts/contacts.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { changeImport, getImport } from './store.ts'

/** Takes back all that an import did: contacts made, facts changed, events, consents, notes and fields. */
export async function undoRun(ctx: Ctx, importId: string): Promise<void> {
  await atomically(ctx, async ctx => {
    const job = await getImport(ctx, importId, { lock: true })
    if (job.state !== 'undoing' || !job.changeSetId) return
    await undo(ctx, job.changeSetId, (ctx, changeSetId, withdrawn) =>
      withdrawn ? withdrawEventsOf(ctx, changeSetId) : restoreEventsOf(ctx, changeSetId),
    )
    await removeUnusedFields(ctx, job.newFields)
    await audit(ctx, 'import.undone', { id: importId, name: job.fileName })
    await changeImport(ctx, importId, { state: 'undone', finishedAt: ctx.clock() })
  })
}
