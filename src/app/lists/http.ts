import { serve } from '../../platform/http.ts'
import { listsContract } from './contract.ts'
import { catalogueOfContacts, countContacts, pageOfContacts } from './lists.ts'

const page = serve(listsContract.page).handler(({ input, context }) => pageOfContacts(context.ctx, input))

const count = serve(listsContract.count).handler(({ input, context }) => countContacts(context.ctx, input))

const catalogue = serve(listsContract.catalogue).handler(({ context }) => catalogueOfContacts(context.ctx))

export const listsHttp = { page, count, catalogue }
