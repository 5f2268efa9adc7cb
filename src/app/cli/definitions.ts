import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Refusal } from '../../platform/errors.ts'
import { bringIn, fileOf } from '../definitionFile/definitionFile.ts'
import { rebuild } from '../rebuild.ts'
import { inOneWorkspace, workspaceOption } from './session.ts'
import { answer, say } from './terminal.ts'

const options = {
  output: { type: 'string', short: 'o' },
  funnel: { type: 'string' },
  note: { type: 'string', short: 'n' },
  ...workspaceOption,
} as const

/** `definitions export`: what is in force, as YAML. `definitions import FILE`: as the draft, or published with `--note`. */
export async function definitions(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [action, path] = positionals
  const { funnel, note, output } = values
  if (action !== 'export' && !(action === 'import' && path))
    throw new Refusal('bad', 'cli.definitions_usage', { action: action ?? '' })
  await inOneWorkspace(values.workspace, async ctx => {
    if (action === 'export') {
      const { text } = await fileOf(ctx, funnel)
      if (!output) return void process.stdout.write(text)
      await writeFile(output, text)
      return say('exported', { output })
    }
    const { published, draft } = await bringIn(ctx, await readFile(path ?? '', 'utf8'), { funnel, note })
    if (published) await rebuild(ctx)
    const drafted = draft ? 'definitions_drafted' : 'definitions_undrafted'
    say(published ? 'definitions_published' : drafted, { file: path })
    answer(published ?? {})
  })
}
