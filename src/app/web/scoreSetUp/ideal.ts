import type { Criteria } from '../../../criteria/criteria.ts'
import { alike } from '../../../platform/alike.ts'
import { between, contains, decidesBy, hereOrAtWork, nearSize } from '../../../scoring/defaults.ts'
import type { FactRule, ScoreModel } from '../../../scoring/model.ts'

/** What an ideal profile is described by, in the order of the form. */
export const aspects = [
  'audience',
  'sector',
  'size',
  'revenue',
  'place',
  'area',
  'problem',
  'spending',
  'project',
  'decides',
] as const
export type Aspect = (typeof aspects)[number]

/** Whom we want, or whom we do not. */
export type Side = 'ideal' | 'anti'

/** What is wanted of an aspect: words, or an amount from and to; of money, one or the other. */
export type Wanted = { words?: string[]; from?: number; to?: number }

export type Trait = { aspect: Aspect; wanted: Wanted; points: number; isMust: boolean }

export type Profile = {
  traits: Trait[]
  /** So many points besides, when at least so many of the traits hold. */
  most?: { atLeast: number; points: number }
  /** What is lost by who is known to lack a trait that is a must. */
  mustPoints: number
  /** Aspects whose rule says more than the form can show. */
  byHand: Aspect[]
}

/** Points that an aspect has when it is first filled in: those of the ready-made score (scoring/defaults.ts) where it has the aspect, and in keeping with them. */
export const usualPoints: Record<Aspect, number> = {
  ...{ audience: 10, sector: 20, size: 20, revenue: 15, place: 10 },
  ...{ area: 10, problem: 10, spending: 15, project: 10, decides: 20 },
}
export const usualAntiPoints = -20
export const usualMustPoints = -50
export const usualMostPoints = 20

/** The aspects that are amounts; the others are words. */
export const amounts: readonly Aspect[] = ['size', 'revenue', 'spending']

const anyOf = (field: string, value: string[]): Criteria => ({ field, op: 'isAnyOf', value })

const asked: Record<Aspect, (wanted: Required<Wanted>) => Criteria> = {
  audience: ({ words }) => ({ any: [contains('occupation', words), contains('department', words)] }),
  sector: ({ words }) => hereOrAtWork(anyOf('sector', words)),
  size: ({ from, to }) => hereOrAtWork(employeesBetween(from, to)),
  revenue: amount => hereOrAtWork({ field: 'annualRevenue', ...limit(amount) }),
  place: ({ words }) => hereOrAtWork(anyOf('country', words)),
  area: ({ words }) => hereOrAtWork({ any: [anyOf('region', words), anyOf('city', words)] }),
  problem: ({ words }) => contains('need', words),
  spending: amount => ({ answered: 'budget', value: limit(amount) }),
  project: ({ words }) => ({ is: 'tag', anyOf: words }),
  decides: ({ words }) => decidesBy(words),
}

const limit = ({ from, to }: Required<Wanted>) =>
  Number.isFinite(to) ? { op: 'atMost' as const, value: to } : { op: 'atLeast' as const, value: from }

function employeesBetween(from: number, to: number): Criteria {
  if (!Number.isFinite(to)) return { field: 'employees', op: 'atLeast', value: from }
  return from > 0 ? between('employees', from, to) : { field: 'employees', op: 'atMost', value: to }
}

const known = (field: string): Criteria => hereOrAtWork({ field, op: 'isKnown' })

/** Whether anything is known of an aspect: who is not known to lack a must loses nothing. Tags are never known to be missing. */
const knownOf: Partial<Record<Aspect, Criteria>> = {
  audience: {
    any: [
      { field: 'occupation', op: 'isKnown' },
      { field: 'department', op: 'isKnown' },
    ],
  },
  sector: known('sector'),
  size: known('employees'),
  revenue: known('annualRevenue'),
  place: known('country'),
  area: { any: [known('region'), known('city')] },
  problem: { field: 'need', op: 'isKnown' },
  spending: { answered: 'budget', state: ['confirmed', 'negative'] },
  decides: {
    any: [
      { field: 'decisionRole', op: 'isKnown' },
      { field: 'jobTitle', op: 'isKnown' },
    ],
  },
}

export const mayBeMust = (aspect: Aspect): boolean => aspect in knownOf

/** The criterion of an aspect; undefined while nothing is wanted of it. */
export function criterionOf(aspect: Aspect, { words = [], from, to }: Wanted): Criteria | undefined {
  const isAmount = amounts.includes(aspect)
  if (isAmount ? from === undefined && to === undefined : words.length === 0) return undefined
  return asked[aspect]({ words, from: from ?? 0, to: to ?? Infinity })
}

/** What a criterion wants of an aspect, when the form would write that very criterion. */
export function wantedIn(aspect: Aspect, when: Criteria): Wanted | undefined {
  const leaves = leavesOf(when)
  const amount = (op: string) => leaves.find(leaf => leaf.op === op)?.value
  const [from, to] = [amount('atLeast'), amount('atMost')]
  const wanted: Wanted = amounts.includes(aspect)
    ? { ...(typeof from === 'number' && { from }), ...(typeof to === 'number' && { to }) }
    : { words: wordsIn(aspect, leaves) }
  const written = criterionOf(aspect, wanted)
  return written && alike(written, when) ? wanted : undefined
}

type Compared = { field?: string; op?: string; value?: unknown; words?: string[] }

function leavesOf(rule: Criteria): Compared[] {
  if ('all' in rule) return rule.all.flatMap(leavesOf)
  if ('any' in rule) return rule.any.flatMap(leavesOf)
  if ('company' in rule) return leavesOf(rule.company)
  if ('answered' in rule) return rule.value ? [rule.value] : []
  if ('is' in rule) return [{ words: rule.anyOf }]
  return 'field' in rule ? [rule] : []
}

function wordsIn(aspect: Aspect, leaves: Compared[]): string[] {
  const texts = leaves.flatMap(
    ({ op, value, words }) => words ?? (aspect === 'decides' && op === 'is' ? [] : [value].flat()),
  )
  return [...new Set(texts.filter(text => typeof text === 'string'))]
}

const keyOf = (side: Side, aspect: Aspect | 'most' | 'must') =>
  side === 'anti' ? `anti_${aspect}` : aspect === 'most' || aspect === 'must' ? `ideal_${aspect}` : aspect

/** The profile that the rules of fit describe. */
export function profileOf({ fit }: Pick<ScoreModel, 'fit'>, side: Side): Profile {
  const ruleOf = (aspect: Aspect | 'most' | 'must') => fit.find(({ key }) => key === keyOf(side, aspect))
  const [most, must] = [ruleOf('most'), ruleOf('must')]
  const counted = most && 'of' in most.when ? most.when : undefined
  const musts = must && 'any' in must.when ? must.when.any : []
  const traits = aspects.flatMap(aspect => {
    const rule = ruleOf(aspect)
    const wanted = rule ? wantedIn(aspect, rule.when) : counted && wantedAmong(aspect, counted.of)
    const isMust = wanted ? musts.some(each => alike(each, lacking({ aspect, wanted }))) : false
    return wanted ? [{ aspect, wanted, points: rule?.points ?? 0, isMust }] : []
  })
  return {
    traits,
    ...(most && counted && { most: { atLeast: counted.atLeast, points: most.points } }),
    mustPoints: must?.points ?? usualMustPoints,
    byHand: aspects.filter(aspect => ruleOf(aspect) && traits.every(each => each.aspect !== aspect)),
  }
}

function wantedAmong(aspect: Aspect, rules: Criteria[]): Wanted | undefined {
  for (const rule of rules) {
    const wanted = wantedIn(aspect, rule)
    if (wanted) return wanted
  }
}

/** Known, and not as wanted. */
function lacking({ aspect, wanted }: Pick<Trait, 'aspect' | 'wanted'>): Criteria {
  const [isKnown, when] = [knownOf[aspect], criterionOf(aspect, wanted)]
  return { all: [isKnown ?? { all: [] }, { not: when ?? { all: [] } }] }
}

const isWritten = (side: Side, { byHand }: Profile, key: string): boolean =>
  [...aspects, 'most' as const, 'must' as const].some(each => keyOf(side, each) === key) &&
  byHand.every(aspect => keyOf(side, aspect) !== key)

/** Whether the form of that side shows the rule and writes it. */
export const isOfProfile = (side: Side, score: ScoreModel, { key }: FactRule): boolean =>
  isWritten(side, profileOf(score, side), key)

/** The score with the rules of fit that the profile amounts to; every other rule stays, in its place. */
export function withProfile(score: ScoreModel, side: Side, profile: Profile): ScoreModel {
  const written = new Map(rulesOf(side, profile).map(rule => [rule.key, rule]))
  const isOurs = (key: string) => isWritten(side, profile, key)
  const kept = score.fit.flatMap(rule => {
    const now = written.get(rule.key)
    written.delete(rule.key)
    if (now) return [{ ...rule, ...now }]
    return isOurs(rule.key) ? [] : [rule]
  })
  return { ...score, fit: withNear([...kept, ...written.values()], side, profile) }
}

function rulesOf(side: Side, { traits, most, mustPoints }: Profile): FactRule[] {
  const asked = traits.flatMap(trait => {
    const when = criterionOf(trait.aspect, trait.wanted)
    return when ? [{ ...trait, when }] : []
  })
  const musts = asked.filter(({ isMust, aspect }) => isMust && mayBeMust(aspect))
  const own = asked.filter(({ points }) => points !== 0 || !most)
  return [
    ...own.map(({ aspect, when, points }) => ({ key: keyOf(side, aspect), when, points })),
    ...(most && asked.length ? [{ key: keyOf(side, 'most'), ...mostOf(most, asked) }] : []),
    ...(musts.length
      ? [{ key: keyOf(side, 'must'), when: { any: musts.map(lacking) }, points: mustPoints }]
      : []),
  ]
}

const mostOf = ({ atLeast, points }: NonNullable<Profile['most']>, asked: { when: Criteria }[]) => ({
  when: { atLeast: Math.min(atLeast, asked.length), of: asked.map(({ when }) => when) },
  points,
})

/** The rule of nearly the right size follows the range. */
function withNear(fit: FactRule[], side: Side, { traits }: Profile): FactRule[] {
  const { from, to } = traits.find(({ aspect }) => aspect === 'size')?.wanted ?? {}
  if (side === 'anti' || from === undefined || to === undefined || from < 2) return fit
  return fit.map(rule => (rule.key === 'size_near' ? { ...rule, when: nearSize({ from, to }) } : rule))
}
