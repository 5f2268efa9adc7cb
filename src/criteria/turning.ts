import { alike } from '../platform/alike.ts'
import { type Criteria, type DidRule, leastOf, type ScoreRule } from './criteria.ts'

/**
 * Whom a changed criterion may answer otherwise: some who did not fulfil it and would, some who did and would not. All of them would
 * be answered so by the old one too once `days` have gone by: a shorter window does at once what time does later.
 */
export type Turning = { comes: boolean; goes: boolean; days: number }

const never = Number.POSITIVE_INFINITY

export const noTurning: Turning = { comes: false, goes: false, days: 0 }
export const anyTurning: Turning = { comes: true, goes: true, days: never }

export const eitherOf = (one: Turning, other: Turning): Turning => ({
  comes: one.comes || other.comes,
  goes: one.goes || other.goes,
  days: Math.max(one.days, other.days),
})

/** Told by the shape of the two alone, whatever the facts: a shorter window lets nobody in. Where it cannot be told, both. */
export function turningOf(was: Criteria, is: Criteria): Turning {
  if (alike(was, is)) return noTurning
  if ('all' in was && 'all' in is) return inverse(ofParts(was.all, is.all, inverse))
  if ('any' in was && 'any' in is) return ofParts(was.any, is.any)
  if ('not' in was && 'not' in is) return inverse(turningOf(was.not, is.not))
  if ('company' in was && 'company' in is) return turningOf(was.company, is.company)
  if ('did' in was && 'did' in is) return ofDeeds(was, is)
  if ('score' in was && 'score' in is) return ofScores(was, is)
  return anyTurning
}

const inverse = ({ comes, goes, days }: Turning): Turning => ({ comes: goes, goes: comes, days })

/** Of those of which any is enough: another lets in, and one less lets out. Of those that must all hold it is the other way about. */
function ofParts(was: Criteria[], is: Criteria[], as = (turning: Turning) => turning): Turning {
  const [gone, come] = [without(was, is), without(is, was)]
  if (gone.length === come.length)
    return gone.map((part, place) => as(turningOf(part, come[place] as Criteria))).reduce(eitherOf, noTurning)
  return gone.length && come.length
    ? anyTurning
    : { comes: come.length > 0, goes: gone.length > 0, days: never }
}

const without = (those: Criteria[], others: Criteria[]) =>
  those.filter(each => !others.some(other => alike(each, other)))

function ofDeeds(was: DidRule, is: DidRule): Turning {
  const isOtherwiseSame = alike(besides(was), besides(is))
  // Else an event more may also be what stands in the way.
  const isOfMore = is.atMost === undefined && !is.notWithinDays && !is.minus && !is.noneSince
  if (!isOtherwiseSame || !isOfMore) return anyTurning
  return { comes: letsInMore(was, is), goes: letsInMore(is, was), days: daysShorter(was, is) }
}

/** By how much the window is shorter, where the same is to be done as often. */
function daysShorter(was: DidRule, is: DidRule): number {
  const isAsOften = leastOf(was) === leastOf(is) && alike(namesOf(was), namesOf(is))
  const days = (was.withinDays ?? never) - (is.withinDays ?? never)
  return isAsOften && days > 0 ? days : never
}

const besides = ({ did, ...rule }: DidRule) => ({
  ...rule,
  did: Array.isArray(did) ? [] : did,
  ...{ withinDays: undefined, atLeast: undefined },
})

const letsInMore = (one: DidRule, other: DidRule): boolean =>
  (other.withinDays ?? never) > (one.withinDays ?? never) ||
  leastOf(other) < leastOf(one) ||
  namesOf(other).some(name => !namesOf(one).includes(name))

const namesOf = ({ did }: DidRule) => (Array.isArray(did) ? did : [])

function ofScores(was: ScoreRule, is: ScoreRule): Turning {
  if (was.score !== is.score || was.funnel !== is.funnel) return anyTurning
  const isWider = (one: ScoreRule, other: ScoreRule) =>
    (other.atLeast ?? 0) < (one.atLeast ?? 0) || (other.atMost ?? 100) > (one.atMost ?? 100)
  return { comes: isWider(was, is), goes: isWider(is, was), days: never }
}
