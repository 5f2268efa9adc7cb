import { z } from 'zod'
import { draftSchema, versionsSchema } from '../../lifecycle/contract.ts'
import type { Definitions } from '../../lifecycle/definitionChanges.ts'
import { endpoint, streamedFile, words } from '../../platform/endpoint.ts'
import { type Framework, frameworkSchema } from '../../qualification/frameworks.ts'

const funnel = z.string().max(63).optional()
const version = z.number().int().min(0)
const framework = z.custom<Framework>()

/** What has no draft: the funnel's name, which framework it uses, and those of the workspace's own. */
const other = z.object({
  name: z.object({ was: words, is: words }).optional(),
  framework: z.object({ was: framework, is: framework, version }).optional(),
  own: z.array(
    z.object({
      was: framework.optional(),
      is: framework,
      revision: version,
      funnels: z.array(z.string()),
    }),
  ),
})

const written = z.strictObject({ framework: frameworkSchema, basedOn: version })

/** Names may be empty: the main funnel is called by the dictionary's word then. */
const back = z.strictObject({
  name: z.strictObject({ es: z.string().trim().max(80), en: z.string().trim().max(80) }).optional(),
  framework: written.optional(),
  own: z.array(written).max(1_000),
  gone: z.array(frameworkSchema.shape.key).max(1_000),
})

/** All the definitions of a funnel in one file, out and in. */
export const definitionFileContract = {
  get: endpoint({
    needs: 'definitions.read',
    method: 'GET',
    path: '/definitions.yaml',
    summary: 'All the definitions of a funnel as one YAML file',
    description:
      'Its name, its stages and score in force or of the draft, which framework it qualifies by, and all frameworks of the workspace’s own.',
  })
    .input(z.object({ funnel, of: z.enum(['force', 'draft']).default('force') }))
    .output(streamedFile),

  foresee: endpoint({
    needs: 'definitions.manage',
    method: 'POST',
    path: '/definitions.yaml',
    summary: 'What bringing such a file in would do; nothing is written',
  })
    .route({ inputStructure: 'detailed' })
    .input(z.object({ query: z.object({ funnel }).optional(), body: z.file() }))
    .output(z.object({ definitions: z.custom<Definitions>(), atOnce: other })),

  bringIn: endpoint({
    needs: 'definitions.manage',
    method: 'PUT',
    path: '/definitions.yaml',
    summary: 'Brings such a file in, as the draft; with `note` it is published at once, and the draft stays',
    description:
      'The funnel’s name and the frameworks have no draft and count at once; `back` is what takes them back. Refuses a file that is not one, one of a newer version, and what cannot be read, naming the line; then nothing of it is brought in.',
  })
    .route({ inputStructure: 'detailed' })
    .input(
      z.object({
        query: z
          .object({
            funnel,
            note: z.string().trim().min(1).max(500).optional(),
            revision: z.coerce.number().int().min(0).optional(),
          })
          .optional(),
        body: z.file(),
      }),
    )
    .output(
      z.object({
        draft: draftSchema.optional(),
        published: versionsSchema.optional(),
        back: z.custom<z.infer<typeof back>>(),
      }),
    ),

  takeBack: endpoint({
    needs: 'definitions.manage',
    method: 'POST',
    path: '/definitions.yaml/back',
    summary: 'Takes back what of a file counted at once, unless somebody has changed it since',
  })
    .input(z.strictObject({ funnel, back }))
    .output(z.object({ back: z.custom<z.infer<typeof back>>() })),
}
