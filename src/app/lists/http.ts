import type { ContactPatch } from '../../contacts/contacts.ts'
import { serve } from '../../platform/http.ts'
import { binMany, changeMany } from './bulk.ts'
import { listsContract } from './contract.ts'
import { catalogueOfContacts, countContacts, pageOfContacts } from './lists.ts'

const page = serve(listsContract.page).handler(({ input, context }) => pageOfContacts(context.ctx, input))

const count = serve(listsContract.count).handler(({ input, context }) => countContacts(context.ctx, input))

const catalogue = serve(listsContract.catalogue).handler(({ context }) => catalogueOfContacts(context.ctx))

const change = serve(listsContract.change).handler(({ input, context }) =>
  changeMany(context.ctx, input.whom, input.change as ContactPatch),
)

const bin = serve(listsContract.bin).handler(({ input, context }) => binMany(context.ctx, input.whom))

export const listsHttp = { change, bin, page, count, catalogue }
