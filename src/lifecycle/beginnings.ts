import type { Criteria } from '../criteria/criteria.ts'
import type { Lifecycle, Stage } from './model.ts'

/** Stages to begin a funnel with that is not the main one; its first stage is that of all who have not entered it. */
export const beginnings = ['scratch', 'line'] as const
export type BeginningKey = (typeof beginnings)[number]

type Words = { es: string; en: string }

export const stagesFor = (key: BeginningKey, name: Words): Lifecycle => ({
  contactMeans: 'everyone',
  stages: key === 'line' ? lineOfBusiness(name) : [notYet, interested(nobody)],
})

const nobody: Criteria = { not: { all: [] } }

const notYet: Stage = {
  key: 'not_yet',
  name: { es: 'Todavía no', en: 'Not yet' },
  responsible: 'marketing',
  color: 'gray',
  entry: { all: [] },
}

const interested = (entry: Criteria): Stage => ({
  key: 'interested',
  name: { es: 'Interesado', en: 'Interested' },
  responsible: 'both',
  color: 'blue',
  entry,
})

/** Who asks for, negotiates and buys what a line of business sells: by a tag of its name, and by the line or product of signals. */
function lineOfBusiness(name: Words): Stage[] {
  const called = [...new Set([name.es, name.en])]
  const of = (property: 'line' | 'product') => [{ property, op: 'isAnyOf' as const, value: called }]
  const asked: Criteria = {
    did: ['information_requested', 'demo_requested', 'trial_requested', 'proposal_requested'],
    where: of('product'),
    withinDays: 365,
  }
  const negotiating: Criteria = {
    any: [
      { did: ['proposal_sent', 'proposal_viewed'], where: of('line'), withinDays: 180 },
      {
        did: ['opportunity_opened'],
        where: of('line'),
        minus: { did: ['opportunity_lost'], where: of('line') },
      },
    ],
  }
  const bought: Criteria = {
    did: ['purchase'],
    where: of('line'),
    minus: { did: ['refund'], where: of('line') },
  }
  const people = (...stages: string[]) => ({
    organizationEntry: { people: { is: 'stage', anyOf: stages } } as Criteria,
  })
  return [
    notYet,
    {
      ...interested({ any: [{ is: 'tag', anyOf: called }, asked] }),
      ...people('interested', 'opportunity', 'buyer'),
      staleAfterDays: 90,
    },
    {
      ...{ key: 'opportunity', name: { es: 'Oportunidad', en: 'Opportunity' } },
      ...{ responsible: 'sales', color: 'orange', entry: negotiating, staleAfterDays: 60 },
      ...people('opportunity', 'buyer'),
    },
    {
      ...{ key: 'buyer', name: { es: 'Cliente de la línea', en: 'Customer of the line' } },
      ...{ responsible: 'sales', color: 'teal', entry: bought },
      ...people('buyer'),
    },
  ]
}
