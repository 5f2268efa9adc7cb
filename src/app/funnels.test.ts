import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysLater, happened, makeContact } from '../../test/history.ts'
import { matchingContacts } from '../criteria/matching.ts'
import type { Definitions } from '../lifecycle/definitionChanges.ts'
import { addFunnel, orderFunnels, removeFunnel, restoreFunnel } from '../lifecycle/funnels.ts'
import { funnelOf, funnelsOf, publishDraft, saveDraft, standingsOf } from '../lifecycle/lifecycle.ts'
import type { Stage } from '../lifecycle/model.ts'
import type { Ctx } from '../platform/ctx.ts'
import { forgetVerdicts } from '../qualification/qualification.ts'
import { settle, workOff } from './reactions.ts'
import { rebuild } from './rebuild.ts'
import { verify } from './verify.ts'

const { workspace } = useDatabase()
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

  await orderFunnels(ctx, ['nuevo', 'main'])
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
  await expect(orderFunnels(ctx, ['main'])).rejects.toMatchObject({ code: 'lifecycle.other_funnels' })
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
  await restoreFunnel(ctx, 'formacion')
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
  await orderFunnels(ctx, ['main', 'segunda'])

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
  await orderFunnels(ctx, ['segunda', 'main'])
  await expect(removeFunnel(ctx, 'main', forgetVerdicts)).rejects.toMatchObject({
    code: 'lifecycle.funnel_asked',
    params: { about: 'interested' },
  })
  const berta = await makeContact(ctx)
  await happened(ctx, berta, 'subscribed')
  await settle(ctx)
  expect(await where(ctx, berta)).toEqual({ main: 'lead', segunda: 'interested' })
})
