import { type Criteria, leavesOf, partsOf } from '../../../criteria/criteria.ts'
import { alike } from '../../../platform/alike.ts'
import { between, contains, decidesBy, hereOrAtWork } from '../../../scoring/defaults.ts'

/** What a profile is described by, in the order of the form. */
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

export const aspectsOfCompanies: readonly Aspect[] = ['sector', 'size', 'revenue', 'decides']

export const isAspect = (key: string): key is Aspect => aspects.some(aspect => aspect === key)

/** What is wanted of an aspect: words, or an amount from and to; of money, one or the other. */
export type Wanted = { words?: string[]; from?: number; to?: number }

export const amounts: readonly Aspect[] = ['size', 'revenue', 'spending']

/** Points that an aspect has when it is first filled in: those of the ready-made score (scoring/defaults.ts) where it has the aspect, and in keeping with them. */
export const usualPoints: Record<Aspect, number> = {
  ...{ audience: 10, sector: 20, size: 20, revenue: 15, place: 10 },
  ...{ area: 10, problem: 10, spending: 15, project: 10, decides: 20 },
}

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

/** The criterion of an aspect; undefined while nothing is wanted of it. */
export function criterionOf(aspect: Aspect, { words = [], from, to }: Wanted): Criteria | undefined {
  const isAmount = amounts.includes(aspect)
  if (isAmount ? from === undefined && to === undefined : words.length === 0) return undefined
  return asked[aspect]({ words, from: from ?? 0, to: to ?? Infinity })
}

/** What a criterion wants of an aspect, when the form would write that very criterion. */
export function wantedIn(aspect: Aspect, when: Criteria): Wanted | undefined {
  const compared = comparedIn(when)
  const amount = (op: string) => compared.find(leaf => leaf.op === op)?.value
  const [from, to] = [amount('atLeast'), amount('atMost')]
  const wanted: Wanted = amounts.includes(aspect)
    ? { ...(typeof from === 'number' && { from }), ...(typeof to === 'number' && { to }) }
    : { words: wordsIn(aspect, compared) }
  const written = criterionOf(aspect, wanted)
  return written && alike(written, when) ? wanted : undefined
}

type Compared = { field?: string; op?: string; value?: unknown }

/** What a criterion compares with what; tags with those that it names. */
export const comparedIn = (when: Criteria): Compared[] =>
  leavesOf(when).flatMap((leaf): Compared[] => {
    if ('answered' in leaf) return leaf.value ? [{ field: leaf.answered, ...leaf.value }] : []
    if ('is' in leaf) return [{ field: leaf.is, op: 'isAnyOf', value: leaf.anyOf }]
    return 'field' in leaf ? [leaf] : []
  })

function wordsIn(aspect: Aspect, compared: Compared[]): string[] {
  const texts = compared.flatMap(({ op, value }) =>
    aspect === 'decides' && op === 'is' ? [] : [value].flat(),
  )
  return [...new Set(texts.filter(text => typeof text === 'string'))]
}

/** Whether all that a criterion asks about is known; undefined where that cannot be told, as of tags. */
export function knownIn(when: Criteria): Criteria | undefined {
  if ('company' in when) {
    const inner = knownIn(when.company)
    return inner && { company: inner }
  }
  if ('field' in when) return { field: when.field, op: 'isKnown' }
  if ('answered' in when) return { answered: when.answered, state: ['confirmed', 'negative'] }
  const parts = partsOf(when).map(knownIn)
  if (parts.length === 0 || parts.includes(undefined)) return undefined
  const known = parts.flatMap(part => (part && 'any' in part ? part.any : part ? [part] : []))
  const distinct = known.filter((part, place) => known.findIndex(each => alike(each, part)) === place)
  const [only] = distinct
  return only && distinct.length === 1 ? only : { any: distinct }
}
