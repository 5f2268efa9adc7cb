import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysAgo, daysLater, happened, makeContact } from '../../test/history.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { publishDraft, saveDraft } from '../lifecycle/drafting.ts'
import { draftOf, funnelOf, standingOf } from '../lifecycle/lifecycle.ts'
import { at, atomically, type Ctx } from '../platform/ctx.ts'
import {
  createSegment,
  fillSegment,
  getSegment,
  listSegments,
  removeSegment,
  restoreSegment,
  updateSegment,
} from '../segments/segments.ts'
import { react, settle } from './reactions.ts'
import { rebuild } from './rebuild.ts'
import { readyMade } from './web/segments/readyMade.ts'

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')
const tagged = (tag: string): Criteria => ({ is: 'tag', anyOf: [tag] })
const inSegment = (id: string): Criteria => ({ is: 'segment', anyOf: [id] })

const save = (ctx: Ctx, name: string, criteria: Criteria) =>
  createSegment(ctx, { name, description: '', about: 'person', criteria })

type Asking = { stage?: Criteria; fit?: Criteria }

/** A draft of what is in force in which prospects are those of a criterion, or another one gives points. */
async function drafted(ctx: Ctx, { stage: entry, fit }: Asking) {
  const { lifecycle, score, lifecycleVersion, scoreVersion } = await funnelOf(ctx)
  const stages = lifecycle.stages.map(each => (entry && each.key === 'prospect' ? { ...each, entry } : each))
  const rules = fit ? [...score.fit, { key: 'in_segment', when: fit, points: 5 }] : score.fit
  const { revision } = (await draftOf(ctx)) ?? {}
  return saveDraft(ctx, {
    ...{ revision, lifecycle: { ...lifecycle, stages } },
    score: { ...score, fit: rules },
    basedOn: { lifecycleVersion, scoreVersion },
  })
}

async function published(ctx: Ctx, asking: Asking) {
  const { revision } = await drafted(ctx, asking)
  return publishDraft(ctx, { revision, note: 'x' })
}

test('a stage may not ask for itself through segments, nor a score; of what does not depend on them both may ask', async () => {
  const ctx = await workspace({ now })
  const prospects = await save(ctx, 'Prospects', { is: 'stage', anyOf: ['prospect'] })
  const others = await save(ctx, 'Others', { not: inSegment(prospects) })
  const warm = await save(ctx, 'Warm', { is: 'temperature', anyOf: ['warm'] })
  const vip = await save(ctx, 'VIP', tagged('vip'))
  const circle = (segment: string, about: string) => ({
    code: 'lifecycle.flawed',
    issues: [{ code: 'lifecycle.circular_segment', params: { segment, about } }],
  })

  await expect(published(ctx, { stage: inSegment(others) })).rejects.toMatchObject(
    circle('Others', 'prospect'),
  )
  await expect(published(ctx, { fit: inSegment(warm) })).rejects.toMatchObject(circle('Warm', 'in_segment'))
  await expect(published(ctx, { stage: inSegment(warm), fit: inSegment(vip) })).resolves.toEqual({
    lifecycleVersion: 2,
    scoreVersion: 2,
  })
})

test('a segment that definitions name may not come to ask for what they decide, also through another one', async () => {
  const ctx = await workspace({ now })
  const inner = await save(ctx, 'Inner', tagged('a'))
  const outer = await save(ctx, 'Outer', inSegment(inner))
  await published(ctx, { stage: inSegment(outer) })

  await expect(
    updateSegment(ctx, inner, { criteria: { is: 'stage', anyOf: ['lead'] } }),
  ).rejects.toMatchObject({ code: 'lifecycle.circular_segment', params: { segment: 'Outer' } })
  await updateSegment(ctx, inner, { criteria: { score: 'total', atLeast: 10 } })
})

test('a segment that a definition or a draft names cannot be deleted', async () => {
  const ctx = await workspace({ now })
  const one = await save(ctx, 'One', tagged('a'))
  const two = await save(ctx, 'Two', tagged('b'))
  await published(ctx, { stage: inSegment(one) })
  await drafted(ctx, { fit: inSegment(two) })

  for (const id of [one, two])
    await expect(removeSegment(ctx, id)).rejects.toMatchObject({ code: 'segments.in_definition' })
})

test('a segment comes back only if all that it names is there', async () => {
  const ctx = await workspace({ now })
  const one = await save(ctx, 'One', tagged('a'))
  const two = await save(ctx, 'Two', inSegment(one))
  await removeSegment(ctx, two)
  await removeSegment(ctx, one)

  await expect(restoreSegment(ctx, two)).rejects.toMatchObject({
    issues: [{ code: 'criteria.unknown_segment' }],
  })
  await restoreSegment(ctx, one)
  await restoreSegment(ctx, two)
})

test('of two who change different things of a segment at once neither loses', async () => {
  const ctx = await workspace({ now })
  const id = await save(ctx, 'One', tagged('a'))

  await Promise.all([
    updateSegment(ctx, id, { description: 'mine' }),
    updateSegment(ctx, id, { criteria: tagged('b') }),
  ])

  expect(await getSegment(ctx, id)).toMatchObject({ description: 'mine', criteria: tagged('b') })
})

const stageOf = async (ctx: Ctx, id: string) => (await standingOf(ctx, id))?.stage

test('who enters a segment because it was changed stands where a stage that asks for it says', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx, { tags: ['b'] })
  const id = await save(ctx, 'One', tagged('a'))
  await published(ctx, { stage: inSegment(id) })
  await rebuild(ctx)
  await settle(ctx)
  expect(await stageOf(ctx, ana)).toBe('contact')

  const tomorrow = daysLater(ctx, 1)
  await updateSegment(tomorrow, id, { criteria: { any: [tagged('a'), tagged('b')] } })
  await fillSegment(tomorrow, id)
  await settle(tomorrow)

  expect(await stageOf(ctx, ana)).toBe('prospect')
})

test('who leaves a segment by time alone leaves the stage that asks for it', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx)
  await happened(ctx, ana, 'call')
  const id = await save(ctx, 'Recent', { did: 'anything', withinDays: 10 })
  await fillSegment(ctx, id)
  await published(ctx, { stage: inSegment(id) })
  await rebuild(ctx)
  await settle(ctx)
  expect(await stageOf(ctx, ana)).toBe('prospect')

  await settle(daysLater(ctx, 11))

  expect(await stageOf(ctx, ana)).not.toBe('prospect')
})

test('a rebuild places anew those whom it brings into a segment', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx, { tags: ['a'] })
  await settle(ctx)
  const id = await save(ctx, 'One', tagged('a'))
  await published(ctx, { stage: inSegment(id) })

  await rebuild(ctx)

  expect(await stageOf(ctx, ana)).toBe('prospect')
})

test('colleagues who change at once wait for each other and never for good', async () => {
  const ctx = await workspace({ now })
  await save(ctx, 'At a big one', { company: { field: 'employees', op: 'atLeast', value: 100 } })
  const acme = await makeContact(ctx, { kind: 'organization' })
  const people = await Promise.all(Array.from({ length: 6 }, () => makeContact(ctx)))
  const works = (personId: string) => ({
    ...{ workspaceId: ctx.workspaceId, personId, organizationId: acme, createdAt: now },
  })
  await ctx.db.insertInto('employments').values(people.map(works)).execute()
  await settle(ctx)

  for (const employees of [80, 1, 120]) {
    await ctx.db.updateTable('contacts').set({ employees }).where('id', '=', acme).execute()
    await Promise.all(people.map(id => atomically(ctx, ctx => react(ctx, [id]))))
  }

  expect(await listSegments(ctx)).toMatchObject([{ size: 6 }])
})

test('a fill that was begun by an older criterion writes nothing more', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx, { tags: ['a'] })
  await settle(ctx)
  const id = await save(ctx, 'One', tagged('a'))
  let older: Promise<void> | undefined

  await atomically(ctx, async held => {
    await sql`select from contacts where id = ${ana} for update`.execute(held.db)
    older = fillSegment(ctx, id)
    await pause(300)
    await updateSegment(daysLater(ctx, 1), id, { criteria: tagged('b') })
  })
  await older

  expect(await getSegment(ctx, id)).toMatchObject({ size: 0, isFilling: true })
})

test('who was looked at before a fade that was due leaves the segment once it is done', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx)
  await happened(ctx, ana, 'call')
  await settle(ctx)
  const { engagement = 0, fadesAt } = (await standingOf(ctx, ana)) ?? {}
  const id = await save(ctx, 'Engaged', { score: 'engagement', atLeast: engagement })
  const due = at(ctx, fadesAt as Date)

  await fillSegment(due, id)
  expect(await getSegment(due, id)).toMatchObject({ size: 1 })
  await settle(due)

  expect(await getSegment(due, id)).toMatchObject({ size: 0 })
})

test('who asks is among those without an answer until one of ours comes later: not for what came before, nor for a newsletter', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx, { kind: 'person' })
  const criteria = readyMade.find(({ key }) => key === 'unanswered')?.criteria ?? { any: [] }
  const id = await save(ctx, 'Unanswered', criteria)
  await fillSegment(ctx, id)
  const size = async () => {
    await settle(ctx)
    return (await getSegment(ctx, id)).size
  }

  await happened(ctx, ana, 'call', { at: daysAgo(ctx, 5) })
  await happened(ctx, ana, 'web_enquiry', { at: daysAgo(ctx, 3) })
  await happened(ctx, ana, 'email_sent', { at: daysAgo(ctx, 2), properties: { campaign: 'May' } })
  expect(await size()).toBe(1)

  await happened(ctx, ana, 'email_sent', { at: daysAgo(ctx, 1) })
  expect(await size()).toBe(0)

  await happened(ctx, ana, 'email_received')
  expect(await size()).toBe(1)
})
