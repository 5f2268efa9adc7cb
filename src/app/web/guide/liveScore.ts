import type { ScoreModel, Temperature } from '../../../scoring/model.ts'

export type GuideRule = ScoreModel['fit'][number] | ScoreModel['engagement'][number]

/** The rules that add most, the first first. */
export const strongest = <Rule extends GuideRule>(rules: readonly Rule[], count: number): Rule[] =>
  rules
    .filter(({ points }) => points > 0)
    .toSorted((one, other) => other.points - one.points)
    .slice(0, count)

/** The rules that take points away, of fit and of engagement. */
export const losses = ({ fit, engagement, engagementFacts }: ScoreModel): GuideRule[] =>
  [...fit, ...engagement, ...engagementFacts]
    .filter(({ points }) => points < 0)
    .toSorted((one, other) => one.points - other.points)

/** The most that fit and engagement can give to the total alone, and what it takes to be hot: both, any one, or the only one that counts. */
export function aloneIn({ fitShare, hotFrom }: ScoreModel) {
  const most = { fit: fitShare, engagement: 100 - fitShare }
  return { ...most, hot: hotFrom, takes: takenToBeHot(most, hotFrom) }
}

function takenToBeHot(
  { fit, engagement }: Record<'fit' | 'engagement', number>,
  hotFrom: number,
): 'both' | 'either' | 'onlyFit' | 'onlyEngagement' {
  if (engagement === 0) return 'onlyFit'
  if (fit === 0) return 'onlyEngagement'
  return Math.max(fit, engagement) < hotFrom ? 'both' : 'either'
}

type Instant = { days: number; fit: number; engagement: number; total: number; temperature: Temperature }

/** Somebody with the strongest facts and, in each group that fades, the strongest deed: today and as it fades. */
export function exampleOf(score: ScoreModel): {
  facts: GuideRule[]
  deeds: GuideRule[]
  instants: Instant[]
} {
  const facts = strongest(score.fit, 3)
  const fading = score.groups.filter(({ halfLifeDays }) => halfLifeDays !== null).slice(0, 3)
  const deeds = fading.flatMap(({ key }) =>
    strongest(
      score.engagement.filter(({ group }) => group === key),
      1,
    ),
  )
  const slowest = Math.max(0, ...fading.map(({ halfLifeDays }) => halfLifeDays ?? 0))
  const instants = [...new Set([0, slowest / 2, slowest, 2 * slowest])].map(days =>
    instantOf(score, facts, deeds, Math.round(days)),
  )
  return { facts, deeds, instants }
}

function instantOf(
  score: ScoreModel,
  facts: GuideRule[],
  deeds: ScoreModel['engagement'],
  days: number,
): Instant {
  const fit = whole(sum(facts.map(({ points }) => points)))
  const given = score.groups.map(({ key, halfLifeDays, cap }) => {
    const points = sum(deeds.filter(({ group }) => group === key).map(deed => deed.points))
    return Math.min(cap ?? Infinity, halfLifeDays ? points * 2 ** (-days / halfLifeDays) : points)
  })
  const engagement = whole(sum(given))
  const total = whole((score.fitShare * fit + (100 - score.fitShare) * engagement) / 100)
  const temperature = total >= score.hotFrom ? 'hot' : total >= score.warmFrom ? 'warm' : 'cold'
  return { days, fit, engagement, total, temperature }
}

const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0)
const whole = (points: number) => Math.round(Math.min(100, Math.max(0, points)))
