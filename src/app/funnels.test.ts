import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysLater, happened, makeContact } from '../../test/history.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { matchingContacts } from '../criteria/matching.ts'
import type { Definitions } from '../lifecycle/definitionChanges.ts'
import { addFunnel, orderFunnels, removeFunnel, restoreFunnel } from '../lifecycle/funnels.ts'
import { funnelOf, funnelsOf, publishDraft, saveDraft, standingsOf } from '../lifecycle/lifecycle.ts'
import type { Stage } from '../lifecycle/model.ts'
import type { Ctx } from '../platform/ctx.ts'
import { forgetVerdicts } from '../qualification/qualification.ts'
import { createSegment, fillSegment, getSegment, refillSegments } from '../segments/segments.ts'
import { settle, workOff } from './reactions.ts'
import { rebuild } from './rebuild.ts'
import { verify } from './verify.ts'

const { workspace, database } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')
const named = (name: string) => ({ es: name, en: name })

const where = async (ctx: Ctx, id: string) =>
  Object.fromEntries((await standingsOf(ctx, id)).map(({ funnel, stage }) => [funnel, stage]))

async function publishIn(ctx: Ctx, funnel: string, change: (definitions: Definitions) => Definitions) {
  const { lifecycle, score, lifecycleVersion, scoreVersion } = await funnelOf(ctx, funnel)
  const basedOn = { lifecycleVersion, scoreVersion }
  const { revision } = await saveDraft(ctx, { funnel, ...change({ lifecycle, score }), basedOn })
  return publishDraft(ctx, { funnel, revision, note: 'Test' })
}

const asking = (stage: string, entry: Stage['entry']) => (definitions: Definitions) => ({
  ...definitions,
  lifecycle: {
    ...definitions.lifecycle,
    stages: definitions.lifecycle.stages.map(each => (each.key === stage ? { ...each, entry } : each)),
  },
})

test('a funnel for a line of business takes in who asks for it, and its organisation; others have not entered it', async () => {
  const ctx = await workspace({ now })
  const [ana, berta] = [await makeContact(ctx, { tags: ['Formación'] }), await makeContact(ctx)]
  const { key } = await addFunnel(ctx, { name: { es: 'Formación', en: 'Training' }, begin: 'line' })

  await rebuild(ctx)

  expect(key).toBe('formacion')
  expect(await where(ctx, ana)).toEqual({ main: 'contact', formacion: 'interested' })
  expect(await where(ctx, berta)).toEqual({ main: 'contact' })
  await happened(ctx, ana, 'purchase', { properties: { line: 'Training' } })
  await settle(ctx)
  expect(await where(ctx, ana)).toMatchObject({ formacion: 'buyer' })
  expect((await verify(ctx)).differences).toEqual([])
})

test('a copy of a funnel asks about itself where the original asked about itself, and suppliers do not enter it', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx)
  await makeContact(ctx, { roles: ['supplier'] })
  await happened(ctx, ana, 'subscribed')
  await addFunnel(ctx, { name: named('Segunda'), begin: { copyOf: 'main' } })
  await rebuild(ctx)

  expect(await where(ctx, ana)).toEqual({ main: 'lead', segunda: 'lead' })
  const { rows } =
    await sql`select from standings where funnel_id = ${(await funnelOf(ctx, 'segunda')).id}`.execute(ctx.db)
  expect(rows).toHaveLength(1)
  expect((await verify(ctx)).differences).toEqual([])
})

test('with another main funnel everybody stands in that one, and the one before keeps those who came further than its first stage', async () => {
  const ctx = await workspace({ now })
  const [ana, berta] = [await makeContact(ctx), await makeContact(ctx)]
  await happened(ctx, ana, 'subscribed')
  await addFunnel(ctx, { name: named('Nuevo'), begin: 'scratch' })
  await rebuild(ctx)

  await orderFunnels(ctx, ['nuevo', 'main'], refillSegments)
  await rebuild(ctx)

  expect((await funnelsOf(ctx)).map(({ key, isMain }) => [key, isMain])).toEqual([
    ['nuevo', true],
    ['main', false],
  ])
  expect(await where(ctx, ana)).toEqual({ nuevo: 'not_yet', main: 'lead' })
  expect(await where(ctx, berta)).toEqual({ nuevo: 'not_yet' })
  expect(
    (await matchingContacts(ctx, { about: 'contact', where: { is: 'stage', anyOf: ['not_yet'] } })).count,
  ).toBe(2)
  expect((await verify(ctx)).differences).toEqual([])
  await expect(orderFunnels(ctx, ['main'], refillSegments)).rejects.toMatchObject({
    code: 'lifecycle.other_funnels',
  })
})

test('a funnel that is taken away has nothing due, and comes back as it was', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx, { tags: ['Formación'] })
  await addFunnel(ctx, { name: named('Formación'), begin: 'line' })
  await rebuild(ctx)
  await happened(ctx, ana, 'information_requested', { properties: { product: 'Formación' } })
  await settle(ctx)
  const [, before] = await standingsOf(ctx, ana)

  await removeFunnel(ctx, 'formacion', forgetVerdicts)

  const later = daysLater(ctx, 400)
  await settle(later)
  expect(await workOff(later)).toBe(false)
  expect(await where(ctx, ana)).not.toHaveProperty('formacion')
  await restoreFunnel(ctx, 'formacion', refillSegments)
  await rebuild(ctx)
  expect((await standingsOf(ctx, ana))[1]).toMatchObject({ stage: 'interested', since: before?.since })
  expect((await verify(ctx)).differences).toEqual([])
  await expect(removeFunnel(ctx, 'main', forgetVerdicts)).rejects.toMatchObject({
    code: 'lifecycle.main_funnel',
  })
})

test('definitions that ask for each other are refused, naming both places; those that ask one way are placed in that order', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx)
  await happened(ctx, ana, 'subscribed')
  await addFunnel(ctx, { name: named('Segunda'), begin: 'scratch' })
  await publishIn(ctx, 'segunda', asking('interested', { is: 'stage', anyOf: ['lead'], funnel: 'main' }))
  await orderFunnels(ctx, ['main', 'segunda'], refillSegments)

  const circle = publishIn(ctx, 'main', asking('prospect', { score: 'fit', atLeast: 10, funnel: 'segunda' }))

  await expect(circle).rejects.toMatchObject({
    issues: [
      {
        code: 'lifecycle.circular_funnels',
        path: ['lifecycle', 'stages', 2, 'entry'],
        params: { about: 'prospect', funnel: 'segunda', through: 'segunda', there: 'interested' },
      },
    ],
  })
  await expect(removeFunnel(ctx, 'main', forgetVerdicts)).rejects.toMatchObject({
    code: 'lifecycle.main_funnel',
  })
  await rebuild(ctx)
  expect(await where(ctx, ana)).toEqual({ main: 'lead', segunda: 'interested' })
  await orderFunnels(ctx, ['segunda', 'main'], refillSegments)
  await expect(removeFunnel(ctx, 'main', forgetVerdicts)).rejects.toMatchObject({
    code: 'lifecycle.funnel_asked',
    params: { about: 'interested' },
  })
  const berta = await makeContact(ctx)
  await happened(ctx, berta, 'subscribed')
  await settle(ctx)
  expect(await where(ctx, berta)).toEqual({ main: 'lead', segunda: 'interested' })
})

const segment = (ctx: Ctx, criteria: Criteria) =>
  createSegment(ctx, { name: 'Segmento', description: '', about: 'contact', criteria })

/** What the worker was asked to look at anew. */
async function fillAsked(ctx: Ctx) {
  const prefix = `${ctx.workspaceId}:fillSegment:`
  const { rows } = await sql<{ key: string }>`
    select key from graphile_worker.jobs where key like ${`${prefix}%`}`.execute(database().owner)
  for (const { key } of rows) {
    await sql`select graphile_worker.remove_job(${key})`.execute(database().owner)
    await fillSegment(ctx, key.slice(prefix.length))
  }
}

test('with another main funnel segments mean that one, also of who stands where they stood', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx, { tags: ['Formación'] })
  await happened(ctx, ana, 'subscribed')
  await addFunnel(ctx, { name: named('Formación'), begin: 'line' })
  await rebuild(ctx)
  const leads = await segment(ctx, { is: 'stage', anyOf: ['lead'] })
  await fillAsked(ctx)
  expect((await getSegment(ctx, leads)).size).toBe(1)

  await orderFunnels(ctx, ['formacion', 'main'], refillSegments)
  await rebuild(ctx)
  await fillAsked(ctx)

  expect(await where(ctx, ana)).toEqual({ formacion: 'interested', main: 'lead' })
  expect((await getSegment(ctx, leads)).size).toBe(0)
})

test('a funnel that a segment or a rule about linked contacts asks for is not taken away, and who asks is named', async () => {
  const ctx = await workspace({ now })
  await addFunnel(ctx, { name: named('Formación'), begin: 'line' })
  await addFunnel(ctx, { name: named('Otra'), begin: 'scratch' })
  const buyers: Criteria = { is: 'stage', anyOf: ['buyer'], funnel: 'formacion' }
  await publishIn(ctx, 'otra', asking('interested', { people: { not: buyers } }))
  await expect(removeFunnel(ctx, 'formacion', forgetVerdicts)).rejects.toMatchObject({
    ...{ code: 'lifecycle.funnel_asked', params: { about: 'interested', funnel: 'Otra' } },
  })
  await removeFunnel(ctx, 'otra', forgetVerdicts)
  await segment(ctx, { company: buyers })

  await expect(removeFunnel(ctx, 'formacion', forgetVerdicts)).rejects.toMatchObject({
    ...{ code: 'lifecycle.funnel_segmented', params: { segment: 'Segmento' } },
  })
})

test('a funnel comes back to where it was, also when another was added meanwhile; segments that name it are filled', async () => {
  const ctx = await workspace({ now })
  await makeContact(ctx, { tags: ['Formación'] })
  await addFunnel(ctx, { name: named('Formación'), begin: 'line' })
  await addFunnel(ctx, { name: named('Dos'), begin: 'scratch' })
  await rebuild(ctx)
  await removeFunnel(ctx, 'formacion', forgetVerdicts)
  await addFunnel(ctx, { name: named('Tres'), begin: 'scratch' })
  const interested = await segment(ctx, { is: 'stage', anyOf: ['interested'], funnel: 'formacion' })
  await fillAsked(ctx)

  await restoreFunnel(ctx, 'formacion', refillSegments)
  await rebuild(ctx)
  await fillAsked(ctx)

  expect((await funnelsOf(ctx)).map(({ key }) => key)).toEqual(['main', 'formacion', 'dos', 'tres'])
  expect((await getSegment(ctx, interested)).size).toBe(1)
})

test('the reason of a disqualification belongs to no funnel: who asks for it may be asked for by any', async () => {
  const ctx = await workspace({ now })
  await addFunnel(ctx, { name: named('Segunda'), begin: 'scratch' })
  const id = await segment(ctx, { is: 'disqualified', anyOf: ['budget'] })
  await publishIn(ctx, 'segunda', asking('interested', { is: 'segment', anyOf: [id] }))

  await publishIn(ctx, 'main', asking('prospect', { is: 'stage', anyOf: ['interested'], funnel: 'segunda' }))

  expect((await funnelOf(ctx, 'main')).lifecycleVersion).toBe(2)
})
