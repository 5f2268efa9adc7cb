import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysAgo, daysLater, happened, makeContact } from '../../test/history.ts'
import type { EventName } from '../activity/events.ts'
import { settle } from '../app/reactions.ts'
import type { Ctx } from '../platform/ctx.ts'
import { movesOf, standingOf } from './lifecycle.ts'

// Every row of the table of stages in docs/definitions.md, in both markets, with both answers of set-up.

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')

type Happening =
  | EventName
  | { name: EventName; days?: number; times?: number; properties?: Record<string, unknown> }
type Case = { facts?: Record<string, unknown>; events?: Happening[]; stage: string | null }

const days = (name: EventName, days: number): Happening => ({ name, days })

/** Where contacts with these facts and events stand, in the order given. */
async function stagesOf(ctx: Ctx, cases: Omit<Case, 'stage'>[]) {
  const ids: string[] = []
  for (const { facts, events = [] } of cases) {
    const id = await makeContact(ctx, facts)
    for (const each of events) {
      const { name, days = 0, times = 1, properties } = typeof each === 'string' ? { name: each } : each
      for (let time = 0; time < times; time++)
        await happened(ctx, id, name, { at: daysAgo(ctx, days), properties })
    }
    ids.push(id)
  }
  await settle(ctx)
  return Promise.all(ids.map(async id => (await standingOf(ctx, id))?.stage))
}

async function check(ctx: Ctx, cases: Case[]) {
  expect(await stagesOf(ctx, cases)).toEqual(cases.map(each => each.stage))
}

/** Facts worth 50 points of fit or more in B2B. */
const goodFit = { employees: 50, annualRevenue: 2_000_000, decisionRole: 'decides' }

test('contact: in the base; no act of ours and no bought list makes more of anybody', async () => {
  await check(await workspace({ now }), [
    { stage: 'contact' },
    {
      events: ['email_sent', 'call_made', 'imported', 'list_bought', 'email_opened', 'page_viewed'],
      stage: 'contact',
    },
    { facts: goodFit, events: ['list_bought'], stage: 'contact' },
  ])
})

test('lead in B2B: interest in a year, or a good fit that listens; never the anti-profile', async () => {
  await check(await workspace({ now }), [
    { events: [days('subscribed', 364)], stage: 'lead' },
    { events: [days('subscribed', 366)], stage: 'contact' },
    { events: ['file_downloaded'], stage: 'lead' },
    { facts: goodFit, events: ['list_added'], stage: 'lead' },
    { facts: goodFit, events: [days('linkedin_connected', 900)], stage: 'lead' },
    { events: ['list_added'], stage: 'contact' },
    { facts: { occupation: 'Estudiante' }, events: ['subscribed'], stage: 'contact' },
    { facts: { custom: JSON.stringify({ site_visits: 3 }) }, stage: 'lead' },
    { facts: { custom: JSON.stringify({ site_seconds: 299 }) }, stage: 'contact' },
  ])
})

test('prospect: a conversation or a clear act of interest in 180 days', async () => {
  await check(await workspace({ now }), [
    { events: ['call'], stage: 'prospect' },
    { events: ['email_replied'], stage: 'prospect' },
    { events: ['information_requested'], stage: 'prospect' },
    { events: ['email_link_clicked'], stage: 'prospect' },
    { events: [days('call', 181)], stage: 'lead' },
    { events: [{ name: 'form_submitted', properties: { purpose: 'enquiry' } }], stage: 'prospect' },
    { events: ['form_submitted'], stage: 'lead' },
    { facts: { occupation: 'student' }, events: ['call'], stage: 'contact' },
  ])
})

test('prospect, where a conversation was asked for at set-up: no click and no request is enough', async () => {
  for (const market of ['b2b', 'b2c'] as const)
    await check(await workspace({ now, market, prospectNeeds: 'conversation' }), [
      { events: ['email_link_clicked', 'information_requested'], stage: 'lead' },
      { events: ['whatsapp_received'], stage: 'lead' },
      { events: ['call'], stage: 'prospect' },
    ])
})

test('potential customer in B2B: qualified with a fit of 40, an open opportunity, or a proposal in 90 days', async () => {
  const budget = { custom: JSON.stringify({ budget: 5000 }) }
  await check(await workspace({ now }), [
    { facts: { ...goodFit, need: 'formación', ...budget }, events: ['call'], stage: 'potential_customer' },
    { facts: { ...goodFit, need: 'formación', ...budget }, events: [days('call', 200)], stage: 'lead' },
    { facts: { ...goodFit, need: 'formación' }, events: ['call'], stage: 'prospect' },
    {
      facts: { ...goodFit, ...budget, need: 'formación', decisionRole: 'none' },
      events: ['call'],
      stage: 'prospect',
    },
    {
      facts: { need: 'formación', decisionRole: 'influences', ...budget },
      events: ['call'],
      stage: 'prospect',
    },
    { events: ['opportunity_opened'], stage: 'potential_customer' },
    { events: [days('opportunity_opened', 400)], stage: 'potential_customer' },
    { events: [days('opportunity_opened', 4), 'opportunity_lost'], stage: 'contact' },
    { events: ['proposal_sent'], stage: 'potential_customer' },
    { events: [days('proposal_requested', 91)], stage: 'prospect' },
    { events: [{ name: 'form_submitted', properties: { purpose: 'quote' } }], stage: 'potential_customer' },
  ])
})

test('potential customer in B2C: a quote, or two clear signals in 30 days', async () => {
  await check(await workspace({ now, market: 'b2c' }), [
    { events: ['information_requested'], stage: 'prospect' },
    { events: ['information_requested', days('call', 29)], stage: 'potential_customer' },
    { events: ['information_requested', days('call', 31)], stage: 'prospect' },
    { events: ['proposal_requested'], stage: 'potential_customer' },
    { facts: { occupation: 'Student' }, events: ['subscribed'], stage: 'lead' },
  ])
})

test('customer: a purchase that stands, however long ago; a refund takes it back, a partial one does not', async () => {
  const partial = { name: 'refund' as const, properties: { partial: true } }
  await check(await workspace({ now }), [
    { events: [days('purchase', 3000)], stage: 'customer' },
    { events: [days('purchase', 300), 'refund'], stage: 'lead' },
    { events: [days('purchase', 3000), 'refund'], stage: 'contact' },
    { events: [days('purchase', 300), partial], stage: 'customer' },
    { events: [{ name: 'purchase', days: 300, times: 2 }, 'refund'], stage: 'customer' },
  ])
})

test('roles stand beside the stage: a supplier has none, unless somebody says so or it buys', async () => {
  const supplier = { roles: ['supplier'] }
  await check(await workspace({ now }), [
    { facts: supplier, events: ['call', 'subscribed'], stage: null },
    { facts: { roles: ['partner', 'reference'] }, stage: null },
    { facts: { roles: ['supplier', 'customer'] }, events: ['call'], stage: 'prospect' },
    { facts: { ...supplier, tags: ['en embudo'] }, events: ['call'], stage: 'prospect' },
    { facts: supplier, events: ['purchase'], stage: 'customer' },
    { facts: { roles: ['reference'] }, events: ['call'], stage: 'prospect' },
  ])
})

test('movement is not linear: straight to the end, and back to the highest that still holds', async () => {
  const ctx = await workspace({ now })
  const id = await makeContact(ctx)
  await happened(ctx, id, 'subscribed', { at: daysAgo(ctx, 10) })
  await happened(ctx, id, 'purchase')
  await settle(ctx)
  expect((await standingOf(ctx, id))?.stage).toBe('customer')

  const later = daysLater(ctx, 1)
  await happened(later, id, 'refund')
  await settle(later)

  // The purchase was a conversation of the last 180 days.
  expect((await standingOf(ctx, id))?.stage).toBe('prospect')
  const [last] = await movesOf(ctx, id)
  expect(last?.receipt.noLonger).toMatchObject([{ holds: false, rule: { did: ['purchase'] } }])
  expect(last?.receipt.because.length).toBeGreaterThan(0)
})

test('an organisation stands where its most advanced person of the last 180 days does, and the receipt names the person', async () => {
  const ctx = await workspace({ now })
  const acme = await makeContact(ctx, { kind: 'organization', displayName: 'Acme' })
  const [ana, luis] = [await makeContact(ctx, { displayName: 'Ana' }), await makeContact(ctx)]
  for (const personId of [ana, luis])
    await ctx.db
      .insertInto('employments')
      .values({ workspaceId: ctx.workspaceId, personId, organizationId: acme, createdAt: now })
      .execute()
  await happened(ctx, luis, 'subscribed')
  await settle(ctx)
  expect((await standingOf(ctx, acme))?.stage).toBe('lead')

  await happened(ctx, ana, 'meeting')
  await settle(ctx)
  expect(await standingOf(ctx, acme)).toMatchObject({ stage: 'prospect', since: now })
  expect((await movesOf(ctx, acme))[0]?.receipt.because).toContainEqual(
    expect.objectContaining({ contact: { id: ana, name: 'Ana', kind: 'person' } }),
  )

  await happened(ctx, luis, 'purchase')
  await settle(ctx)
  expect((await standingOf(ctx, acme))?.stage).toBe('customer')
  await settle(daysLater(ctx, 181))
  expect((await standingOf(ctx, acme))?.stage).toBe('contact')
})

test('an organisation with a purchase of its own is a customer for good', async () => {
  await check(await workspace({ now }), [
    { facts: { kind: 'organization' }, events: [days('purchase', 900)], stage: 'customer' },
  ])
})
