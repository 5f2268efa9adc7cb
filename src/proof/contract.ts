import { z } from 'zod'
import { endpoint, instant } from '../platform/endpoint.ts'
import type { Proof } from './proving.ts'

export type { Leak } from './leaks.ts'
export type { Calibration, Decile, Interval } from './measures.ts'
export type { Likeness } from './profile.ts'
export type { Learnt, Proof } from './proving.ts'
export type { RuleReport } from './rules.ts'

/** Fewer outcomes in the period, or fewer contacts without one, teach nothing. */
export const fewestOutcomes = 40

/** What the worker is at, in this order. */
export const steps = ['choosing', 'looking', 'learning'] as const

const key = z.string().min(1).max(100)

const outcome = z.union([z.strictObject({ event: key }), z.strictObject({ stage: key })])

const question = z.strictObject({
  /** The funnel whose score is checked; the main one when absent. */
  funnel: key.optional(),
  /** What the score is to foretell. */
  outcome,
  kind: z.enum(['person', 'organization']),
  /** Outcomes from this instant on and before the other. */
  from: instant,
  to: instant,
  /** A number field, or another system (`externalId:crm`), that tells who came first where dates do not. */
  inOrderOf: key.optional(),
  letIn: z.array(key).max(100).optional(),
  keepOut: z.array(key).max(100).optional(),
})

const proof = z.object({
  id: z.uuid(),
  state: z.enum(['running', 'done', 'failed']),
  question,
  step: z.enum(steps),
  /** Contacts looked at, of how many. */
  done: z.number(),
  total: z.number(),
  result: z.custom<Proof | null>(),
  error: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
  askedByName: z.string(),
  askedAt: z.date(),
  finishedAt: z.date().nullable(),
})

/** How many have each total from 0 to 100, and from which they are warm and hot. */
const totals = z.object({ totals: z.array(z.number()), warmFrom: z.number(), hotFrom: z.number() })

export const proofContract = {
  ask: endpoint({
    needs: 'definitions.manage',
    method: 'POST',
    path: '/proof',
    summary:
      'Checks today’s score against what came, and learns a card of whole points from it; changes nothing',
    description:
      'Contacts are looked at as they were on the eve of the outcome. What leaks the answer is named and kept out, unless `letIn` names it. The worker does it; the answer is in `GET /proof`.',
  })
    .input(question)
    .output(z.object({ id: z.uuid() })),

  newest: endpoint({
    needs: 'reports.read',
    method: 'GET',
    path: '/proof',
    summary: 'The newest proof: how far it is, and what it found',
  })
    .input(z.object({}))
    .output(z.object({ proof: proof.optional() })),

  orders: endpoint({
    needs: 'reports.read',
    method: 'GET',
    path: '/proof/orders',
    summary: 'The other systems whose ids are numbers: `inOrderOf` takes `externalId:` and the name of one',
  })
    .input(z.object({}))
    .output(z.object({ systems: z.array(z.string()) })),

  adoption: endpoint({
    needs: 'reports.read',
    method: 'GET',
    path: '/proof/{id}/adoption',
    summary: 'How the scores of all contacts are spread today, and how they would be by the card',
  })
    .input(z.object({ id: z.uuid() }))
    .output(
      z.object({
        contacts: z.number(),
        sampled: z.number(),
        today: totals,
        card: totals,
        /** The minimum fit in force, which the card does without. */
        contactFrom: z.number().optional(),
      }),
    ),

  adopt: endpoint({
    needs: 'definitions.manage',
    method: 'POST',
    path: '/proof/{id}/adopt',
    summary: 'Puts the card that was learnt into the draft of the definitions, in place of its score',
  })
    .input(z.object({ id: z.uuid() }))
    .output(z.object({ revision: z.number() })),
}
