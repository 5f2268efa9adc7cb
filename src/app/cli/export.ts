import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { Refusal } from '../../platform/errors.ts'
import { exportContacts } from '../export/export.ts'
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
  const format = output?.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv'
  await inOneWorkspace(values.workspace, async ctx => {
    const { bytes } = await exportContacts(ctx, { kind, format })
    if (!output) return pipeline(Readable.from(bytes), process.stdout, { end: false })
    await pipeline(Readable.from(bytes), createWriteStream(output))
    say('exported', { output })
  })
}
