import { z } from 'zod'
import { whoItIs } from '../contacts/contract.ts'
import { endpoint } from '../platform/endpoint.ts'
import { criteriaSchema } from './criteria.ts'

/** Past this many the answer is "more than": counting on would cost more than it tells. */
export const matchesCountedUpTo = 10_000

const match = z.object({
  id: z.uuid(),
  kind: z.enum(['person', 'organization']),
  name: z.string(),
  ...whoItIs,
  stage: z.string().nullable(),
})

export const criteriaContract = {
  matching: endpoint({
    needs: 'contacts.read',
    method: 'POST',
    path: '/criteria/matching',
    atomic: false,
    summary: `How many contacts a criterion selects, counted up to ${matchesCountedUpTo}, and five of them`,
  })
    .input(
      z.strictObject({
        about: z.enum(['person', 'organization', 'contact']).default('contact'),
        where: criteriaSchema,
      }),
    )
    .output(z.object({ count: z.number().int(), more: z.boolean(), sample: z.array(match) })),
}
