import { eventTypes, isEventName } from '../src/activity/events.ts'
import type { Answer } from '../src/contacts/questions.ts'
import type {
  AnsweredRule,
  Criteria,
  DidRule,
  FieldRule,
  IsRule,
  PropertyRule,
  ScoreRule,
} from '../src/criteria/criteria.ts'

/** A second, slow reading of the language for the property test: plain loops over plain objects, sharing nothing with the compiler. */
export type ModelEvent = {
  id: string
  name: string
  direction: string
  at: Date
  twoWayAt?: Date
  byRobot: boolean
  withdrawn: boolean
  properties: Record<string, unknown>
}

type Standing = {
  stage: string | null
  since?: Date
  temperature: string
} & Record<ScoreRule['score'], number>

export type ModelContact = {
  id: string
  kind: 'person' | 'organization'
  displayName: string
  sector?: string
  employees?: number
  country?: string
  createdAt: Date
  custom: Record<string, unknown>
  tags: string[]
  roles: string[]
  emails: string[]
  decisionRole?: 'decides' | 'uses'
  answers: Record<string, Pick<Answer, 'state' | 'value' | 'expiresAt'>>
  disqualified?: { reason: string; at: string }
  /** Of those below, by their ids. */
  segments: string[]
  verdict?: string
  /** In the main funnel, from that instant on. */
  standing?: Standing
  events: ModelEvent[]
  companies: ModelContact[]
  people: ModelContact[]
}

/** Days that stages of the main funnel allow; who is in another is never stale. */
export const daysAllowed: Record<string, number> = { lead: 3, prospect: 7 }

/** The least fit that is worth a contact in the main funnel, before its last stage. */
export const contactFrom = 50
export const lastStage = 'customer'

export const segmentIds = ['018f0000-0000-7000-8000-00000000000a', '018f0000-0000-7000-8000-00000000000b']

const dayLength = 86_400_000
const plain = (text: unknown) => String(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const ago = (now: Date, days: number) => now.getTime() - days * dayLength
const dayText = (time: number) => new Date(time).toISOString().slice(0, 10)

export function holds(contact: ModelContact, rule: Criteria, now: Date): boolean {
  if ('all' in rule) return rule.all.every(each => holds(contact, each, now))
  if ('any' in rule) return rule.any.some(each => holds(contact, each, now))
  if ('not' in rule) return !holds(contact, rule.not, now)
  if ('of' in rule) return rule.of.filter(each => holds(contact, each, now)).length >= rule.atLeast
  if ('company' in rule) return contact.companies.some(each => holds(each, rule.company, now))
  if ('people' in rule)
    return contact.people.filter(each => holds(each, rule.people, now)).length >= (rule.atLeast ?? 1)
  if ('did' in rule) return did(contact.events, rule, now)
  if ('is' in rule) return is(contact, rule, now)
  if ('score' in rule) return scores(contact, rule)
  if ('answered' in rule) return answered(contact, rule, now)
  return fact(contact, rule, now)
}

function is(contact: ModelContact, rule: IsRule, now: Date): boolean {
  const { standing, verdict = 'research', disqualified } = contact
  const among = (...values: string[]) => values.some(each => rule.anyOf.includes(each))
  switch (rule.is) {
    case 'tag':
      return among(...contact.tags)
    case 'role':
      return among(...contact.roles)
    case 'segment':
      return among(...contact.segments)
    case 'verdict':
      return among(verdict)
    case 'stale':
      return isStale(contact, rule.anyOf, now)
    case 'stage':
      return standing !== undefined && among(standing.stage ?? 'none')
    case 'temperature':
      return standing !== undefined && among(standing.temperature)
    case 'fit':
      return standing !== undefined && among(hasEnoughFit(standing) ? 'enough' : 'short')
    case 'disqualified':
      if (!disqualified || !among(disqualified.reason)) return false
      return !rule.from || Date.parse(disqualified.at) >= Date.parse(rule.from)
  }
}

const hasEnoughFit = ({ stage, fit }: Standing) => fit >= contactFrom || stage === lastStage

const scores = ({ standing }: ModelContact, { score, atLeast = 0, atMost = 100 }: ScoreRule): boolean =>
  standing !== undefined && standing[score] >= atLeast && standing[score] <= atMost

function answered(contact: ModelContact, rule: AnsweredRule, now: Date): boolean {
  const { answered: question, state = ['confirmed'], value } = rule
  if (!state.some(each => each === stateOf(contact, question, now))) return false
  if (!value) return true
  const given = question === 'authority' ? contact.decisionRole : contact.answers[question]?.value
  return compared(given, isKnown(given), { field: question, ...value })
}

function stateOf(contact: ModelContact, question: string, now: Date): string {
  if (question === 'visit_frequency') return comesOften(contact, now) ? 'confirmed' : 'unasked'
  const given = contact.answers[question]
  if (given?.expiresAt && Date.parse(given.expiresAt) <= now.getTime()) return 'unasked'
  if (given) return given.state
  if (question !== 'authority' || !contact.decisionRole) return 'unasked'
  return contact.decisionRole === 'decides' ? 'confirmed' : 'negative'
}

const comesOften = ({ events }: ModelContact, now: Date) =>
  did(events, { did: ['page_viewed', 'key_page_viewed', 'site_visited'], atLeast: 3, withinDays: 90 }, now)

function isStale({ standing }: ModelContact, stages: string[], now: Date): boolean {
  const days = daysAllowed[standing?.stage ?? '']
  if (!standing?.since || !days || standing.since.getTime() > ago(now, days)) return false
  return stages.includes('any') || stages.includes(standing.stage ?? '')
}

function did(events: ModelEvent[], rule: DidRule, now: Date): boolean {
  const these = events.filter(event => counts(event, rule, rule, now))
  const less = rule.minus
  const taken = less ? events.filter(event => counts(event, rule, less, now)).length : 0
  const times = Math.max(0, these.length - taken)
  if (times < (rule.atLeast ?? (rule.atMost === undefined ? 1 : 0))) return false
  if (rule.atMost !== undefined && times > rule.atMost) return false
  const limit = rule.notWithinDays === undefined ? Infinity : ago(now, rule.notWithinDays)
  return these.every(event => event.at.getTime() <= limit) && !isFollowed(events, these, rule, now)
}

function isFollowed(events: ModelEvent[], these: ModelEvent[], rule: DidRule, now: Date): boolean {
  const { noneSince, byRobotsToo } = rule
  if (!noneSince || these.length === 0) return false
  const newest = Math.max(...these.map(event => event.at.getTime()))
  return events.some(
    event => event.at.getTime() > newest && counts(event, { ...noneSince, byRobotsToo }, noneSince, now),
  )
}

function counts(
  event: ModelEvent,
  rule: DidRule,
  which: Pick<DidRule, 'did' | 'direction' | 'where'>,
  now: Date,
): boolean {
  const time = event.at.getTime()
  const direction = event.twoWayAt && event.twoWayAt <= now ? 'two' : event.direction
  if (event.withdrawn || time > now.getTime()) return false
  if (event.byRobot && !rule.byRobotsToo) return false
  if (rule.withinDays !== undefined && time <= ago(now, rule.withinDays)) return false
  if (rule.from && time < Date.parse(rule.from)) return false
  if (rule.until && time > Date.parse(rule.until)) return false
  if (which.direction && !which.direction.some(each => each === direction)) return false
  if (!isNamed(event, which.did)) return false
  return (which.where ?? []).every(each => property(event.properties[each.property], each))
}

function isNamed(event: ModelEvent, names: DidRule['did']): boolean {
  if (names === 'anything') return true
  if (Array.isArray(names)) return names.includes(event.name)
  if (!isEventName(event.name)) return event.name === 'fair_visited' && names.weightAtLeast <= 2
  const type = eventTypes[event.name]
  const raised = type.weightBy?.weights[String(event.properties[type.weightBy.property])] ?? -9
  return Math.max(type.weight, raised) >= names.weightAtLeast
}

const property = (value: unknown, rule: PropertyRule) => compared(value, isKnown(value), rule)

const isKnown = (value: unknown) =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
const valuesOf = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

function fact(contact: ModelContact, rule: FieldRule, now: Date): boolean {
  if (rule.field === 'createdAt') return timed(contact.createdAt, rule, now)
  if (rule.field === 'country' && contact.country) return keyed([contact.country], true, rule)
  if (rule.field === 'tags') return keyed(contact.tags, true, rule)
  if (rule.field === 'email') return keyed(contact.emails, contact.emails.length > 0, rule)
  if (rule.field === 'organization') {
    const names = contact.companies.map(each => each.displayName)
    return compared(names, names.length > 0, rule)
  }
  const value = rule.field.startsWith('custom.')
    ? contact.custom[rule.field.slice(7)]
    : contact[rule.field as 'sector' | 'employees' | 'country']
  return 'value' in rule && isDateOperator(rule.op)
    ? dated(value, rule, now)
    : compared(value, isKnown(value), rule)
}

/** Keys and addresses: exact. */
function keyed(values: string[], known: boolean, rule: FieldRule): boolean {
  if (rule.op === 'isKnown') return rule.field === 'tags' ? values.length > 0 : known
  if (rule.op === 'isUnknown') return rule.field === 'tags' ? values.length === 0 : !known
  if (rule.op === 'isFreeMail') return values.some(each => each.endsWith('@gmail.com'))
  if (rule.op === 'isCorporateMail') return values.some(each => !each.endsWith('@gmail.com'))
  const wanted = 'value' in rule ? [rule.value].flat().map(String) : []
  const among = values.some(each => wanted.includes(each))
  return rule.op === 'is' || rule.op === 'isAnyOf' ? among : known && !among
}

function compared(value: unknown, known: boolean, rule: FieldRule | PropertyRule): boolean {
  if (!('value' in rule)) return rule.op === 'isKnown' ? known : !known
  const wanted = [rule.value].flat()
  const values = valuesOf(value)
  const test = (one: (value: unknown) => boolean) => values.some(one)
  const same = (value: unknown) =>
    wanted.some(each => (typeof wanted[0] === 'string' ? plain(value) === plain(each) : value === each))
  const [first] = wanted
  // A number or a truth is compared with a single value only, never with those of a list.
  const single = !Array.isArray(value) || typeof first === 'string'
  if (rule.op === 'is' || rule.op === 'isAnyOf') return single && test(same)
  if (rule.op === 'isNot' || rule.op === 'isNoneOf') return known && !(single && test(same))
  if (rule.op === 'contains') return test(value => plain(value).includes(plain(first)))
  if (rule.op === 'hasWord') return test(value => worded(value).includes(worded(first)))
  if (rule.op === 'startsWith') return test(value => plain(value).startsWith(plain(first)))
  return (
    single &&
    test(value => typeof value === 'number' && typeof first === 'number' && ordered(value, first, rule.op))
  )
}

/** Each word between spaces. */
const worded = (value: unknown) =>
  ` ${plain(value)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join(' ')} `

function ordered(value: number, limit: number, op: string): boolean {
  if (op === 'atLeast') return value >= limit
  if (op === 'atMost') return value <= limit
  return op === 'above' ? value > limit : value < limit
}

const isDateOperator = (op: string) => ['before', 'after', 'olderThanDays', 'withinDays'].includes(op)

function timed(value: Date, rule: FieldRule, now: Date): boolean {
  if (!('value' in rule)) return rule.op === 'isKnown'
  const time = value.getTime()
  if (rule.op === 'olderThanDays') return time <= ago(now, Number(rule.value))
  if (rule.op === 'withinDays') return time > ago(now, Number(rule.value)) && time <= now.getTime()
  return rule.op === 'before' ? dayText(time) < String(rule.value) : dayText(time) > String(rule.value)
}

/** Days written as text, in custom fields. */
function dated(value: unknown, rule: FieldRule & { value: unknown }, now: Date): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value)) return false
  const day = value.slice(0, 10)
  if (rule.op === 'olderThanDays') return day <= dayText(ago(now, Number(rule.value)))
  if (rule.op === 'withinDays')
    return day > dayText(ago(now, Number(rule.value))) && day <= dayText(now.getTime())
  return rule.op === 'before' ? day < String(rule.value) : day > String(rule.value)
}
