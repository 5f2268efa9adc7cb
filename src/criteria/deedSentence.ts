import { type DidRule, leastOf, type PropertyRule } from './criteria.ts'
import { dateText, deedText, joined, lowered, type Words } from './sentence.ts'

/** A `did` rule as a clause: what, in which direction, with which properties, how often, when. */
export function deedSentence(words: Words, rule: DidRule): string {
  const least = leastOf(rule)
  const never = least === 0 && rule.atMost === 0
  const deed = never ? notDone(words, rule.did) : done(words, rule.did)
  return [deed, ...manner(words, rule), never ? '' : times(words, least, rule.atMost), ...when(words, rule)]
    .filter(part => part)
    .join(' ')
}

function done(words: Words, did: DidRule['did']): string {
  if (did === 'anything') return words.say('criteria.deed.anything')
  if (!Array.isArray(did)) return words.say(`criteria.deed.interest.${interestOf(did.weightAtLeast)}`)
  return joined(
    words,
    did.map(name => deedText(words, name)),
    'disjunction',
  )
}

function interestOf(weight: number): string {
  if (weight >= 3) return 'firm'
  if (weight === 2) return 'clear'
  return weight === 1 ? 'weak' : 'any'
}

function notDone(words: Words, did: DidRule['did']): string {
  if (did === 'anything') return words.say('criteria.deed.noSignal')
  const deeds = Array.isArray(did) ? did.map(name => deedText(words, name)) : [done(words, did)]
  return joined(
    words,
    deeds.map(deed => denied(words, deed)),
    'conjunction',
  )
}

/** Spanish denies before the clause, English after its verb. */
function denied({ say }: Words, deed: string): string {
  const [verb = '', ...rest] = deed.split(' ')
  return say('criteria.deed.not', { verb, rest: rest.join(' ') })
}

function manner(words: Words, rule: DidRule): string[] {
  const { say } = words
  const { direction, where = [], minus, byRobotsToo } = rule
  const less = leastOf(rule) === 1 && rule.atMost === undefined ? 'moreThan' : 'minus'
  const ways = direction?.map(each => say(`criteria.deed.directions.${each}`)) ?? []
  const conditions = where.map(each => condition(words, each))
  return [
    joined(words, ways, 'disjunction'),
    conditions.length
      ? say('criteria.deed.where', { conditions: joined(words, conditions, 'conjunction') })
      : '',
    minus
      ? say(`criteria.deed.${less}`, {
          deed: [done(words, minus.did), ...manner(words, minus)].join(' ').trim(),
        })
      : '',
    byRobotsToo ? `(${say('criteria.deed.byRobots')})` : '',
  ]
}

function condition(words: Words, rule: PropertyRule): string {
  const { say, locale } = words
  const values = 'value' in rule ? [rule.value].flat() : []
  const shown = values.map(value => {
    if (typeof value === 'boolean') return say(`criteria.truth.${value}`)
    return typeof value === 'number' ? value.toLocaleString(locale) : `«${value}»`
  })
  const property = lowered(say(`activity.properties.${rule.property}`, { defaultValue: rule.property }))
  const value = rule.op === 'contains' ? String(values[0]) : joined(words, shown, 'disjunction')
  return say(`criteria.deed.property.${rule.op}`, { property, value })
}

function times({ say }: Words, least: number, most: number | undefined): string {
  if (most === undefined) return least > 1 ? say('criteria.deed.atLeast', { count: least }) : ''
  if (least === most) return say('criteria.deed.exactly', { count: most })
  if (least > 0) return say('criteria.deed.between', { least, most })
  return say('criteria.deed.atMost', { count: most })
}

function when(words: Words, { withinDays, notWithinDays, from, until }: DidRule): string[] {
  const { say } = words
  return [
    withinDays ? say('criteria.deed.withinDays', { count: withinDays }) : '',
    from ? say('criteria.deed.from', { date: dateText(words, from) }) : '',
    until ? say('criteria.deed.until', { date: dateText(words, until) }) : '',
    notWithinDays ? say('criteria.deed.notWithinDays', { count: notWithinDays }) : '',
  ]
}
