import type { ScoreModel } from '../scoring/model.ts'
import type { Sampled } from './spread.ts'

/** Why a score is worth a look, the gravest first. */
export const odds = ['customer_cold', 'outsider', 'student', 'silent', 'only_engagement', 'moved'] as const
export type Odd = (typeof odds)[number]

type Thresholds = Pick<ScoreModel, 'warmFrom'>

const leastMove = 10

/** How surprising it is, in points; undefined when it is not. */
const surprises: Record<Odd, (each: Sampled, score: Thresholds) => number | undefined> = {
  customer_cold: ({ isCustomer, total }, { warmFrom }) =>
    isCustomer && total < warmFrom ? warmFrom - total : undefined,
  outsider: (each, score) => (each.isOutsider && !each.isCustomer ? aboveWarm(each, score) : undefined),
  student: (each, score) => (each.isStudent ? aboveWarm(each, score) : undefined),
  silent: (each, score) => (each.isSilent && !each.isCustomer ? aboveWarm(each, score) : undefined),
  only_engagement: ({ fit, engagement }) => (fit <= 20 && engagement >= 60 ? engagement - fit : undefined),
  moved: ({ total, wasTotal }) => {
    const moved = Math.abs(total - wasTotal)
    return moved >= leastMove ? moved : undefined
  },
}

const aboveWarm = ({ total }: Sampled, { warmFrom }: Thresholds) =>
  total >= warmFrom ? total - warmFrom + 1 : undefined

/** The scores that surprise most, of each kind in turn so that none hides the others; every contact once. */
export function oddest(all: Sampled[], score: Thresholds, most: number): (Sampled & { why: Odd })[] {
  const queues = odds.map(why => ({ why, queue: surprising(all, score, why) }))
  const chosen = new Map<string, Sampled & { why: Odd }>()
  while (chosen.size < most && queues.some(({ queue }) => queue.length))
    for (const { why, queue } of queues) {
      const next = nextOf(queue, chosen)
      if (next && chosen.size < most) chosen.set(next.contactId, { ...next, why })
    }
  return [...chosen.values()].toSorted((a, b) => odds.indexOf(a.why) - odds.indexOf(b.why))
}

function surprising(all: Sampled[], score: Thresholds, why: Odd): Sampled[] {
  const found = all.flatMap(each => {
    const by = surprises[why](each, score)
    return by === undefined ? [] : [{ each, by }]
  })
  return found.sort((a, b) => b.by - a.by).map(({ each }) => each)
}

function nextOf(queue: Sampled[], chosen: Map<string, unknown>): Sampled | undefined {
  let next = queue.shift()
  while (next && chosen.has(next.contactId)) next = queue.shift()
  return next
}
