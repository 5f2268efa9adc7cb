import { sql } from 'kysely'
import { type NewEvent, recordEvents } from '../../activity/activity.ts'
import { type ContactDraft, createContacts, noteDemo, openDemo, removeDemo } from '../../contacts/contacts.ts'
import { workspaceOf } from '../../identity/identity.ts'
import { atomically, type Ctx } from '../../platform/ctx.ts'
import { publish } from '../../platform/live.ts'
import { refillSegments } from '../../segments/segments.ts'
import { replay } from '../replay.ts'
import { type DemoOrganization, type DemoPerson, organizations, people } from './company.ts'
import { type Random, seeded } from './random.ts'
import { eventsOf } from './stories.ts'
import type { Telling } from './tellings.ts'
import { type Company, type Market, wordsOf } from './words.ts'

export type DemoSize = { organizations: number; people: number }

const usual: Record<Market, DemoSize> = {
  b2b: { organizations: 300, people: 2000 },
  b2c: { organizations: 30, people: 2000 },
}
const historyDays = 548
const day = 86_400_000

/**
 * Fills the workspace with the contacts of an invented company, of its market and in its language, and 18 months of what they did,
 * worked off step by step as if time had passed, so that every move has its date. The same every time but for the dates, which end
 * today. One transaction: half a demo is never seen. What was there before is replaced. How far it is can be asked with `demoState`
 * meanwhile.
 */
export async function createDemo(ctx: Ctx, size?: DemoSize): Promise<void> {
  await removeDemo(ctx)
  const changeSetId = await openDemo(ctx)
  const progress = async (share: number) => {
    await noteDemo(ctx, changeSetId, share)
    await publish(ctx, { topic: 'demo' })
  }
  await atomically(ctx, inner => fill(inner, size, changeSetId, progress))
  await progress(1)
}

type Progress = (share: number) => Promise<void>

async function fill(ctx: Ctx, size: DemoSize | undefined, changeSetId: string, progress: Progress) {
  const { market, locale, currency } = await workspaceOf(ctx)
  const words = wordsOf(market, locale)
  const counts = size ?? usual[market]
  const random = seeded(1_492)
  const now = ctx.clock()
  const firms = organizations(random, words, counts.organizations)
  const persons = people(random, market, words, counts.people, firms).map(person => ({
    ...person,
    ...pastOf(person, { random, market, currency, company: words.company }, now),
  }))
  const ids = await store(ctx, { firms, persons, company: words.company, random, changeSetId, progress })
  await replay(ctx, new Date(now.getTime() - historyDays * day), now, {
    stepDays: daysAgo => (daysAgo > 98 ? 28 : 7),
    contactIds: ids,
    onProgress: share => progress(0.2 + share * 0.79),
  })
  await refillSegments(ctx)
}

type Past = { createdAt: Date; events: Omit<NewEvent, 'contactId'>[] }

/** What one person did, and when they came into the base: with the first of it. */
function pastOf({ story }: DemoPerson, using: Omit<Telling, 'tell'>, now: Date): Past {
  const events = story ? eventsOf(story, using) : []
  const today = Math.floor(now.getTime() / day) * day
  const dated = events.map(({ daysAgo, hour, ...event }) => {
    const at = today + (hour - daysAgo) * day
    // What is told of today happened before now.
    return { ...event, at: new Date(at <= now.getTime() ? at : today + hour * (now.getTime() - today)) }
  })
  const first = dated[0]?.at ?? new Date(now.getTime() - using.random.between(20, historyDays - 8) * day)
  return { createdAt: first, events: dated }
}

type Filling = {
  firms: DemoOrganization[]
  persons: (DemoPerson & Past)[]
  company: Company
  random: Random
  changeSetId: string
  progress: Progress
}

/** Stores everybody with what they did; returns the ids. */
async function store(ctx: Ctx, { firms, persons, company, random, changeSetId, progress }: Filling) {
  const cause = { kind: 'demo' as const, changeSetId }
  const came = Map.groupBy(persons, person => person.organization)
  const firmDrafts = firms.map(firm => draftOfOrganization(firm, came.get(firm) ?? [], ctx.clock()))
  const firmIds = await createContacts(ctx, firmDrafts, cause)
  await progress(0.05)
  const drafts = persons.map(person => draftOf(person, company, random))
  const ids = await createContacts(ctx, drafts, cause)
  await progress(0.1)
  const events = persons.flatMap((person, index) =>
    person.events.map(event => ({ ...event, contactId: ids[index] ?? '', source: 'demo', changeSetId })),
  )
  for (let from = 0; from < events.length; from += 2000)
    await recordEvents(ctx, events.slice(from, from + 2000))
  await sql`select refresh_statistics()`.execute(ctx.db)
  await progress(0.2)
  return [...firmIds, ...ids]
}

/** An organisation comes with the first of its people. */
function draftOfOrganization(firm: DemoOrganization, staff: Past[], now: Date): ContactDraft {
  const first = Math.min(now.getTime() - 30 * day, ...staff.map(person => person.createdAt.getTime()))
  return {
    kind: 'organization',
    isDemo: true,
    createdAt: new Date(first),
    fields: {
      name: firm.name,
      website: `https://www.${firm.domain}`,
      domain: firm.domain,
      phone: firm.phone,
      ...firm.fields,
    },
    roles: firm.roles,
  }
}

function draftOf(person: DemoPerson & Past, company: Company, random: Random): ContactDraft {
  const { createdAt, organization } = person
  return {
    isDemo: true,
    createdAt,
    fields: {
      ...person.fields,
      email: person.email,
      ...(person.phone && { phone: person.phone }),
      ...(person.linkedin && { linkedin: person.linkedin }),
    },
    roles: person.roles,
    tags: person.tags,
    ...(organization && { organization: { name: organization.name, domain: organization.domain } }),
    ...(random.chance(0.5) && {
      consents: [
        {
          ...({ channel: 'email', state: 'granted', basis: 'consent' } as const),
          ...{ wording: company.consent, source: 'demo', at: createdAt },
        },
      ],
    }),
  }
}
