import { parseArgs } from 'node:util'
import { audit } from '../../audit/audit.ts'
import { removeDemo } from '../../contacts/contacts.ts'
import { createDemo } from '../demo/demo.ts'
import { inOneWorkspace, workspaceOption } from './session.ts'
import { endProgress, progress, say } from './terminal.ts'

const options = { remove: { type: 'boolean', default: false }, ...workspaceOption } as const

/** `demo`: fills a workspace with an invented company's contacts and history, or removes them. */
export async function demo(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options })
  await inOneWorkspace(values.workspace, async (ctx, workspace) => {
    if (values.remove) {
      await removeDemo(ctx)
      await audit(ctx, 'demo.removed')
      return say('demo_removed', { workspace })
    }
    say('demo_making', { workspace })
    await createDemo(ctx, undefined, share =>
      progress('demo_filling', { workspace, percent: Math.round(share * 100) }),
    )
    endProgress()
    await audit(ctx, 'demo.created')
    say('demo_made', { workspace })
  })
}
