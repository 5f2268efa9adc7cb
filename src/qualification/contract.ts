import { z } from 'zod'
import { roles } from '../contacts/fields.ts'
import { answerStates, answerValue as value } from '../contacts/questions.ts'
import { type Framework, frameworkSchema, verdicts } from '../lifecycle/frameworks.ts'
import { endpoint, instant } from '../platform/endpoint.ts'
import { frameworksContract } from './frameworksContract.ts'

const id = z.uuid()
const funnel = z.string().max(63).optional()
const question = z.string().min(1).max(63)

const item = frameworkSchema.shape.items.element.extend({
  /** Null: not asked, or so long ago that it must be asked again. */
  state: z.enum(answerStates).nullable(),
  value: value.optional(),
  /** Absent: the contact itself. */
  saidBy: z.string().optional(),
  event: z.object({ id, name: z.string(), at: z.date() }).optional(),
  at: z.date().optional(),
  expiresAt: z.date().optional(),
  isExpired: z.boolean(),
  /** Nobody is asked: the program counts it. */
  isCounted: z.boolean(),
})

const qualification = z.object({
  framework: z.custom<Framework>(),
  version: z.number(),
  items: z.array(item),
  verdict: z.enum(verdicts),
  confirmed: z.number(),
  /** Whether the open questions can still make it qualified. */
  reachable: z.boolean(),
  /** Questions whose answer stands in the way. */
  against: z.array(z.string()),
  /** The open question whose answer can change the verdict most. */
  next: z.string().optional(),
  disqualification: z
    .object({
      reason: z.string(),
      note: z.string().optional(),
      at: z.string(),
      until: z.string().optional(),
      wakesOn: z.enum(['signal', 'address']).optional(),
      signals: z.array(z.string()).optional(),
      byName: z.string(),
      /** False once it has woken. */
      isInForce: z.boolean(),
    })
    .optional(),
  /** Whether the contact itself decides a purchase. */
  decides: z.enum(['yes', 'no', 'unknown']),
  /** Who decides or influences in the same organisation. */
  deciders: z.array(z.object({ id, name: z.string(), role: z.string(), jobTitle: z.string() })),
  /** The newest conversations, for saying in which one something was said. */
  events: z.array(z.object({ id, name: z.string(), at: z.date() })),
  /** Reasons in the workspace's own words. */
  ownReasons: z.array(z.string()),
})

export type QualificationAnswer = z.infer<typeof qualification>

const act = z.object({ changeSetId: id })
const tags = ['qualification']

export const qualificationContract = {
  ...frameworksContract,

  get: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/contacts/{id}/qualification',
    summary: 'How a contact is qualified: answers, verdict, and the question to ask next',
    tags,
  })
    .input(z.object({ id, funnel }))
    .output(qualification),

  answer: endpoint({
    needs: 'contacts.write',
    method: 'PUT',
    path: '/contacts/{id}/answers',
    summary: 'Write answers to questions of qualification',
    description:
      'One act, which can be undone. State `null` takes an answer away; `at` is when it was said, now by default, and one given after it stays. Where a question is a fact of the contact (budget, authority, need, timing), the fact is written too.',
    tags,
  })
    .input(
      z.strictObject({
        id,
        answers: z
          .array(
            z.strictObject({
              question,
              state: z.enum(answerStates).nullable(),
              value: value.optional(),
              saidBy: z.string().trim().max(200).optional(),
              /** The call, meeting or message in which it was said. */
              eventId: id.optional(),
              expiresAt: instant.optional(),
              at: instant.optional(),
            }),
          )
          .min(1)
          .max(50),
      }),
    )
    .output(act),

  disqualify: endpoint({
    needs: 'contacts.write',
    method: 'PUT',
    path: '/contacts/{id}/disqualification',
    summary: 'Disqualify a contact, for good or until it wakes',
    description:
      'It stays in its stage and leaves the lists of work. `at` is since when, now by default and never later; what it did after that may wake it. `until` and `wakesOn` wake it; with neither it is for good. `signals` are the only ones that wake it with `wakesOn: signal`. What follows from the reason is written in the same act: a `role`, an objection to every channel (reason `asked_not_to`), the person who decides instead in the same organisation (`rightPerson`).',
    tags,
  })
    .input(
      z.strictObject({
        id,
        reason: z.string().trim().min(1).max(100),
        note: z.string().trim().max(2_000).optional(),
        at: instant.optional(),
        until: instant.optional(),
        wakesOn: z.enum(['signal', 'address']).optional(),
        signals: z.array(z.string().max(63)).min(1).max(20).optional(),
        role: z.enum(roles).optional(),
        rightPerson: z
          .strictObject({
            name: z.string().trim().min(1).max(200),
            jobTitle: z.string().trim().max(200).optional(),
          })
          .optional(),
      }),
    )
    .output(act),

  requalify: endpoint({
    needs: 'contacts.write',
    method: 'DELETE',
    path: '/contacts/{id}/disqualification',
    summary: 'Take a disqualification away',
    tags,
  })
    .input(z.object({ id }))
    .output(act),
}
