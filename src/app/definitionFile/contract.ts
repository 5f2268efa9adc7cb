import { z } from 'zod'
import { draftSchema, draftToSave, keptFunnelName, versionsSchema } from '../../lifecycle/contract.ts'
import type { Definitions } from '../../lifecycle/definitionChanges.ts'
import { type Framework, frameworkSchema } from '../../lifecycle/frameworks.ts'
import { endpoint, streamedFile } from '../../platform/endpoint.ts'

const key = z.string().min(1).max(63)
const funnel = key.optional()
const version = z.number().int().min(0)
const framework = z.custom<Framework>()
const renamed = z.strictObject({ funnel: key, was: keptFunnelName, is: keptFunnelName }).optional()

/** What has no draft: the funnel's name, and the frameworks of the workspace's own, by which nobody is judged until published. */
const other = z.object({
  name: renamed,
  own: z.array(z.object({ was: framework.optional(), is: framework, revision: version })),
})

const written = z.strictObject({ framework: frameworkSchema, basedOn: version })

/** Each over what is in force since the file: who wants it back says so, and nobody's change since is lost. */
const back = z.strictObject({
  name: renamed,
  own: z.array(written).max(1_000),
  gone: z.array(z.strictObject({ key: frameworkSchema.shape.key, basedOn: version })).max(1_000),
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
    description:
      'Without `definitions`: its stages, score and framework are in force or in the draft already, and the draft stays.',
  })
    .route({ inputStructure: 'detailed' })
    .input(z.object({ query: z.object({ funnel }).optional(), body: z.file() }))
    .output(z.object({ definitions: z.custom<Definitions>().optional(), atOnce: other })),

  bringIn: endpoint({
    needs: 'definitions.manage',
    method: 'PUT',
    path: '/definitions.yaml',
    summary: 'Brings such a file in, as the draft; with `note` it is published at once, and the draft stays',
    description:
      'Stages, score and which framework is used go into the draft. The funnel’s name and the frameworks of the workspace’s own have none and are written at once; `back` is what takes them back. A draft stays when what the file has for it is in force. Refuses a file that is not one, one of a newer version, and what cannot be read, naming the line; then nothing of it is brought in.',
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
    description: 'With `draft`, the draft as it was before the file; all of it is taken back or nothing.',
  })
    .input(z.strictObject({ funnel, back, draft: draftToSave.optional() }))
    .output(z.object({ back: z.custom<z.infer<typeof back>>() })),
}
