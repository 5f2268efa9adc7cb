import { z } from 'zod'
import { type Framework, frameworkSchema, type Named } from '../lifecycle/frameworks.ts'
import { endpoint } from '../platform/endpoint.ts'

const funnel = z.string().max(63).optional()
const tags = ['qualification']

const draftedIn = z.strictObject({
  funnel: z.string().max(63),
  framework: frameworkSchema,
  /** The version that it was written from; by default the one in force. */
  frameworkVersion: z.number().int().min(0).optional(),
  /** Of the draft; 0: there is none. */
  revision: z.number().int().min(0),
})

/** What is asked to qualify: the ready-made frameworks, those of the workspace's own, and which is in force in which funnel. */
export const frameworksContract = {
  library: endpoint({
    needs: 'definitions.read',
    method: 'GET',
    path: '/qualification/frameworks',
    summary: 'All frameworks, ready-made and of the workspace’s own, and which one each funnel uses',
    tags,
  }).output(
    z.object({
      readyMade: z.array(z.custom<Framework>()),
      own: z.array(
        z.object({
          framework: z.custom<Framework>(),
          revision: z.number(),
          authorName: z.string(),
          savedAt: z.date(),
        }),
      ),
      uses: z.array(
        z.object({
          funnel: z.string(),
          name: z.string(),
          framework: z.custom<Framework>(),
          /** 0: nobody has chosen yet. */
          version: z.number(),
          /** In the draft of the funnel, where it has another there: it counts once that is published. */
          drafted: z.custom<Framework>().optional(),
          /** The version that this was written from. */
          draftedFrom: z.number().optional(),
          /** Of that draft; 0: there is none. */
          revision: z.number(),
        }),
      ),
      /** Questions of the workspace’s own. */
      questions: z.array(z.custom<Named>()),
    }),
  ),

  keep: endpoint({
    needs: 'definitions.manage',
    method: 'PUT',
    path: '/qualification/frameworks',
    summary: 'Write a framework of the workspace’s own',
    description:
      'It goes into the draft of the funnels that use it, which are answered: nobody is judged by it before that is published. `basedOn` is the revision that it is written over, 0 for a new one. `before` is what those drafts said: as `drafts` of the next writing it is put back, where nobody has changed them since.',
    tags,
  })
    .input(
      z.strictObject({
        framework: frameworkSchema,
        basedOn: z.number().int().min(0),
        drafts: z.array(draftedIn).max(100).optional(),
      }),
    )
    .output(z.object({ revision: z.number(), funnels: z.array(z.string()), before: z.array(draftedIn) })),

  forget: endpoint({
    needs: 'definitions.manage',
    method: 'DELETE',
    path: '/qualification/frameworks/{key}',
    summary: 'Take a framework of the workspace’s own away; one that a funnel uses or is to use stays',
    description: 'With `basedOn`, only while that is its revision.',
    tags,
  })
    .input(z.object({ key: frameworkSchema.shape.key, basedOn: z.number().int().min(1).optional() }))
    .output(z.object({ framework: z.custom<Framework>() })),

  frameworks: endpoint({
    needs: 'definitions.read',
    method: 'GET',
    path: '/qualification',
    summary: 'The framework in force in a funnel, those before it, and the ready-made ones',
  })
    .input(z.object({ funnel }))
    .output(
      z.object({
        framework: z.custom<Framework>(),
        /** 0: nobody has chosen yet. */
        version: z.number(),
        readyMade: z.array(z.custom<Framework>()),
        versions: z.array(
          z.object({
            version: z.number(),
            framework: z.custom<Framework>(),
            note: z.string(),
            authorName: z.string(),
            publishedAt: z.date(),
          }),
        ),
      }),
    ),

  publish: endpoint({
    needs: 'definitions.manage',
    method: 'POST',
    path: '/qualification',
    summary: 'Put a framework in force in a funnel at once, past its draft, as its next version',
    description:
      'Nothing is previewed: what goes into the draft is (`PUT /definitions/draft/framework`). Answers are shared between frameworks: none is lost. `basedOn` is the version that it is written over.',
  })
    .input(
      z.strictObject({
        funnel,
        framework: frameworkSchema,
        note: z.string().trim().max(1_000).default(''),
        basedOn: z.number().int().min(0),
      }),
    )
    .output(z.object({ version: z.number() })),
}
