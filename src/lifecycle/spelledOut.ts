import { asksStanding, type Criteria, type Leaf, leavesOf } from '../criteria/criteria.ts'
import { whole, withLeaves } from '../criteria/expanded.ts'
import type { Ctx } from '../platform/ctx.ts'
import { type Funnel, funnelsOf } from './definitions.ts'
import { segmentsThere } from './segmentsAsked.ts'

/**
 * The funnel with what segments ask in their place, where they ask for its verdict: who is in them would be others, and the
 * memberships that are kept do not say so.
 */
export const spelledOut = async (ctx: Ctx, funnel: Funnel): Promise<Funnel> =>
  withRules(funnel, await spellingOut(ctx, funnel))

/** The same of one rule of the funnel. */
export async function spellingOut(ctx: Ctx, funnel: Funnel): Promise<(rule: Criteria) => Criteria> {
  const rules = await segmentRules(ctx, funnel)
  const judging = new Map([...rules].filter(([, rule]) => asksVerdict(rule, funnel.key)))
  return rule => (judging.size ? withLeaves(rule, leaf => inFull(leaf, judging)) : rule)
}

/** A rule with what each segment asks in its place. */
export async function withoutSegments(ctx: Ctx, funnel: Funnel): Promise<(rule: Criteria) => Criteria> {
  const rules = await segmentRules(ctx, funnel)
  return rule => withLeaves(rule, leaf => inFull(leaf, rules))
}

async function segmentRules(ctx: Ctx, funnel: Funnel): Promise<Map<string, Criteria>> {
  const main = (await funnelsOf(ctx))[0]?.key ?? funnel.key
  const segments = await segmentsThere(ctx)
  return new Map(
    segments.map(each => [each.id, withLeaves(whole(each, segments), leaf => naming(main, leaf))]),
  )
}

/** Segments mean the main funnel when they name none, wherever they are asked for. */
const naming = (main: string, leaf: Leaf): Leaf =>
  asksStanding(leaf) ? { ...leaf, funnel: leaf.funnel ?? main } : leaf

const asksVerdict = (rule: Criteria, funnel: string) =>
  leavesOf(rule).some(leaf => 'is' in leaf && leaf.is === 'verdict' && leaf.funnel === funnel)

function inFull(leaf: Leaf, rules: Map<string, Criteria>): Criteria {
  if (!('is' in leaf) || leaf.is !== 'segment' || !leaf.anyOf.some(id => rules.has(id))) return leaf
  return { any: leaf.anyOf.map(id => rules.get(id) ?? { ...leaf, anyOf: [id] }) }
}

function withRules(funnel: Funnel, change: (rule: Criteria) => Criteria): Funnel {
  const { lifecycle, score } = funnel
  const outside = lifecycle.outside && change(lifecycle.outside)
  const stages = lifecycle.stages.map(({ entry, organizationEntry, ...stage }) => ({
    ...{ ...stage, entry: change(entry) },
    ...(organizationEntry && { organizationEntry: change(organizationEntry) }),
  }))
  const facts = <T extends { when: Criteria }>(rules: T[]) =>
    rules.map(rule => ({ ...rule, when: change(rule.when) }))
  return {
    ...funnel,
    lifecycle: { ...lifecycle, stages, ...(outside && { outside }) },
    score: { ...score, fit: facts(score.fit), engagementFacts: facts(score.engagementFacts) },
  }
}
