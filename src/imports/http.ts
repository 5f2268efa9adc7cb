import { fieldsOf } from '../contacts/contacts.ts'
import { readConfig } from '../platform/config.ts'
import type { Ctx } from '../platform/ctx.ts'
import { serve } from '../platform/http.ts'
import { askedQuestions } from './askedQuestions.ts'
import { importsContract } from './contract.ts'
import {
  addBytes,
  createImport,
  finishUpload,
  getImport,
  listImports,
  removeImport,
  rowsOf,
  sampleRows,
  setFormat,
  setMapping,
  setPreset,
  startCheck,
  startRun,
  startUndo,
  stopImport,
} from './imports.ts'
import { makerOf } from './made.ts'
import { presets } from './presets.ts'
import { reasonsOf } from './reasons.ts'
import { refusedFile } from './refused.ts'
import { repeatImport } from './repeating.ts'
import { targetOfField } from './suggest.ts'

const on = serve(importsContract)

/** Below the API's limit for a body, large enough that a big file takes few of them. */
const pieceBytes = 4 * 1024 * 1024

/** Runs an act and answers with the import as it then is. */
async function after(ctx: Ctx, id: string, act: Promise<unknown>) {
  await act
  return getImport(ctx, id)
}

export const importsHttp = {
  list: on.list.handler(async ({ input: { after: last, limit }, context: { ctx } }) => {
    const found = await listImports(ctx, { after: last, limit: limit + 1 })
    const imports = found.slice(0, limit)
    return { imports, ...(found.length > limit && { next: imports.at(-1)?.id }) }
  }),
  create: on.create.handler(async ({ input, context: { ctx } }) => {
    const id = await createImport(ctx, { ...input, most: readConfig().importMaxBytes })
    return { id, pieceBytes }
  }),
  addBytes: on.addBytes.handler(async ({ input: { params, body }, context: { ctx } }) => ({
    next: await addBytes(ctx, params.id, params.offset, Buffer.from(await body.arrayBuffer())),
  })),
  finishUpload: on.finishUpload.handler(({ input, context: { ctx } }) => finishUpload(ctx, input.id)),
  get: on.get.handler(({ input, context: { ctx } }) => getImport(ctx, input.id)),
  sample: on.sample.handler(({ input, context: { ctx } }) => sampleRows(ctx, input.id, input.rows)),
  setFormat: on.setFormat.handler(({ input: { id, format }, context: { ctx } }) =>
    after(ctx, id, setFormat(ctx, id, format)),
  ),
  setPreset: on.setPreset.handler(({ input: { id, preset }, context: { ctx } }) =>
    after(ctx, id, setPreset(ctx, id, preset)),
  ),
  setMapping: on.setMapping.handler(({ input: { id, mapping }, context: { ctx } }) =>
    after(ctx, id, setMapping(ctx, id, mapping)),
  ),
  presets: on.presets.handler(() => presets.map(({ key, name, kind }) => ({ key, name, kind }))),
  fields: on.fields.handler(async ({ context: { ctx } }) => {
    const fields = (await fieldsOf(ctx)).filter(
      field => field.importable && targetOfField(field).as !== 'evidence',
    )
    return fields.map(({ key, type, appliesTo, label }) => ({ key, type, appliesTo: [...appliesTo], label }))
  }),
  questions: on.questions.handler(({ context: { ctx } }) => askedQuestions(ctx)),
  check: on.check.handler(({ input: { id }, context: { ctx } }) => after(ctx, id, startCheck(ctx, id))),
  rows: on.rows.handler(async ({ input: { id, limit, ...which }, context: { ctx } }) => {
    const made = await makerOf(ctx, await getImport(ctx, id))
    const found = await rowsOf(ctx, id, { ...which, limit: limit + 1 })
    const rows = found.slice(0, limit).map(row => ({ ...row, made: made(row) }))
    return { rows, ...(found.length > limit && { next: rows.at(-1)?.line }) }
  }),
  reasons: on.reasons.handler(async ({ input: { id, outcome }, context: { ctx } }) => {
    await getImport(ctx, id)
    return reasonsOf(ctx, id, outcome)
  }),
  run: on.run.handler(({ input: { id }, context: { ctx } }) => after(ctx, id, startRun(ctx, id))),
  stop: on.stop.handler(({ input: { id }, context: { ctx } }) => after(ctx, id, stopImport(ctx, id))),
  undo: on.undo.handler(({ input: { id }, context: { ctx } }) => after(ctx, id, startUndo(ctx, id))),
  repeat: on.repeat.handler(async ({ input: { id }, context: { ctx } }) =>
    getImport(ctx, await repeatImport(ctx, id)),
  ),
  refused: on.refused.handler(({ input: { id }, context: { ctx } }) => refusedFile(ctx, id)),
  remove: on.remove.handler(async ({ input: { id }, context: { ctx } }) => {
    await removeImport(ctx, id)
    return { removed: true }
  }),
}
