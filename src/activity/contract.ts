import { z } from 'zod'
import { answerStates, answerValue } from '../contacts/questions.ts'
import { endpoint, instant, pageInput } from '../platform/endpoint.ts'
import { channels, directions } from './events.ts'

const eventName = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/)
const text = z.string().min(1).max(500)

/** Whose event it is: a contact's id, or what identifies it; who is not known yet becomes a contact. */
const subject = z.union([
  z.strictObject({ id: z.uuid() }),
  z
    .strictObject({
      email: text.optional(),
      phone: text.optional(),
      /** `system:id`: the id by which another system knows the contact. */
      externalId: text.optional(),
      linkedin: text.optional(),
      name: text.optional(),
      kind: z.enum(['person', 'organization']).default('person'),
    })
    .refine(({ email, phone, externalId, linkedin }) => email ?? phone ?? externalId ?? linkedin, {
      params: { code: 'activity.no_contact' },
    }),
])

export const eventInput = z.strictObject({
  /** The sender's own id of the event: sent again, it is not stored again. */
  messageId: z.string().min(1).max(255).optional(),
  contact: subject,
  name: eventName,
  at: instant.optional(),
  direction: z.enum(directions).optional(),
  properties: z.record(z.string().max(100), z.unknown()).optional(),
  source: z.string().min(1).max(100).optional(),
  byRobot: z.boolean().optional(),
  answers: z
    .array(
      z.strictObject({
        question: z.string().min(1).max(63),
        state: z.enum(answerStates).default('confirmed'),
        value: answerValue.optional(),
        /** Who said it; the contact itself when absent. */
        saidBy: z.string().trim().max(200).optional(),
        expiresAt: instant.optional(),
      }),
    )
    .min(1)
    .max(50)
    .optional(),
})

const answered =
  ' With `contacts.write`, `answers` to questions of qualification are written with it, in the same transaction, as said in this event and on its date, and `changeSetId` undoes both; an event with an answer to a question that nobody knows is refused. Properties of `form_submitted` that are called like a question answer it when they can be its answer. An answer given later stays.'

const recorded = z.object({
  outcome: z.enum(['stored', 'duplicate', 'refused']),
  id: z.uuid().optional(),
  contactId: z.uuid().optional(),
  /** The act, where answers were written with it. */
  changeSetId: z.uuid().optional(),
  issues: z.array(
    z.object({
      path: z.array(z.union([z.string(), z.number()])),
      code: z.string(),
      params: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
})

const timelineEvent = z.object({
  id: z.uuid(),
  name: z.string(),
  direction: z.enum(directions),
  at: z.date(),
  receivedAt: z.date(),
  properties: z.record(z.string(), z.unknown()),
  source: z.string(),
  byRobot: z.boolean(),
  actorId: z.uuid().nullable(),
  changeSetId: z.uuid().nullable(),
})

const eventType = z.object({
  name: eventName,
  channel: z.enum(channels),
  direction: z.enum(directions),
  weight: z.number().int().min(-3).max(3),
  labelEs: z.string().trim().min(1).max(100),
  labelEn: z.string().trim().min(1).max(100),
})

export const activityContract = {
  record: endpoint({
    needs: 'events.write',
    method: 'POST',
    path: '/events',
    summary: 'Record something that happened with a contact',
    description: `An event of a contact that was merged into another is that one’s; one of a contact in the bin is refused. Amounts of money go from 0 to 1,000,000,000,000; that of a refund may be below zero.${answered}`,
  })
    .input(eventInput)
    .output(recorded),

  recordBatch: endpoint({
    needs: 'events.write',
    method: 'POST',
    path: '/events/batch',
    summary: 'Record up to 1,000 events, each answered in its place',
    description: `An event with a name that is in no catalogue is refused in its place. With \`unknownNames: "add"\` the name joins the workspace’s own signals instead, without direction or weight, at most 20 new ones a call; that needs \`settings.manage\` as well.${answered}`,
  })
    .input(
      z.strictObject({
        events: z.array(eventInput).min(1).max(1_000),
        unknownNames: z.enum(['refuse', 'add']).default('refuse'),
      }),
    )
    .output(z.object({ results: z.array(recorded) })),

  withdraw: endpoint({
    needs: 'events.write',
    method: 'DELETE',
    path: '/events/{id}',
    summary: 'Take an event back: it stays as evidence and counts no more',
    description:
      'One in which something was answered needs `contacts.write` as well: the answer is taken back too.',
  })
    .input(z.object({ id: z.uuid() }))
    .output(z.object({ withdrawn: z.boolean() })),

  correct: endpoint({
    needs: 'events.write',
    method: 'PUT',
    path: '/events/{id}',
    summary: 'Put right an event that somebody wrote down by hand',
    description:
      'Another takes its place, and it stays as evidence; `changeSetId` undoes both. Without `at` it was when it was said to be. What was answered in it is said in the other, and taken back where nothing can be answered in it, as in a call that nobody took.',
  })
    .input(
      z.strictObject({
        id: z.uuid(),
        name: eventName,
        at: instant.optional(),
        properties: z.record(z.string().max(100), z.unknown()).optional(),
      }),
    )
    .output(z.object({ id: z.uuid(), changeSetId: z.uuid() })),

  restore: endpoint({
    needs: 'events.write',
    method: 'POST',
    path: '/events/{id}/restore',
    summary: 'Bring back an event that was taken back',
  })
    .input(z.object({ id: z.uuid() }))
    .output(z.object({ restored: z.boolean() })),

  timeline: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/contacts/{id}/events',
    summary: 'What happened with a contact, newest first',
  })
    .input(
      pageInput.extend({
        id: z.uuid(),
        channels: z.array(z.enum(channels)).max(channels.length).optional(),
        names: z.array(eventName).max(100).optional(),
        direction: z.enum(directions).optional(),
      }),
    )
    .output(z.object({ events: z.array(timelineEvent), next: z.string().optional() })),

  types: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/event-types',
    summary: 'The signals that this workspace added to the catalogue',
  }).output(z.object({ types: z.array(eventType) })),

  putType: endpoint({
    needs: 'settings.manage',
    method: 'PUT',
    path: '/event-types/{name}',
    summary: 'Add a signal to the catalogue, or change it',
  })
    .input(eventType)
    .output(eventType),

  removeType: endpoint({
    needs: 'settings.manage',
    method: 'DELETE',
    path: '/event-types/{name}',
    summary: 'Take a signal that never happened out of the catalogue',
  })
    .input(z.object({ name: eventType.shape.name }))
    .output(z.object({ ok: z.literal(true) })),
}
