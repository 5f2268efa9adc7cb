import { type Criteria, partsOf } from '../criteria/criteria.ts'
import { alike } from '../platform/alike.ts'
import type { ScoreModel } from '../scoring/model.ts'
import { type Definitions, type Rule, whenOf } from './definitionChanges.ts'
import { entryOf, type Kind, type Lifecycle, type Stage } from './model.ts'

/** Which numbers must be worked out again: any at all, the fit, and the sums of these groups. */
type Numbers = { score: boolean; fit: boolean; groups: string[] }

/** How far a change goes: its numbers, and the stages that ask something else or for such a number; `all` when their order changes. */
export type Reach = Numbers & { stages: 'all' | string[] }

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
    .filter((stage, place) => {
      const before = was.stages[place]
      return (
        !before || !alike(asked(before, kind), asked(stage, kind)) || asksFor(entryOf(stage, kind), numbers)
      )
    })
    .map(({ key }) => key)
}

/** Whether it asks for a number of the contact itself that may be another. */
function asksFor(rule: Criteria, numbers: Numbers): boolean {
  if ('score' in rule) return rule.score === 'fit' ? numbers.fit : numbers.score
  if ('is' in rule) return rule.is === 'temperature' && numbers.score
  return partsOf(rule).some(part => asksFor(part, numbers))
}

const asked = (stage: Stage, kind: Kind) => [entryOf(stage, kind), stage.canGoBack ?? true]

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
