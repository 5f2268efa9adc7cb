import { z } from 'zod'
import { customFieldTypes } from '../../contacts/fields.ts'

const standing = z.object({
  /** Null: in the base, but in no stage. */
  stage: z.string().nullable(),
  since: z.date().nullable(),
  total: z.number(),
  fit: z.number(),
  /** False: less fit than the score says is worth a contact, and not at the end of the funnel. */
  fits: z.boolean(),
  engagement: z.number(),
  temperature: z.string(),
  lastSignalAt: z.date().nullable(),
  turnsColdAt: z.date().nullable(),
  /** From when it has been in its stage for longer than allowed, in the past or to come; null for never. */
  staleFrom: z.date().nullable(),
  /** `qualified`, `not_yet`, `research` or `disqualified`. */
  verdict: z.string(),
})

const row = z.object({
  id: z.uuid(),
  kind: z.enum(['person', 'organization']),
  /** Empty when no name is known. */
  name: z.string(),
  /** Facts by their key in the catalogue; those of the workspace as `custom.<key>`. What is not known is left out. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])),
  identities: z.array(z.object({ kind: z.string(), value: z.string(), raw: z.string() })),
  roles: z.array(z.string()),
  tags: z.array(z.string()),
  organization: z.object({ id: z.uuid(), name: z.string() }).optional(),
  /** How many people an organisation has. */
  people: z.number().optional(),
  isDemo: z.boolean(),
  /** Absent until the program has looked at a new contact for the first time. */
  standing: standing.optional(),
})

export const customField = z.object({
  key: z.string(),
  type: z.enum(customFieldTypes),
  labelEs: z.string(),
  labelEn: z.string(),
  choices: z.array(z.string()),
  appliesTo: z.array(z.string()),
})

export const page = z.object({
  rows: z.array(row),
  next: z.string().optional(),
  alike: z
    .boolean()
    .optional()
    .describe('Nobody is called as `text` says; these look alike, as if it had been misspelt'),
})

export type ListedContact = z.infer<typeof row>

const count = z.number().int()

/** One act on many contacts: `done` of `total` have had their turn; `contacts` were changed, `refused` were not. */
export const bulkAct = z.object({
  changeSetId: z.uuid(),
  state: z.enum(['running', 'done', 'failed', 'stopped']),
  total: count,
  done: count,
  contacts: count,
  refused: count,
  isBin: z.boolean(),
  /** Of whom asks. */
  isMine: z.boolean(),
  /** Why it ended before its end. */
  failure: z.string().optional(),
})

export type BulkAct = z.infer<typeof bulkAct>
