import { z } from 'zod'
import { endpoint, instant } from '../platform/endpoint.ts'

const counts = z.object({ people: z.number(), organizations: z.number() })

const stage = z.object({
  stage: z.string(),
  now: counts,
  cold: z.number(),
  warm: z.number(),
  hot: z.number(),
  /** Longer there than the stage allows. */
  stale: z.number(),
  /** Moves into it, out of it, but those that a publication made, and of these back to an earlier stage. */
  entered: z.number(),
  left: z.number(),
  wentBack: z.number(),
  /** Contacts that stood there when the period began or entered in it, and those that went on to a later stage. */
  couldAdvance: z.number(),
  advanced: z.number(),
  conversion: z.number().nullable(),
})

const group = { count: z.number(), forGood: z.number(), woken: z.number() }

export const reportsContract = {
  disqualified: endpoint({
    needs: 'reports.read',
    method: 'GET',
    path: '/reports/disqualified',
    summary:
      'Who was disqualified in a period, by reason, source, owner and week, and how many have come back',
    description:
      'Each contact counts by its last disqualification. The period begins at `from` and ends before `to`; the last 90 days by default. Weeks begin on Monday in the workspace’s time zone.',
  })
    .input(z.object({ from: instant.optional(), to: instant.optional() }))
    .output(
      z.object({
        from: z.date(),
        to: z.date(),
        total: z.object(group),
        /** Of the count, so many are organisations. */
        reasons: z.array(z.object({ ...group, reason: z.string(), organizations: z.number() })),
        /** An empty one is not known. */
        sources: z.array(z.object({ ...group, source: z.string() })),
        owners: z.array(z.object({ ...group, ownerId: z.uuid().nullable() })),
        weeks: z.array(z.object({ ...group, week: z.iso.date() })),
      }),
    ),

  funnel: endpoint({
    needs: 'reports.read',
    method: 'GET',
    path: '/reports/funnel',
    summary: 'The funnel as it stands, and entries, exits and conversion in a period',
    description: 'The period begins at `from` and ends before `to`; the last 30 days by default.',
  })
    .input(
      z.object({
        funnel: z.string().max(63).optional(),
        from: instant.optional(),
        to: instant.optional(),
        kind: z.enum(['person', 'organization']).optional(),
      }),
    )
    .output(
      z.object({
        from: z.date(),
        to: z.date(),
        stages: z.array(stage),
        outside: counts,
        waiting: z.number(),
        moves: z.array(
          z.object({ from: z.string().nullable(), to: z.string().nullable(), count: z.number() }),
        ),
        /** Moves beside those, because definitions were published: they count in no stage. */
        reclassified: z.number(),
      }),
    ),
}
