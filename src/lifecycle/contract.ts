import { z } from 'zod'
import { endpoint, instant, pageInput, words } from '../platform/endpoint.ts'
import type { ScoreModel } from '../scoring/model.ts'
import { draftContract } from './draftContract.ts'
import type { Framework } from './frameworks.ts'
import { funnelContract } from './funnelContract.ts'
import { historyContract } from './historyContract.ts'
import type { Lifecycle } from './model.ts'
import type { Nearest } from './nearest.ts'
import { previewContract } from './previewContract.ts'
import type { Reason, Receipt } from './receipt.ts'
import type { Way } from './ways.ts'

export type { BeginningKey } from './beginnings.ts'
export { readyMadeLifecycle, type SetUp } from './defaults.ts'
export { draftSchema, draftToSave, versionsSchema } from './draftContract.ts'
export { funnelName, keptFunnelName } from './funnelContract.ts'
export type { Nearest } from './nearest.ts'
export type { Odd } from './oddest.ts'
export type { Side } from './previewReceipt.ts'
export type { PreviewResult } from './previewResult.ts'
export { type ReadyMadeKey, readyMadeKeys } from './readyMade.ts'
export type { Distribution } from './spread.ts'

export const causes = ['arrival', 'event', 'fact', 'time', 'definition', 'hand'] as const

const stage = z.string().nullable()
const funnel = z.string().max(63).optional()

const standing = z.object({
  contactId: z.uuid(),
  funnelId: z.uuid(),
  /** Null: in the base, but in no stage. */
  stage,
  since: z.date().nullable(),
  lifecycleVersion: z.number(),
  scoreVersion: z.number(),
  fit: z.number(),
  engagement: z.number(),
  total: z.number(),
  temperature: z.enum(['cold', 'warm', 'hot']),
  /** When the total falls under the warm threshold if nothing happens. */
  turnsColdAt: z.date().nullable(),
  /** When time alone may change the stage. */
  recheckAt: z.date().nullable(),
  lastSignalAt: z.date().nullable(),
  /** From when it has been in its stage for longer than allowed, in the past or to come; null for never. */
  staleFrom: z.date().nullable(),
})

const move = z.object({
  id: z.uuid(),
  fromStage: stage,
  toStage: stage,
  /** When its evidence was complete, and when the program noticed. */
  at: z.date(),
  noticedAt: z.date(),
  lifecycleVersion: z.number(),
  cause: z.enum(causes),
  receipt: z.custom<Receipt>(),
})

const byHand = z.object({
  stage,
  reason: z.string(),
  until: z.date().nullable(),
  placedByName: z.string(),
  placedAt: z.date(),
})

export const listedMove = move.extend({
  contactId: z.uuid(),
  name: z.string(),
  kind: z.enum(['person', 'organization']),
})

export const lifecycleContract = {
  ...draftContract,
  ...previewContract,
  ...funnelContract,
  ...historyContract,

  standing: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/contacts/{id}/standing',
    summary: 'Where a contact stands, why, and every earlier move with its receipt',
    description:
      'The newest move comes first. Without `standing`: the program has not looked at the contact yet.',
  })
    .input(z.object({ id: z.uuid(), funnel }))
    .output(
      z.object({
        standing: standing.optional(),
        /** What makes it stand there now; a move's receipt says what did when it moved. */
        because: z.array(z.custom<Reason>()),
        /** That somebody decided where it stands, and not the criteria. */
        byHand: byHand.optional(),
        moves: z.array(move),
      }),
    ),

  standings: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/contacts/{id}/standings',
    summary: 'Where a contact stands in each funnel that it has entered, the main one first',
  })
    .input(z.object({ id: z.uuid() }))
    .output(z.object({ standings: z.array(standing.extend({ funnel: z.string() })) })),

  placeByHand: endpoint({
    needs: 'contacts.write',
    method: 'PUT',
    path: '/contacts/{id}/placement',
    summary: 'Decides where a contact stands, against what the criteria say',
    description: 'Until `until`, or until it is taken back. A `stage` of null is none.',
  })
    .input(
      z.strictObject({
        id: z.uuid(),
        funnel,
        stage: z.string().max(63).nullable(),
        reason: z.string().trim().min(1).max(500),
        until: instant.optional(),
      }),
    )
    .output(z.object({})),

  releaseFromHand: endpoint({
    needs: 'contacts.write',
    method: 'DELETE',
    path: '/contacts/{id}/placement',
    summary: 'Lets the criteria decide again; the answer is what was decided by hand',
  })
    .input(z.object({ id: z.uuid(), funnel }))
    .output(z.object({ byHand: byHand.optional() })),

  nearest: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/contacts/{id}/nearest',
    summary: 'What would move a contact to the next stage, or out of its own, the nearest first',
    description: 'Each way is a list of criteria that do not hold now and would have to, all together.',
  })
    .input(z.object({ id: z.uuid(), funnel }))
    .output(
      z.object({
        next: z.custom<Nearest['next']>(),
        out: z.object({ ways: z.custom<Way[]>(), at: z.date().nullable() }).optional(),
      }),
    ),

  moves: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/moves',
    summary: 'Moves between stages, newest first, each with its receipt',
  })
    .input(
      pageInput.extend({
        funnel,
        from: instant.optional(),
        to: instant.optional(),
        /** Into it or out of it. */
        stage: z.string().max(63).optional(),
      }),
    )
    .output(z.object({ moves: z.array(listedMove), next: z.string().optional() })),

  definitions: endpoint({
    needs: 'definitions.read',
    method: 'GET',
    path: '/definitions',
    summary: 'The definitions in force: the stages, the score and the qualification framework of each funnel',
  })
    .input(z.object({}))
    .output(
      z.object({
        funnels: z.array(
          z.object({
            id: z.uuid(),
            key: z.string(),
            /** Empty: it is called by the dictionary's word. */
            name: words,
            isMain: z.boolean(),
            lifecycle: z.custom<Lifecycle>(),
            lifecycleVersion: z.number(),
            lifecyclePublishedAt: z.date(),
            score: z.custom<ScoreModel>(),
            scoreVersion: z.number(),
            scorePublishedAt: z.date(),
            framework: z.custom<Framework>(),
            /** 0: nobody has chosen yet. */
            frameworkVersion: z.number(),
          }),
        ),
      }),
    ),
}
