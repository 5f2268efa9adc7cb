import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Refusal } from '../../platform/errors.ts'
import { type ExportFormat, exportContacts } from '../lists/export.ts'
import { inOneWorkspace, workspaceOption } from './session.ts'
import { say } from './terminal.ts'

const options = {
  kind: { type: 'string', short: 'k', default: 'person' },
  output: { type: 'string', short: 'o' },
  ...workspaceOption,
} as const

/** `export`: every person, or every organisation, with its facts and where it stands; to standard output as CSV, or to a file. */
export async function exportAll(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options })
  const { kind, output } = values
  if (kind !== 'person' && kind !== 'organization') throw new Refusal('bad', 'cli.export_kind', { kind })
  const format: ExportFormat = output?.endsWith('.xlsx') ? 'xlsx' : 'csv'
  await inOneWorkspace(values.workspace, async ctx => {
    const file = await exportContacts(ctx, { kind }, format)
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (output) await writeFile(output, bytes)
    else process.stdout.write(bytes)
    if (output) say('exported', { output })
  })
}
