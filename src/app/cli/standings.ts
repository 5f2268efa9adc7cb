import { parseArgs } from 'node:util'
import { audit } from '../../audit/audit.ts'
import { rebuild } from '../rebuild.ts'
import { verify } from '../verify.ts'
import { inEachWorkspace, workspaceOption } from './session.ts'
import { answer, endProgress, print, progress, say } from './terminal.ts'

/** `rebuild`: works every standing out again. */
export async function rebuildAll(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: workspaceOption })
  const done: object[] = []
  await inEachWorkspace(values.workspace, async (ctx, workspace) => {
    const result = await rebuild(ctx, {
      onProgress: ({ done, total }) => progress('rebuilding', { workspace, done, total }),
    })
    endProgress()
    await audit(ctx, 'standings.rebuilt', {}, { contacts: result.changed })
    say('rebuilt', { workspace, ...result })
    done.push({ workspace, contacts: result.total, changed: result.changed })
  })
  answer(done)
}

/** `verify`: works every standing out beside the live ones and prints each difference; fails when there is one. */
export async function verifyAll(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: workspaceOption })
  const done: { differences: number }[] = []
  await inEachWorkspace(values.workspace, async (ctx, workspace) => {
    const { contacts, differences } = await verify(ctx, contacts =>
      progress('verifying', { workspace, contacts }),
    )
    endProgress()
    for (const each of differences)
      print(`${each.contactId} ${each.funnel} ${each.column}: ${shown(each.is)} ≠ ${shown(each.ought)}`)
    say('verified', { workspace, contacts, count: differences.length })
    done.push({ ...{ workspace, contacts }, differences: differences.length })
  })
  answer(done)
  if (done.some(each => each.differences > 0)) process.exitCode = 1
}

const shown = (value: unknown) => JSON.stringify(value)
