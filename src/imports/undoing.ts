import { restoreEventsOf, withdrawEventsOf } from '../activity/activity.ts'
import { audit } from '../audit/audit.ts'
import { removeUnusedFields, undo } from '../contacts/contacts.ts'
import { askingFor } from '../lifecycle/lifecycle.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { changeImport, getImport } from './store.ts'

/**
 * Takes back all that an import did: contacts made, facts changed, events, consents, notes and fields. When it cannot, the
 * import says why and the undo can be asked for again; what is no refusal is thrown too, for the log.
 */
export async function undoRun(ctx: Ctx, importId: string): Promise<void> {
  try {
    await atomically({ ...ctx, inBulk: true }, ctx => takeBack(ctx, importId))
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal('busy', 'imports.undo_failed')
    await giveUp(ctx, importId, refusal)
    if (error !== refusal) throw error
  }
}

async function takeBack(ctx: Ctx, importId: string) {
  const job = await getImport(ctx, importId, { lock: true })
  if (job.state !== 'undoing' || !job.changeSetId) return
  const { left, contacts } = await undo(ctx, job.changeSetId, (ctx, changeSetId, withdrawn) =>
    withdrawn ? withdrawEventsOf(ctx, changeSetId) : restoreEventsOf(ctx, changeSetId),
  )
  const unasked: string[] = []
  for (const key of job.newFields) if ((await askingFor(ctx, `custom.${key}`)).length === 0) unasked.push(key)
  await removeUnusedFields(ctx, unasked)
  await audit(ctx, 'import.undone', { id: importId, name: job.fileName })
  const counts = { ...job.counts, takenBack: contacts, ...(left > 0 && { left }) }
  await changeImport(ctx, importId, { state: 'undone', counts, finishedAt: ctx.clock() })
}

function giveUp(ctx: Ctx, importId: string, { code, params }: Refusal): Promise<void> {
  return atomically(ctx, async ctx => {
    const job = await getImport(ctx, importId, { lock: true })
    if (job.state === 'undoing')
      await changeImport(ctx, importId, { state: 'failed', error: { code, params } })
  })
}
