import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysAgo, daysLater, happened, makeContact } from '../../test/history.ts'
import { restoreEvents, withdrawEvents } from '../activity/activity.ts'
import { settle } from '../app/reactions.ts'
import { rebuild } from '../app/rebuild.ts'
import { binContacts, restoreContacts } from '../contacts/contacts.ts'
import { funnelOf, movesIn, movesOf, publishDefinition, standingOf } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/ids.ts'
import { funnelReport } from './funnelReport.ts'

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')

const longKnown = (ctx: Ctx, facts = {}) => makeContact(ctx, { ...facts, createdAt: daysAgo(ctx, 100) })

const lastMonth = (ctx: Ctx) => ({ from: daysAgo(ctx, 30), to: daysLater(ctx, 1).clock() })

test('the funnel counts who stands where, who came and went, and how many went on', async () => {
  const ctx = await workspace({ now })
  const [ana, , carlos] = [await longKnown(ctx), await longKnown(ctx), await longKnown(ctx)]
  await longKnown(ctx, { roles: ['supplier'] })
  for (const id of [ana, carlos]) await happened(ctx, id, 'subscribed', { at: daysAgo(ctx, 60) })
  await settle(ctx)
  await happened(ctx, ana, 'call', { at: daysAgo(ctx, 5) })
  await settle(ctx)

  const report = await funnelReport(ctx, lastMonth(ctx))

  expect(report.outside).toEqual({ people: 1, organizations: 0 })
  expect(report.stages.map(({ stage, now }) => [stage, now.people])).toEqual([
    ['contact', 1],
    ['lead', 1],
    ['prospect', 1],
    ['potential_customer', 0],
    ['customer', 0],
  ])
  // Both stood at lead when the period began; one of them went on.
  expect(report.stages[1]).toMatchObject({
    entered: 0,
    left: 1,
    couldAdvance: 2,
    advanced: 1,
    conversion: 0.5,
  })
  expect(report.stages[2]).toMatchObject({ entered: 1, left: 0, conversion: 0 })
  expect(report.moves).toContainEqual({ from: 'lead', to: 'prospect', count: 1 })
})

test('whom a new version moved neither came nor went on: it is counted beside', async () => {
  const ctx = await workspace({ now })
  const ids = [await longKnown(ctx), await longKnown(ctx), await longKnown(ctx)] as const
  for (const id of ids) await happened(ctx, id, 'subscribed', { at: daysAgo(ctx, 60) })
  await settle(ctx)
  await happened(ctx, ids[0], 'call', { at: daysAgo(ctx, 5) })
  await settle(ctx)
  const { id, lifecycle } = await funnelOf(ctx)
  const stages = lifecycle.stages.map(stage =>
    stage.key === 'prospect' ? { ...stage, entry: { did: ['subscribed'] } } : stage,
  )
  await publishDefinition(ctx, id, { kind: 'lifecycle', body: { ...lifecycle, stages } })
  await rebuild(ctx)

  const report = await funnelReport(ctx, lastMonth(ctx))

  expect(report.reclassified).toBe(2)
  expect(report.moves).toEqual([{ from: 'lead', to: 'prospect', count: 1 }])
  expect(report.stages[1]).toMatchObject({ entered: 0, left: 1, couldAdvance: 3, advanced: 1 })
  expect(report.stages[2]).toMatchObject({ now: { people: 3 }, entered: 1, couldAdvance: 1, advanced: 0 })
})

test('whom a new version brought and who went on since counts from the next period on', async () => {
  const ctx = await workspace({ now })
  const ana = await longKnown(ctx)
  await happened(ctx, ana, 'subscribed', { at: daysAgo(ctx, 60) })
  await settle(ctx)
  const { id, lifecycle } = await funnelOf(ctx)
  const stages = lifecycle.stages.map(stage =>
    stage.key === 'prospect' ? { ...stage, entry: { did: ['subscribed'] } } : stage,
  )
  await publishDefinition(ctx, id, { kind: 'lifecycle', body: { ...lifecycle, stages } })
  await rebuild(ctx)
  for (const [days, counts] of [
    [0.5, { couldAdvance: 0, advanced: 0 }],
    [5, { couldAdvance: 0, advanced: 0 }],
  ] as const)
    expect(
      (await funnelReport(daysLater(ctx, days), lastMonth(daysLater(ctx, days)))).stages[2],
    ).toMatchObject(counts)
  const later = daysLater(ctx, 6)
  await happened(later, ana, 'purchase')
  await settle(later)

  const report = await funnelReport(later, lastMonth(later))
  const next = await funnelReport(later, { ...lastMonth(later), from: daysLater(ctx, 1).clock() })

  expect(report.stages[2]).toMatchObject({ left: 1, couldAdvance: 0, advanced: 0, conversion: null })
  expect(next.stages[2]).toMatchObject({ left: 1, couldAdvance: 1, advanced: 1 })
})

test('a purchase that was marked by mistake and taken back is no move, until it is marked again', async () => {
  const ctx = await workspace({ now })
  const ana = await longKnown(ctx)
  await happened(ctx, ana, 'call', { at: daysAgo(ctx, 20) })
  await settle(ctx)
  const before = await funnelReport(ctx, lastMonth(ctx))
  const mistaken = await happened(ctx, ana, 'purchase')
  await settle(ctx)
  expect((await funnelReport(ctx, lastMonth(ctx))).stages[4]).toMatchObject({ entered: 1 })

  await withdrawEvents(ctx, [mistaken])
  await settle(ctx)

  const numbers = ({ stages, moves }: typeof before) => ({
    moves,
    stages: stages.map(({ stage, now, entered, left, wentBack }) => [stage, now, entered, left, wentBack]),
  })
  expect(numbers(await funnelReport(ctx, lastMonth(ctx)))).toEqual(numbers(before))
  expect((await movesIn(ctx, { limit: 10 })).moves).toHaveLength(3)

  await restoreEvents(ctx, [mistaken])
  await settle(ctx)
  const { stages } = await funnelReport(ctx, lastMonth(ctx))
  expect(stages[4]).toMatchObject({ now: { people: 1 }, entered: 1, left: 0 })
  expect(stages[2]).toMatchObject({ now: { people: 0 }, entered: 1, left: 1, wentBack: 0 })
})

test('whom new definitions took away within a day of their coming could not go on yet, however old their history', async () => {
  const ctx = await workspace({ now })
  const [ana, luis] = [await longKnown(ctx), await makeContact(ctx)]
  for (const id of [ana, luis]) await happened(ctx, id, 'subscribed', { at: daysAgo(ctx, 20) })
  await settle(ctx)
  const leads = async () => (await funnelReport(ctx, lastMonth(ctx))).stages[1]
  expect(await leads()).toMatchObject({ now: { people: 2 }, couldAdvance: 1 })
  const { id, lifecycle } = await funnelOf(ctx)
  const stages = lifecycle.stages.map(stage =>
    stage.key === 'prospect' ? { ...stage, entry: { did: ['subscribed'] } } : stage,
  )

  await publishDefinition(ctx, id, { kind: 'lifecycle', body: { ...lifecycle, stages } })
  await rebuild(ctx)

  expect(await leads()).toMatchObject({ now: { people: 0 }, couldAdvance: 1, advanced: 0 })
})

test('who goes back because time ran out did go back', async () => {
  const ctx = await workspace({ now })
  const ana = await longKnown(ctx)
  await happened(ctx, ana, 'call', { at: daysAgo(ctx, 20) })
  await settle(ctx)
  const later = daysLater(ctx, 170)
  await settle(later)

  expect((await funnelReport(later, lastMonth(later))).stages[2]).toMatchObject({ left: 1, wentBack: 1 })
})

test('who came less than a day ago, and who was brought in then with an older history, could not go on yet', async () => {
  const ctx = await workspace({ now })
  const [ana, luis, eva] = [await longKnown(ctx), await makeContact(ctx), await longKnown(ctx)]
  await happened(ctx, ana, 'subscribed', { at: daysAgo(ctx, 0.5) })
  await happened(ctx, luis, 'subscribed', { at: daysAgo(ctx, 10) })
  await happened(ctx, eva, 'subscribed', { at: daysAgo(ctx, 10) })
  await settle(ctx)
  const leads = async (ctx: Ctx) => (await funnelReport(ctx, lastMonth(ctx))).stages[1]

  expect(await leads(ctx)).toMatchObject({ now: { people: 3 }, entered: 3, couldAdvance: 1, conversion: 0 })

  await happened(ctx, luis, 'call')
  await settle(ctx)
  expect(await leads(ctx)).toMatchObject({ couldAdvance: 2, advanced: 1, conversion: 0.5 })
  expect(await leads(daysLater(ctx, 2))).toMatchObject({ couldAdvance: 3, advanced: 1 })
})

test('until everybody stands by what was published last, the numbers are told to be on their way', async () => {
  const ctx = await workspace({ now })
  for (let made = 0; made < 3; made++) await longKnown(ctx)
  await settle(ctx)
  const { id, lifecycle } = await funnelOf(ctx)
  expect((await funnelReport(ctx, lastMonth(ctx))).placing).toBe(0)

  await publishDefinition(ctx, id, { kind: 'lifecycle', body: lifecycle })
  expect((await funnelReport(ctx, lastMonth(ctx))).placing).toBe(3)

  await rebuild(ctx)
  expect((await funnelReport(ctx, lastMonth(ctx))).placing).toBe(0)
})

test('who changed and is still to be placed is counted apart', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx)
  await makeContact(ctx)
  await happened(ctx, ana, 'call')

  expect((await funnelReport(ctx, lastMonth(ctx))).waiting).toBe(2)

  await settle(ctx)
  expect((await funnelReport(ctx, lastMonth(ctx))).waiting).toBe(0)

  await binContacts(ctx, [ana])
  expect((await funnelReport(ctx, lastMonth(ctx))).waiting).toBe(0)
})

test('demo contacts count only while there is nobody else', async () => {
  const ctx = await workspace({ now })
  await makeContact(ctx, { isDemo: true })
  await settle(ctx)
  expect((await funnelReport(ctx, lastMonth(ctx))).stages[0]?.now.people).toBe(1)

  await makeContact(ctx, { kind: 'organization' })
  await settle(ctx)

  const report = await funnelReport(ctx, lastMonth(ctx))
  expect(report.stages[0]).toMatchObject({ now: { people: 0, organizations: 1 }, entered: 1 })
  expect((await movesIn(ctx, { limit: 10 })).moves).toHaveLength(1)
})

test('moves are listed newest first, page by page', async () => {
  const ctx = await workspace({ now })
  const id = await makeContact(ctx)
  await happened(ctx, id, 'subscribed', { at: daysAgo(ctx, 20) })
  await settle(ctx)
  await happened(ctx, id, 'call', { at: daysAgo(ctx, 10) })
  await settle(ctx)

  const first = await movesIn(ctx, { limit: 1 })
  const second = await movesIn(ctx, { limit: 1, after: first.next })

  expect(first.moves).toMatchObject([{ contactId: id, fromStage: 'lead', toStage: 'prospect' }])
  expect(second.moves).toMatchObject([{ contactId: id, toStage: 'lead' }])
  expect(second.next).toBeUndefined()
})

const stages = ['contact', 'lead', 'prospect', 'potential_customer', 'customer']

type Stay = { at: Date; stage: string | null; byDefinition?: boolean }

/** Contacts with moves in any direction on whole days, so that several fall on one instant and on the edges of a period. */
async function wander(ctx: Ctx, count: number): Promise<Stay[][]> {
  const { id: funnelId } = await funnelOf(ctx)
  const inWorkspace = { workspaceId: ctx.workspaceId, funnelId, lifecycleVersion: 1 }
  const any = (below: number) => Math.floor(Math.random() * below)
  const histories: Stay[][] = []
  for (let made = 0; made < count; made++) {
    const contactId = await longKnown(ctx)
    const history: Stay[] = []
    for (let day = 90 - any(60), stage: string | null = null; day > 0; day -= any(20)) {
      const at = daysAgo(ctx, day)
      const to: string | null = [...stages, null].filter(each => each !== stage)[any(5)] ?? null
      const noticedAt = new Date(at.getTime() + history.length)
      const move = {
        id: newId(),
        contactId,
        fromStage: stage,
        toStage: to,
        at,
        noticedAt,
        cause: any(4) ? 'event' : 'definition',
      }
      await ctx.db
        .insertInto('moves')
        .values({ ...inWorkspace, ...move, receipt: '{}' })
        .execute()
      history.push({ at, stage: to, byDefinition: move.cause === 'definition' })
      stage = to
    }
    const last = history.at(-1)
    const standing = { contactId, scoreVersion: 1, countedAt: ctx.clock() }
    await ctx.db
      .insertInto('standings')
      .values({ ...inWorkspace, ...standing, stage: last?.stage, since: last?.at })
      .execute()
    histories.push(history)
  }
  return histories
}

/** The same by reading each history from its beginning, stay by stay. */
function countedByHand(histories: Stay[][], stage: string, { from, to }: { from: Date; to: Date }) {
  const rank = (key: string | null) => stages.indexOf(key ?? '')
  const could = histories.flatMap(history =>
    history.flatMap((stay, place) => {
      const next = history[place + 1]
      const isInPeriod = stay.at < to && !(next && next.at < from)
      const isBrought = stay.byDefinition && stay.at >= from
      const isCut = next?.byDefinition && next.at < to && next.at.getTime() - stay.at.getTime() < 86_400_000
      if (stay.stage !== stage || !isInPeriod || isBrought || isCut) return []
      return [next !== undefined && next.at < to && !next.byDefinition && rank(next.stage) > rank(stage)]
    }),
  )
  return { couldAdvance: could.length, advanced: could.filter(each => each).length }
}

test('conversion in any period, gone by or up to now, is what reading every history gives', async () => {
  const ctx = await workspace({ now })
  const histories = await wander(ctx, 60)

  for (const [begins, ends] of [
    [30, 0],
    [60, 30],
    [100, 50],
    [45, 20],
    [200, 95],
  ] as const) {
    const period = { from: daysAgo(ctx, begins), to: daysAgo(ctx, ends) }
    const report = await funnelReport(ctx, period)

    for (const stage of report.stages)
      expect([stage.stage, stage]).toMatchObject([stage.stage, countedByHand(histories, stage.stage, period)])
  }
})

test('the funnel of thousands that were just imported is there at once', async () => {
  const ctx = await workspace({ now })
  const { workspaceId, db } = ctx
  const { id: funnelId } = await funnelOf(ctx)
  await sql`
    insert into contacts (workspace_id, id, kind, created_at, updated_at)
    select ${workspaceId}, gen_random_uuid(), 'person', ${now}, ${now} from generate_series(1, 6000)`.execute(
    db,
  )
  await sql`
    insert into moves (workspace_id, id, funnel_id, contact_id, to_stage, at, noticed_at, lifecycle_version, cause, receipt)
    select ${workspaceId}, gen_random_uuid(), ${funnelId}, id, 'contact', ${now}, ${now}, 1, 'arrival', '{}'
    from contacts where workspace_id = ${workspaceId}`.execute(db)
  await sql`
    insert into standings (workspace_id, funnel_id, contact_id, stage, since, lifecycle_version, score_version, counted_at)
    select workspace_id, ${funnelId}, contact_id, 'contact', at, 1, 1, at from moves where workspace_id = ${workspaceId}`.execute(
    db,
  )

  const asked = performance.now()
  const report = await funnelReport(ctx, lastMonth(ctx))

  expect(report.stages[0]).toMatchObject({ now: { people: 6000 }, entered: 6000, couldAdvance: 0 })
  // Reading all of them again for each one took ten times as long.
  expect(performance.now() - asked).toBeLessThan(3000)
})

test('who comes back from the bin stands where it stood since when it did, and has come to no stage twice', async () => {
  const ctx = await workspace({ now })
  const ana = await longKnown(ctx)
  await happened(ctx, ana, 'subscribed', { at: daysAgo(ctx, 20) })
  await settle(ctx)
  await happened(ctx, ana, 'call', { at: daysAgo(ctx, 5) })
  await settle(ctx)
  const [report, moves, standing] = [
    await funnelReport(ctx, lastMonth(ctx)),
    await movesOf(ctx, ana),
    await standingOf(ctx, ana),
  ]
  expect(report.stages[2]).toMatchObject({ now: { people: 1 }, entered: 1 })

  await binContacts(ctx, [ana])
  await settle(ctx)
  expect((await funnelReport(ctx, lastMonth(ctx))).stages[2]).toMatchObject({ entered: 0 })
  await restoreContacts(ctx, [ana])
  await settle(ctx)

  expect(await funnelReport(ctx, lastMonth(ctx))).toEqual(report)
  expect(await movesOf(ctx, ana)).toEqual(moves)
  expect(await standingOf(ctx, ana)).toEqual(standing)
})

test('who comes back from the bin to another stage has moved there from where it stood', async () => {
  const ctx = await workspace({ now })
  const ana = await longKnown(ctx)
  await happened(ctx, ana, 'subscribed', { at: daysAgo(ctx, 20) })
  await settle(ctx)
  await binContacts(ctx, [ana])
  await settle(ctx)
  const yearLater = daysLater(ctx, 400)

  await restoreContacts(yearLater, [ana])
  await settle(yearLater)

  expect(await movesOf(yearLater, ana)).toMatchObject([
    { fromStage: 'lead', toStage: 'contact', cause: 'time' },
    { fromStage: null, toStage: 'lead' },
  ])
})
