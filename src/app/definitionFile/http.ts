import { Readable } from 'node:stream'
import { sendFile, serve } from '../../platform/http.ts'
import { definitionFileContract } from './contract.ts'
import { bringIn, fileOf, foresee, takeBack } from './definitionFile.ts'

const on = serve(definitionFileContract)

export const definitionFileHttp = {
  get: on.get.handler(async ({ input: { funnel, of }, context }) => {
    const { key, text } = await fileOf(context.ctx, funnel, of)
    const bytes = Readable.from([Buffer.from(text)])
    return sendFile(context, { name: `embudo-${key}.yaml`, type: 'application/yaml', bytes })
  }),
  foresee: on.foresee.handler(async ({ input: { query, body }, context: { ctx } }) =>
    foresee(ctx, await body.text(), query?.funnel),
  ),
  bringIn: on.bringIn.handler(async ({ input: { query, body }, context: { ctx } }) =>
    bringIn(ctx, await body.text(), query),
  ),
  takeBack: on.takeBack.handler(async ({ input, context: { ctx } }) => ({
    back: await takeBack(ctx, input),
  })),
}
