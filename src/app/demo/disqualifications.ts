import {
  type DefaultReason,
  type Disqualified,
  reasonsToDisqualify,
} from '../../qualification/qualification.ts'
import type { DemoPerson } from './company.ts'
import { day, type Past } from './past.ts'
import type { Random } from './random.ts'
import type { StoryName } from './stories.ts'
import type { Company, Market } from './words.ts'

type Reason = (typeof reasonsToDisqualify)[number]['key']
type Person = DemoPerson & Past
type Giving = { market: Market; company: Company; random: Random; now: Date }

/** How many of a story are given up, and why: as often as each weighs. */
const givenUp: Partial<Record<StoryName, { share: number; why: Partial<Record<Reason, number>> }>> = {
  reader: {
    share: 0.05,
    why: { not_in_profile: 3, unreachable: 2, outside_area: 2, false_data: 1, student: 3, wrong_size: 3 },
  },
  fan: { share: 0.03, why: { no_need: 2, student: 2, wrong_size: 1 } },
  evaluating: {
    share: 0.09,
    why: { no_budget: 3, bad_moment: 3, no_authority: 3, outside_area: 1, wrong_size: 2 },
  },
  wentQuiet: { share: 0.24, why: { no_answer: 6, bad_moment: 3, no_need: 2 } },
  lost: { share: 0.5, why: { chose_competition: 4, no_budget: 3, bad_moment: 2 } },
  leftTheList: { share: 0.2, why: { asked_not_to: 1 } },
}

/** Why each proposal is rejected, in the order of the company's own words for it. */
const rejected: Reason[] = ['no_budget', 'chose_competition', 'no_budget', 'bad_moment']

const ofCompanies: Reason[] = ['wrong_size', 'no_authority']

/** Whether and how somebody was disqualified, some days after the last that they did; it wakes as the program proposes. */
export function disqualificationOf(
  person: Person,
  { market, company, random, now }: Giving,
): Omit<Disqualified, 'contactId'> | undefined {
  const found = person.story && givenUp[person.story]
  if (!found || !random.chance(found.share)) return undefined
  const last = person.events.findLast(({ name }) => !name.startsWith('email_sent') && name !== 'email_opened')
  const at = new Date((last?.at ?? person.createdAt).getTime() + random.between(1, 14) * day)
  const isEmployee = market === 'b2b' && person.organization !== undefined
  const why = Object.entries(found.why).filter(([reason]) =>
    isEmployee ? reason !== 'student' : !ofCompanies.includes(reason as Reason),
  )
  const drawn = random.weighted(Object.fromEntries(why)) as Reason
  const reason = market === 'b2b' ? (rejectedBy(person, company) ?? drawn) : drawn
  return at < now ? { at, ...wakingOf(reason, at) } : undefined
}

function rejectedBy({ events }: Past, company: Company): Reason | undefined {
  const rejection = events.find(({ name }) => name === 'proposal_rejected')
  return rejected[company.lostReasons.indexOf(String(rejection?.properties?.reason))]
}

function wakingOf(reason: Reason, at: Date) {
  const usual: DefaultReason = reasonsToDisqualify.find(({ key }) => key === reason) ?? { key: reason }
  return {
    reason,
    ...(usual.days && { until: new Date(at.getTime() + usual.days * day) }),
    ...(usual.wakesOn && { wakesOn: usual.wakesOn }),
  }
}
