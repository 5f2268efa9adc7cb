import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysAgo, happened, makeContact } from '../../test/history.ts'
import { settle } from '../app/reactions.ts'
import { newId } from '../platform/ids.ts'
import type { ScoreModel } from '../scoring/model.ts'
import { placeByHand } from './byHand.ts'
import { funnelOf } from './definitions.ts'
import { draftOf, saveDraft } from './drafting.ts'
import { addFunnel } from './funnels.ts'
import { distributionOf } from './spread.ts'

const { workspace, database } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')

async function base() {
  const ctx = await workspace({ now })
  const [ideal, rival, buyer] = [
    await makeContact(ctx, { displayName: 'Ana', need: 'luz', decisionRole: 'decides' }),
    await makeContact(ctx, { displayName: 'Rival', roles: ['competitor'] }),
    await makeContact(ctx, { displayName: 'Cliente' }),
  ]
  await happened(ctx, ideal, 'meeting', { at: daysAgo(ctx, 2) })
  await happened(ctx, rival, 'proposal_requested', { at: daysAgo(ctx, 1) })
  await happened(ctx, rival, 'demo_requested', { at: daysAgo(ctx, 1) })
  await happened(ctx, buyer, 'purchase', { at: daysAgo(ctx, 400) })
  await settle(ctx)
  return { ctx, ideal, rival, buyer }
}

async function draftScore(ctx: Awaited<ReturnType<typeof workspace>>, change: Partial<ScoreModel>) {
  const { lifecycle, score, lifecycleVersion, scoreVersion } = await funnelOf(ctx)
  const basedOn = { lifecycleVersion, scoreVersion }
  const revision = (await draftOf(ctx))?.revision
  await saveDraft(ctx, { lifecycle, score: { ...score, ...change }, basedOn, revision })
}

test('the spread of the scores says where everybody is now and where the draft would put them', async () => {
  const { ctx, ideal } = await base()
  const before = await distributionOf(ctx)
  const { score } = await funnelOf(ctx)
  const everybody = { key: 'everybody', when: { all: [] }, points: 40 }
  await draftScore(ctx, { fit: [...score.fit, everybody] })

  const found = await distributionOf(ctx)

  expect(before?.after).toEqual(before?.before)
  expect(found).toMatchObject({ contacts: 3, sampled: 3 })
  expect(found?.before).toEqual(before?.before)
  expect(found?.fits[70]).toBe(1)
  expect(found?.best[0]).toMatchObject({ contactId: ideal, name: 'Ana', fit: 70 })
  const sum = (counts: number[] = []) => counts.reduce((all, count, total) => all + count * total, 0)
  expect(sum(found?.after)).toBeGreaterThan(sum(found?.before) + 40)
})

test('everybody is counted, not some of them, as long as there are no more than 20,000', async () => {
  const { ctx, buyer } = await base()
  const rows = Array.from({ length: 2_100 }, () => ({
    ...{ workspaceId: ctx.workspaceId, id: newId(), createdAt: now, updatedAt: now },
  }))
  await ctx.db.insertInto('contacts').values(rows).execute()
  await sql`insert into standings select (jsonb_populate_record(s, jsonb_build_object('contact_id', id))).*
    from standings s, unnest(${rows.map(({ id }) => id)}::uuid[]) id where s.workspace_id = ${ctx.workspaceId} and s.contact_id = ${buyer}`.execute(
    ctx.db,
  )
  await sql`analyze contacts, standings`.execute(database().owner)
  const everybody = { key: 'everybody', when: { all: [] }, points: 40 }
  await draftScore(ctx, { fit: [everybody] })

  const found = await distributionOf(ctx)

  expect(found).toMatchObject({ contacts: 2_103, sampled: 2_103 })
  expect(found?.after[20]).toBeGreaterThanOrEqual(2_100)
})

test('the oddest are named with why: a competitor who is warm, a customer who is cold', async () => {
  const { ctx, rival, buyer } = await base()
  const { score } = await funnelOf(ctx)
  await draftScore(ctx, { fitShare: 10, fit: score.fit.filter(({ key }) => key !== 'competitor') })

  const odd = (await distributionOf(ctx))?.odd ?? []

  expect(odd).toContainEqual(expect.objectContaining({ contactId: rival, why: 'outsider' }))
  expect(odd).toContainEqual(expect.objectContaining({ contactId: buyer, why: 'customer_cold' }))
})

test('the last stage of a funnel is one of customers only where somebody has bought', async () => {
  const { ctx } = await base()
  const { key } = await addFunnel(ctx, { name: { es: 'Socios', en: 'Partners' }, begin: 'scratch' })
  const partner = await makeContact(ctx, { displayName: 'Socio' })
  await placeByHand(ctx, partner, { stage: 'interested', reason: 'Test', funnel: key })
  await settle(ctx)

  const odd = (await distributionOf(ctx, key))?.odd ?? []

  expect(odd).not.toContainEqual(expect.objectContaining({ contactId: partner, why: 'customer_cold' }))
})

test('while the draft’s score is flawed there is nothing to show', async () => {
  const { ctx } = await base()
  await draftScore(ctx, { warmFrom: 80, hotFrom: 20 })

  expect(await distributionOf(ctx)).toBeUndefined()
})
