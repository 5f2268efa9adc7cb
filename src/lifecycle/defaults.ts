import type { CustomField } from '../contacts/fields.ts'
import type { Criteria, DidRule } from '../criteria/criteria.ts'
import type { Lifecycle, Stage } from './model.ts'

/** The answers of set-up to what the articles disagree about. */
export type SetUp = {
  market: 'b2b' | 'b2c'
  /** Is a click in a mail enough to be a prospect, or must there be a conversation? */
  prospectNeeds?: 'click' | 'conversation'
  contactMeans?: Lifecycle['contactMeans']
}

/** The lifecycle that a new workspace starts with. Source of the criteria: docs/definitions.md. */
export function readyMadeLifecycle({
  market,
  prospectNeeds = 'click',
  contactMeans = 'everyone',
}: SetUp): Lifecycle {
  const prospect = isProspect(market, prospectNeeds)
  const inProfile = market === 'b2b' ? [{ not: antiProfile }] : []
  const entries: Record<StageKey, Criteria> = {
    contact: everyone,
    lead: { all: [...inProfile, isLead(market)] },
    prospect: { all: [...inProfile, prospect] },
    potential_customer: {
      all: [...inProfile, market === 'b2b' ? negotiates(prospect) : isAboutToBuy(prospect)],
    },
    customer: hasBought,
  }
  return {
    outside: isOnlyARole,
    contactMeans,
    stages: stages.map(stage => ({
      ...stage,
      entry: entries[stage.key],
      ...(stage.key !== 'contact' && { organizationEntry: throughItsPeople(stage.key) }),
    })),
  }
}

/** Facts that the ready-made definitions ask about and that no contact has by itself. */
export const readyMadeFields: CustomField[] = [
  custom('budget', 'money', 'Presupuesto', 'Budget'),
  custom('purchase_timing', 'text', 'Cuándo piensa comprar', 'When they mean to buy'),
  custom('site_visits', 'number', 'Visitas a la web', 'Visits to the site'),
  custom('site_seconds', 'number', 'Segundos en la web', 'Seconds on the site'),
  custom('pages_per_visit', 'number', 'Páginas por visita', 'Pages per visit'),
]

function custom(key: string, type: CustomField['type'], labelEs: string, labelEn: string): CustomField {
  return { key, type, labelEs, labelEn, choices: [], appliesTo: ['person', 'organization'] }
}

type StageKey = 'contact' | 'lead' | 'prospect' | 'potential_customer' | 'customer'

/** Leads may be read to for long; whom somebody sells to must not be forgotten. */
const stages: (Pick<Stage, 'responsible' | 'color' | 'staleAfterDays'> & { key: StageKey })[] = [
  { key: 'contact', responsible: 'marketing', color: 'gray' },
  { key: 'lead', responsible: 'marketing', color: 'blue' },
  { key: 'prospect', responsible: 'both', color: 'indigo', staleAfterDays: 60 },
  { key: 'potential_customer', responsible: 'sales', color: 'orange', staleAfterDays: 90 },
  { key: 'customer', responsible: 'sales', color: 'teal' },
]

const everyone: Criteria = { all: [] }

/** Stages from `key` on. */
const andHigher = (key: StageKey) =>
  stages.slice(stages.findIndex(stage => stage.key === key)).map(each => each.key)

const fromThem: Pick<DidRule, 'direction'> = { direction: ['in', 'two'] }
const conversation: Pick<DidRule, 'direction'> = { direction: ['two'] }

const isOnlyARole: Criteria = {
  all: [
    { is: 'role', anyOf: ['partner', 'supplier', 'employee', 'competitor'] },
    { not: { is: 'role', anyOf: ['customer'] } },
    { not: { is: 'tag', anyOf: ['en embudo', 'in funnel'] } },
    { did: ['purchase'], atMost: 0 },
  ],
}

const antiProfile: Criteria = {
  any: [
    { is: 'role', anyOf: ['competitor'] },
    { field: 'occupation', op: 'contains', value: 'student' },
    { field: 'occupation', op: 'contains', value: 'estudiante' },
  ],
}

/** One-way interest; or, in B2B, a good fit that is already listening; or facts that tell of interest whose date nobody kept. */
const isLead = (market: SetUp['market']): Criteria => ({
  any: [
    { did: { weightAtLeast: 1 }, ...fromThem, withinDays: 365 },
    ...(market === 'b2b' ? [fitsAndListens] : []),
    { field: 'custom.site_visits', op: 'atLeast', value: 3 },
    { field: 'custom.site_seconds', op: 'atLeast', value: 300 },
  ],
})

const fitsAndListens: Criteria = {
  all: [{ score: 'fit', atLeast: 50 }, { did: ['list_added', 'linkedin_connected'] }],
}

function isProspect(market: SetUp['market'], needs: SetUp['prospectNeeds']): Criteria {
  const talked: DidRule = { did: 'anything', ...conversation, withinDays: 180 }
  if (needs === 'conversation') return talked
  const acted: DidRule = { did: { weightAtLeast: 2 }, direction: ['in'], withinDays: 180 }
  return market === 'b2b' ? { any: [talked, acted] } : { any: [acted, talked] }
}

const hasOpenOpportunity: Criteria = { did: ['opportunity_opened'], minus: { did: ['opportunity_lost'] } }

const proposalInSight: Criteria = {
  any: [
    { did: ['proposal_requested', 'proposal_sent'], withinDays: 90 },
    { did: ['form_submitted'], where: [{ property: 'purpose', op: 'is', value: 'quote' }], withinDays: 90 },
  ],
}

/** Budget, authority, need and timing: three of the four confirmed, and authority not denied. */
const isQualified: Criteria = {
  all: [
    {
      atLeast: 3,
      of: [{ answered: 'budget' }, { answered: 'authority' }, { answered: 'need' }, { answered: 'timing' }],
    },
    { not: { answered: 'authority', state: ['negative'] } },
    { score: 'fit', atLeast: 40 },
  ],
}

const negotiates = (prospect: Criteria): Criteria => ({
  any: [{ all: [prospect, isQualified] }, hasOpenOpportunity, proposalInSight],
})

const isAboutToBuy = (prospect: Criteria): Criteria => ({
  any: [
    { all: [prospect, { did: { weightAtLeast: 2 }, ...fromThem, atLeast: 2, withinDays: 30 }] },
    hasOpenOpportunity,
    proposalInSight,
  ],
})

/** A refund marked as partial leaves the purchase standing; each other one takes a purchase back. */
const hasBought: Criteria = {
  did: ['purchase'],
  minus: { did: ['refund'], where: [{ property: 'partial', op: 'isUnknown' }] },
}

const throughItsPeople = (key: StageKey): Criteria => ({
  people: {
    all: [
      { is: 'stage', anyOf: andHigher(key) },
      { did: 'anything', ...fromThem, withinDays: 180 },
    ],
  },
})
