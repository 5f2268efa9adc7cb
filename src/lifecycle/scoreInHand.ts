import type { Criteria, IsRule, Leaf, ScoreRule } from '../criteria/criteria.ts'
import { leavesOf } from '../criteria/criteria.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { ScoreModel } from '../scoring/model.ts'
import { pointsOf } from '../scoring/scoring.ts'
import { type Funnel, funnelOf } from './definitions.ts'
import type { Kind } from './model.ts'
import { explainBy } from './previewReceipt.ts'
import { type Scoring, waysToScore } from './scoreWays.ts'
import type { Around } from './ways.ts'

type Asked = { funnel: Funnel; kind: Kind; contactId: string }

/** What is needed to tell which facts and events would bring the scores that these rules ask for. */
export async function scoresInHand(ctx: Ctx, asked: Asked, rules: Criteria[]): Promise<Around> {
  const now = ctx.clock()
  const keys = rules
    .flatMap(leavesOf)
    .flatMap(leaf => (asksScore(leaf) ? [leaf.funnel ?? asked.funnel.key] : []))
  const scorings = new Map<string, Scoring>()
  for (const key of new Set(keys))
    scorings.set(key, await scoringIn(ctx, { ...asked, funnel: await funnelOf(ctx, key) }))
  const toScore = (leaf: Leaf, wanted: boolean) => {
    if (!asksScore(leaf)) return undefined
    const scoring = scorings.get(leaf.funnel ?? asked.funnel.key)
    const rule = scoring && scoreAsked(leaf, scoring.model)
    return rule && waysToScore(scoring, rule, wanted)
  }
  return { now, toScore }
}

type AsksScore = ScoreRule | (IsRule & { is: 'temperature' | 'fit' })

const asksScore = (leaf: Leaf): leaf is AsksScore =>
  'score' in leaf || ('is' in leaf && (leaf.is === 'temperature' || leaf.is === 'fit'))

/** The number behind a temperature, or behind a fit that is worth a contact. */
function scoreAsked(leaf: AsksScore, { warmFrom, hotFrom, contactFrom }: ScoreModel): ScoreRule | undefined {
  if ('score' in leaf) return leaf
  if (leaf.is === 'fit')
    return contactFrom && leaf.anyOf.includes('enough') ? { score: 'fit', atLeast: contactFrom } : undefined
  const [isCold, isWarm, isHot] = ['cold', 'warm', 'hot'].map(each => leaf.anyOf.includes(each))
  if (isCold && isHot) return undefined
  return {
    score: 'total',
    ...(!isCold && { atLeast: isWarm ? warmFrom : hotFrom }),
    ...(!isHot && { atMost: (isWarm ? hotFrom : warmFrom) - 1 }),
  }
}

const dayLength = 86_400_000

async function scoringIn(ctx: Ctx, asked: Asked): Promise<Scoring> {
  const { funnel, contactId } = asked
  const { score: model } = funnel
  const rules = [...model.fit, ...model.engagementFacts]
  const nodes = await explainBy(
    ctx,
    asked,
    rules.map(({ when }) => when),
  )
  const { at: now, engagement } = await pointsOf(ctx, contactId, undefined, funnel.key)
  const earned = engagement.lines.flatMap(line =>
    line.kind === 'events' ? [{ ...line, isToday: line.at.getTime() > now.getTime() - dayLength }] : [],
  )
  const facts = model.fit.length
  return { model, now, earned, fit: nodes.slice(0, facts), engagementFacts: nodes.slice(facts) }
}
