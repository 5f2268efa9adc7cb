import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysAgo, daysLater, happened, makeContact } from '../../test/history.ts'
import { settle } from '../app/reactions.ts'
import { rebuild } from '../app/rebuild.ts'
import { funnelOf, publishDraft, saveDraft } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { recentMoves } from './recentMoves.ts'

const { workspace } = useDatabase()
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
    'move' in each ? each.move.name : each.publication,
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
