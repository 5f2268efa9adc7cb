import { type Criteria, partsOf } from '../criteria/criteria.ts'
import type { ScoreModel } from '../scoring/model.ts'
import { alike, type Definitions, type Rule, whenOf } from './definitionChanges.ts'
import { entryOf, type Kind, type Lifecycle, type Stage } from './model.ts'

/** How far a change goes: whether numbers must be worked out again, and which stages ask something else; `all` when their order does. */
export type Reach = { numbers: boolean; stages: 'all' | string[] }

export const reachesNobody = ({ numbers, stages }: Reach) => !numbers && stages.length === 0

/** How far a change goes for contacts of a kind. What it does to people, it may do to organisations that look at theirs. */
export function reachOf(was: Definitions, is: Definitions, kind: Kind): Reach {
  const numbers = !alike(was.score, is.score)
  const own = {
    numbers,
    stages: numbers ? ('all' as const) : stagesAsking(was.lifecycle, is.lifecycle, kind),
  }
  if (kind === 'person' || reachesNobody(reachOf(was, is, 'person'))) return own
  const criteria = is.lifecycle.stages.map(stage => entryOf(stage, kind))
  if (rulesOf(is.score).some(rule => looksAtOthers(whenOf(rule)))) return { numbers: true, stages: 'all' }
  return criteria.some(rule => looksAtOthers(rule)) ? { ...own, stages: 'all' } : own
}

function stagesAsking(was: Lifecycle, is: Lifecycle, kind: Kind): Reach['stages'] {
  const keys = ({ stages }: Lifecycle) => stages.map(({ key }) => key)
  if (!alike(keys(was), keys(is)) || !alike(was.outside, is.outside)) return 'all'
  return is.stages
    .filter((stage, place) => {
      const before = was.stages[place]
      return !before || !alike(asked(before, kind), asked(stage, kind))
    })
    .map(({ key }) => key)
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
