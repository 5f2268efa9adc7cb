import type { Criteria } from '../../../criteria/criteria.ts'
import { alike } from '../../../platform/alike.ts'
import { nearSize } from '../../../scoring/defaults.ts'
import type { FactRule, ScoreModel } from '../../../scoring/model.ts'
import { type Aspect, aspects, isAspect, knownIn, wantedIn } from './aspects.ts'

export type Side = 'ideal' | 'anti'

/** One line of a profile: its key is its aspect or, for what fits none, `profile_` and a number. */
export type Trait = { key: string; when: Criteria; points: number; isMust: boolean }

export type Profile = {
  traits: Trait[]
  /** How many of the lines that are no musts are enough; where nobody said, more than half of an ideal, and one of its contrary. */
  enough?: number
  /** Points besides for whoever is of the profile. */
  bonus: number
  mustPoints: number
  /** Aspects whose rule says more than the form can show. */
  byHand: Aspect[]
}

export const usualAntiPoints = -20
export const usualMustPoints = -50

/** Of how many lines how many must hold, beside the musts. */
export function enoughOf(side: Side, { traits, enough }: Pick<Profile, 'traits' | 'enough'>) {
  const musts = traits.filter(({ isMust }) => isMust).length
  const of = traits.length - musts
  const usual = side === 'anti' ? 1 : Math.floor(of / 2) + 1
  const least = musts > 0 ? 0 : 1
  return { musts, of, least, enough: Math.min(of, Math.max(least, enough ?? usual)) }
}

/** Who is of the profile: has all the musts, and enough of the rest. */
export function profileCriterion(
  side: Side,
  profile: Pick<Profile, 'traits' | 'enough'>,
): Criteria | undefined {
  const { traits } = profile
  const { of, enough } = enoughOf(side, profile)
  const musts = traits.filter(({ isMust }) => isMust).map(({ when }) => when)
  const rest = traits.filter(({ isMust }) => !isMust).map(({ when }) => when)
  if (traits.length === 0) return undefined
  const counted: Criteria = enough === 1 ? { any: rest } : { atLeast: enough, of: rest }
  return musts.length === 0 ? counted : { all: [...musts, ...(of > 0 && enough > 0 ? [counted] : [])] }
}

const keyOf = (side: Side, key: string) =>
  side === 'anti' ? `anti_${key}` : key === 'most' || key === 'must' ? `ideal_${key}` : key

/** What the form of that side calls the rule of a key; undefined where it is not one of its own. */
function ownKey(side: Side, key: string): string | undefined {
  const own = key.replace(/^(anti|ideal)_/, '')
  return keyOf(side, own) === key ? own : undefined
}

const other = /^profile_(\d+)$/

export const isOther = (key: string): boolean => other.test(key)

/** The first key that no line has, for one more that fits no aspect. */
export function nextKey({ traits }: Profile): string {
  const taken = traits.map(({ key }) => Number(other.exec(key)?.[1] ?? 0))
  return `profile_${Math.max(0, ...taken) + 1}`
}

/** The profile that the rules of fit describe. */
export function profileOf({ fit }: Pick<ScoreModel, 'fit'>, side: Side): Profile {
  const own = fit.map(rule => ({ ...rule, key: ownKey(side, rule.key) ?? '' }))
  const ruleOf = (key: string) => own.find(rule => rule.key === key)
  const [most, must] = [ruleOf('most'), ruleOf('must')]
  const ofAspects = aspects.flatMap(key => ruleOf(key) ?? [])
  const lines = [
    ...ofAspects.filter(({ key, when }) => isAspect(key) && wantedIn(key, when)),
    ...own.filter(({ key }) => isOther(key)),
  ]
  const traits = lines.map(({ key, when, points }) => {
    const isPenalised = partsIn(must?.when, 'any').some(each => alike(each, lacking(when)))
    const isMust = isPenalised || partsIn(most?.when, 'all').some(each => alike(each, when))
    return { key, when, points, isMust }
  })
  return {
    traits,
    ...(most && { enough: enoughIn(most.when, traits) }),
    bonus: most?.points ?? 0,
    mustPoints: must?.points ?? usualMustPoints,
    byHand: aspects.filter(aspect => ruleOf(aspect) && traits.every(({ key }) => key !== aspect)),
  }
}

const partsIn = (when: Criteria | undefined, join: 'any' | 'all'): Criteria[] => {
  if (when && join === 'any' && 'any' in when) return when.any
  return when && join === 'all' && 'all' in when ? when.all : []
}

function enoughIn(when: Criteria, traits: Trait[]): number {
  const isLine = (part: Criteria) => traits.some(trait => alike(trait.when, part))
  const counted = 'all' in when ? when.all.find(part => !isLine(part)) : when
  return counted && 'of' in counted ? counted.atLeast : counted ? 1 : 0
}

/** Known, and not as wanted; undefined where it is never known to be lacking. */
function lacking(when: Criteria): Criteria | undefined {
  const known = knownIn(when)
  return known && { all: [known, { not: when }] }
}

export const mayBeLacking = ({ when }: Trait): boolean => lacking(when) !== undefined

function isWritten(side: Side, { byHand }: Profile, key: string): boolean {
  const own = ownKey(side, key) ?? ''
  return isAspect(own) ? !byHand.includes(own) : isOther(own) || own === 'most' || own === 'must'
}

/** Whether the form of that side shows the rule and writes it. */
export const isOfProfile = (side: Side, score: ScoreModel, { key }: FactRule): boolean =>
  isWritten(side, profileOf(score, side), key)

/** The score with the rules of fit that the profile amounts to; every other rule stays, in its place. */
export function withProfile(score: ScoreModel, side: Side, profile: Profile): ScoreModel {
  const written = new Map(rulesOf(side, profile).map(rule => [rule.key, rule]))
  const kept = score.fit.flatMap(rule => {
    const now = written.get(rule.key)
    written.delete(rule.key)
    if (now) return [{ ...rule, ...now }]
    return isWritten(side, profile, rule.key) ? [] : [rule]
  })
  return { ...score, fit: withNear([...kept, ...written.values()], side, profile) }
}

function rulesOf(side: Side, profile: Profile): FactRule[] {
  const { traits, mustPoints, bonus } = profile
  const when = profileCriterion(side, profile)
  const lost = traits.flatMap(trait => (trait.isMust ? (lacking(trait.when) ?? []) : []))
  return [
    ...traits.map(({ key, when, points }) => ({ key: keyOf(side, key), when, points })),
    ...(when && isTold(profile) ? [{ key: keyOf(side, 'most'), when, points: bonus }] : []),
    ...(lost.length ? [{ key: keyOf(side, 'must'), when: { any: lost }, points: mustPoints }] : []),
  ]
}

/** Whether more is said of the whole than its lines say by themselves. */
const isTold = ({ traits, enough, bonus }: Profile) =>
  enough !== undefined || bonus !== 0 || traits.some(trait => trait.isMust && !mayBeLacking(trait))

/** The rule of nearly the right size follows the range. */
function withNear(fit: FactRule[], side: Side, { traits }: Profile): FactRule[] {
  const size = traits.find(({ key }) => key === 'size')
  const { from, to } = (size && wantedIn('size', size.when)) ?? {}
  if (side === 'anti' || from === undefined || to === undefined || from < 2) return fit
  return fit.map(rule => (rule.key === 'size_near' ? { ...rule, when: nearSize({ from, to }) } : rule))
}
