import { z } from 'zod'
import { type Criteria, criteriaSchema } from '../criteria/criteria.ts'
import { ownWordsSchema } from './ownWords.ts'

const key = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/)

/** What a workspace may rename: shown instead of the dictionary's text of the same key. */
const words = z.strictObject({ es: z.string().min(1).max(80), en: z.string().min(1).max(80) })

const guidance = z.strictObject({ es: z.string().max(4_000), en: z.string().max(4_000) })

const stage = z.strictObject({
  key,
  /** Shown instead of the dictionary's `lifecycle.stages.<key>.name`. */
  name: words.optional(),
  plural: words.optional(),
  /** Who looks after those who stand here. */
  responsible: z.enum(['marketing', 'both', 'sales', 'nobody']),
  color: z.string().min(1).max(40),
  /** Holds for those who may stand here; the highest stage whose criterion holds is a contact's stage. */
  entry: criteriaSchema,
  /** Another way in for organisations: through their people. */
  organizationEntry: criteriaSchema.optional(),
  /** False: whoever has once come here never stands lower, unless placed by hand. */
  canGoBack: z.boolean().optional(),
  /** Beyond so many days here somebody has been forgotten. */
  staleAfterDays: z.number().int().min(1).max(3_650).optional(),
  /** What one does with those who stand here, and the guide that staff read; instead of the dictionary's. */
  does: guidance.optional(),
  guide: guidance.optional(),
})

/** A lifecycle as it is published: stages from the lowest to the highest. */
export const lifecycleSchema = z.strictObject({
  /** Whoever this holds for is in the base but in no stage. */
  outside: criteriaSchema.optional(),
  /** Whether the word "contact" takes in those who have bought (lists and words, not data). */
  contactMeans: z.enum(['everyone', 'not_customers']),
  stages: z.array(stage).min(1).max(12),
  /** What the workspace calls roles, temperatures and verdicts, in all of it; one funnel alone holds them. */
  words: ownWordsSchema.optional(),
})

export type Lifecycle = z.infer<typeof lifecycleSchema>
export type Stage = Lifecycle['stages'][number]
export type Kind = 'person' | 'organization'

/** The criterion of a stage for a kind of contact. */
export const entryOf = ({ entry, organizationEntry }: Stage, kind: Kind): Criteria =>
  kind === 'organization' && organizationEntry ? { any: [entry, organizationEntry] } : entry

/** Higher is further; -1 is no stage. */
export const rankOf = ({ stages }: Lifecycle, key: string | null): number =>
  stages.findIndex(stage => stage.key === key)
