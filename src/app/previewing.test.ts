import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { base, draft, inScore, previewed, withStage } from '../../test/drafts.ts'
import { happened, makeContact } from '../../test/history.ts'
import type { Criteria } from '../criteria/criteria.ts'
import {
  askPreview,
  beginPreview,
  funnelOf,
  previewOf,
  previewSome,
  wouldMove,
} from '../lifecycle/lifecycle.ts'
import { bothReceipts } from '../lifecycle/previewReceipt.ts'
import { supposedVerdicts } from '../qualification/qualification.ts'
import { settle } from './reactions.ts'

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')

test('a changed rule: who would move, from where to where, and whose load it is', async () => {
  const ctx = await workspace({ now })
  const happenings = [
    { event: 'email_link_clicked' as const, contact: 0, day: 3 },
    { event: 'call' as const, contact: 1, day: 3 },
    { event: 'email_link_clicked' as const, contact: 3, day: 9 },
  ]
  const ids = await base(ctx, happenings, [])
  await draft(ctx, [withStage(2, { entry: { did: 'anything', direction: ['two'], withinDays: 180 } })])

  const found = await previewed(ctx)

  expect(found).toMatchObject({ state: 'done', isCurrent: true, done: 9, total: 9 })
  expect(found?.result).toMatchObject({
    contacts: 9,
    moved: 2,
    rescored: 0,
    flows: [{ from: 'prospect', to: 'lead', people: 2, organizations: 0 }],
    load: [
      { responsible: 'both', ownerId: null, before: 4, after: 2 },
      { responsible: 'marketing', ownerId: null, before: 5, after: 7 },
    ],
  })
  const { moves, next } = await wouldMove(ctx, { from: 'prospect', to: 'lead', limit: 1 })
  const rest = await wouldMove(ctx, { from: 'prospect', to: 'lead', limit: 1, after: next })
  expect([...moves, ...rest.moves].map(({ contactId }) => contactId).sort()).toEqual([ids[0], ids[3]].sort())
  const { now: is, would } = await bothReceipts(ctx, ids[0] ?? '')
  expect(is).toMatchObject({
    stage: 'prospect',
    because: [{ holds: false }, { holds: false }, { holds: false }, { holds: true, count: 1 }],
  })
  expect(would).toMatchObject({
    stage: 'lead',
    total: is.total,
    notMet: [{ rule: { direction: ['two'] }, count: 0 }],
  })
  await draft(ctx, [withStage(2, { responsible: 'sales' })])
  expect(await previewOf(ctx)).toMatchObject({ isCurrent: false })
})

test('rules without which nothing would change are named', async () => {
  const ctx = await workspace({ now })
  await base(ctx, [{ event: 'call', contact: 0, day: 3 }], [])
  const entry: Criteria = {
    any: [
      { did: ['call'] },
      { did: ['call'], withinDays: 30 },
      { field: 'sector', op: 'is', value: 'Banca' },
    ],
  }
  await draft(ctx, [withStage(2, { entry })])

  const dead = (await previewed(ctx))?.result?.dead ?? []

  const ofProspect = dead.filter(each => 'stage' in each && each.stage === 'prospect')
  expect(ofProspect).toEqual([
    { stage: 'prospect', rule: { did: ['call'] } },
    { stage: 'prospect', rule: { did: ['call'], withinDays: 30 } },
    { stage: 'prospect', rule: { field: 'sector', op: 'is', value: 'Banca' } },
  ])
  const silent = dead.flatMap(each => ('score' in each ? each.score : []))
  expect(silent).toContain('download')
  expect(silent).not.toContain('talk')
  expect(silent).not.toContain('need')
})

test('a rule that decides by the draft’s own score is not called one that changes nothing', async () => {
  const ctx = await workspace({ now })
  await base(ctx, [{ event: 'call', contact: 0, day: 3 }], [])
  const { score } = await funnelOf(ctx)
  const raised = inScore(model => ({
    ...model,
    fit: [{ key: 'all_of_them', when: { all: [] }, points: 100 }, ...model.fit],
  }))
  const entry: Criteria = { any: [{ did: ['meeting'] }, { score: 'fit', atLeast: 100 }] }
  await draft(ctx, [raised, withStage(2, { entry })])

  const dead = (await previewed(ctx))?.result?.dead ?? []

  expect(score.fit.every(({ key }) => key !== 'all_of_them')).toBe(true)
  expect(dead.filter(each => 'stage' in each && each.stage === 'prospect')).toEqual([
    { stage: 'prospect', rule: { did: ['meeting'] } },
  ])
})

test('demo contacts that lists no longer show are in no figure of a preview', async () => {
  const ctx = await workspace({ now })
  await base(ctx, [{ event: 'email_link_clicked', contact: 0, day: 3 }], [])
  const demo = await makeContact(ctx, { isDemo: true })
  await happened(ctx, demo, 'email_link_clicked')
  await settle(ctx)
  await draft(ctx, [withStage(2, { entry: { did: ['call'] } })])

  const found = await previewed(ctx)

  expect(found?.result).toMatchObject({
    contacts: 9,
    flows: [{ from: 'prospect', people: 1, organizations: 1 }],
  })
  const { moves } = await wouldMove(ctx, {
    ...{ from: 'prospect', to: found?.result?.flows[0]?.to ?? null, limit: 10 },
  })
  expect(moves).toHaveLength(2)
  expect(moves.map(({ contactId }) => contactId)).not.toContain(demo)
})

test('a preview that another has replaced leaves nothing behind', async () => {
  const ctx = await workspace({ now })
  const ids = await base(ctx, [{ event: 'email_link_clicked', contact: 0, day: 3 }], [])
  await draft(ctx, [withStage(2, { entry: { did: ['call'] } })])
  const { id } = await askPreview(ctx)
  const begun = await beginPreview(ctx, id, 'main', ids.length)
  await askPreview(ctx)

  const goesOn =
    begun && (await previewSome(ctx, begun, 'person', ids, given => supposedVerdicts(ctx, given)))

  expect(goesOn).toBe(false)
  const { rows } = await sql`select from preview_standings where workspace_id = ${ctx.workspaceId}`.execute(
    ctx.db,
  )
  expect(rows).toEqual([])
})
