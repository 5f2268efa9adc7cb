import type { Criteria } from '../criteria/criteria.ts'
import type { EventRule, FactRule, ScoreModel } from './model.ts'

export type Market = 'b2b' | 'b2c'

/** Whom the company sells to, as far as set-up knows it; a rule about something unknown is left out. */
export type Profile = {
  sectors?: string[]
  countries?: string[]
  employees?: { from: number; to: number }
  minimumRevenue?: number
}

/** The score that a new workspace starts with. Source of the numbers: docs/definitions.md. */
export function readyMadeScore(market: Market, profile: Profile = {}): ScoreModel {
  return {
    fitShare: 50,
    warmFrom: 40,
    hotFrom: 70,
    landmark: '2026-01-01T00:00:00.000Z',
    fit: market === 'b2b' ? fitOfCompanies(profile) : fitOfConsumers(profile),
    groups: [
      { key: 'web', halfLifeDays: 30, cap: null },
      { key: 'talk', halfLifeDays: 60, cap: null },
      { key: 'facts', halfLifeDays: null, cap: null },
    ],
    engagement,
    engagementFacts,
  }
}

const fact = (key: string, points: number, when: Criteria): FactRule => ({ key, when, points })

/** True of the contact itself or of the organisation that it works at. */
export const hereOrAtWork = (rule: Criteria): Criteria => ({ any: [rule, { company: rule }] })

/** With one of these in it; an abbreviation as a word by itself, as “cto” is in “arquitecto” too. */
export const contains = (field: string, words: string[]): Criteria => ({
  any: words.map(value => ({ field, op: value.length > 3 ? 'contains' : 'hasWord', value })),
})

export const between = (field: string, from: number, to: number): Criteria => ({
  all: [
    { field, op: 'atLeast', value: from },
    { field, op: 'atMost', value: to },
  ],
})

function fitOfCompanies(profile: Profile): FactRule[] {
  const { employees = { from: 10, to: 500 }, minimumRevenue = 1_000_000 } = profile
  return [
    ...fitOfPlace(profile),
    fact('size', 20, hereOrAtWork(between('employees', employees.from, employees.to))),
    fact('size_near', 10, nearSize(employees)),
    fact('revenue', 15, hereOrAtWork({ field: 'annualRevenue', op: 'atLeast', value: minimumRevenue })),
    fact('decides', 20, decides),
    fact('influences', 10, influences),
    fact('need', 10, { field: 'need', op: 'isKnown' }),
    fact('corporate_mail', 5, { field: 'email', op: 'isCorporateMail' }),
    fact('free_mail', -5, {
      all: [{ field: 'email', op: 'isFreeMail' }, { not: { field: 'email', op: 'isCorporateMail' } }],
    }),
    fact('student', -20, student),
    fact('competitor', -20, { is: 'role', anyOf: ['competitor'] }),
    fact('careers', -20, {
      did: ['page_viewed', 'key_page_viewed'],
      where: [{ property: 'kind', op: 'is', value: 'careers' }],
    }),
  ]
}

/** From half of the least to twice the most, without the range itself. */
export const nearSize = ({ from, to }: { from: number; to: number }): Criteria =>
  hereOrAtWork({
    any: [between('employees', Math.floor(from / 2), from - 1), between('employees', to + 1, to * 2)],
  })

function fitOfConsumers(profile: Profile): FactRule[] {
  return [
    ...fitOfPlace(profile),
    fact('need', 20, { field: 'need', op: 'isKnown' }),
    fact('occupation', 15, { field: 'occupation', op: 'isKnown' }),
    fact('working', 15, isWorking),
    fact('referred', 20, isReferred),
    fact('email', 10, { field: 'email', op: 'isKnown' }),
    fact('phone', 10, { field: 'phone', op: 'isKnown' }),
    fact('city', 10, { field: 'city', op: 'isKnown' }),
    fact('competitor', -20, { is: 'role', anyOf: ['competitor'] }),
  ]
}

export const isWorking = contains('occupation', [
  'working',
  'professional',
  'business',
  'profesional',
  'trabaja',
])

/** By somebody: a site that links here refers nobody. */
export const isReferred: Criteria = {
  all: [
    contains('source', ['reference', 'referral', 'referencia', 'recomend']),
    { not: { field: 'source', op: 'contains', value: 'referral site' } },
  ],
}

function fitOfPlace({ sectors, countries }: Profile): FactRule[] {
  const rules: FactRule[] = []
  if (sectors?.length)
    rules.push(fact('sector', 20, hereOrAtWork({ field: 'sector', op: 'isAnyOf', value: sectors })))
  if (countries?.length) {
    rules.push(fact('place', 10, hereOrAtWork({ field: 'country', op: 'isAnyOf', value: countries })))
    rules.push(fact('outside', -20, { field: 'country', op: 'isNoneOf', value: countries }))
  }
  return rules
}

const titleOf = (words: string[]): Criteria => ({
  all: [{ field: 'decisionRole', op: 'isUnknown' }, contains('jobTitle', words)],
})

export const topTitles = [
  'ceo',
  'cto',
  'cfo',
  'coo',
  'director',
  'gerente',
  'owner',
  'founder',
  'propietari',
  'fundador',
]

/** Said to decide or, where nothing is said, with such a word in the job title. */
export const decidesBy = (titles: string[]): Criteria => ({
  any: [{ field: 'decisionRole', op: 'is', value: 'decides' }, titleOf(titles)],
})

const decides = decidesBy([...topTitles, 'president'])

const influences: Criteria = {
  any: [
    { field: 'decisionRole', op: 'is', value: 'influences' },
    titleOf(['manager', 'responsable', 'jefe', 'jefa', 'head of', 'coordinador']),
  ],
}

export const student: Criteria = contains('occupation', ['student', 'estudiante'])

const event = (
  key: string,
  group: string,
  points: number,
  did: string[],
  more: Partial<EventRule> = {},
): EventRule => ({
  key,
  group,
  on: { did },
  points,
  ...more,
})

/** A form counts as a form; what it is for adds to it. */
const formFor = (key: string, points: number, purpose: string): EventRule =>
  event(key, 'talk', points, [], {
    on: { did: ['form_submitted'], where: [{ property: 'purpose', op: 'is', value: purpose }] },
  })

const visits = ['page_viewed', 'key_page_viewed', 'site_visited']

/** What each signal gives at first, and the most that a day of it can give. */
export const engagement: EventRule[] = [
  event('page', 'web', 1, ['page_viewed'], { perDay: 5 }),
  event('key_page', 'web', 5, ['key_page_viewed'], { perDay: 10 }),
  event('another_day', 'web', 3, visits, { perDay: 3, notFirstDay: true }),
  event('video', 'web', 4, ['video_watched']),
  event('download', 'web', 8, ['file_downloaded']),
  event('subscription', 'web', 8, ['subscribed']),
  event('form', 'web', 10, ['form_submitted']),
  formFor('enquiry_form', 5, 'enquiry'),
  formFor('demo_form', 15, 'demo'),
  formFor('quote_form', 20, 'quote'),
  event('social', 'web', 2, ['social_liked', 'social_shared', 'social_commented', 'blog_commented'], {
    perDay: 4,
  }),
  event('event_registered', 'talk', 6, ['event_registered']),
  event('event_attended', 'talk', 12, ['event_attended']),
  event('link', 'web', 6, ['email_link_clicked'], { perDay: 12 }),
  event('reply', 'talk', 15, ['email_replied', 'email_received', 'linkedin_replied']),
  event('enquiry', 'talk', 15, ['information_requested', 'web_enquiry', 'social_question']),
  event('talk', 'talk', 15, ['call', 'chat', 'whatsapp_received', 'conversation']),
  event('meeting', 'talk', 20, ['meeting', 'video_call', 'demo_given']),
  event('demo', 'talk', 25, ['demo_requested', 'trial_requested']),
  event('proposal', 'talk', 30, ['proposal_requested']),
  event('recommendation', 'talk', 10, ['recommended']),
  event('unsubscribed', 'web', -20, ['unsubscribed']),
  event('complained', 'web', -50, ['complained']),
]

/** From so much of a fact on, so many points more. */
const from = (field: string, ...bands: [least: number, points: number][]) =>
  bands.map(([least, points]) => ({
    ...fact(`${field}_${least}`, points, { field: `custom.${field}`, op: 'atLeast', value: least }),
    group: 'facts',
  }))

const engagementFacts = [
  ...from('site_visits', [1, 5], [3, 5], [6, 10]),
  ...from('site_seconds', [60, 5], [300, 10], [900, 15], [1500, 10]),
  ...from('pages_per_visit', [2, 5], [4, 5]),
]
