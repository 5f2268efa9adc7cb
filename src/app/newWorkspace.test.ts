import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { openApi } from '../../test/api.ts'
import { useDatabase } from '../../test/database.ts'
import { auditPage } from '../audit/audit.ts'
import { discardDraft } from '../lifecycle/drafting.ts'
import { type Framework, readyMadeFrameworks } from '../lifecycle/frameworks.ts'
import { addFunnel } from '../lifecycle/funnels.ts'
import {
  type Draft,
  draftFramework,
  draftOf,
  draftReadyMade,
  funnelOf,
  publishDraft,
  publishWhole,
} from '../lifecycle/lifecycle.ts'
import type { Lifecycle, Stage } from '../lifecycle/model.ts'
import type { Ctx } from '../platform/ctx.ts'

const { database, workspace } = useDatabase()
let api: Awaited<ReturnType<typeof openApi>>
beforeAll(async () => {
  api = await openApi(database())
})

const jobsOf = async ({ workspaceId }: Ctx) => {
  const { rows } = await sql<{
    key: string
  }>`select key from graphile_worker.jobs where key like ${`${workspaceId}:rebuild%`}`.execute(
    database().owner,
  )
  return rows.map(({ key }) => key.split(':').at(-1))
}

test('whom a company says that it sells to is in the score that it starts with', async () => {
  const answer = await api.browser().send('POST', '/setup', {
    ...{ userName: 'Ana Robledo', email: 'ana@robledo.example', password: 'cuatro caballos azules' },
    ...{ company: 'Robledo', locale: 'es', timeZone: 'Europe/Madrid', currency: 'EUR', market: 'b2b' },
    ...{ prospectNeeds: 'click', contactMeans: 'everyone' },
    sellsTo: { sectors: ['Hostelería'], countries: ['ES', 'PT'], employees: { from: 20, to: 200 } },
  })

  const ctx = {
    ...(await workspace()),
    workspaceId: answer.body.id,
    db: database().workspace(answer.body.id),
  }
  const { fit } = (await funnelOf(ctx)).score
  const points = Object.fromEntries(fit.map(rule => [rule.key, rule.points]))
  expect(points).toMatchObject({ sector: 20, place: 10, outside: -20, size: 20 })
  expect(JSON.stringify(fit.find(({ key }) => key === 'sector'))).toContain('Hostelería')
  expect(JSON.stringify(fit.find(({ key }) => key === 'size'))).toContain('200')
})

test('another answer about prospects or contacts publishes the next stages and places everybody again', async () => {
  const ctx = await workspace()
  const owner = await api.signedIn(ctx, 'owner')
  const before = await funnelOf(ctx)
  const entryOf = ({ lifecycle }: typeof before, key: string) =>
    JSON.stringify(lifecycle.stages.find(stage => stage.key === key)?.entry)

  const answer = await owner.send('PATCH', '/workspace', {
    ...{ prospectNeeds: 'conversation', contactMeans: 'not_customers' },
  })

  expect(answer.body).toMatchObject({ prospectNeeds: 'conversation', contactMeans: 'not_customers' })
  const after = await funnelOf(ctx)
  expect(after).toMatchObject({ lifecycleVersion: 2, lifecycle: { contactMeans: 'not_customers' } })
  expect(entryOf(before, 'prospect')).toContain('weightAtLeast')
  expect(entryOf(after, 'prospect')).not.toContain('weightAtLeast')
  expect(entryOf(after, 'customer')).toBe(entryOf(before, 'customer'))
  expect(await jobsOf(ctx)).toEqual(['answers'])
  expect((await auditPage(ctx, { action: 'definitions.published', limit: 5 })).entries).toMatchObject([
    { actorName: owner.person.name, details: { version: 2 } },
  ])
})

test('who sells to people begins with questions for people, in every funnel, and with no must of who decides', async () => {
  const ctx = await workspace({ market: 'b2c' })
  const toPeople = { framework: { key: 'personal' }, frameworkVersion: 1 }

  const { key } = await addFunnel(ctx, { name: { es: 'Cursos', en: 'Courses' }, begin: 'line' })

  expect(await funnelOf(ctx)).toMatchObject(toPeople)
  expect(await funnelOf(ctx, key)).toMatchObject(toPeople)
  const asked = (await funnelOf(ctx)).framework.items.map(({ question }) => question)
  expect(asked).toEqual(['interest', 'need', 'timing', 'budget'])
})

test('another market is a draft of what one begins with there, which keeps words, places and own stages, and counts once published', async () => {
  const ctx = await workspace()
  const owner = await api.signedIn(ctx, 'owner')
  const was = await funnelOf(ctx)
  const [contact, lead, ...rest] = was.lifecycle.stages as [Stage, Stage]
  const called: Lifecycle = {
    ...was.lifecycle,
    words: { roles: { partner: { es: 'Aliado', en: 'Ally' } } },
    stages: [contact, { ...lead, name: { es: 'Curioso', en: 'Curious' } }, ...rest],
  }
  const serves = { key: 'place', points: 10, when: { field: 'country', op: 'is', value: 'ES' } } as const
  await publishWhole(
    ctx,
    { lifecycle: called, score: { ...was.score, fit: [serves, ...was.score.fit] } },
    { note: 'Nuestras palabras' },
  )

  const answer = await owner.send('PATCH', '/workspace', { market: 'b2c' })

  expect(answer.body).toMatchObject({ market: 'b2c' })
  expect(await funnelOf(ctx)).toMatchObject({ lifecycleVersion: 2, framework: { key: 'bant' } })
  const { lifecycle, score, framework } = (await draftOf(ctx)) as Draft
  expect(framework).toMatchObject({ key: 'personal' })
  expect(score.fit.map(({ key }) => key)).toEqual(expect.arrayContaining(['place', 'occupation']))
  expect(score.fit.map(({ key }) => key)).not.toContain('revenue')
  expect(lifecycle).toMatchObject({
    words: called.words,
    stages: [{}, { name: { es: 'Curioso' } }, {}, {}, {}],
  })
  expect(JSON.stringify(lifecycle.stages)).not.toContain('authority')

  await owner.send('PATCH', '/workspace', { prospectNeeds: 'conversation' })
  const prospect = (await funnelOf(ctx)).lifecycle.stages.find(({ key }) => key === 'prospect')
  expect(JSON.stringify(prospect?.entry)).not.toContain('weightAtLeast')
  const back = await owner.send('PATCH', '/workspace', { market: 'b2b' })
  expect([back.status, back.body.code]).toEqual([409, 'lifecycle.draft_exists'])
  expect((await owner.send('GET', '/workspace')).body.market).toBe('b2c')
  await discardDraft(ctx)
  await owner.send('PATCH', '/workspace', { market: 'b2b' })
  await discardDraft(ctx)
  await owner.send('PATCH', '/workspace', { market: 'b2c' })
  await publishDraft(ctx, { revision: (await draftOf(ctx))?.revision ?? 0, note: 'A personas' })
  expect(await funnelOf(ctx)).toMatchObject({ framework: { key: 'personal' }, lifecycleVersion: 4 })
})

test('a ready-made set of the other market brings its questions, and leaves those that somebody chose and the words', async () => {
  const ctx = await workspace()
  const words = { verdicts: { qualified: { es: 'Vale', en: 'Good' } } }
  const { lifecycle, score } = await funnelOf(ctx)
  await publishWhole(ctx, { lifecycle: { ...lifecycle, words }, score }, { note: 'Vale' })

  const shop = await draftReadyMade(ctx, 'online_shop')
  expect(shop).toMatchObject({ framework: { key: 'personal' }, lifecycle: { words } })
  const agency = await draftReadyMade(ctx, 'agency', { revision: 1 })
  expect(agency.framework).toBeUndefined()
  const [, chosen] = readyMadeFrameworks as [Framework, Framework]
  await draftFramework(ctx, { framework: chosen })
  expect((await draftReadyMade(ctx, 'education', { revision: 3 })).framework).toEqual(chosen)
})

test('another name publishes nothing', async () => {
  const ctx = await workspace()
  const owner = await api.signedIn(ctx, 'owner')

  await owner.send('PATCH', '/workspace', { name: 'Robledo', prospectNeeds: 'click' })

  expect((await funnelOf(ctx)).lifecycleVersion).toBe(1)
  expect(await jobsOf(ctx)).toEqual([])
})
