import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysAgo, daysLater, happened, makeContact } from '../../test/history.ts'
import { binContacts, createContacts, updateContact } from '../contacts/contacts.ts'
import { placeByHand } from '../lifecycle/byHand.ts'
import { addFunnel } from '../lifecycle/funnels.ts'
import { contactAsOf } from '../lifecycle/history.ts'
import { funnelOf, publishDefinition } from '../lifecycle/lifecycle.ts'
import {
  askPastPlacing,
  beginPastPlacing,
  pastPlacingOf,
  placedElsewhere,
  placeSomePast,
} from '../lifecycle/placingPast.ts'
import type { Ctx } from '../platform/ctx.ts'
import { placePast } from './placingPast.ts'
import { settle } from './reactions.ts'
import { rebuild } from './rebuild.ts'

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')

async function placed(ctx: Ctx, instant: Date, funnel = 'main') {
  const { id } = await askPastPlacing(ctx, instant, funnel)
  await placePast(ctx, { id, funnel }, 1)
  return pastPlacingOf(ctx, funnel)
}

/** From now on only a call makes a prospect. */
async function onlyCallsCount(ctx: Ctx) {
  const { id, lifecycle } = await funnelOf(ctx)
  const stages = lifecycle.stages.map(stage =>
    stage.key === 'prospect' ? { ...stage, entry: { did: ['call' as const] } } : stage,
  )
  await publishDefinition(ctx, id, { kind: 'lifecycle', body: { ...lifecycle, stages } })
  await rebuild(ctx)
}

const employ = (ctx: Ctx, personId: string, organizationId: string) =>
  ctx.db
    .insertInto('employments')
    .values({ workspaceId: ctx.workspaceId, personId, organizationId, createdAt: ctx.clock() })
    .execute()

test('everybody as of a past day under today’s definitions, and who stood elsewhere by those of then', async () => {
  const start = await workspace({ now })
  const [ana, irene] = [await makeContact(start), await makeContact(start)]
  const works = await makeContact(start, { kind: 'organization' })
  await employ(start, ana, works)
  await happened(start, ana, 'information_requested')
  await happened(start, irene, 'call')
  await settle(start)
  const later = daysLater(start, 30)
  await onlyCallsCount(later)
  await happened(later, ana, 'call')
  await makeContact(later)
  await settle(later)
  const day = daysLater(start, 1).clock()

  const found = await placed(later, day)

  expect(found).toMatchObject({
    at: day,
    state: 'done',
    done: 4,
    total: 4,
    lifecycleVersion: 2,
    isCurrent: true,
  })
  expect(found?.result?.elsewhere).toBe(2)
  expect(found?.result?.stages.toSorted((a, b) => String(a.stage).localeCompare(String(b.stage)))).toEqual([
    { stage: 'lead', people: 1, organizations: 1 },
    { stage: 'prospect', people: 1, organizations: 0 },
  ])
  const elsewhere = await placedElsewhere(later, found?.id ?? '')
  expect(elsewhere.map(({ contactId, stood, stage }) => [contactId, stood, stage]).sort()).toEqual(
    [
      [ana, 'prospect', 'lead'],
      [works, 'prospect', 'lead'],
    ].sort(),
  )
  for (const { contactId, stage } of elsewhere)
    expect((await contactAsOf(later, contactId, day)).byNow.stage).toBe(stage)
  await onlyCallsCount(daysLater(later, 1))
  expect((await pastPlacingOf(later))?.isCurrent).toBe(false)
})

test('everybody is placed with the facts of that day, and whoever is in the bin is not', async () => {
  const start = await workspace({ now })
  const [ana = '', irene = ''] = await createContacts(
    start,
    [{ fields: { givenName: 'Ana' } }, { fields: { givenName: 'Irene' } }],
    { kind: 'create' },
  )
  await settle(start)
  const later = daysLater(start, 30)
  await updateContact(later, ana, { roles: { add: ['supplier'] } }, { kind: 'edit' })
  await binContacts(later, [irene])
  await settle(later)

  const [then, today] = [await placed(later, daysLater(start, 1).clock()), await placed(later, later.clock())]

  expect(then?.result).toEqual({ stages: [{ stage: 'contact', people: 1, organizations: 0 }], elsewhere: 0 })
  expect(today?.result).toEqual({ stages: [{ stage: null, people: 1, organizations: 0 }], elsewhere: 0 })
})

test('in another funnel only those are placed who had entered it or would have', async () => {
  const start = await workspace({ now })
  const name = { es: 'Formación', en: 'Training' }
  const { key } = await addFunnel(start, { name, begin: { copyOf: 'main' } })
  const [ana] = [await makeContact(start), await makeContact(start)]
  await happened(start, ana, 'subscribed')
  await rebuild(start)
  const later = daysLater(start, 30)
  await placeByHand(later, ana, { funnel: key, stage: 'contact', reason: 'x' })
  await settle(later)

  const [then, today] = [await placed(later, now, key), await placed(later, later.clock(), key)]

  expect(then?.result).toEqual({ stages: [{ stage: 'lead', people: 1, organizations: 0 }], elsewhere: 0 })
  expect(today?.result).toEqual({ stages: [{ stage: 'contact', people: 1, organizations: 0 }], elsewhere: 0 })
})

test('a stage that nobody leaves does not hold before anybody had come to it', async () => {
  const start = await workspace({ now })
  const { id, lifecycle } = await funnelOf(start)
  const stages = lifecycle.stages.map(stage =>
    stage.key === 'prospect'
      ? { ...stage, entry: { did: ['call' as const], withinDays: 10 }, canGoBack: false }
      : stage,
  )
  await publishDefinition(start, id, { kind: 'lifecycle', body: { ...lifecycle, stages } })
  const ana = await makeContact(start)
  await settle(start)
  const later = daysLater(start, 30)
  await happened(later, ana, 'call')
  await settle(later)
  const last = daysLater(later, 60)

  const stageOn = async (instant: Date) => (await contactAsOf(last, ana, instant)).byNow.stage

  expect(await stageOn(daysLater(start, 1).clock())).not.toBe('prospect')
  expect(await stageOn(last.clock())).toBe('prospect')
})

test('a placing that another has replaced leaves nothing behind, and none is of a day to come', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx)
  await settle(ctx)
  const { id } = await askPastPlacing(ctx, now)
  const placer = await beginPastPlacing(ctx, { id, funnel: 'main' }, 1)
  await askPastPlacing(ctx, daysAgo(ctx, 1))

  expect(placer && (await placeSomePast(ctx, placer, 'person', [ana]))).toBe(false)
  const { rows } = await sql`select from past_standings where workspace_id = ${ctx.workspaceId}`.execute(
    ctx.db,
  )
  expect(rows).toEqual([])
  await expect(askPastPlacing(ctx, daysLater(ctx, 1).clock())).rejects.toMatchObject({
    code: 'lifecycle.in_future',
  })
})
