/** One contact as it was looked at: its score then, and whether the outcome came. */
export type Scored = { score: number; won: boolean }

export type Interval = { value: number; low: number; high: number }

/**
 * The area under the ROC curve: how often one who reached the outcome had the higher score than one who did not, ties counting half.
 * Undefined without at least one of each. The interval is of 95 %. Source: Hanley and McNeil, Radiology 143, 1982.
 */
export function auc(people: Scored[]): Interval | undefined {
  const won = people.filter(each => each.won).length
  const others = people.length - won
  if (won === 0 || others === 0) return undefined
  const value = (rankSum(people) - (won * (won + 1)) / 2) / (won * others)
  const bothWon = value / (2 - value)
  const bothOthers = (2 * value ** 2) / (1 + value)
  const variance =
    (value * (1 - value) + (won - 1) * (bothWon - value ** 2) + (others - 1) * (bothOthers - value ** 2)) /
    (won * others)
  const margin = 1.96 * Math.sqrt(Math.max(0, variance))
  return { value, low: Math.max(0, value - margin), high: Math.min(1, value + margin) }
}

/** The ranks, from 1, of those who reached the outcome; who has the same score shares the middle of their ranks. */
function rankSum(people: Scored[]): number {
  const groups = [...Map.groupBy(people, each => each.score)].sort(([a], [b]) => a - b)
  let before = 0
  let sum = 0
  for (const [, group] of groups) {
    sum += group.filter(each => each.won).length * (before + (group.length + 1) / 2)
    before += group.length
  }
  return sum
}

/**
 * By how much the area of `score` is larger than that of `other` for the same contacts: they are not independent, so the two intervals
 * do not tell. Undefined without at least two of each kind. The interval is of 95 %. Source: DeLong, DeLong and Clarke-Pearson,
 * Biometrics 44, 1988, by the ranks of Sun and Xu, IEEE Signal Processing Letters 21, 2014.
 */
export function aucDifference(people: (Scored & { other: number })[]): Interval | undefined {
  const won = people.filter(each => each.won)
  const others = people.filter(each => !each.won)
  if (won.length < 2 || others.length < 2) return undefined
  const [forWon, forOthers] = [won, others].map((some, place) => {
    const rest = place === 0 ? others : won
    const one = sharesBeaten(
      some.map(each => each.score),
      rest.map(each => each.score),
    )
    const two = sharesBeaten(
      some.map(each => each.other),
      rest.map(each => each.other),
    )
    return one.map((share, at) => share - (two[at] ?? 0))
  }) as [number[], number[]]
  const value = mean(forWon)
  const margin = 1.96 * Math.sqrt(varianceOf(forWon) / won.length + varianceOf(forOthers) / others.length)
  return { value, low: value - margin, high: value + margin }
}

/** Of each, the share of the rest with a lower score, ties counting half. */
function sharesBeaten(scores: number[], rest: number[]): number[] {
  const ascending = rest.toSorted((a, b) => a - b)
  return scores.map(score => (firstFrom(ascending, score) + firstAbove(ascending, score)) / 2 / rest.length)
}

const firstFrom = (ascending: number[], score: number) => placeWhere(ascending, each => each >= score)
const firstAbove = (ascending: number[], score: number) => placeWhere(ascending, each => each > score)

/** The first place from which on it holds. */
function placeWhere(ascending: number[], holds: (each: number) => boolean): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(ascending[middle] as number)) high = middle
    else low = middle + 1
  }
  return low
}

function varianceOf(numbers: number[]): number {
  const middle = mean(numbers)
  return numbers.reduce((sum, each) => sum + (each - middle) ** 2, 0) / (numbers.length - 1)
}

/** A tenth of the contacts, the best first. `lift`: how many times the usual share reached the outcome. */
export type Decile = { people: number; won: number; share: number; lift: number; from: number; to: number }

export function deciles(people: Scored[]): Decile[] {
  const ranked = people.toSorted((a, b) => b.score - a.score)
  const usual = shareOf(people)
  const parts = Math.min(10, ranked.length)
  return Array.from({ length: parts }, (_, place) => {
    const part = ranked.slice(edge(ranked, place, parts), edge(ranked, place + 1, parts))
    const share = shareOf(part)
    return {
      people: part.length,
      won: part.filter(each => each.won).length,
      ...{ share, lift: usual > 0 ? share / usual : 0 },
      ...{ from: part.at(-1)?.score ?? 0, to: part[0]?.score ?? 0 },
    }
  })
}

const edge = (people: unknown[], place: number, parts: number) => Math.round((place * people.length) / parts)

export const shareOf = (people: { won: boolean }[]): number =>
  people.length ? people.filter(each => each.won).length / people.length : 0

/** A band of scores: what it led one to expect, and what came. */
export type CalibrationBand = { people: number; expected: number; seen: number }

export type Calibration = {
  bands: CalibrationBand[]
  /** The mean square of what was expected less what came: 0 is perfect; `usual` is that of always expecting the usual share. */
  brier: number
  usual: number
}

/** How well expected shares (0 to 1) fit what came, in ten bands of equal size. */
export function calibration(people: { expected: number; won: boolean }[]): Calibration {
  const ranked = people.toSorted((a, b) => a.expected - b.expected)
  const parts = Math.min(10, ranked.length)
  const bands = Array.from({ length: parts }, (_, place) => {
    const part = ranked.slice(edge(ranked, place, parts), edge(ranked, place + 1, parts))
    return { people: part.length, expected: mean(part.map(each => each.expected)), seen: shareOf(part) }
  })
  const usual = shareOf(people)
  return {
    bands,
    brier: mean(people.map(each => (each.expected - Number(each.won)) ** 2)),
    usual: usual * (1 - usual),
  }
}

export const mean = (numbers: number[]): number =>
  numbers.length ? numbers.reduce((sum, each) => sum + each, 0) / numbers.length : 0

/** Of those who reached the outcome, the share among the `capacity` with the highest scores; who ties at the edge counts in part. */
export function coverage(people: Scored[], capacity: number): number {
  const won = people.filter(each => each.won).length
  if (won === 0 || capacity >= people.length) return 1
  const edgeScore = people.toSorted((a, b) => b.score - a.score)[Math.max(0, capacity - 1)]?.score ?? 0
  const above = people.filter(each => each.score > edgeScore)
  const at = people.filter(each => each.score === edgeScore)
  const room = Math.max(0, capacity - above.length) / Math.max(1, at.length)
  const reached = (some: Scored[]) => some.filter(each => each.won).length
  return (reached(above) + room * reached(at)) / won
}

/** The coverage at each percent of the contacts, from 1 to 100. */
export function coverageCurve(people: Scored[]): number[] {
  const won = people.filter(each => each.won).length
  const ranked = [...Map.groupBy(people, each => each.score)]
    .sort(([a], [b]) => b - a)
    .map(([, of]) => ({ people: of.length, won: of.filter(each => each.won).length }))
  return Array.from({ length: 100 }, (_, place) => {
    let room = ((place + 1) / 100) * people.length
    let reached = 0
    for (const band of ranked) {
      reached += band.won * Math.min(1, room / band.people)
      room -= band.people
      if (room <= 0) break
    }
    return won ? reached / won : 1
  })
}
