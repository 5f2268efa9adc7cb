import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { openApi } from '../../test/api.ts'
import { useDatabase } from '../../test/database.ts'
import { auditPage } from '../audit/audit.ts'
import { funnelOf } from '../lifecycle/lifecycle.ts'
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

test('another name publishes nothing', async () => {
  const ctx = await workspace()
  const owner = await api.signedIn(ctx, 'owner')

  await owner.send('PATCH', '/workspace', { name: 'Robledo', prospectNeeds: 'click' })

  expect((await funnelOf(ctx)).lifecycleVersion).toBe(1)
  expect(await jobsOf(ctx)).toEqual([])
})
