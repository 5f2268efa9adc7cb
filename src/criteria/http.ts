import { serve } from '../platform/http.ts'
import { criteriaContract } from './contract.ts'
import { matchingContacts } from './matching.ts'

export const criteriaHttp = {
  matching: serve(criteriaContract.matching).handler(({ input, context }) =>
    matchingContacts(context.ctx, input),
  ),
}
