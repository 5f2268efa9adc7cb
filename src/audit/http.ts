import { serve } from '../platform/http.ts'
import { auditPage } from './audit.ts'
import { auditContract } from './contract.ts'

const on = serve(auditContract)

export const auditHttp = {
  list: on.list.handler(({ input, context: { ctx } }) => auditPage(ctx, input)),
}
