import type { ScoreModel } from '../../../scoring/model.ts'
import { mayBeLacking, profileOf, type Trait } from './ideal.ts'

export type LackingMust = {
  musts: Trait[]
  /** The most fit that is left to whoever is known to lack one of them. */
  mostFit: number
  /** What lacking one would have to take away to leave less than the least fit worth a contact; undefined where no rule can take so much. */
  needed?: number
}

const mostOfOneRule = 100

/** What the musts of the ideal profile do to fit before contact; undefined where nothing that can be known to be lacking is a must. */
export function lackingMust(score: ScoreModel): LackingMust | undefined {
  const { traits, mustPoints } = profileOf(score, 'ideal')
  const musts = traits.filter(trait => trait.isMust && mayBeLacking(trait))
  if (musts.length === 0) return undefined
  // Whoever lacks one has not its points either, nor those for the profile as a whole.
  const reachable = score.fit.filter(({ key, points }) => points > 0 && key !== 'ideal_most')
  const sum = reachable.reduce((all, { points }) => all + points, 0)
  const own = Math.min(...musts.map(({ points }) => Math.max(0, points)))
  const needed = (score.contactFrom ?? 0) - 1 - (sum - own)
  return {
    musts,
    mostFit: Math.min(100, Math.max(0, sum - own + mustPoints)),
    ...(needed >= -mostOfOneRule && { needed: Math.min(0, needed) }),
  }
}
