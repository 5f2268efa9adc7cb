import type { Criteria } from '../../../criteria/criteria.ts'

type ReadyMade = { key: string; about: 'person' | 'organization' | 'contact'; criteria: Criteria }

/** A newsletter answers nobody. */
const answer = {
  did: 'anything',
  direction: ['out', 'two'],
  where: [{ property: 'campaign', op: 'isUnknown' }],
} satisfies Criteria
const asks = [
  ...['information_requested', 'demo_requested', 'trial_requested', 'proposal_requested', 'web_enquiry'],
  ...['social_question', 'email_received', 'email_replied', 'whatsapp_received', 'linkedin_replied'],
]
const own = { did: 'anything', direction: ['in', 'two'] } satisfies Criteria

/** Segments that any company can use, to be added with one press; their names are `segments.ready.<key>`. */
export const readyMade = [
  {
    key: 'unanswered',
    about: 'person',
    criteria: {
      did: asks,
      withinDays: 30,
      noneSince: answer,
    },
  },
  {
    key: 'hotWithoutOwner',
    about: 'contact',
    criteria: {
      all: [
        { is: 'temperature', anyOf: ['hot'] },
        // Customers are hot by what they bought, and another team looks after them.
        { not: { is: 'stage', anyOf: ['customer'] } },
        { field: 'ownerId', op: 'isUnknown' },
      ],
    },
  },
  {
    key: 'coolingDown',
    about: 'contact',
    criteria: {
      all: [{ is: 'temperature', anyOf: ['warm'] }, { not: { ...own, withinDays: 30 } }],
    },
  },
  {
    key: 'openProposals',
    about: 'contact',
    criteria: {
      did: ['proposal_sent'],
      withinDays: 60,
      noneSince: { did: ['proposal_accepted', 'proposal_rejected', 'purchase'] },
    },
  },
  {
    key: 'notAnsweringUs',
    about: 'person',
    criteria: {
      ...answer,
      direction: ['out'],
      withinDays: 60,
      notWithinDays: 7,
      noneSince: { did: { weightAtLeast: 2 }, direction: ['in', 'two'] },
    },
  },
  {
    key: 'dormant',
    about: 'person',
    criteria: {
      all: [{ is: 'stage', anyOf: ['lead', 'prospect'] }, { not: { ...own, withinDays: 90 } }],
    },
  },
  {
    key: 'inactiveCustomers',
    about: 'contact',
    criteria: {
      all: [{ is: 'stage', anyOf: ['customer'] }, { not: { did: ['purchase'], withinDays: 365 } }],
    },
  },
  {
    key: 'repeatCustomers',
    about: 'contact',
    criteria: { did: ['purchase'], atLeast: 2, minus: { did: ['refund'] } },
  },
  {
    key: 'severalInterested',
    about: 'organization',
    criteria: { people: { did: { weightAtLeast: 2 }, withinDays: 30 }, atLeast: 2 },
  },
  {
    key: 'unreachable',
    about: 'person',
    criteria: {
      all: [
        { field: 'email', op: 'isUnknown' },
        { field: 'phone', op: 'isUnknown' },
      ],
    },
  },
] as const satisfies ReadyMade[]
