import { sql } from 'kysely'
import { type NewEvent, recordEvents } from '../../activity/activity.ts'
import { type ContactDraft, createContacts, noteDemo, openDemo, removeDemo } from '../../contacts/contacts.ts'
import { atomically, type Ctx } from '../../platform/ctx.ts'
import { publish } from '../../platform/live.ts'
import { replay } from '../replay.ts'
import { type DemoOrganization, type DemoPerson, organizations, people } from './company.ts'
import { type Random, seeded } from './random.ts'
import { eventsOf, shares } from './stories.ts'
import { consentWording } from './words.ts'

export type DemoSize = { organizations: number; people: number }

const usual: DemoSize = { organizations: 300, people: 2000 }
const historyDays = 548
const day = 86_400_000

/**
 * Fills the workspace with an invented Spanish company's contacts and 18 months of what they did, worked off four weeks at a time as if
 * time had passed, so that every move has its date. The same every time but for the dates, which end today. One transaction: half
 * a demo is never seen. What was there before is replaced. How far it is can be asked with `demoState` meanwhile.
 */
export async function createDemo(ctx: Ctx, size: DemoSize = usual): Promise<void> {
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

async function fill(ctx: Ctx, size: DemoSize, changeSetId: string, progress: Progress) {
  const random = seeded(1_492)
  const now = ctx.clock()
  const cause = { kind: 'demo' as const, changeSetId }
  const firms = organizations(random, size.organizations)
  const firmIds = await createContacts(ctx, firms.map(draftOfOrganization(now)), cause)
  await progress(0.05)
  const persons = people(random, size.people, firms)
  const ids = await createContacts(ctx, persons.map(draftOf(random, now)), cause)
  await progress(0.1)
  const events = persons.flatMap((person, index) => history(random, person, ids[index], now, changeSetId))
  for (let from = 0; from < events.length; from += 2000)
    await recordEvents(ctx, events.slice(from, from + 2000))
  await sql`select refresh_statistics()`.execute(ctx.db)
  await progress(0.2)
  await replay(ctx, new Date(now.getTime() - historyDays * day), now, {
    stepDays: 28,
    contactIds: [...firmIds, ...ids],
    onProgress: share => progress(0.2 + share * 0.79),
  })
}

const draftOfOrganization =
  (now: Date) =>
  (firm: DemoOrganization): ContactDraft => ({
    kind: 'organization',
    isDemo: true,
    createdAt: new Date(now.getTime() - historyDays * day),
    fields: {
      name: firm.name,
      website: `https://www.${firm.domain}`,
      domain: firm.domain,
      phone: firm.phone,
      ...firm.fields,
    },
    roles: firm.roles,
  })

const draftOf =
  (random: Random, now: Date) =>
  (person: DemoPerson): ContactDraft => ({
    isDemo: true,
    createdAt: new Date(now.getTime() - historyDays * day),
    fields: {
      ...person.fields,
      email: person.email,
      ...(person.phone && { phone: person.phone }),
      ...(person.linkedin && { linkedin: person.linkedin }),
    },
    roles: person.roles,
    tags: person.tags,
    ...(person.organization && {
      organization: { name: person.organization.name, domain: person.organization.domain },
    }),
    ...(random.chance(0.5) && {
      consents: [
        {
          channel: 'email',
          state: 'granted',
          basis: 'consent',
          wording: consentWording,
          source: 'demo',
          at: now,
        } as const,
      ],
    }),
  })

/** What one person did; those who are with us in another role (a supplier, an employee) did nothing that matters here. */
function history(
  random: Random,
  person: DemoPerson,
  contactId: string | undefined,
  now: Date,
  changeSetId: string,
): NewEvent[] {
  if (!contactId || person.roles.length > 0) return []
  return eventsOf(random.weighted(shares), random, person).map(({ daysAgo, ...event }) => ({
    ...event,
    contactId,
    at: new Date(now.getTime() - Math.min(daysAgo, historyDays - 1) * day),
    source: 'demo',
    changeSetId,
  }))
}
