import type { Criteria } from '../criteria/criteria.ts'
import type { Candidate } from './candidates.ts'
import type { Observed } from './observing.ts'

/**
 * A fact that is commoner among those with the outcome than among the others: the share of each that has it, how many times commoner
 * that is, and on how many contacts with it the statement rests. `points` is what it would give to fit.
 */
export type Likeness = {
  about: string
  when: Criteria
  people: number
  share: number
  shareOfRest: number
  times: number
  points: number
  /** Holds for nearly the same contacts as one before it. */
  isRepeated?: boolean
}

const fewestWinners = 10
const leastTimes = 1.3
/** A difference of fewer standard errors is too often mere chance. */
const leastSure = 2
const mostOfOneFact = 3
const most = 12

/** What tells those with the outcome from the rest, the facts that part them most first; at most three values of one fact. */
export function profileOf(candidates: (Candidate & { isOut: boolean })[], observed: Observed[]): Likeness[] {
  const won = observed.filter(each => each.won).length
  const held = candidates.map(() => ({ won: 0, rest: 0 }))
  for (const each of observed)
    for (const place of each.holds) {
      const counts = held[place]
      if (counts) counts[each.won ? 'won' : 'rest']++
    }
  const rest = observed.length - won
  const found = candidates.flatMap(({ about, when, isOut }, place) => {
    const counts = held[place] ?? { won: 0, rest: 0 }
    const likeness = { about, when, place, ...compared(counts, won, rest) }
    const tells =
      counts.won >= fewestWinners && likeness.times >= leastTimes && sureness(counts, won, rest) >= leastSure
    return tells && !isOut && !('did' in when) ? [likeness] : []
  })
  const ranked = found.sort((a, b) => b.share - b.shareOfRest - (a.share - a.shareOfRest))
  const first = ranked.filter((each, at) => isAmongFirst(each, ranked.slice(0, at))).slice(0, most)
  const holders = first.map(({ place }) => observed.map(({ holds }) => holds.includes(place)))
  return first.map(({ place: _, ...each }, at) => {
    const isRepeated = holders.slice(0, at).some(before => areNearlySame(before, holders[at] ?? []))
    return { ...each, ...(isRepeated && { isRepeated }) }
  })
}

const nearly = 0.9

/** Whether those in either of both are nearly all in both. */
function areNearlySame(one: boolean[], other: boolean[]): boolean {
  const either = one.filter((holds, at) => holds || other[at]).length
  return one.filter((holds, at) => holds && other[at]).length >= nearly * either
}

/** Of an amount the limit that parts best says it all; the others would only repeat it. */
function isAmongFirst({ about, when }: Likeness, before: Likeness[]): boolean {
  const same = before.filter(each => each.about === about)
  const asked = 'company' in when ? when.company : when
  const isAmount = 'field' in asked && asked.op === 'atLeast'
  return same.length < (isAmount ? 1 : mostOfOneFact)
}

function compared(held: { won: number; rest: number }, won: number, rest: number) {
  const [share, shareOfRest] = [held.won / Math.max(1, won), held.rest / Math.max(1, rest)]
  // Half a contact keeps what no other has from being endlessly commoner.
  const times = share / ((held.rest + 0.5) / (rest + 1))
  const points = Math.min(20, Math.max(5, 5 * Math.round(2 * Math.log2(times))))
  return { people: held.won + held.rest, share, shareOfRest, times, points }
}

/** How many standard errors the shares of both lie apart. */
function sureness(held: { won: number; rest: number }, won: number, rest: number): number {
  const usual = (held.won + held.rest) / (won + rest)
  const error = Math.sqrt(usual * (1 - usual) * (1 / won + 1 / rest))
  return error > 0 ? (held.won / won - held.rest / rest) / error : 0
}
