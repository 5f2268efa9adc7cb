import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { useFiles } from '../../test/files.ts'
import { daysAgo, daysLater, happened, makeContact } from '../../test/history.ts'
import { settle } from '../app/reactions.ts'
import { rebuild } from '../app/rebuild.ts'
import { importFile } from '../imports/importFile.ts'
import { funnelOf, publishDraft, saveDraft } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { recentMoves } from './recentMoves.ts'

const { workspace } = useDatabase()
const file = useFiles()
const now = new Date('2026-06-15T10:00:00Z')

/** Who subscribed becomes a prospect, and a fact gives a point more, in one act while the clock goes on. */
async function publishStages(ctx: Ctx) {
  const inForce = await funnelOf(ctx)
  const stages = inForce.lifecycle.stages.map(stage =>
    stage.key === 'prospect' ? { ...stage, entry: { did: ['subscribed'] } } : stage,
  )
  const fit = inForce.score.fit.map(rule => ({ ...rule, points: rule.points + 1 }))
  const { revision } = await saveDraft(ctx, {
    ...{ lifecycle: { ...inForce.lifecycle, stages }, score: { ...inForce.score, fit } },
    basedOn: inForce,
  })
  let instant = ctx.clock().getTime()
  const ticking = { ...ctx, clock: () => new Date(instant++) }
  await publishDraft(ticking, { revision, note: '' })
  await rebuild(ticking)
}

const told = async (ctx: Ctx, limit: number, countedUpTo?: number) =>
  (await recentMoves(ctx, { limit }, countedUpTo)).map(each =>
    'move' in each ? each.move.name : 'import' in each ? each.import : each.publication,
  )

test('however many contacts a new version moved, it is one of the latest moves beside those that contacts made', async () => {
  const ctx = await workspace({ now })
  for (const displayName of ['Ana', 'Berta', 'Carlos'])
    await happened(ctx, await makeContact(ctx, { displayName }), 'subscribed', { at: daysAgo(ctx, 60) })
  const inTheBin = await makeContact(ctx, { displayName: 'Nadie' })
  await happened(ctx, inTheBin, 'subscribed', { at: daysAgo(ctx, 60) })
  await settle(ctx)
  const published = daysLater(ctx, 1)
  await publishStages(published)
  await ctx.db.updateTable('contacts').set({ deletedAt: now }).where('id', '=', inTheBin).execute()
  const later = daysLater(ctx, 2)
  const diana = await makeContact(later, { displayName: 'Diana', createdAt: later.clock() })
  await happened(later, diana, 'call')
  await settle(later)

  const publication = { at: published.clock(), lifecycleVersion: 2, scoreVersion: 2, moved: 3, more: false }
  expect(await told(later, 3)).toEqual(['Diana', publication, expect.any(String)])
  expect(await told(later, 3, 2)).toMatchObject(['Diana', { moved: 2, more: true }, expect.any(String)])
  expect(await told(later, 1)).toEqual(['Diana'])
})

test('however many contacts a file brought, it is one of the latest moves; what they do later is their own', async () => {
  const ctx = await workspace({ now })
  const eva = await makeContact(ctx, { displayName: 'Eva' })
  await settle(ctx)
  const later = daysLater(ctx, 1)
  const path = await file('leads.csv', 'Email,Name', 'ana@x.es,Ana', 'luis@x.es,Luis')
  const { id } = await importFile(later, path, { yes: true })
  await settle(later)
  const called = async (displayName: string) =>
    (
      await later.db
        .selectFrom('contacts')
        .where('displayName', '=', displayName)
        .select('id')
        .executeTakeFirstOrThrow()
    ).id
  const luis = await called('Luis')
  await happened(later, await called('Ana'), 'call')
  await settle(later)
  const afterwards = daysLater(ctx, 2)
  for (const each of [eva, luis]) await happened(afterwards, each, 'call')
  await settle(afterwards)

  const brought = { id, fileName: 'leads.csv', at: expect.any(Date), added: 2, updated: 0 }
  const latest = await told(afterwards, 8)
  expect(latest).toHaveLength(5)
  expect(new Set(latest.slice(0, 2))).toEqual(new Set(['Eva', 'Luis']))
  expect(latest.slice(2)).toEqual(['Ana', brought, 'Eva'])
  expect(await told(afterwards, 2)).not.toContainEqual(brought)
})
