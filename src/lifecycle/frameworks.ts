import { z } from 'zod'
import type { Market } from '../scoring/defaults.ts'

const key = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/)
const words = z.strictObject({ es: z.string().trim().min(1).max(300), en: z.string().trim().min(1).max(300) })

/** What qualifying somebody comes to. Nobody is disqualified by a framework: somebody does that. */
export const verdicts = ['qualified', 'not_yet', 'research', 'disqualified'] as const
export type Verdict = (typeof verdicts)[number]

/** How an answer counts: towards the number needed; it must not be negative as well; or it must be confirmed. */
export const weights = ['counts', 'not_denied', 'must'] as const

const item = z.strictObject({
  question: key,
  /** Under which letter the framework has it. */
  letter: z.string().max(4).default(''),
  weight: z.enum(weights).default('counts'),
  /** A question of the workspace's own, or its own words for one that the program knows. */
  name: words.optional(),
  ask: words.optional(),
})

/** What is asked to qualify somebody, and how much of it must be confirmed. */
export const frameworkSchema = z.strictObject({
  key,
  /** Of the workspace's own; the ready-made ones are named in the dictionary. */
  name: words.optional(),
  items: z.array(item).min(1).max(12),
  /** How many must be confirmed. */
  least: z.number().int().min(1).max(12),
})

export type Framework = z.infer<typeof frameworkSchema>
export type FrameworkItem = Framework['items'][number]

/** A question of the workspace's own. */
export type Named = { key: string; name: z.infer<typeof words>; ask: z.infer<typeof words> }

type Asked = [letter: string, question: string, weight?: FrameworkItem['weight']]

const framework = (key: string, least: number, asked: Asked[]): Framework => ({
  key,
  items: asked.map(([letter, question, weight = 'counts']) => ({ letter, question, weight })),
  least,
})

const meddic: Asked[] = [
  ['M', 'metrics'],
  ['E', 'authority', 'not_denied'],
  ['D', 'decision_criteria'],
  ['D', 'decision_process'],
  ['I', 'need', 'must'],
  ['C', 'champion'],
]

const personal = framework('personal', 3, [
  ['1', 'interest'],
  ['2', 'need'],
  ['3', 'timing'],
  ['4', 'budget'],
])

/** Ready-made, in the order in which they are offered; the first is a new workspace's. Of MEDDIC and its like two in three are asked for. */
export const readyMadeFrameworks: Framework[] = [
  framework('bant', 3, [
    ['B', 'budget'],
    ['A', 'authority', 'not_denied'],
    ['N', 'need'],
    ['T', 'timing'],
  ]),
  framework('anum', 3, [
    ['A', 'authority', 'must'],
    ['N', 'need'],
    ['U', 'timing'],
    ['M', 'budget'],
  ]),
  framework('champ', 3, [
    ['CH', 'need', 'must'],
    ['A', 'authority', 'not_denied'],
    ['M', 'budget'],
    ['P', 'timing'],
  ]),
  framework('meddic', 4, meddic),
  framework('meddpicc', 5, [...meddic, ['P', 'paper_process'], ['C', 'competition']]),
  framework('gpctba', 5, [
    ['G', 'goals'],
    ['P', 'plans'],
    ['C', 'need'],
    ['T', 'timing'],
    ['B', 'budget'],
    ['A', 'authority', 'not_denied'],
    ['C', 'consequences'],
    ['I', 'impact'],
  ]),
  framework('faint', 4, [
    ['F', 'budget', 'not_denied'],
    ['A', 'authority', 'not_denied'],
    ['I', 'interest'],
    ['N', 'need'],
    ['T', 'timing'],
  ]),
  framework('spiced', 4, [
    ['S', 'situation'],
    ['P', 'need', 'must'],
    ['I', 'impact'],
    ['CE', 'timing'],
    ['D', 'decision_process'],
  ]),
  framework('knowledge', 4, [
    ['1', 'offer_knowledge'],
    ['2', 'business_knowledge'],
    ['3', 'visit_frequency'],
    ['4', 'understanding'],
    ['5', 'budget'],
    ['6', 'proposal_welcome', 'not_denied'],
  ]),
  personal,
]

/** What a funnel uses in which nobody has chosen. */
export const [usualFramework] = readyMadeFrameworks as [Framework, ...Framework[]]

export const frameworkFor = (market: Market): Framework => (market === 'b2c' ? personal : usualFramework)

/** Of that market, where the one in force is what the other begins with. */
export function frameworkIn(market: Market, inForce: Framework): Framework {
  const ofTheOther = frameworkFor(market === 'b2b' ? 'b2c' : 'b2b')
  return inForce.key === ofTheOther.key ? frameworkFor(market) : inForce
}

export const isReadyMade = (key: string): boolean => readyMadeFrameworks.some(each => each.key === key)
