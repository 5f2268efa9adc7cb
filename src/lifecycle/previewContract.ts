import { z } from 'zod'
import { whoItIs } from '../contacts/contract.ts'
import { endpoint, pageInput } from '../platform/endpoint.ts'
import { verdicts } from './frameworks.ts'
import type { Side } from './previewReceipt.ts'
import type { PreviewResult } from './previewResult.ts'
import type { Distribution } from './spread.ts'

const funnel = z.string().max(63).optional()
/** Absent: in no stage. */
const stage = z.string().max(63).optional()
const kind = z.enum(['person', 'organization'])

export const previewContract = {
  askPreview: endpoint({
    needs: 'definitions.manage',
    method: 'POST',
    path: '/definitions/preview',
    summary: 'Finds out what the draft would do to everybody; nothing is in force, nobody moves',
  })
    .input(z.strictObject({ funnel }))
    .output(z.object({ id: z.uuid() })),

  preview: endpoint({
    needs: 'definitions.read',
    method: 'GET',
    path: '/definitions/preview',
    summary: 'The newest preview: how far it is, what it found, and whether it is of the draft as it is now',
  })
    .input(z.object({ funnel }))
    .output(
      z.object({
        preview: z
          .object({
            id: z.uuid(),
            state: z.enum(['running', 'done', 'failed']),
            done: z.number(),
            total: z.number(),
            askedAt: z.date(),
            finishedAt: z.date().nullable(),
            result: z.custom<PreviewResult | null>(),
            isCurrent: z.boolean(),
          })
          .optional(),
      }),
    ),

  wouldMove: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/definitions/preview/moves',
    summary: 'Who would move from one stage to another, the most promising first',
  })
    .input(pageInput.extend({ funnel, from: stage, to: stage }))
    .output(
      z.object({
        moves: z.array(
          z.object({
            ...{ contactId: z.uuid(), name: z.string(), kind, wasTotal: z.number(), total: z.number() },
            ...whoItIs,
            ...{ fromStage: z.string().nullable(), toStage: z.string().nullable() },
          }),
        ),
        next: z.string().optional(),
      }),
    ),

  wouldBeJudged: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/definitions/preview/verdicts',
    summary: 'Whose verdict would go from one to another, the most promising first',
  })
    .input(pageInput.extend({ funnel, from: z.enum(verdicts), to: z.enum(verdicts) }))
    .output(
      z.object({
        contacts: z.array(
          z.object({ ...{ contactId: z.uuid(), name: z.string(), kind, total: z.number() }, ...whoItIs }),
        ),
        next: z.string().optional(),
      }),
    ),

  bothReceipts: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/definitions/preview/contacts/{id}',
    summary: 'Where a contact stands and why, under the definitions in force and under the draft',
  })
    .input(z.object({ id: z.uuid(), funnel }))
    .output(z.object({ now: z.custom<Side>(), would: z.custom<Side>() })),

  distribution: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/definitions/draft/distribution',
    summary: 'How the scores are spread now and under the draft, the ten best contacts and the ten oddest',
    description:
      'At once, over everybody or over 2,000 taken at random; writes nothing. Nothing comes while the draft’s score is flawed.',
  })
    .input(z.object({ funnel }))
    .output(z.object({ distribution: z.custom<Distribution | undefined>() })),
}
