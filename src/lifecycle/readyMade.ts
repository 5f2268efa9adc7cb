import type { Criteria } from '../criteria/criteria.ts'
import { isReferred, isWorking, type Market, readyMadeScore } from '../scoring/defaults.ts'
import type { ScoreModel } from '../scoring/model.ts'
import { readyMadeLifecycle } from './defaults.ts'
import type { Definitions } from './definitionChanges.ts'
import type { Stage } from './model.ts'

export const readyMadeKeys = ['b2b_services', 'b2b_industry', 'online_shop', 'education', 'agency'] as const
export type ReadyMadeKey = (typeof readyMadeKeys)[number]

export const marketOf = (key: ReadyMadeKey): Market =>
  key === 'online_shop' || key === 'education' ? 'b2c' : 'b2b'

/** Definitions to begin from, for a kind of company. Source of the numbers: docs/definitions.md. */
export const readyMadeSets: Record<ReadyMadeKey, () => Definitions> = {
  b2b_services: () => ({
    lifecycle: staying(readyMadeLifecycle({ market: 'b2b', prospectNeeds: 'conversation' }), {
      lead: 90,
      prospect: 45,
      potential_customer: 60,
    }),
    score: fading(
      readyMadeScore('b2b', { employees: { from: 10, to: 250 }, minimumRevenue: 500_000 }),
      30,
      60,
    ),
  }),

  // Long purchases: samples and technical visits say more than clicks, and interest lasts.
  b2b_industry: () => {
    const lifecycle = readyMadeLifecycle({ market: 'b2b' })
    const score = readyMadeScore('b2b', { employees: { from: 50, to: 1_000 }, minimumRevenue: 5_000_000 })
    return {
      lifecycle: staying(asking(lifecycle, 'potential_customer', orElse(sampled)), {
        lead: 180,
        prospect: 120,
        potential_customer: 180,
      }),
      score: fading(worth(score, { meeting: 25, enquiry: 20, download: 12 }), 60, 120),
    }
  },

  // Quick purchases, and coming back is what counts.
  online_shop: () => {
    const lifecycle = readyMadeLifecycle({ market: 'b2c' })
    const stages = staying(lifecycle, {
      lead: 60,
      prospect: 21,
      potential_customer: 14,
      customer: 365,
    }).stages
    return {
      lifecycle: { ...lifecycle, stages: [...stages, regular] },
      score: fading(worth(readyMadeScore('b2c'), { key_page: 8, another_day: 6 }), 14, 30),
    }
  },

  // The facts of a school's own export (visits, seconds and pages per visit, without dates) weigh as much as what it hears itself.
  education: () => {
    const score = fading(readyMadeScore('b2c'), 30, 45)
    const lifecycle = asking(readyMadeLifecycle({ market: 'b2c' }), 'prospect', orElse(attentive(900)))
    return {
      lifecycle: staying(asking(lifecycle, 'potential_customer', orElse(decided)), {
        lead: 60,
        prospect: 30,
        potential_customer: 30,
      }),
      score: { ...worth(score, whoEnrols), hotFrom: 60 },
    }
  },

  agency: () => ({
    lifecycle: staying(
      asking(readyMadeLifecycle({ market: 'b2b', prospectNeeds: 'conversation' }), 'lead', orElse(known)),
      {
        lead: 120,
        prospect: 30,
        potential_customer: 45,
      },
    ),
    score: fading(
      worth(readyMadeScore('b2b', { employees: { from: 5, to: 250 }, minimumRevenue: 300_000 }), {
        recommendation: 20,
        proposal: 35,
      }),
      30,
      60,
    ),
  }),
}

const sampled: Criteria = { did: ['sample_sent', 'trial_started', 'demo_given'], withinDays: 180 }

const attentive = (seconds: number): Criteria => ({
  all: [
    { field: 'custom.site_seconds', op: 'atLeast', value: seconds },
    { field: 'custom.site_visits', op: 'atLeast', value: 3 },
  ],
})

/** Has read nearly everything; or has read much, and comes from those who enrol most: who works, who was told of it. */
const decided: Criteria = {
  any: [attentive(1500), { all: [attentive(900), { any: [isWorking, isReferred] }] }],
}

/** Rounded from 9,240 leads of a course seller, of whom 3,561 enrolled: 92 % of those who work or were told of it, 38 % of all. */
const whoEnrols = {
  ...{ working: 30, referred: 40, city: 5 },
  ...{ site_visits_1: 2, site_visits_3: 5, site_visits_6: 5, pages_per_visit_2: 2, pages_per_visit_4: 2 },
  ...{ site_seconds_60: 5, site_seconds_300: 15, site_seconds_900: 35, site_seconds_1500: 15 },
}

/** Agencies live on recommendations. */
const known: Criteria = { did: ['recommended', 'referral_arrived', 'event_attended'], withinDays: 365 }

const regular: Stage = {
  key: 'regular',
  name: { es: 'Cliente habitual', en: 'Regular customer' },
  responsible: 'sales',
  color: 'grape',
  entry: { did: ['purchase'], atLeast: 3, withinDays: 365 },
  does: {
    es: 'Agradecer, pedir opinión y recomendación; avisarle antes que a nadie.',
    en: 'Thank, ask for feedback and recommendations; tell them before anybody else.',
  },
}

type Lifecycle = Definitions['lifecycle']

const staying = (lifecycle: Lifecycle, days: Record<string, number>): Lifecycle => ({
  ...lifecycle,
  stages: lifecycle.stages.map(stage => {
    const staleAfterDays = days[stage.key]
    return staleAfterDays ? { ...stage, staleAfterDays } : stage
  }),
})

const asking = (lifecycle: Lifecycle, key: string, change: (entry: Criteria) => Criteria): Lifecycle => ({
  ...lifecycle,
  stages: lifecycle.stages.map(stage =>
    stage.key === key ? { ...stage, entry: change(stage.entry) } : stage,
  ),
})

/** Another way in, under the same conditions that hold for all ways: the last part of an *all* is the ways in. */
const orElse =
  (way: Criteria) =>
  (entry: Criteria): Criteria => {
    if (!('all' in entry)) return { any: [entry, way] }
    const ways = entry.all.at(-1)
    if (!ways) return entry
    return {
      all: [...entry.all.slice(0, -1), 'any' in ways ? { any: [...ways.any, way] } : { any: [ways, way] }],
    }
  }

/** Half-lives in days: of what happens on the web and of conversations. */
const fading = (score: ScoreModel, web: number, talk: number): ScoreModel => ({
  ...score,
  groups: score.groups.map(group => {
    if (group.key === 'web') return { ...group, halfLifeDays: web }
    return group.key === 'talk' ? { ...group, halfLifeDays: talk } : group
  }),
})

function worth(score: ScoreModel, points: Record<string, number>): ScoreModel {
  const changed = <T extends { key: string; points: number }>(rules: T[]) =>
    rules.map(rule => ({ ...rule, points: points[rule.key] ?? rule.points }))
  return {
    ...score,
    fit: changed(score.fit),
    engagement: changed(score.engagement),
    engagementFacts: changed(score.engagementFacts),
  }
}
