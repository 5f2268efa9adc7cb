import { parseArgs } from 'node:util'
import { removeDemo } from '../../contacts/contacts.ts'
import { createDemo } from '../demo/demo.ts'
import { inOneWorkspace, workspaceOption } from './session.ts'
import { say } from './terminal.ts'

const options = { remove: { type: 'boolean', default: false }, ...workspaceOption } as const

/** `demo`: fills a workspace with an invented company's contacts and history, or removes them. */
export async function demo(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options })
  await inOneWorkspace(values.workspace, async (ctx, workspace) => {
    if (values.remove) {
      await removeDemo(ctx)
      return say('demo_removed', { workspace })
    }
    say('demo_making', { workspace })
    await createDemo(ctx)
    say('demo_made', { workspace })
  })
}
