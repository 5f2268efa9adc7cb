import { z } from 'zod'
import { whoItIs } from '../contacts/contract.ts'
import { endpoint, instant, words } from '../platform/endpoint.ts'
import type { PastContact } from './history.ts'
import type { PastPlacingResult } from './placingPast.ts'

const stage = z.string().nullable()
const funnel = z.string().max(63).optional()

export const historyContract = {
  pastFunnel: endpoint({
    needs: 'reports.read',
    method: 'GET',
    path: '/history/funnel',
    summary:
      'How many stood in each stage at an instant, by the moves, with the stages of then; now by default',
  })
    .input(z.object({ at: instant.optional(), funnel }))
    .output(
      z.object({
        ...{ at: z.date(), lifecycleVersion: z.number(), scoreVersion: z.number() },
        /** After that instant when nothing was in force yet: the first stages are taken for it. */
        lifecyclePublishedAt: z.date(),
        stages: z.array(
          z.object({
            ...{ stage, people: z.number(), organizations: z.number() },
            name: words.optional(),
          }),
        ),
      }),
    ),

  askPastPlacing: endpoint({
    needs: 'definitions.manage',
    method: 'POST',
    path: '/history/funnel/placing',
    summary: 'Places everybody as of an instant under the definitions in force now; nobody moves',
  })
    .input(z.strictObject({ at: instant, funnel }))
    .output(z.object({ id: z.uuid() })),

  pastPlacing: endpoint({
    needs: 'reports.read',
    method: 'GET',
    path: '/history/funnel/placing',
    summary: 'The newest of them: as of when, how far it is, and how many stand in each stage',
  })
    .input(z.object({ funnel }))
    .output(
      z.object({
        placing: z
          .object({
            ...{ id: z.uuid(), at: z.date(), lifecycleVersion: z.number(), scoreVersion: z.number() },
            ...{ state: z.enum(['running', 'done', 'failed']), done: z.number(), total: z.number() },
            result: z.custom<PastPlacingResult | null>(),
            isCurrent: z.boolean(),
          })
          .optional(),
      }),
    ),

  placedElsewhere: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/history/funnel/placing/contacts',
    summary: 'Those whom it puts elsewhere than they were recorded to stand, the fifty most promising',
  })
    .input(z.object({ id: z.uuid() }))
    .output(
      z.object({
        contacts: z.array(
          z.object({
            ...{ contactId: z.uuid(), name: z.string(), kind: z.enum(['person', 'organization']) },
            ...whoItIs,
            ...{ stood: stage, stage },
          }),
        ),
      }),
    ),

  pastContact: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/history/contacts/{id}',
    summary: 'A contact at an instant: as it was recorded, and under the definitions of then and of now',
    description:
      'By the events and facts up to that instant, its own and of whom it is linked to. An organisation stands where its people would have; segments and the stages of a person’s organisations count as they are today.',
  })
    .input(z.object({ id: z.uuid(), at: instant, funnel }))
    .output(
      z.object({
        at: z.date(),
        recorded: z.object({ stage, since: z.date() }).optional(),
        byThen: z.custom<PastContact['byThen']>(),
        byNow: z.custom<PastContact['byNow']>(),
      }),
    ),
}
