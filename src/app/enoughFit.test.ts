import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { happened, makeContact } from '../../test/history.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { matchingContacts } from '../criteria/matching.ts'
import { funnelOf, publishDefinition, publishDraft, saveDraft } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { createSegment, fillSegment, getSegment } from '../segments/segments.ts'
import { pageOfContacts } from './lists/lists.ts'
import { settle } from './reactions.ts'
import { rebuild } from './rebuild.ts'

const { workspace } = useDatabase()
const enough: Criteria = { is: 'fit', anyOf: ['enough'] }
const short: Criteria = { is: 'fit', anyOf: ['short'] }

/** Puts a score in force in which whoever has a need fits by 60, and of which so much is worth a contact. */
async function askFor(ctx: Ctx, contactFrom: number | undefined) {
  const { id, score } = await funnelOf(ctx)
  const fit = [{ key: 'needs', when: { field: 'need', op: 'isKnown' as const }, points: 60 }]
  await publishDefinition(ctx, id, { kind: 'score', body: { ...score, fit, contactFrom } })
  await rebuild(ctx)
}

/** Somebody who fits, somebody who does not, and a customer who does not either. */
async function populate() {
  const ctx = await workspace()
  await makeContact(ctx, { displayName: 'Ana', need: 'luz' })
  await makeContact(ctx, { displayName: 'Berta' })
  await happened(ctx, await makeContact(ctx, { displayName: 'Clara' }), 'purchase')
  await settle(ctx)
  return ctx
}

const names = async (ctx: Ctx, where: Criteria) =>
  (await matchingContacts(ctx, { about: 'contact', where })).sample.map(({ name }) => name).sort()

test('fit enough follows the number of the score in force, and asks nothing of customers', async () => {
  const ctx = await populate()
  expect(await names(ctx, short)).toEqual([])

  await askFor(ctx, 60)
  expect(await names(ctx, short)).toEqual(['Berta'])
  expect(await names(ctx, enough)).toEqual(['Ana', 'Clara'])
  expect(await names(ctx, { ...enough, funnel: 'main' })).toEqual(['Ana', 'Clara'])
  expect(await names(ctx, { not: short })).toEqual(['Ana', 'Clara'])

  await askFor(ctx, 61)
  expect(await names(ctx, short)).toEqual(['Ana', 'Berta'])
})

test('a list marks who has too little of it', async () => {
  const ctx = await populate()
  await askFor(ctx, 60)

  const { rows } = await pageOfContacts(ctx, { order: { by: 'name', direction: 'asc' }, limit: 10 })

  expect(rows.map(({ name, standing }) => [name, standing?.fits])).toEqual([
    ['Ana', true],
    ['Berta', false],
    ['Clara', true],
  ])
})

test('a segment of those who fit follows when another number is published', async () => {
  const ctx = await populate()
  await askFor(ctx, 60)
  const id = await createSegment(ctx, { name: 'Fit', description: '', about: 'person', criteria: enough })
  await fillSegment(ctx, id)
  expect((await getSegment(ctx, id)).size).toBe(2)

  await askFor(ctx, undefined)

  expect((await getSegment(ctx, id)).size).toBe(3)
})

test('no definition asks for it: it writes the number', async () => {
  const ctx = await workspace()
  const { lifecycle, score, lifecycleVersion, scoreVersion } = await funnelOf(ctx)
  const stages = lifecycle.stages.map(stage =>
    stage.key === 'prospect' ? { ...stage, entry: enough } : stage,
  )
  const draft = await saveDraft(ctx, {
    ...{ lifecycle: { ...lifecycle, stages }, score, basedOn: { lifecycleVersion, scoreVersion } },
  })

  await expect(publishDraft(ctx, { revision: draft.revision, note: 'No' })).rejects.toMatchObject({
    issues: [{ code: 'lifecycle.fit' }],
  })
})
