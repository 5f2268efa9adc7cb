import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { Refusal } from '../../platform/errors.ts'
import { exportContacts } from '../export/export.ts'
import { inOneWorkspace, workspaceOption } from './session.ts'
import { endProgress, progress, say } from './terminal.ts'

const options = {
  kind: { type: 'string', short: 'k', default: 'person' },
  output: { type: 'string', short: 'o' },
  ...workspaceOption,
} as const

/** Rows between one word about how far it is and the next. */
const told = 500

/** `export`: every person, or every organisation, with its facts and where it stands; to standard output as CSV, or to a file. */
export async function exportAll(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options })
  const { kind, output } = values
  if (kind !== 'person' && kind !== 'organization') throw new Refusal('bad', 'cli.export_kind', { kind })
  const format = output?.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv'
  await inOneWorkspace(values.workspace, async ctx => {
    const { bytes } = await exportContacts(ctx, {
      ...{ kind, format },
      onProgress: (rows, of) => {
        if (rows % told === 0) progress('exporting', { rows, of })
      },
    })
    const file = output === undefined ? process.stdout : createWriteStream(output)
    await pipeline(Readable.from(bytes), file, { end: output !== undefined })
    endProgress()
    if (output !== undefined) say('exported', { output })
  })
}
