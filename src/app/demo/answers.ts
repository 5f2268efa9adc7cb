import type { AnswerDraft } from '../../contacts/contacts.ts'
import type { Framework } from '../../lifecycle/frameworks.ts'
import type { DemoPerson } from './company.ts'
import { day, isConversation, type Past } from './past.ts'
import type { Random } from './random.ts'
import type { StoryName } from './stories.ts'
import { priceOf } from './tellings.ts'
import type { Company, Market } from './words.ts'

type Person = DemoPerson & Past
type Answers = Record<string, AnswerDraft>
type Asking = { framework: Framework; market: Market; company: Company; random: Random; now: Date }

/** How far somebody was questioned. `outdated`: so long ago that it must be asked again. */
type Depth = 'full' | 'begun' | 'denied' | 'outdated' | 'asked' | 'none'
type Depths = Record<Depth, number>

const never: Depths = { full: 0, begun: 0, denied: 0, outdated: 0, asked: 0, none: 0 }

const everywhere: Partial<Record<StoryName, Depths>> = {
  negotiating: { ...never, full: 85, begun: 10, outdated: 5 },
  wentQuiet: { ...never, outdated: 4, denied: 3, none: 3 },
  cameBack: { ...never, outdated: 5, begun: 3, none: 2 },
  lost: { ...never, denied: 8, none: 2 },
}

// Of an employer, the organisation is asked for its budget; and whoever fits and is qualified is no prospect any more.
const depths = {
  employed: {
    ...everywhere,
    evaluating: { full: 2, begun: 50, denied: 13, outdated: 20, asked: 5, none: 10 },
  },
  alone: { ...everywhere, evaluating: { full: 80, begun: 8, denied: 4, outdated: 4, asked: 2, none: 2 } },
  consumer: {
    ...everywhere,
    evaluating: { full: 36, begun: 22, denied: 12, outdated: 10, asked: 12, none: 8 },
  },
} satisfies Record<string, Partial<Record<StoryName, Depths>>>

/** What a person answered to the framework's questions in one of their conversations; some was said by a colleague. */
export function answersOf(person: Person, colleague: Person | undefined, asking: Asking): Answers {
  const { random, market } = asking
  const group = market === 'b2c' ? 'consumer' : person.organization ? 'employed' : 'alone'
  const weights: Partial<Record<StoryName, Depths>> = depths[group]
  const likely = person.story && weights[person.story]
  const depth = likely ? random.weighted(likely) : 'none'
  const talks = person.events.filter(isConversation)
  const talk = depth === 'outdated' ? talks[0] : talks.at(-1)
  const isHearsay = random.chance(0.15)
  if (!talk || depth === 'none') return {}
  const { decisionRole: authority, need } = person.fields
  return questioned(depth, asking, { authority, need }, talk.at, {
    eventId: talk.messageId,
    ...(isHearsay &&
      person.organization &&
      colleague &&
      colleague !== person && { saidBy: nameOf(colleague) }),
  })
}

/** What the people of an organisation who are buying say of it. */
export function answersOfOrganization(staff: Person[], asking: Asking): Answers {
  const { random } = asking
  const spokesman =
    staff.find(({ story }) => story === 'negotiating') ?? staff.find(({ story }) => story === 'evaluating')
  const talk = spokesman?.events.findLast(isConversation)
  if (!spokesman || !talk) return {}
  const likely = spokesman.story === 'negotiating' ? 0.95 : 0.85
  const depth = random.chance(likely) ? 'full' : random.chance(0.5) ? 'outdated' : 'begun'
  const { need } = spokesman.fields
  return questioned(depth, asking, { need }, talk.at, { saidBy: nameOf(spokesman) })
}

const nameOf = ({ fields: { givenName, surname } }: DemoPerson) => `${givenName} ${surname}`

type Facts = Record<string, string | undefined>
type Source = Pick<AnswerDraft, 'eventId' | 'saidBy'>

function questioned(
  depth: Exclude<Depth, 'none'>,
  asking: Asking,
  facts: Facts,
  at: Date,
  source: Source,
): Answers {
  const { framework, random, now } = asking
  const said = new Date(Math.min(now.getTime(), at.getTime() + random.between(5, 50) * 60_000))
  const states = statesOf(depth, asking, facts)
  return Object.fromEntries(
    framework.items.flatMap(({ question }) => {
      const state = states[question]
      const value = facts[question] ?? sampleOf(question, asking)
      const fades = depth === 'outdated' ? 30 : question === 'budget' && random.chance(0.5) ? 180 : undefined
      if (!state) return []
      const answer: AnswerDraft = {
        ...{ ...source, state, at: said },
        ...(state === 'confirmed' && value !== undefined && { value }),
        ...(fades && state === 'confirmed' && { expiresAt: new Date(said.getTime() + fades * day) }),
      }
      return [[question, answer]]
    }),
  )
}

/** What is a fact already was said; of the others the depth decides. */
function statesOf(
  depth: Exclude<Depth, 'none'>,
  { framework, random }: Asking,
  facts: Facts,
): Record<string, AnswerDraft['state']> {
  const { items, least } = framework
  const known = items.flatMap(({ question }) => (facts[question] ? [question] : []))
  const open = items.map(({ question }) => question).filter(each => !known.includes(each))
  const [first = '', second = ''] = open
  const spared = random.pick(open.length ? open : [''])
  const all = (those: string[], state: AnswerDraft['state']) =>
    Object.fromEntries(those.map(each => [each, state]))
  if (depth === 'asked') return all([first, second], 'asked')
  if (depth === 'full')
    return {
      ...all([...known, ...open], 'confirmed'),
      ...(least < items.length && random.chance(0.4) && { [spared]: 'asked' }),
    }
  const heard = all(known, 'confirmed')
  if (depth === 'begun') return { ...heard, [first]: 'asked' }
  if (depth === 'denied') return { ...heard, [first]: 'negative' }
  return known.length ? heard : { [first]: 'confirmed' }
}

/** Other questions are only said to be answered. */
function sampleOf(question: string, { company, random }: Asking): AnswerDraft['value'] {
  if (question === 'budget') return priceOf(random, random.pick(company.products))
  if (question === 'timing') return random.pick(company.timings)
  if (question === 'need') return random.pick(company.needs)
  return undefined
}
