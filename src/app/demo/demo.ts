import { sql } from 'kysely'
import { recordEvents } from '../../activity/activity.ts'
import { type ContactDraft, createContacts, noteDemo, openDemo, removeDemo } from '../../contacts/contacts.ts'
import { workspaceOf } from '../../identity/identity.ts'
import type { Framework } from '../../lifecycle/frameworks.ts'
import { funnelOf } from '../../lifecycle/lifecycle.ts'
import { atomically, type Ctx } from '../../platform/ctx.ts'
import { publish } from '../../platform/live.ts'
import { disqualifyMany } from '../../qualification/qualification.ts'
import { refillSegments } from '../../segments/segments.ts'
import { replay } from '../replay.ts'
import { answersOf, answersOfOrganization } from './answers.ts'
import { type DemoOrganization, type DemoPerson, organizations, people } from './company.ts'
import { disqualificationOf } from './disqualifications.ts'
import { day, historyDays, type Past, pastOf } from './past.ts'
import { type Random, seeded } from './random.ts'
import { isKnownWell } from './stories.ts'
import { type Company, type Market, wordsOf } from './words.ts'

export type DemoSize = { organizations: number; people: number }

const usual: Record<Market, DemoSize> = {
  b2b: { organizations: 300, people: 2000 },
  b2c: { organizations: 30, people: 2000 },
}

/**
 * Fills the workspace with the contacts of an invented company, of its market and in its language, and 18 months of what they did,
 * worked off step by step as if time had passed, so that every move has its date. The same every time but for the dates, which end
 * today. One transaction: half a demo is never seen. What was there before is replaced. How far it is can be asked with `demoState`
 * meanwhile, and is told.
 */
export async function createDemo(
  ctx: Ctx,
  size?: DemoSize,
  onProgress: (share: number) => void = () => {},
): Promise<void> {
  await removeDemo(ctx)
  const changeSetId = await openDemo(ctx)
  const progress = async (share: number) => {
    onProgress(share)
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
  const { framework } = await funnelOf(ctx)
  const filling = { firms, persons, market, company: words.company, random, framework, changeSetId, progress }
  const ids = await store(ctx, filling)
  await replay(ctx, new Date(now.getTime() - historyDays * day), now, {
    stepDays: daysAgo => (daysAgo > 98 ? 28 : 7),
    contactIds: ids,
    onProgress: share => progress(0.2 + share * 0.79),
  })
  await refillSegments(ctx)
}

type Filling = {
  firms: DemoOrganization[]
  persons: (DemoPerson & Past)[]
  market: Market
  company: Company
  random: Random
  framework: Framework
  changeSetId: string
  progress: Progress
}

/** Stores everybody with what they did; returns the ids. */
async function store(ctx: Ctx, filling: Filling) {
  const { firms, persons, company, random, changeSetId, progress } = filling
  const cause = { kind: 'demo' as const, changeSetId }
  const came = Map.groupBy(persons, person => person.organization)
  // A chance of its own, so that the same people do the same whatever they are asked.
  const asking = { ...filling, random: seeded(1_605), now: ctx.clock() }
  const owners = await membersOf(ctx)
  const firmDrafts = firms.map(firm => {
    const staff = came.get(firm) ?? []
    return { ...draftOfOrganization(firm, staff, ctx.clock()), answers: answersOfOrganization(staff, asking) }
  })
  const firmIds = await createContacts(ctx, firmDrafts, cause)
  await progress(0.05)
  const drafts = persons.map(person => ({
    ...draftOf(person, company, random),
    ...ownedBy(person, owners, asking.random),
    answers: answersOf(person, asking.random.pick(came.get(person.organization) ?? []), asking),
  }))
  const ids = await createContacts(ctx, drafts, cause)
  await progress(0.1)
  const events = persons.flatMap((person, index) =>
    person.events.map(event => ({ ...event, contactId: ids[index] ?? '', source: 'demo', changeSetId })),
  )
  for (let from = 0; from < events.length; from += 2000)
    await recordEvents(ctx, events.slice(from, from + 2000))
  const given = persons.map(person => disqualificationOf(person, asking))
  const out = given.flatMap((each, index) => (each ? [{ ...each, contactId: ids[index] ?? '' }] : []))
  await disqualifyMany(ctx, out, cause)
  await sql`select refresh_statistics()`.execute(ctx.db)
  await progress(0.2)
  return [...firmIds, ...ids]
}

async function membersOf(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ userId: string }>`
    select user_id from members where workspace_id = ${ctx.workspaceId} order by created_at, user_id`.execute(
    ctx.db,
  )
  return rows.map(row => row.userId)
}

/** Most of those whom we know have somebody who looks after them. */
function ownedBy({ story }: DemoPerson, owners: string[], random: Random): Pick<ContactDraft, 'ownerId'> {
  const isOwned = random.chance(story && isKnownWell(story) ? 0.7 : 0.1)
  return isOwned && owners.length ? { ownerId: random.pick(owners) } : {}
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
