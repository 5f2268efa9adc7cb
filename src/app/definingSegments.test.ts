import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { publishDraft, saveDraft } from '../lifecycle/drafting.ts'
import { funnelOf } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import {
  createSegment,
  getSegment,
  removeSegment,
  restoreSegment,
  updateSegment,
} from '../segments/segments.ts'

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
  return saveDraft(ctx, {
    lifecycle: { ...lifecycle, stages },
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
