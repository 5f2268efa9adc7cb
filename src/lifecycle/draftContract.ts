import { z } from 'zod'
import { endpoint } from '../platform/endpoint.ts'
import { type ScoreModel, scoreModelSchema } from '../scoring/model.ts'
import { type Framework, frameworkSchema } from './frameworks.ts'
import { type Lifecycle, lifecycleSchema } from './model.ts'
import { readyMadeKeys } from './readyMade.ts'

const funnel = z.string().max(63).optional()
const note = z.string().trim().min(1).max(500)
const kind = z.enum(['lifecycle', 'score'])
const version = z.number().int().min(1)
/** Of the draft that is replaced; 0 or absent where there is none. */
const revision = z.number().int().min(0).optional()

/** Of stages and of score: in force, or those that a draft was written from; of the framework where it is another. */
export const versionsSchema = z.object({
  lifecycleVersion: version,
  scoreVersion: version,
  /** 0: that nobody has chosen one. */
  frameworkVersion: z.number().int().min(0).optional(),
})
const bodies = {
  lifecycle: z.custom<Lifecycle>(),
  score: z.custom<ScoreModel>(),
  /** Absent: it stays as it is in force. */
  framework: z.custom<Framework>().optional(),
}

export const draftSchema = versionsSchema.extend({
  ...bodies,
  revision: z.number(),
  touchedBy: z.uuid().nullable(),
  touchedByName: z.string(),
  touchedAt: z.date(),
})

/** A draft as it is sent to be kept. */
export const draftToSave = z.strictObject({
  lifecycle: lifecycleSchema,
  score: scoreModelSchema,
  framework: frameworkSchema.optional(),
  basedOn: versionsSchema,
  revision,
})

/** What keeps a draft from being published: where in it, and why; the text of a code is `errors.<code>`. */
const flaws = z.array(
  z.object({
    path: z.array(z.union([z.string(), z.number()])),
    code: z.string(),
    params: z.record(z.string(), z.unknown()).optional(),
  }),
)

export const draftContract = {
  draft: endpoint({
    needs: 'definitions.read',
    method: 'GET',
    path: '/definitions/draft',
    summary: 'The draft of a funnel’s definitions, with what keeps it from being published',
  })
    .input(z.object({ funnel }))
    .output(z.object({ draft: draftSchema.optional(), flaws })),

  saveDraft: endpoint({
    needs: 'definitions.manage',
    method: 'PUT',
    path: '/definitions/draft',
    summary: 'Keeps the draft as it is now; nothing is in force until it is published',
    description:
      'Stages, score and, where it is to be another, the qualification framework. Refuses to write over a draft unless `revision` names the newest of it, so that nobody’s change is lost.',
  })
    .input(draftToSave.extend({ funnel }))
    .output(z.object({ draft: draftSchema, flaws })),

  draftReadyMade: endpoint({
    needs: 'definitions.manage',
    method: 'POST',
    path: '/definitions/draft/ready-made',
    summary: 'Puts a ready-made set of definitions into the draft, in place of what its revision says',
  })
    .input(z.strictObject({ funnel, key: z.enum(readyMadeKeys), revision }))
    .output(z.object({ draft: draftSchema })),

  draftFramework: endpoint({
    needs: 'definitions.manage',
    method: 'PUT',
    path: '/definitions/draft/framework',
    summary: 'Puts a qualification framework into the draft, and leaves what else it says',
    description:
      'Begins a draft where there is none. A draft that then says what is in force is thrown away: nothing is answered. With `revision` (0: no draft) it is refused when somebody has changed the draft since.',
  })
    .input(
      z.strictObject({
        ...{ funnel, framework: frameworkSchema, revision },
        /** The version that it is written from; by default the one in force. */
        frameworkVersion: z.number().int().min(0).optional(),
      }),
    )
    .output(z.object({ draft: draftSchema.optional() })),

  discardDraft: endpoint({
    needs: 'definitions.manage',
    method: 'DELETE',
    path: '/definitions/draft',
    summary: 'Throws the draft away; the answer is the draft, which can be saved again',
  })
    .input(z.object({ funnel }))
    .output(z.object({ draft: draftSchema.optional() })),

  publishDraft: endpoint({
    needs: 'definitions.manage',
    method: 'POST',
    path: '/definitions/draft/publish',
    summary: 'Puts the draft in force as the next versions, and places everybody by them',
    description:
      'Refuses a draft that is flawed, that somebody has changed since `revision`, or that was written from versions no longer in force.',
  })
    .input(z.strictObject({ funnel, revision: z.number().int().min(1), note }))
    .output(versionsSchema),

  versions: endpoint({
    needs: 'definitions.read',
    method: 'GET',
    path: '/definitions/versions',
    summary: 'Every published version, the newest first',
  })
    .input(z.object({ funnel }))
    .output(
      z.object({
        versions: z.array(
          z.object({
            ...{ kind, version, note: z.string(), authorName: z.string().nullable(), publishedAt: z.date() },
          }),
        ),
      }),
    ),

  version: endpoint({
    needs: 'definitions.read',
    method: 'GET',
    path: '/definitions/versions/{kind}/{version}',
    summary: 'What a version said',
  })
    .input(z.object({ kind, version, funnel }))
    .output(z.object({ body: z.custom<Lifecycle | ScoreModel>() })),

  republish: endpoint({
    needs: 'definitions.manage',
    method: 'POST',
    path: '/definitions/versions/republish',
    summary: 'Publishes what earlier versions said as new ones',
  })
    .input(z.strictObject({ funnel, versions: versionsSchema.partial(), note }))
    .output(versionsSchema),

  placing: endpoint({
    needs: 'definitions.read',
    method: 'GET',
    path: '/definitions/placing',
    summary: 'How many contacts have yet to be placed by the definitions in force',
  })
    .input(z.object({ funnel }))
    .output(z.object({ waiting: z.number(), all: z.number() })),
}
