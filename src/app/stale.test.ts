import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysLater, happened, makeContact } from '../../test/history.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { matchingContacts } from '../criteria/matching.ts'
import { funnelOf, publishDefinition, publishDraft, saveDraft, standingOf } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { type News, openLive, publish } from '../platform/live.ts'
import { createLog } from '../platform/log.ts'
import { funnelReport } from '../reports/funnelReport.ts'
import { createSegment, fillSegment, listSegments } from '../segments/segments.ts'
import { pageOfContacts } from './lists/lists.ts'
import { settle } from './reactions.ts'
import { rebuild } from './rebuild.ts'
import { tellStale } from './schedules.ts'
import { verify } from './verify.ts'

const { database, workspace } = useDatabase()
const now = new Date('2026-03-02T10:00:00Z')
const tooLong: Criteria = { is: 'stale', anyOf: ['lead'] }

async function allowLead(ctx: Ctx, staleAfterDays: number | undefined) {
  const { id, lifecycle } = await funnelOf(ctx)
  const stages = lifecycle.stages.map(({ staleAfterDays: _, ...stage }) =>
    stage.key === 'lead' && staleAfterDays ? { ...stage, staleAfterDays } : stage,
  )
  await publishDefinition(ctx, id, { kind: 'lifecycle', body: { ...lifecycle, stages } })
  await rebuild(ctx)
}

async function makeLead(ctx: Ctx) {
  const id = await makeContact(ctx)
  await happened(ctx, id, 'subscribed')
  await settle(ctx)
  return id
}

const found = async (ctx: Ctx, where: Criteria) =>
  (await matchingContacts(ctx, { about: 'contact', where })).count

test('whoever is in a stage for longer than it allows is stale, by time alone, everywhere', async () => {
  const ctx = await workspace({ now })
  await allowLead(ctx, 30)
  const ana = await makeLead(ctx)
  const [before, after] = [daysLater(ctx, 29.9), daysLater(ctx, 30)]
  const period = { from: now, to: daysLater(ctx, 60).clock() }
  const staleLeads = async (ctx: Ctx) =>
    (await funnelReport(ctx, period)).stages.find(({ stage }) => stage === 'lead')?.stale

  expect([await found(before, tooLong), await staleLeads(before)]).toEqual([0, 0])

  expect([await found(after, tooLong), await staleLeads(after)]).toEqual([1, 1])
  expect(await found(after, { is: 'stale', anyOf: ['any'] })).toBe(1)
  expect(await found(after, { is: 'stale', anyOf: ['prospect'] })).toBe(0)
  expect(await found(after, { is: 'stale', anyOf: ['lead'], funnel: 'main' })).toBe(1)
  const staleFrom = after.clock()
  expect(await standingOf(after, ana)).toMatchObject({ stage: 'lead', staleFrom })
  const order = { by: 'name', direction: 'asc' } as const
  const [row] = (await pageOfContacts(after, { where: tooLong, order, limit: 10 })).rows
  expect(row).toMatchObject({ id: ana, standing: { staleFrom } })
  expect((await verify(after)).differences).toEqual([])
})

test('a segment takes in who turns stale when the day comes', async () => {
  const ctx = await workspace({ now })
  await allowLead(ctx, 30)
  await makeLead(ctx)
  const id = await createSegment(ctx, {
    ...{ name: 'Forgotten', description: '', about: 'contact' },
    criteria: tooLong,
  })
  await fillSegment(ctx, id)
  const size = async () => (await listSegments(ctx))[0]?.size

  await settle(daysLater(ctx, 29.9))
  expect(await size()).toBe(0)
  await settle(daysLater(ctx, 30))

  expect(await size()).toBe(1)
})

test('open screens are told who has turned stale since the last look, however long the pause', async () => {
  const ctx = await workspace({ now })
  await allowLead(ctx, 30)
  const ana = await makeLead(ctx)
  const live = await openLive(database().url, createLog('silent'))
  const heard: News[] = []
  live.subscribe(ctx.workspaceId, news => heard.push(news))
  const lookAt = async (days: number) => {
    heard.length = 0
    await tellStale(daysLater(ctx, days))
    await publish(ctx, { topic: 'looked' })
    await expect.poll(() => heard.map(({ topic }) => topic)).toContain('looked')
    return heard.filter(({ topic }) => topic === 'standing')
  }

  // Nobody knows what a process that has just begun missed: every screen asks anew.
  expect(await lookAt(20)).toEqual([{ topic: 'standing' }])
  expect(await lookAt(29.9)).toEqual([])
  expect(await lookAt(33)).toEqual([{ topic: 'standing', ids: [ana] }])
  expect(await lookAt(33.1)).toEqual([])
  await live.stop()
})

test('a stage that allows more days, or that one leaves, makes nobody stale', async () => {
  const ctx = await workspace({ now })
  await allowLead(ctx, 30)
  const ana = await makeLead(ctx)
  const later = daysLater(ctx, 40)
  expect(await found(later, tooLong)).toBe(1)

  await allowLead(later, 50)
  expect(await found(later, tooLong)).toBe(0)
  await allowLead(later, 30)
  await happened(later, ana, 'call')
  await settle(later)

  expect(await standingOf(later, ana)).toMatchObject({ stage: 'prospect', staleFrom: null })
  expect(await found(later, { is: 'stale', anyOf: ['any'] })).toBe(0)
})

test('no definition asks who is stale, because that follows from where they stand', async () => {
  const ctx = await workspace({ now })
  const { lifecycle, score, lifecycleVersion, scoreVersion } = await funnelOf(ctx)
  const stages = lifecycle.stages.map(stage =>
    stage.key === 'prospect' ? { ...stage, entry: tooLong } : stage,
  )
  const draft = await saveDraft(ctx, {
    ...{ lifecycle: { ...lifecycle, stages }, score, basedOn: { lifecycleVersion, scoreVersion } },
  })

  await expect(publishDraft(ctx, { revision: draft.revision, note: 'No' })).rejects.toMatchObject({
    code: 'lifecycle.flawed',
    issues: [{ code: 'lifecycle.stale', path: ['lifecycle', 'stages', 2, 'entry'] }],
  })
})
