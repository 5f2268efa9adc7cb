import { z } from 'zod'
import { listedMove } from '../lifecycle/contract.ts'
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
  /** Stays there in the period, but those that began less than a day ago and last, and those that ended by going on to a later stage. */
  couldAdvance: z.number(),
  advanced: z.number(),
  conversion: z.number().nullable(),
})

const group = { count: z.number(), forGood: z.number(), woken: z.number() }

const publication = z.object({
  at: z.date(),
  /** Null: it stayed as it was. */
  lifecycleVersion: z.number().nullable(),
  scoreVersion: z.number().nullable(),
  /** How many contacts it moved, counted up to 10,000: there are `more`. */
  moved: z.number(),
  more: z.boolean(),
})

const broughtIn = z.object({
  id: z.uuid(),
  fileName: z.string(),
  at: z.date(),
  /** How many contacts of it are new, and how many rows were of somebody known. */
  added: z.number(),
  updated: z.number(),
})

export const reportsContract = {
  disqualified: endpoint({
    needs: 'reports.read',
    method: 'GET',
    path: '/reports/disqualified',
    summary:
      'Who was disqualified in a period, by reason, source, owner and week, and how many have come back',
    description:
      'Each contact counts by its last disqualification. The period begins at `from` and ends before `to`; the last 90 days by default, and ten years at most. Weeks begin on Monday in the workspace’s time zone.',
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

  recentMoves: endpoint({
    needs: 'contacts.read',
    method: 'GET',
    path: '/reports/moves',
    summary:
      'The latest moves between stages, newest first; all that one publication or one import made are one of them',
  })
    .input(
      z.object({
        funnel: z.string().max(63).optional(),
        limit: z.number().int().min(1).max(50).default(8),
      }),
    )
    .output(
      z.object({
        latest: z.array(
          z.union([
            z.object({ move: listedMove }),
            z.object({ publication }),
            z.object({ import: broughtIn }),
          ]),
        ),
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
        /** Still to be placed by what was published last. */
        placing: z.number(),
        moves: z.array(
          z.object({ from: z.string().nullable(), to: z.string().nullable(), count: z.number() }),
        ),
        /** Moves beside those, because definitions were published: they count in no stage. */
        reclassified: z.number(),
      }),
    ),
}
