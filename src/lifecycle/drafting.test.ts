import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { happened, makeContact } from '../../test/history.ts'
import { settle } from '../app/reactions.ts'
import { rebuild } from '../app/rebuild.ts'
import type { Criteria } from '../criteria/criteria.ts'
import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/ids.ts'
import type { Definitions } from './definitionChanges.ts'
import { changesBetween } from './definitionChanges.ts'
import {
  discardDraft,
  draftOf,
  publishDraft,
  republish,
  saveDraft,
  versionsOf,
  yetToPlace,
} from './drafting.ts'
import { flawsOf } from './flaws.ts'
import { funnelOf, standingOf } from './lifecycle.ts'

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')

/** What is in force with another criterion for a stage. */
async function asking(ctx: Ctx, key: string, entry: Criteria): Promise<Definitions> {
  const { lifecycle, score } = await funnelOf(ctx)
  const stages = lifecycle.stages.map(stage => (stage.key === key ? { ...stage, entry } : stage))
  return { lifecycle: { ...lifecycle, stages }, score }
}

const first = { lifecycleVersion: 1, scoreVersion: 1 }
const talked: Criteria = { did: 'anything', direction: ['two'], withinDays: 30 }

test('a published draft is the next version, with author and note, and everybody is placed by it', async () => {
  const ctx = await workspace({ now })
  const ana = await makeContact(ctx)
  await happened(ctx, ana, 'information_requested')
  await settle(ctx)
  const { revision } = await saveDraft(ctx, { ...(await asking(ctx, 'prospect', talked)), basedOn: first })

  const versions = await publishDraft(ctx, { revision, note: 'Un clic ya no basta' })
  expect(await yetToPlace(ctx)).toEqual({ waiting: 1, all: 1 })
  await rebuild(ctx)

  expect(versions).toEqual({ lifecycleVersion: 2, scoreVersion: 1 })
  expect(await standingOf(ctx, ana)).toMatchObject({ stage: 'lead', lifecycleVersion: 2 })
  expect(await versionsOf(ctx)).toMatchObject([
    { kind: 'lifecycle', version: 2, note: 'Un clic ya no basta' },
    { version: 1 },
    { version: 1 },
  ])
  expect(await draftOf(ctx)).toBeUndefined()
  expect(await yetToPlace(ctx)).toEqual({ waiting: 0, all: 1 })
})

test('of two who publish at once the second is told, and what is in force stays', async () => {
  const ctx = await workspace({ now })
  const draft = await saveDraft(ctx, { ...(await asking(ctx, 'prospect', talked)), basedOn: first })

  const both = await Promise.allSettled([
    publishDraft(ctx, { revision: draft.revision, note: 'una' }),
    publishDraft(ctx, { revision: draft.revision, note: 'otra' }),
  ])

  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await funnelOf(ctx)).lifecycleVersion).toBe(2)
  const late = await saveDraft(ctx, { ...(await asking(ctx, 'lead', talked)), basedOn: first })
  await expect(publishDraft(ctx, { revision: late.revision, note: 'tarde' })).rejects.toMatchObject({
    code: 'lifecycle.published_meanwhile',
  })
})

test('a draft is not written over by somebody who has not seen the newest of it, and comes back after being discarded', async () => {
  const ctx = await workspace({ now })
  const definitions = await asking(ctx, 'prospect', talked)
  const seen = await saveDraft(ctx, { ...definitions, basedOn: first, revision: 0 })
  await saveDraft(ctx, { ...definitions, basedOn: first, revision: seen.revision })

  await expect(
    saveDraft(ctx, { ...definitions, basedOn: first, revision: seen.revision }),
  ).rejects.toMatchObject({ code: 'lifecycle.draft_changed' })
  const discarded = await discardDraft(ctx)
  expect(await draftOf(ctx)).toBeUndefined()
  await saveDraft(ctx, { ...(discarded as Definitions), basedOn: first, revision: 0 })
  expect((await draftOf(ctx))?.lifecycle).toEqual(definitions.lifecycle)
})

test('who still writes in a draft that was thrown away does not write over the one begun since', async () => {
  const ctx = await workspace({ now })
  const definitions = await asking(ctx, 'prospect', talked)
  const gone = await saveDraft(ctx, { ...definitions, basedOn: first, revision: 0 })
  await discardDraft(ctx)
  await saveDraft(ctx, { ...(await asking(ctx, 'lead', talked)), basedOn: first, revision: 0 })

  const late = saveDraft(ctx, { ...definitions, basedOn: first, revision: gone.revision })

  await expect(late).rejects.toMatchObject({ code: 'lifecycle.draft_changed' })
})

test('what an earlier version said can be published again', async () => {
  const ctx = await workspace({ now })
  const before = await funnelOf(ctx)
  const { revision } = await saveDraft(ctx, { ...(await asking(ctx, 'prospect', talked)), basedOn: first })
  await publishDraft(ctx, { revision, note: 'otra' })

  await republish(ctx, { versions: { lifecycleVersion: 1 }, note: 'como antes' })

  expect(await funnelOf(ctx)).toMatchObject({
    lifecycle: before.lifecycle,
    lifecycleVersion: 3,
    scoreVersion: 1,
  })
  await expect(republish(ctx, { versions: { lifecycleVersion: 1 }, note: 'otra vez' })).rejects.toMatchObject(
    {
      code: 'lifecycle.nothing_changed',
    },
  )
})

test.each<[string, Criteria, unknown[]]>([
  ['lifecycle.empty_entry', { all: [] }, []],
  ['lifecycle.empty_any', { all: [{ any: [] }] }, ['all', 0]],
  ['lifecycle.too_few', { atLeast: 3, of: [talked] }, []],
  ['lifecycle.unknown_field', { company: { field: 'custom.gone', op: 'isKnown' } }, ['company']],
  ['lifecycle.unknown_signal', { not: { did: ['fax_received'] } }, ['not']],
  ['lifecycle.unknown_stage', { people: { is: 'stage', anyOf: ['suspect'] } }, ['people']],
  ['lifecycle.unknown_funnel', { score: 'total', atLeast: 5, funnel: 'gone' }, []],
  ['lifecycle.circular', { is: 'stage', anyOf: ['lead'] }, []],
  ['lifecycle.unknown_segment', { is: 'segment', anyOf: ['customers of mine'] }, []],
  ['lifecycle.unknown_segment', { company: { is: 'segment', anyOf: [newId()] } }, ['company']],
  ['lifecycle.bad_value', { field: 'sector', op: 'atLeast', value: 5 }, []],
  ['lifecycle.never', { did: ['call'], atLeast: 3, atMost: 2 }, []],
  ['lifecycle.no_days', { did: ['call'], withinDays: 30, notWithinDays: 30 }, []],
  ['lifecycle.never_followed', { did: ['call', 'meeting'], noneSince: { did: ['meeting'] } }, []],
])('%s keeps a draft from being published and names the place', async (code, rule, below) => {
  const ctx = await workspace({ now })
  const { revision } = await saveDraft(ctx, { ...(await asking(ctx, 'prospect', rule)), basedOn: first })

  await expect(publishDraft(ctx, { revision, note: 'no' })).rejects.toMatchObject({
    code: 'lifecycle.flawed',
    issues: [{ code, path: ['lifecycle', 'stages', 2, 'entry', ...below] }],
  })
  expect((await funnelOf(ctx)).lifecycleVersion).toBe(1)
})

test('only the first stage may take in everybody, and an organisation comes in by something', async () => {
  const ctx = await workspace({ now })
  const { lifecycle, score } = await funnelOf(ctx)
  const cleared = { all: [{ all: [] }] }
  const stages = lifecycle.stages.map((stage, place) => ({
    ...{ ...stage, entry: place === 0 ? cleared : stage.entry },
    ...(place === 1 && { organizationEntry: cleared }),
  }))

  const flaws = await flawsOf(ctx, 'main', { lifecycle: { ...lifecycle, stages }, score })

  expect(flaws).toMatchObject([
    { code: 'lifecycle.empty_entry', path: ['lifecycle', 'stages', 1, 'organizationEntry'] },
  ])
})

test('thresholds that cross, a rule of no group and a repeated key are flaws of a score', async () => {
  const ctx = await workspace({ now })
  const { lifecycle, score } = await funnelOf(ctx)
  const [rule] = score.engagement
  if (!rule) throw new Error('no rule')
  const engagement = [...score.engagement, { ...rule, group: 'gone' }]

  const flaws = await flawsOf(ctx, 'main', { lifecycle, score: { ...score, warmFrom: 70, engagement } })

  expect(flaws.map(flaw => flaw.code)).toEqual([
    'lifecycle.thresholds',
    'lifecycle.repeated_rule',
    'lifecycle.unknown_group',
  ])
  expect(await flawsOf(ctx, 'main', { lifecycle, score })).toEqual([])
})

test('what differs between two versions is counted, whatever the order in which keys came back', async () => {
  const ctx = await workspace({ now })
  const { lifecycle, score } = await funnelOf(ctx)
  const [contact, lead, ...others] = lifecycle.stages
  if (!contact || !lead) throw new Error('no stages')
  const renamed = {
    ...lead,
    name: { es: 'Interesado', en: 'Interested' },
    plural: { es: 'Interesados', en: 'Interested' },
    staleAfterDays: 30,
  }
  const is = {
    lifecycle: { ...lifecycle, stages: [renamed, contact, ...others.slice(1)] },
    score: { ...score, hotFrom: 80 },
  }

  const changes = changesBetween({ lifecycle, score }, is)

  expect(changes.map(({ what }) => what)).toEqual([
    'stage_removed',
    'stages_reordered',
    'stage_named',
    'stage_plural',
    'stage_stale',
    'hot_from',
  ])
  const { rows } = await sql<{
    body: unknown
  }>`select ${JSON.stringify({ lifecycle, score })}::jsonb as body`.execute(ctx.db)
  expect(changesBetween({ lifecycle, score }, rows[0]?.body as Definitions)).toEqual([])
})
