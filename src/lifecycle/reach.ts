import { type Criteria, partsOf } from '../criteria/criteria.ts'
import { anyTurning, eitherOf, noTurning, type Turning, turningOf } from '../criteria/turning.ts'
import { alike } from '../platform/alike.ts'
import type { ScoreModel } from '../scoring/model.ts'
import { type Definitions, type Rule, whenOf } from './definitionChanges.ts'
import { entryOf, type Kind, type Lifecycle, rankOf, type Stage } from './model.ts'

/** Which numbers must be worked out again: any at all, the fit, and the sums of these groups. */
type Numbers = { score: boolean; fit: boolean; groups: string[] }

/** How far a change goes: its numbers, and the stages that ask something else or for such a number; `all` when their order changes. */
export type Reach = Numbers & { stages: 'all' | Reached[] }
type Reached = { stage: string; turning: Turning }

export const reachesNobody = (reach: Reach | 'all') =>
  reach !== 'all' && !reach.score && reach.stages.length === 0

/** How far a change goes for contacts of a kind. What it does to people, it may do to organisations that look at theirs. */
export function reachOf(was: Definitions, is: Definitions, kind: Kind): Reach {
  const numbers = numbersReached(was.score, is.score)
  const own = { ...numbers, stages: stagesAsking(was.lifecycle, is.lifecycle, kind, numbers) }
  if (kind === 'person' || reachesNobody(reachOf(was, is, 'person'))) return own
  const criteria = is.lifecycle.stages.map(stage => entryOf(stage, kind))
  if (rulesOf(is.score).some(rule => looksAtOthers(whenOf(rule)))) return everything(is)
  return criteria.some(rule => looksAtOthers(rule)) ? { ...own, stages: 'all' } : own
}

const everything = ({ score }: Definitions): Reach => ({
  ...{ score: true, fit: true, groups: score.groups.map(({ key }) => key), stages: 'all' },
})

function numbersReached(was: ScoreModel, is: ScoreModel): Numbers {
  const changed = is.groups.filter(({ key }) => !alike(summed(was, key), summed(is, key)))
  return {
    score: !alike(was, is),
    fit: !alike(was.fit, is.fit),
    groups: changed.map(({ key }) => key),
  }
}

/** All that a group's sum follows from; its cap bounds what the sum is worth later. */
const summed = ({ landmark, groups, engagement, engagementFacts }: ScoreModel, key: string) => [
  landmark,
  groups.find(group => group.key === key)?.halfLifeDays,
  engagement.filter(({ group }) => group === key),
  engagementFacts.filter(({ group }) => group === key),
]

function stagesAsking(was: Lifecycle, is: Lifecycle, kind: Kind, numbers: Numbers): Reach['stages'] {
  const keys = ({ stages }: Lifecycle) => stages.map(({ key }) => key)
  if (!alike(keys(was), keys(is)) || !alike(was.outside, is.outside)) return 'all'
  if (is.outside && asksFor(is.outside, numbers)) return 'all'
  return is.stages
    .map((stage, place) => ({
      stage: stage.key,
      turning: turningAt(was.stages[place] ?? stage, stage, kind, numbers),
    }))
    .filter(({ turning }) => turning.comes || turning.goes)
}

/** Where nobody goes back, more may stand than where they do. */
function turningAt(was: Stage, is: Stage, kind: Kind, numbers: Numbers): Turning {
  const [before, after] = [entryOf(was, kind), entryOf(is, kind)]
  if (asksFor(after, numbers)) return anyTurning
  const [wentBack, goesBack] = [was.canGoBack ?? true, is.canGoBack ?? true]
  const turning = wentBack === goesBack ? noTurning : { ...anyTurning, comes: wentBack, goes: goesBack }
  return eitherOf(turning, turningOf(before, after))
}

/**
 * Whether whoever stands there may come to stand elsewhere, numbers aside: by a stage further on that lets in more, or by one's own
 * that lets some go.
 */
export function mayMove(lifecycle: Lifecycle, reached: Reached[], stage: string | null): boolean {
  const rank = rankOf(lifecycle, stage)
  return reached.some(
    ({ stage: other, turning }) =>
      (turning.goes && other === stage) || (turning.comes && rankOf(lifecycle, other) > rank),
  )
}

/** Who moves would have moved by himself within so many days, at the instant at which standings are to be looked at again. */
export const daysAhead = (reached: Reached[]): number =>
  Math.max(...reached.map(({ turning }) => turning.days))

/** Whether it asks for a number of the contact itself that may be another. */
function asksFor(rule: Criteria, numbers: Numbers): boolean {
  if ('score' in rule) return rule.score === 'fit' ? numbers.fit : numbers.score
  if ('is' in rule) return rule.is === 'temperature' && numbers.score
  return partsOf(rule).some(part => asksFor(part, numbers))
}

export const rulesOf = ({ fit, engagement, engagementFacts }: ScoreModel): Rule[] => [
  ...fit,
  ...engagement,
  ...engagementFacts,
]

/** Whether it asks where somebody linked stands. */
function looksAtOthers(rule: Criteria, linked = false): boolean {
  if ('company' in rule) return looksAtOthers(rule.company, true)
  if ('people' in rule) return looksAtOthers(rule.people, true)
  if (linked && ('score' in rule || ('is' in rule && rule.is !== 'role' && rule.is !== 'tag'))) return true
  return partsOf(rule).some(part => looksAtOthers(part, linked))
}
