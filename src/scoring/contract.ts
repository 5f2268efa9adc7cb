import { z } from 'zod'
import type { Reason } from '../criteria/reasons.ts'
import { endpoint, instant } from '../platform/endpoint.ts'

const points = z.number()

const line = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('fact'),
    rule: z.string(),
    points,
    because: z.array(z.custom<Reason>()),
  }),
  z.object({
    kind: z.literal('events'),
    rule: z.string(),
    group: z.string(),
    /** The first of the day's events: what the points fade from. */
    at: z.date(),
    times: z.number(),
    earned: points,
    points,
    halfLifeDays: z.number().nullable(),
    eventIds: z.array(z.uuid()),
  }),
  z.object({ kind: z.literal('group_cap'), group: z.string(), points }),
  z.object({ kind: z.enum(['ceiling', 'floor', 'rounding']), points }),
])

const axis = z.object({ shown: z.number(), lines: z.array(line) })

export const scoringContract = {
  points: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/contacts/{id}/points',
    summary: 'Every point of a score, with its reason and how much of it has faded',
    description:
      'The lines of each axis add up to the number shown. With `at`, as of another instant, by the facts of then.',
  })
    .input(z.object({ id: z.uuid(), at: instant.optional(), funnel: z.string().max(63).optional() }))
    .output(
      z.object({
        at: z.date(),
        fit: axis,
        engagement: axis,
        total: z.object({ shown: z.number(), fitShare: z.number(), rounding: points }),
        scoreVersion: z.number(),
      }),
    ),
}
