import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { demoState, getContact, removeDemo, upsertContacts } from '../../contacts/contacts.ts'
import type { Criteria } from '../../criteria/criteria.ts'
import { matchingContacts } from '../../criteria/matching.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Locale } from '../../platform/texts.ts'
import { disqualifiedReport } from '../../reports/disqualified.ts'
import { verify } from '../verify.ts'
import { createDemo } from './demo.ts'
import { type Company, type Market, wordsOf } from './words.ts'

const { workspace } = useDatabase()
const small = { organizations: 10, people: 70 }

/** Large enough for the shares to show, whole percentages of those who have a stage. */
const middling = { organizations: 45, people: 300 }
const stages = ['contact', 'lead', 'prospect', 'potential_customer', 'customer']

const settings: { market: Market; locale: Locale }[] = [
  { market: 'b2b', locale: 'es' },
  { market: 'b2b', locale: 'en' },
  { market: 'b2c', locale: 'es' },
  { market: 'b2c', locale: 'en' },
]

test.each(settings)(
  'the demo shows a funnel at work: every stage, cold, warm and hot, and moves both ways, in the words of its market ($market, $locale)',
  async ({ market, locale }) => {
    const ctx = await workspace({ market, locale })

    await createDemo(ctx, market === 'b2b' ? middling : { ...middling, organizations: 5 })

    const inStage = await sharesOf(ctx, 'stage')
    for (const [stage, [least, most]] of Object.entries(expectedShares))
      expect(inStage.get(stage), stage).toSatisfy((share: number) => share >= least && share <= most)
    const atTemperature = await sharesOf(ctx, 'temperature')
    expect(atTemperature.get('cold')).toSatisfy((share: number) => share >= 60 && share <= 80)
    expect(atTemperature.get('warm')).toSatisfy((share: number) => share >= 14 && share <= 30)
    expect(atTemperature.get('hot')).toSatisfy((share: number) => share >= 4 && share <= 12)
    const { forward, backward } = await fortnightsWithMoves(ctx)
    expect(forward).toBe(6)
    expect(backward).toBeGreaterThanOrEqual(5)
    await expectQualification(ctx, market)
    await expectOneLanguage(ctx, market, locale)
    expect((await verify(ctx)).differences).toEqual([])
    expect(await demoState(ctx)).toMatchObject({ share: 1 })
  },
  90_000,
)

const expectedShares: Record<string, [least: number, most: number]> = {
  contact: [27, 43],
  lead: [22, 38],
  prospect: [9, 21],
  potential_customer: [3, 10],
  customer: [9, 20],
}

test.each([settings[0], settings[3]])(
  'the demo company is the same every time ($market, $locale)',
  async how => {
    const now = new Date('2026-11-20T12:00:00Z')
    const [one, other] = [await workspace({ now, ...how }), await workspace({ now, ...how })]

    await createDemo(one, small)
    await createDemo(other, small)

    expect(await summary(one)).toEqual(await summary(other))
  },
)

test('removing the demo leaves nothing of it behind', async () => {
  const ctx = await workspace()
  await createDemo(ctx, small)

  await removeDemo(ctx)

  for (const table of ['contacts', 'identities', 'events', 'standings', 'moves', 'changeSets'] as const)
    expect(await ctx.db.selectFrom(table).select('workspaceId').execute(), table).toEqual([])
}, 90_000)

test('what is real never joins the demo, so that it stays when the demo goes', async () => {
  const ctx = await workspace()
  await createDemo(ctx, small)
  const {
    rows: [sample],
  } = await sql<{ email: string; employer: string }>`
    select i.value as email, o.display_name as employer from identities i
    join employments e on e.person_id = i.contact_id join contacts o on o.id = e.organization_id
    where i.kind = 'email' limit 1`.execute(ctx.db)
  const draft = {
    fields: { name: 'Ana', email: sample?.email ?? '' },
    organization: { name: sample?.employer },
  }

  const first = await upsertContacts(ctx, [draft], { kind: 'import' })
  const again = await upsertContacts(ctx, [draft], { kind: 'import' })
  await removeDemo(ctx)
  const after = await upsertContacts(ctx, [draft], { kind: 'import' })

  expect([first, again, after].map(({ items }) => items[0]?.outcome)).toEqual([
    'new',
    'duplicate',
    'duplicate',
  ])
  expect(await getContact(ctx, first.items[0]?.contactId ?? '')).toMatchObject({
    organizations: [{ displayName: sample?.employer }],
  })
  expect(await ctx.db.selectFrom('contacts').select('id').execute()).toHaveLength(2)
})

const summary = (ctx: Ctx) =>
  ctx.db
    .selectFrom('contacts as contact')
    .innerJoin('standings as standing', join =>
      join
        .onRef('standing.contactId', '=', 'contact.id')
        .onRef('standing.workspaceId', '=', 'contact.workspaceId'),
    )
    .where('contact.workspaceId', '=', ctx.workspaceId)
    .select(['displayName', 'stage', 'fit', 'engagement', 'temperature'])
    .orderBy('displayName')
    .orderBy('standing.total')
    .orderBy('contact.searchText')
    .execute()

/** Whole percentages of the contacts that have a stage. */
async function sharesOf(ctx: Ctx, column: 'stage' | 'temperature'): Promise<Map<string | null, number>> {
  const { rows } = await sql<{ value: string; share: number }>`
    select ${sql.ref(column)} as value, round(100 * count(*) / sum(count(*)) over ())::int as share
    from standings where workspace_id = ${ctx.workspaceId} and stage is not null group by 1`.execute(ctx.db)
  return new Map(rows.map(row => [row.value, row.share]))
}

/** All four verdicts, prospects who have waited for too long, and why others were given up. */
async function expectQualification(ctx: Ctx, market: Market) {
  const count = async (...all: Criteria[]) =>
    (await matchingContacts(ctx, { about: 'contact', where: { all } })).count
  const share = async (stage: string, verdict: string) => {
    const inStage: Criteria = { is: 'stage', anyOf: [stage] }
    return (100 * (await count(inStage, { is: 'verdict', anyOf: [verdict] }))) / (await count(inStage))
  }
  // Of companies, whoever is qualified and fits is a potential customer already.
  const least = market === 'b2b' ? 12 : 22
  expect(await share('prospect', 'qualified')).toSatisfy((found: number) => found >= least && found <= 42)
  expect(await share('potential_customer', 'qualified')).toBeGreaterThan(50)
  for (const verdict of ['not_yet', 'research', 'disqualified'])
    expect(await share('prospect', verdict), verdict).toBeGreaterThan(0)
  expect(await count({ is: 'stale', anyOf: ['prospect'] })).toBeGreaterThan(5)
  const from = new Date(ctx.clock().getTime() - 548 * 86_400_000)
  const { total, reasons, weeks } = await disqualifiedReport(ctx, { from, to: ctx.clock() })
  expect(total.count).toSatisfy((found: number) => found >= 5 && found <= 24)
  expect([total.forGood, total.woken, total.count - total.forGood - total.woken]).not.toContain(0)
  expect(Math.min(reasons.length, weeks.length)).toBeGreaterThanOrEqual(4)
}

/** In how many of the last six fortnights contacts went on, and in how many some went back. */
async function fortnightsWithMoves(ctx: Ctx) {
  const moves = await ctx.db
    .selectFrom('moves')
    .where('at', '>', new Date(ctx.clock().getTime() - 84 * 86_400_000))
    .select(['at', 'fromStage', 'toStage'])
    .execute()
  const rank = (stage: string | null) => stages.indexOf(stage ?? '')
  const fortnights = (those: typeof moves) =>
    new Set(those.map(move => Math.floor((ctx.clock().getTime() - move.at.getTime()) / (14 * 86_400_000))))
      .size
  return {
    forward: fortnights(moves.filter(move => rank(move.toStage) > rank(move.fromStage))),
    backward: fortnights(moves.filter(move => rank(move.toStage) < rank(move.fromStage))),
  }
}

async function expectOneLanguage(ctx: Ctx, market: Market, locale: Locale) {
  const { country, company } = wordsOf(market, locale)
  const contacts = await ctx.db.selectFrom('contacts').select(['kind', 'country', 'givenName']).execute()
  const persons = contacts.filter(contact => contact.kind === 'person')
  expect([persons.length, contacts.length]).toEqual([300, market === 'b2b' ? 345 : 305])
  expect(persons.filter(person => !country.givenNames.includes(person.givenName ?? ''))).toEqual([])
  expect(new Set(contacts.flatMap(each => each.country ?? []))).toEqual(new Set([country.code]))
  const employments = await ctx.db.selectFrom('employments').select('personId').execute()
  expect(employments.length).toSatisfy((count: number) => (market === 'b2b' ? count > 225 : count < 60))
  expect(await strangeTexts(ctx, company)).toEqual([])
}

/** What people read on the timelines and is not among the words of this company. */
async function strangeTexts(ctx: Ctx, company: Company): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select distinct value as text from events, jsonb_each_text(properties)
    where workspace_id = ${ctx.workspaceId} and key not in ('amount', 'score', 'share', 'order', 'currency', 'url', 'kind', 'purpose')
    union select distinct custom ->> 'purchase_timing' from contacts where workspace_id = ${ctx.workspaceId} and custom ? 'purchase_timing'
    union select distinct need from contacts where workspace_id = ${ctx.workspaceId} and need is not null
    union select distinct wording from consents where workspace_id = ${ctx.workspaceId}`.execute(ctx.db)
  const known = JSON.stringify(company)
  return rows.map(row => row.text).filter(text => !known.includes(JSON.stringify(text).slice(1, -1)))
}
