import { z } from 'zod'
import { whoItIs } from '../contacts/contract.ts'
import { type Criteria, criteriaSchema } from '../criteria/criteria.ts'
import { endpoint } from '../platform/endpoint.ts'

const about = z.enum(['person', 'organization', 'contact'])
const name = z.string().trim().min(1).max(100)
const id = z.object({ id: z.uuid() })

const draft = {
  name,
  description: z.string().max(2_000).default(''),
  /** Whom it may hold: people, organisations, or both. */
  about,
  criteria: criteriaSchema,
  ownerId: z.uuid().nullable().optional(),
}

const segment = z.object({
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  about,
  criteria: z.custom<Criteria>(),
  ownerId: z.uuid().nullable(),
  createdAt: z.date(),
  definedAt: z.date(),
  /** How many are in it now. */
  size: z.number().int(),
  /** Contacts are still being looked at under the criterion as it now is. */
  isFilling: z.boolean(),
  /** How many entered and left in the last 30 days, other than by a change of the criterion. */
  entered: z.number().int(),
  left: z.number().int(),
})

const day = z.object({
  day: z.iso.date(),
  size: z.number().int(),
  entered: z.number().int(),
  left: z.number().int(),
})

const passage = z.object({
  contactId: z.uuid(),
  kind: z.enum(['person', 'organization']),
  name: z.string(),
  ...whoItIs,
  stage: z.string().nullable(),
  at: z.date(),
  entered: z.boolean(),
})

const trait = z.object({
  /** A field of the catalogue, `roles`, `tags`, `stage`, or `did` with the name of a signal. */
  key: z.string(),
  value: z.string(),
  /** How many in the segment it rests on, and the shares in the segment and among the rest. */
  count: z.number().int(),
  share: z.number(),
  shareOfRest: z.number(),
})

export const segmentsContract = {
  list: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/segments',
    summary: 'The segments, with how many are in each',
  }).output(z.object({ segments: z.array(segment) })),

  get: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/segments/{id}',
    summary: 'One segment: its size day by day, and who entered and left last',
    description:
      'A change of the criterion itself moves the size, but counts as nobody’s entry or exit. Days are those of the workspace’s time zone; at most the last 180.',
  })
    .input(id)
    .output(segment.extend({ days: z.array(day), passages: z.array(passage) })),

  common: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/segments/{id}/common',
    summary: 'What is clearly commoner in a segment than among the rest, with how many it rests on',
  })
    .input(id)
    .output(z.object({ of: z.number().int(), rest: z.number().int(), traits: z.array(trait) })),

  create: endpoint({
    needs: 'contacts.write',
    method: 'POST',
    path: '/segments',
    summary: 'Save a criterion as a segment',
  })
    .input(z.strictObject(draft))
    .output(z.object({ id: z.uuid() })),

  update: endpoint({
    needs: 'contacts.write',
    method: 'PATCH',
    path: '/segments/{id}',
    summary: 'Change a segment; another criterion moves its members at once',
  })
    .input(
      z.strictObject({
        id: z.uuid(),
        name: name.optional(),
        description: z.string().max(2_000).optional(),
        about: about.optional(),
        criteria: criteriaSchema.optional(),
        ownerId: draft.ownerId,
      }),
    )
    .output(z.object({ id: z.uuid() })),

  remove: endpoint({
    needs: 'contacts.write',
    method: 'DELETE',
    path: '/segments/{id}',
    summary: 'Delete a segment that no other segment and no definition names',
  })
    .input(id)
    .output(z.object({ id: z.uuid() })),

  restore: endpoint({
    needs: 'contacts.write',
    method: 'POST',
    path: '/segments/{id}/restore',
    summary: 'Bring back a segment that was deleted',
  })
    .input(id)
    .output(z.object({ id: z.uuid() })),
}
