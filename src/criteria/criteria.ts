import { z } from 'zod'
import { directions } from '../activity/events.ts'
import { answerStates } from '../contacts/questions.ts'
import { countedWhen } from './counted.ts'

/** How many rules deep and how many rules in all a criterion may have. */
export const maxDepth = 8
export const maxRules = 200

const scalar = z.union([z.string().max(500), z.number(), z.boolean()])
const days = z.number().int().min(0).max(36_500)
const times = z.number().int().min(0).max(10_000)
const instant = z.iso.datetime({ offset: true })
const key = z.string().min(1).max(100)
const keys = z.array(key).min(1).max(100)

/** Operators that compare with `value`, those that compare with several, and those that need none. */
export const valueOperators = [
  'is',
  'isNot',
  'contains',
  'hasWord',
  'startsWith',
  'atLeast',
  'atMost',
  'above',
  'below',
  'before',
  'after',
  'olderThanDays',
  'withinDays',
] as const
export const listOperators = ['isAnyOf', 'isNoneOf'] as const
export const bareOperators = ['isKnown', 'isUnknown', 'isFreeMail', 'isCorporateMail'] as const

/** A fact against a value. Any comparison with an unknown fact is false, also `isNot` and `isNoneOf`. Texts are compared without case or accents. */
const fieldRule = z.union([
  z.strictObject({ field: key, op: z.enum(valueOperators), value: scalar }),
  z.strictObject({ field: key, op: z.enum(listOperators), value: z.array(scalar).min(1).max(1_000) }),
  z.strictObject({ field: key, op: z.enum(bareOperators) }),
])

const propertyRule = z.union([
  z.strictObject({
    property: key,
    op: z.enum(['is', 'isNot', 'contains', 'atLeast', 'atMost']),
    value: scalar,
  }),
  z.strictObject({ property: key, op: z.enum(listOperators), value: z.array(scalar).min(1).max(1_000) }),
  z.strictObject({ property: key, op: z.enum(['isKnown', 'isUnknown']) }),
])

const signals = z.union([
  keys,
  z.strictObject({ weightAtLeast: z.number().int().min(-3).max(3) }),
  z.literal('anything'),
])

const which = {
  /** Names of events, or all that weigh so much, or anything. */
  did: signals,
  direction: z.array(z.enum(directions)).min(1).optional(),
  where: z.array(propertyRule).max(20).optional(),
}

/** Which events, without how many or when: what a score rule gives points for. */
export const eventsSchema = z.strictObject({ ...which, did: keys })
export type EventsRule = z.infer<typeof eventsSchema>

/**
 * What the contact did. Counts the events in the window (`withinDays` before now, `from` and `until` inclusive) less those of
 * `minus`; without `atLeast` or `atMost`, at least once. `notWithinDays`: the newest of them is at least so old.
 * `noneSince`: no event of those is later than the newest of them, in whatever window ("asked and nobody has answered since").
 * Events of robots count only with `byRobotsToo`.
 */
const didRule = z.strictObject({
  ...which,
  atLeast: times.optional(),
  atMost: times.optional(),
  withinDays: days.min(1).optional(),
  notWithinDays: days.min(1).optional(),
  from: instant.optional(),
  until: instant.optional(),
  minus: z.strictObject(which).optional(),
  noneSince: z.strictObject(which).optional(),
  byRobotsToo: z.boolean().optional(),
})

/**
 * `stage`, `temperature`, `verdict`, `stale` and `fit` are those in the funnel of that key, or else in the one whose definitions ask, elsewhere
 * in the main one; the stage `none` is that of who has none. `stale`: longer in one of these stages than it allows; `any` is any stage. `fit` is
 * `enough` or `short`: of the least fit worth a contact, of whoever is not at the end of the funnel yet. A `segment` is named by its id.
 * `disqualified` is for which reason somebody last was, `from` that instant on, also who has come back since.
 */
const isRule = z
  .strictObject({
    is: z.enum(['stage', 'temperature', 'role', 'tag', 'segment', 'verdict', 'stale', 'fit', 'disqualified']),
    anyOf: keys,
    funnel: key.optional(),
    from: instant.optional(),
  })
  .refine(({ is, from }) => !from || is === 'disqualified')

const scoreRule = z.strictObject({
  score: z.enum(['fit', 'engagement', 'total']),
  atLeast: z.number().min(0).max(100).optional(),
  atMost: z.number().min(0).max(100).optional(),
  funnel: key.optional(),
})

/** The answer to a question of qualification: confirmed, unless other states are named; `unasked` is also what must be asked again. */
const answeredRule = z.strictObject({
  answered: key,
  state: z
    .array(z.enum([...answerStates, 'unasked']))
    .min(1)
    .optional(),
  value: z.strictObject({ op: z.enum(valueOperators), value: scalar }).optional(),
})

export type FieldRule = z.infer<typeof fieldRule>
export type PropertyRule = z.infer<typeof propertyRule>
export type DidRule = z.infer<typeof didRule>
export type IsRule = z.infer<typeof isRule>
export type ScoreRule = z.infer<typeof scoreRule>
export type AnsweredRule = z.infer<typeof answeredRule>
export type Leaf = FieldRule | DidRule | IsRule | ScoreRule | AnsweredRule

/** The one rule language: definitions, segments, list filters and the API all use it. `company` and `people` look at the linked contacts. */
export type Criteria =
  | Leaf
  | { all: Criteria[] }
  | { any: Criteria[] }
  | { not: Criteria }
  | { atLeast: number; of: Criteria[] }
  | { company: Criteria }
  | { people: Criteria; atLeast?: number }

const several = z.array(z.lazy((): z.ZodType<Criteria> => tree)).max(maxRules)
const one = z.lazy((): z.ZodType<Criteria> => tree)

const tree: z.ZodType<Criteria> = z.union([
  z.strictObject({ all: several }),
  z.strictObject({ any: several }),
  z.strictObject({ not: one }),
  z.strictObject({ atLeast: times, of: several }),
  z.strictObject({ company: one }),
  z.strictObject({ people: one, atLeast: times.min(1).optional() }),
  fieldRule,
  didRule,
  isRule,
  scoreRule,
  answeredRule,
])

/** Parses a criterion that came from outside; `code` of its issues is a key under `errors.criteria`. */
export const criteriaSchema = z
  .unknown()
  .superRefine((value, check) => {
    const code = tooLarge(value)
    if (!code) return
    check.addIssue({ code: 'custom', params: { code }, continue: false })
    return z.NEVER
  })
  .pipe(tree)

/** Each rule below another adds an object and a list. */
const maxNesting = maxDepth * 2 + 4

/** Nested values and objects in all are counted without recursion: what is too deep must not reach the parser. */
function tooLarge(value: unknown): string | undefined {
  let depth = 0
  let rules = 0
  let level: unknown[] = [value]
  while (level.length && depth <= maxNesting) {
    depth++
    rules += level.filter(each => each && typeof each === 'object' && !Array.isArray(each)).length
    level = level.flatMap(each => (each && typeof each === 'object' ? Object.values(each) : []))
    level = level.filter(each => each && typeof each === 'object')
  }
  if (depth > maxNesting) return 'criteria.too_deep'
  return rules > maxRules ? 'criteria.too_large' : undefined
}

/** The rules directly under a rule about the same contact. */
export function partsOf(rule: Criteria): Criteria[] {
  if ('all' in rule) return rule.all
  if ('any' in rule) return rule.any
  if ('of' in rule) return rule.of
  if ('not' in rule) return [rule.not]
  return []
}

/** The leaves of a criterion, also those about linked contacts. */
export function leavesOf(rule: Criteria): Leaf[] {
  if ('company' in rule) return leavesOf(rule.company)
  if ('people' in rule) return leavesOf(rule.people)
  if (isBranch(rule)) return partsOf(rule).flatMap(leavesOf)
  return [rule as Leaf]
}

/** The ids of the segments that a criterion names, also of linked contacts. */
export const segmentsIn = (rule: Criteria): string[] =>
  leavesOf(rule).flatMap(leaf => ('is' in leaf && leaf.is === 'segment' ? leaf.anyOf : []))

const ofAFunnel = ['stage', 'temperature', 'verdict', 'stale', 'fit'] as const
type OfAFunnel = IsRule & { is: (typeof ofAFunnel)[number] }

/** Whether it asks for what a contact has in a funnel: the one it names or the one meant where it stands. */
export const asksStanding = (rule: Criteria): rule is OfAFunnel | ScoreRule =>
  'score' in rule || ('is' in rule && ofAFunnel.some(is => is === rule.is))

/** Every `did` about the contact itself, each once; those about linked contacts are left out. */
export function deedsOf(rules: Criteria[]): DidRule[] {
  const found = new Map<string, DidRule>()
  const walk = (rule: Criteria) => {
    if ('did' in rule) found.set(deedKey(rule), rule)
    const counted = 'answered' in rule && countedWhen(rule.answered)
    if (counted) walk(counted)
    for (const part of partsOf(rule)) walk(part)
  }
  for (const rule of rules) walk(rule)
  return [...found.values()]
}

/** Every choice of events in a rule: those counted, those taken from them and those that must not follow. */
export const choicesIn = ({ minus, noneSince, ...counted }: DidRule): Pick<DidRule, keyof typeof which>[] =>
  [counted, minus, noneSince].filter(each => each !== undefined)

export const deedKey = (rule: DidRule): string => JSON.stringify(rule)

/** How often it must have been done at least. */
export const leastOf = ({ atLeast, atMost }: DidRule): number => atLeast ?? (atMost === undefined ? 1 : 0)

/** Asked for within days of which it asks that there be none: nothing would be old enough. */
export const hasNoDays = (rule: DidRule): boolean =>
  leastOf(rule) > 0 && (rule.notWithinDays ?? 0) >= (rule.withinDays ?? Number.POSITIVE_INFINITY)

/** Whether one event that counts is all that it asks: of several signals, each is then enough by itself. */
export const isPlain = (rule: DidRule): boolean =>
  leastOf(rule) === 1 && rule.atMost === undefined && !rule.notWithinDays && !rule.minus && !rule.noneSince

export const isBranch = (rule: Criteria): boolean =>
  'all' in rule || 'any' in rule || 'of' in rule || 'not' in rule
