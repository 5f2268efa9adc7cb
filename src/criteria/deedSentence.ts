import { deedTexts, saidBy } from '../activity/deeds.ts'
import { isEventName } from '../activity/events.ts'
import { conditionText } from './conditionText.ts'
import { type DidRule, leastOf } from './criteria.ts'
import { dateText, joined, type Words } from './sentence.ts'
import type { SpokenDeed } from './spoken.ts'

/** What the contact did as a clause: what, with which properties, in which direction, how often, when. */
export function deedSentence(words: Words, said: SpokenDeed): string {
  const { deed: rule, yes, isOpposite } = said
  const [isNever, isOnce] = [neverOf(rule), onceOf(rule)]
  const known = (isOnce || isNever) && leftText(words, rule, isOnce)
  if (known) return known
  const often = isNever ? '' : times(words, leastOf(rule), rule.atMost)
  const parts = [
    `${deed(words, rule, yes && !isNever)}${isSummed(rule) ? words.say('criteria.deed.inAll', { often }) : ''}`,
    isSummed(rule) ? '' : often,
    ...less(words, rule, isOnce || isNever),
    ...when(words, rule, !isOpposite),
    rule.byRobotsToo ? `(${words.say('criteria.deed.byRobots')})` : '',
    rule.noneSince ? since(words, rule.noneSince, !isOpposite) : '',
  ]
  return parts.filter(Boolean).join(' ')
}

/** Whether it would be misread inside an “and” (`isAll`) or an “or”. */
export function isManifold({ deed, yes, isOpposite }: SpokenDeed, isAll: boolean): boolean {
  if (deed.noneSince || isSummed(deed) || (isOpposite && deed.notWithinDays)) return true
  return isAll && yes && !neverOf(deed) && Array.isArray(deed.did) && namedIn(deed.did).length > 1
}

const neverOf = (rule: DidRule) => leastOf(rule) === 0 && rule.atMost === 0
const onceOf = (rule: DidRule) => leastOf(rule) === 1 && rule.atMost === undefined

/** Several signals of which not each counts by itself. */
const isSummed = (rule: DidRule) =>
  Array.isArray(rule.did) && namedIn(rule.did).length > 1 && !neverOf(rule) && !onceOf(rule)

const namedIn = (did: string[]) => did.filter(name => !did.includes(saidBy[name] ?? ''))

function deed(words: Words, rule: Which, yes: boolean): string {
  const { say } = words
  const answer = yes ? 'yes' : 'no'
  const ways = directionsOf(rule)
  if (rule.did === 'anything') {
    const isKnown = ways in anythingBy
    const text = say(`criteria.deed.anything.${answer}.${isKnown ? ways : 'any'}`)
    return [text, ...manner(words, isKnown ? { ...rule, direction: undefined } : rule)].join(' ')
  }
  if (!Array.isArray(rule.did)) {
    const text = say(`criteria.deed.interest.${answer}.${interestOf(rule.did.weightAtLeast)}`)
    // Interest is theirs: only one of both ways adds something.
    return [text, ...manner(words, ways === 'in_two' ? { ...rule, direction: undefined } : rule)].join(' ')
  }
  const deeds = namedIn(rule.did).map(name => [deedText(words, name), ...manner(words, rule)].join(' '))
  const [first = '', ...others] = deeds
  const also = others.map(each => inVerb(words, 'also', each))
  if (yes) return joined(words, [first, ...also], 'disjunction')
  return [inVerb(words, 'not', first), ...also].join(say('criteria.deed.nor'))
}

const anythingBy = { any: '', in: '', two: '', in_two: '', out: '', out_two: '' }

const directionsOf = ({ direction }: DidRule) => [...(direction ?? ['any'])].sort().join('_')

function interestOf(weight: number): string {
  if (weight >= 3) return 'firm'
  if (weight === 2) return 'clear'
  return weight === 1 ? 'weak' : 'any'
}

/** The text of a signal as something that the contact has done. */
function deedText({ say, names }: Words, name: string): string {
  if (isEventName(name)) return say(`activity.did.${name}`)
  return say('criteria.deed.unnamed', { name: names.event?.(name) ?? name.replaceAll('_', ' ') })
}

/** A deed inside a text that treats its verb apart: English denies after “has” and says it once. */
function inVerb({ say }: Words, text: 'not' | 'also' | 'minus' | 'moreThan', deed: string): string {
  const [verb = '', ...rest] = deed.split(' ')
  return say(`criteria.deed.${text}`, { verb, rest: rest.join(' ') })
}

type Which = Pick<DidRule, 'did' | 'direction' | 'where'>

/** With which properties and in which direction. */
function manner(words: Words, { direction, where = [] }: Omit<Which, 'did'>): string[] {
  const ways = direction?.map(each => words.say(`criteria.deed.directions.${each}`)) ?? []
  const conditions = where.map(each => conditionText(words, each))
  return [joined(words, conditions, 'conjunction'), joined(words, ways, 'disjunction')].filter(Boolean)
}

/** A well-known signal less those that undo it: “tiene abierta una oportunidad de venta”. */
function leftText({ say }: Words, rule: DidRule, yes: boolean): string | undefined {
  const { did, minus, atLeast: _, atMost: __, ...more } = rule
  if (!minus || minus.direction || Object.keys(more).length > 0) return undefined
  const unless = (minus.where ?? []).map(({ op, property }) =>
    op === 'isUnknown' ? `_not_${property}` : '?',
  )
  const left: Record<string, object> = deedTexts.es.activity.left
  const key = `${minus.did}${unless.join('')}`
  return key in (left[`${did}`] ?? {}) ? say(`activity.left.${did}.${key}.${yes ? 'yes' : 'no'}`) : undefined
}

function less(words: Words, { minus }: DidRule, isOnce: boolean): string[] {
  if (!minus) return []
  return [inVerb(words, isOnce ? 'moreThan' : 'minus', deed(words, minus, true))]
}

/** What has not happened since, or has: “y desde entonces no ha recibido nada de nuestra parte”. */
const since = (words: Words, unless: Which, yes: boolean): string =>
  words.say(`criteria.deed.since.${yes ? 'yes' : 'no'}`, { deed: deed(words, unless, !yes) })

function times({ say }: Words, least: number, most: number | undefined): string {
  const often = (how: 'atLeast' | 'exactly' | 'atMost', count: number) =>
    count === 2 ? say(`criteria.deed.twice.${how}`) : say(`criteria.deed.${how}`, { count })
  if (most === undefined) return least > 1 ? often('atLeast', least) : ''
  if (least === most) return often('exactly', most)
  if (least === 1 && most === 2) return say('criteria.deed.twice.onceOr')
  if (least > 0) return say('criteria.deed.between', { least, most })
  return often('atMost', most)
}

function when(words: Words, { withinDays, notWithinDays, from, until }: DidRule, yes: boolean): string[] {
  const { say } = words
  const recently = `criteria.deed.notWithinDays.${yes ? 'yes' : 'no'}`
  return [
    withinDays ? say('criteria.deed.withinDays', { count: withinDays }) : '',
    from ? say('criteria.deed.from', { date: dateText(words, from) }) : '',
    until ? say('criteria.deed.until', { date: dateText(words, until) }) : '',
    notWithinDays ? say(recently, { count: notWithinDays }) : '',
  ]
}
