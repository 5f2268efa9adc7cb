import { z } from 'zod'
import { criteriaSchema, eventsSchema } from '../criteria/criteria.ts'

const key = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/)

/** What a rule or a group of the workspace's own is called; the dictionary knows the ready-made ones. */
const name = z.strictObject({ es: z.string().min(1).max(80), en: z.string().min(1).max(80) }).optional()
const points = z.number().int().min(-100).max(100)

/** Points once while `when` holds. */
const factRule = z.strictObject({ key, name, when: criteriaSchema, points })

/** Points for each event that `on` lets through; `perDay` bounds what one day (in the workspace's time zone) can give. */
const eventRule = z.strictObject({
  key,
  name,
  group: key,
  on: eventsSchema,
  points,
  perDay: z.number().int().min(1).max(100).optional(),
  /** Counts on every day but the first: coming back. */
  notFirstDay: z.boolean().optional(),
})

/** Engagement that fades together: by half every `halfLifeDays`, or never; `cap` bounds what it gives at any instant. */
const group = z.strictObject({
  key,
  name,
  halfLifeDays: z.number().min(14).max(3650).nullable(),
  cap: z.number().int().min(1).max(1_000).nullable(),
})

/** The score model as it is published: everything that the number depends on, beside the contact's own facts and events. */
export const scoreModelSchema = z.strictObject({
  /** Percent of the total that fit gives; engagement gives the rest. */
  fitShare: z.number().int().min(0).max(100),
  warmFrom: z.number().int().min(1).max(100),
  hotFrom: z.number().int().min(1).max(100),
  /** With less fit than this, nobody is worth being contacted; it is shown, and moves nobody. */
  contactFrom: z.number().int().min(1).max(100).optional(),
  /** The instant at which fading is reckoned to start; any works, and it must not change within a version. */
  landmark: z.iso.datetime(),
  fit: z.array(factRule).max(100),
  groups: z.array(group).min(1).max(8),
  engagement: z.array(eventRule).max(100),
  /** Facts that stand for engagement whose dates are unknown; their group must never fade. */
  engagementFacts: z.array(factRule.extend({ group: key })).max(100),
})

export type ScoreModel = z.infer<typeof scoreModelSchema>
export type FactRule = z.infer<typeof factRule>
export type EventRule = z.infer<typeof eventRule>
export type Temperature = 'cold' | 'warm' | 'hot'

/** Half-lives in seconds and caps of the groups, in their order: what the two functions of migration 0005 take. */
export const fadingOf = ({ groups }: ScoreModel) => ({
  halfLives: groups.map(group => (group.halfLifeDays === null ? Infinity : group.halfLifeDays * 86_400)),
  caps: groups.map(group => group.cap ?? Infinity),
})
