import type { ContactPatch } from '../../contacts/contacts.ts'
import { sendFile, serve } from '../../platform/http.ts'
import { exportContacts } from '../export/export.ts'
import { binMany, bulkAct, changeMany, runningBulkActs } from './bulk.ts'
import { catalogueOfContacts } from './catalogue.ts'
import { listsContract } from './contract.ts'
import { evidenceOf } from './evidence.ts'
import { countContacts, pageOfContacts } from './lists.ts'

const page = serve(listsContract.page).handler(({ input, context }) => pageOfContacts(context.ctx, input))

const count = serve(listsContract.count).handler(({ input, context }) => countContacts(context.ctx, input))

const catalogue = serve(listsContract.catalogue).handler(({ context }) => catalogueOfContacts(context.ctx))

const change = serve(listsContract.change).handler(({ input, context }) =>
  changeMany(context.ctx, input.whom, input.change as ContactPatch),
)

const bin = serve(listsContract.bin).handler(({ input, context }) => binMany(context.ctx, input.whom))

const file = serve(listsContract.export).handler(async ({ input, context }) =>
  sendFile(context, await exportContacts(context.ctx, input)),
)

const running = serve(listsContract.running).handler(({ context }) => runningBulkActs(context.ctx))

const bulk = serve(listsContract.bulk).handler(({ input, context }) => bulkAct(context.ctx, input.id))

const evidence = serve(listsContract.evidence).handler(({ input, context }) =>
  evidenceOf(context.ctx, input.id),
)

export const listsHttp = { evidence, export: file, change, bin, running, bulk, page, count, catalogue }
