import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysAgo, happened, makeContact } from '../../test/history.ts'
import { recordEvents } from '../activity/activity.ts'
import { addFields, removeUnusedFields, updateContacts } from '../contacts/contacts.ts'
import { addFunnel } from '../lifecycle/funnels.ts'
import { draftOf, funnelOf } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/ids.ts'
import { numberedSystems } from './orders.ts'
import { membersOf } from './population.ts'
import { adopt, adoptionOf, askProof, proofOf, runProof } from './proof.ts'
import { prove, type Question } from './proving.ts'

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')

const question = (ctx: Ctx): Question => ({
  ...{ outcome: { event: 'purchase' }, kind: 'person' },
  ...{ from: daysAgo(ctx, 365), to: now },
})

/** Two years of contacts: of those who call, most buy ten days later; of those who do not, few. */
async function callersBuy(ctx: Ctx, count = 300) {
  const ids = Array.from({ length: count }, newId)
  const rows = ids.map((id, i) => {
    const createdAt = daysAgo(ctx, 340 - i)
    return { workspaceId: ctx.workspaceId, id, createdAt, updatedAt: createdAt }
  })
  await ctx.db.insertInto('contacts').values(rows).execute()
  const events = ids.flatMap((contactId, i) => {
    const [calls, buys] = [i % 2 === 0, i % 2 === 0 ? i % 10 !== 0 : i % 10 === 1]
    return [
      ...(calls ? [{ contactId, name: 'call', at: daysAgo(ctx, 335 - i) }] : []),
      ...(buys ? [{ contactId, name: 'purchase', at: daysAgo(ctx, 325 - i) }] : []),
    ]
  })
  await recordEvents(ctx, events)
  return ids
}

test('the score is checked as it was on the eve of the outcome: what comes with the sale or later tells nothing', async () => {
  const ctx = await workspace({ now })
  for (let i = 0; i < 60; i++) {
    const id = await makeContact(ctx, { createdAt: daysAgo(ctx, 200 - i) })
    if (i % 2) continue
    await happened(ctx, id, 'purchase', { at: daysAgo(ctx, 100) })
    await happened(ctx, id, 'meeting', { at: daysAgo(ctx, 99) })
  }

  const { today, people, won } = await prove(ctx, question(ctx))

  expect({ people, won }).toEqual({ people: 60, won: 30 })
  expect(today.auc?.value).toBe(0.5)
})

test('a score that ranks buyers first is proved, and a card of few rules is learnt from the outcomes and proved on the newest', async () => {
  const ctx = await workspace({ now })
  await callersBuy(ctx)

  const { today, learnt, rules } = await prove(ctx, question(ctx))

  expect(today.auc?.value).toBeGreaterThan(0.7)
  expect(today.deciles[0]?.lift).toBeGreaterThan(1.2)
  expect(learnt).toMatchObject({ from: 'outcomes', provedOn: 60 })
  expect(learnt?.rules[0]).toMatchObject({ about: 'call' })
  expect(learnt?.card.auc?.value).toBeGreaterThan(0.7)
  expect(rules.find(rule => rule.key === 'talk')).toMatchObject({ isDead: false })
  expect(rules.find(rule => rule.key === 'talk')?.adds).toBeGreaterThan(0.1)
  expect(rules.find(rule => rule.key === 'video')).toMatchObject({ isDead: true })
})

test('what is filled in after the sale, or tells what sellers think, is named and kept out', async () => {
  const ctx = await workspace({ now })
  const field = (key: string) => ({
    ...{ key, type: 'text' as const, labelEs: key, labelEn: key, choices: [] },
    appliesTo: ['person' as const],
  })
  await addFields(ctx, [field('lead_quality'), field('contract')])
  const ids = await callersBuy(ctx)
  await sql`update contacts set custom = jsonb_build_object('lead_quality', case when id = any(${ids.slice(0, 150)}::uuid[]) then 'high' else 'low' end)
    where workspace_id = ${ctx.workspaceId}`.execute(ctx.db)
  const buyers = ids.filter((_, i) => (i % 2 === 0 ? i % 10 !== 0 : i % 10 === 1))
  await updateContacts(
    ctx,
    buyers.slice(0, 60).map(id => ({ id, custom: { contract: 'signed' } })),
    { kind: 'edit' },
  )

  const { leaks, learnt } = await prove(ctx, question(ctx))

  expect(leaks).toEqual([
    { about: 'custom.contract', why: 'after', share: 60 / 150 },
    { about: 'custom.lead_quality', why: 'judgement' },
  ])
  expect(learnt?.rules.map(rule => rule.about)).not.toContain('custom.contract')
})

test('with too few outcomes to learn from it says so, and goes by likeness to the customers', async () => {
  const ctx = await workspace({ now })
  await callersBuy(ctx, 60)

  const { learnt } = await prove(ctx, question(ctx))

  expect(learnt).toMatchObject({ from: 'likeness', provedOn: 0 })
  expect(learnt?.exact).toBeUndefined()
})

test('forty of each in the period are enough to learn from, even if fewer of them are among the older', async () => {
  const ctx = await workspace({ now })
  await callersBuy(ctx, 90)

  const { learnt, won } = await prove(ctx, question(ctx))

  expect(won).toBe(45)
  expect(learnt).toMatchObject({ from: 'outcomes', learntOn: 72, provedOn: 18 })
})

test('with outcomes enough but next to none among the newest the card is learnt, and said to be unproved', async () => {
  const ctx = await workspace({ now })
  const ids = await callersBuy(ctx, 200)
  await ctx.db
    .deleteFrom('events')
    .where('name', '=', 'purchase')
    .where('contactId', 'in', ids.slice(140))
    .execute()

  const { learnt, today } = await prove(ctx, question(ctx))

  expect(learnt).toMatchObject({ from: 'unproved', provedOn: 0 })
  expect(learnt?.difference).toBeUndefined()
  expect(today.auc).toBeUndefined()
})

test('whether the card is better than today’s score is told with how sure that is', async () => {
  const ctx = await workspace({ now })
  const ids = await callersBuy(ctx)
  // Those who do not call ask for a demonstration, for which today's score gives more.
  const asking = ids.flatMap((contactId, i) =>
    i % 2 ? [{ contactId, name: 'demo_requested', at: daysAgo(ctx, 336 - i) }] : [],
  )
  await recordEvents(ctx, asking)

  const { learnt } = await prove(ctx, question(ctx))

  const { value = 0, low = 0, high = 0 } = learnt?.difference ?? {}
  expect(low).toBeGreaterThan(0)
  expect(value).toBeCloseTo((learnt?.card.auc?.value ?? 0) - (learnt?.todayOnSame?.value ?? 0), 10)
  expect(high).toBeGreaterThan(value)
})

test('each funnel has its own score proved, and the card becomes that of its draft', async () => {
  const ctx = await workspace({ now })
  await callersBuy(ctx)
  const courses = await addFunnel(ctx, { name: { es: 'Cursos', en: 'Courses' }, begin: { copyOf: 'main' } })
  const { id } = await askProof(ctx, { ...question(ctx), funnel: courses.key })

  await runProof(ctx, { id })
  await adopt(ctx, id)

  const proof = await proofOf(ctx)
  expect(proof?.question.funnel).toBe(courses.key)
  expect((await draftOf(ctx, courses.key))?.score).toEqual(proof?.result?.learnt?.model)
  expect(await draftOf(ctx)).toBeUndefined()
  expect(await adoptionOf(ctx, id)).toMatchObject({ contacts: 0 })
})

test.each([
  [{ funnel: 'nowhere' }, 'lifecycle.no_funnel'],
  [{ from: now, to: new Date('2026-06-05') }, 'proof.no_period'],
  [{ from: new Date('2026-06-17'), to: new Date('2026-06-24') }, 'proof.period_to_come'],
  [{ outcome: { stage: 'nirvana' } }, 'proof.no_stage'],
])('%j cannot be asked, and the refusal says what is wrong', async (part, code) => {
  const ctx = await workspace({ now })

  await expect(askProof(ctx, { ...question(ctx), ...part })).rejects.toMatchObject({ code })
})

test('nobody with the outcome, and nobody without, is a refusal that says so', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx, { createdAt: daysAgo(ctx, 100) })
  await expect(prove(ctx, question(ctx))).rejects.toMatchObject({ code: 'proof.no_outcome' })

  await happened(ctx, ana, 'purchase', { at: daysAgo(ctx, 10) })

  await expect(prove(ctx, question(ctx))).rejects.toMatchObject({ code: 'proof.all_won' })
})

test('a proof is asked for, worked out by the worker, and its card becomes the score of the draft', async () => {
  const ctx = await workspace({ now })
  await callersBuy(ctx)
  const { id } = await askProof(ctx, question(ctx))
  expect(await proofOf(ctx)).toMatchObject({ id, state: 'running', step: 'choosing' })

  await runProof(ctx, { id })
  await adopt(ctx, id)

  const proof = await proofOf(ctx)
  expect(proof).toMatchObject({ id, state: 'done', step: 'learning', done: 300, total: 300 })
  expect((await draftOf(ctx))?.score).toEqual(proof?.result?.learnt?.model)
})

test('while it works a proof says what it is at and how many contacts it has looked at', async () => {
  const ctx = await workspace({ now })
  await callersBuy(ctx, 60)
  const told: string[] = []

  await prove(ctx, question(ctx), ({ step, done, total }) => {
    told.push(`${step} ${done}/${total}`)
  })

  expect([told[0], told.at(-1)]).toEqual(['looking 0/60', 'learning 60/60'])
  expect(told).toContain('looking 60/60')
})

test('a field that told the order and was deleted since is refused, with those that remain', async () => {
  const ctx = await workspace({ now })
  const label = 'Número de lead'
  await addFields(ctx, [
    {
      key: 'lead_number',
      type: 'number',
      labelEs: label,
      labelEn: label,
      choices: [],
      appliesTo: ['person'],
    },
  ])
  const asked = { ...question(ctx), inOrderOf: 'custom.lead_number' }
  await askProof(ctx, asked)
  await removeUnusedFields(ctx, ['lead_number'])

  await expect(askProof(ctx, asked)).rejects.toMatchObject({
    ...{ code: 'proof.order_gone', params: { left: expect.stringContaining('Visitas a la web') } },
  })
})

test('a proof that cannot be made ends with the reason', async () => {
  const ctx = await workspace({ now })
  const { id } = await askProof(ctx, question(ctx))

  await runProof(ctx, { id })

  expect(await proofOf(ctx)).toMatchObject({ state: 'failed', error: { code: 'proof.no_outcome' } })
})

test('who came too late to have had the time for the outcome is left out', async () => {
  const ctx = await workspace({ now })
  await callersBuy(ctx, 60)
  for (let i = 0; i < 5; i++) await makeContact(ctx, { createdAt: daysAgo(ctx, 3) })

  const { people } = await prove(ctx, question(ctx))

  // Half of them buy, all at an age of 15 days.
  expect(people).toBe(60)
})

test('the facts in which buyers differ are a profile to choose from', async () => {
  const ctx = await workspace({ now })
  const ids = await callersBuy(ctx)
  const likeBuyers = ids.filter((_, i) => i % 2 === 0 || i % 10 === 3)
  await sql`update contacts set sector = case when id = any(${likeBuyers}::uuid[]) then 'Salud' else 'Metal' end
    where workspace_id = ${ctx.workspaceId}`.execute(ctx.db)
  await sql`update contacts set source = 'Feria' where workspace_id = ${ctx.workspaceId} and sector = 'Salud'`.execute(
    ctx.db,
  )
  const { id } = await askProof(ctx, question(ctx))
  await runProof(ctx, { id })

  const profile = (await proofOf(ctx))?.result?.profile ?? []
  expect(profile[0]).toMatchObject({ when: { field: 'sector', op: 'is', value: 'Salud' }, people: 180 })
  expect(profile[0]?.times).toBeGreaterThan(1.9)
  const repeated = profile.filter(({ isRepeated }) => isRepeated).map(({ when }) => when)
  expect(repeated).toContainEqual({ field: 'source', op: 'is', value: 'Feria' })
})

test('of people it is proposed too what the companies they work at have in common, but for what was filled in since the sale', async () => {
  const ctx = await workspace({ now })
  const ids = await callersBuy(ctx)
  const companies = Array.from({ length: 100 }, newId)
  const rows = companies.map((id, i) => ({
    ...{
      workspaceId: ctx.workspaceId,
      id,
      kind: 'organization',
      createdAt: daysAgo(ctx, 400),
      updatedAt: now,
    },
    ...{
      sector: i % 2 ? 'Metal' : 'Salud',
      employees: i % 6 ? 40 : 400,
      annualRevenue: i % 2 ? 1 : 9_000_000,
    },
  }))
  await ctx.db.insertInto('contacts').values(rows).execute()
  const workplaces = ids.map((_, i) => companies[(i % 5 ? i : i + 1) % 100])
  await sql`insert into employments (workspace_id, person_id, organization_id, created_at)
    select ${ctx.workspaceId}, p, o, ${now} from unnest(${ids}::uuid[], ${workplaces}::uuid[]) as e (p, o)`.execute(
    ctx.db,
  )
  await updateContacts(
    ctx,
    companies.slice(0, 60).map(id => ({ id, fields: { annualRevenue: 10_000_000 } })),
    { kind: 'edit' },
  )

  const { profile } = await prove(ctx, question(ctx))

  const asked = profile.map(({ when }) => JSON.stringify(when))
  expect(asked).toContain(JSON.stringify({ company: { field: 'sector', op: 'is', value: 'Salud' } }))
  expect(asked.join()).not.toContain('annualRevenue')
})

test('of a base that was imported at once, the numbers of the other system say who came first', async () => {
  const ctx = await workspace({ now })
  const ids = await callersBuy(ctx, 100)
  await sql`update contacts set created_at = ${daysAgo(ctx, 400)} where workspace_id = ${ctx.workspaceId}`.execute(
    ctx.db,
  )
  await sql`update events set at = ${daysAgo(ctx, 30)} where workspace_id = ${ctx.workspaceId} and name = 'purchase'`.execute(
    ctx.db,
  )
  await sql`
    insert into identities (workspace_id, contact_id, kind, value, created_at)
    select ${ctx.workspaceId}, id, 'external', system, ${now} from unnest(${ids}::uuid[]) with ordinality as i (id, n)
    cross join lateral unnest(array['crm:' || (1000 - n), 'lead:' || n || '.0', 'prospect:' || id]) as s (system)`.execute(
    ctx.db,
  )
  const funnel = await funnelOf(ctx)

  const unknown = await membersOf(ctx, funnel, question(ctx))
  const known = await membersOf(ctx, funnel, { ...question(ctx), inOrderOf: 'externalId' })
  const ofOne = await membersOf(ctx, funnel, { ...question(ctx), inOrderOf: 'externalId:lead' })

  expect([unknown.isOneDay, known.isOneDay]).toEqual([true, false])
  expect(unknown.members.map(member => member.id)).not.toEqual(ids)
  expect(known.members.map(member => member.id)).toEqual(ids.toReversed())
  expect(ofOne.members.map(member => member.id)).toEqual(ids)
  expect(await numberedSystems(ctx)).toEqual(['crm', 'lead'])
})
