import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { importFile } from '../../imports/importFile.ts'
import { Refusal } from '../../platform/errors.ts'
import { settle } from '../reactions.ts'
import { inOneWorkspace, workspaceOption } from './session.ts'
import { answer, endProgress, progress, say } from './terminal.ts'

const options = {
  preset: { type: 'string' },
  yes: { type: 'boolean', short: 'y' },
  ...workspaceOption,
} as const

/** `import FILE`: says what would become of each row, and with `--yes` stores them. */
export async function importOne(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [path] = positionals
  if (!path) throw new Refusal('bad', 'cli.import_needs_file')
  const file = basename(path)
  await inOneWorkspace(values.workspace, async ctx => {
    const report = await importFile(ctx, path, {
      preset: values.preset,
      yes: values.yes,
      onProgress: ({ state, rows, of }) =>
        progress(state === 'running' ? 'import_running' : 'import_checking', { file, rows, of }),
    })
    if (values.yes) await settle(ctx)
    endProgress()
    for (const question of report.questions) say('import_question', question)
    answer(report)
    if (report.error) throw new Refusal('bad', report.error.code, report.error.params)
    say(values.yes ? 'import_done' : 'import_checked', { file, rows: report.rows })
  })
}
