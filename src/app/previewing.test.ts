import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysAgo, happened, makeContact } from '../../test/history.ts'
import { type EventName, eventNames } from '../activity/events.ts'
import type { Criteria } from '../criteria/criteria.ts'
import {
  askPreview,
  beginPreview,
  draftOf,
  funnelOf,
  previewOf,
  previewSome,
  publishDraft,
  saveDraft,
  wouldMove,
} from '../lifecycle/lifecycle.ts'
import type { Lifecycle } from '../lifecycle/model.ts'
import { bothReceipts } from '../lifecycle/previewReceipt.ts'
import type { Ctx } from '../platform/ctx.ts'
import { supposedVerdicts } from '../qualification/qualification.ts'
import type { ScoreModel } from '../scoring/model.ts'
import { preview } from './previewing.ts'
import { settle } from './reactions.ts'
import { rebuild } from './rebuild.ts'
import { verify } from './verify.ts'

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')

type Definitions = { lifecycle: Lifecycle; score: ScoreModel }
type Change = (definitions: Definitions) => Definitions

const entries: Criteria[] = [
  { not: { field: 'sector', op: 'isKnown' } },
  { did: ['call', 'meeting'], withinDays: 90 },
  { did: 'anything', direction: ['in'], atLeast: 2, withinDays: 200 },
  {
    all: [
      { score: 'total', atLeast: 10 },
      { field: 'need', op: 'isKnown' },
    ],
  },
  {
    any: [
      { is: 'temperature', anyOf: ['warm', 'hot'] },
      { did: ['subscribed'], notWithinDays: 60 },
    ],
  },
  { people: { is: 'stage', anyOf: ['lead', 'prospect'] } },
  { not: { did: { weightAtLeast: 1 }, withinDays: 365 } },
  { did: ['subscribed'], withinDays: 90, noneSince: { did: ['call'], direction: ['two'] } },
]

const inLifecycle =
  (change: (lifecycle: Lifecycle) => Lifecycle): Change =>
  ({ lifecycle, score }) => ({ lifecycle: change(lifecycle), score })

const inScore =
  (change: (score: ScoreModel) => ScoreModel): Change =>
  ({ lifecycle, score }) => ({ lifecycle, score: change(score) })

const withStage = (place: number, change: Partial<Lifecycle['stages'][number]>) =>
  inLifecycle(lifecycle => ({
    ...lifecycle,
    stages: lifecycle.stages.map((stage, at) =>
      at === place % lifecycle.stages.length ? { ...stage, ...change } : stage,
    ),
  }))

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.nat(4), fc.constantFrom(...entries)).map(([place, entry]) => withStage(place, { entry })),
  fc
    .tuple(fc.nat(4), fc.constantFrom(...entries))
    .map(([place, organizationEntry]) => withStage(place, { organizationEntry })),
  fc.nat(4).map(place =>
    inLifecycle(lifecycle => ({
      ...lifecycle,
      stages: lifecycle.stages.toSpliced(place % lifecycle.stages.length, 1),
    })),
  ),
  fc.constant(inLifecycle(lifecycle => ({ ...lifecycle, stages: lifecycle.stages.toReversed() }))),
  fc.nat(4).map(place => withStage(place, { canGoBack: false })),
  fc
    .record({
      place: fc.nat(4),
      withinDays: fc.constantFrom(5, 40, 120, 400),
      atLeast: fc.constantFrom(1, 2),
    })
    .map(({ place, ...asked }) => withOtherDeeds(place, asked)),
  fc.constantFrom(...entries).map(outside => inLifecycle(lifecycle => ({ ...lifecycle, outside }))),
  fc.integer({ min: 0, max: 100 }).map(fitShare => inScore(score => ({ ...score, fitShare }))),
  fc.integer({ min: -100, max: 100 }).map(points =>
    inScore(score => ({
      ...score,
      fit: score.fit.map(rule => ({ ...rule, points })),
      engagement: score.engagement.map((rule, place) => (place % 3 ? rule : { ...rule, points })),
    })),
  ),
  fc.constant(inScore(score => ({ ...score, groups: score.groups.map(group => ({ ...group, cap: 20 })) }))),
  fc.constantFrom(
    inScore(score => ({ ...score, fit: score.fit.toReversed().slice(1) })),
    inScore(score => ({ ...score, landmark: '2025-03-01T00:00:00.000Z' })),
    inScore(score => ({ ...score, groups: score.groups.toReversed() })),
    inScore(score => ({ ...score, groups: [forNothing, ...score.groups] })),
    inScore(score => ({ ...score, engagementFacts: score.engagementFacts.slice(1) })),
    inScore(score => ({
      ...score,
      groups: score.groups.map((group, place) => (place === 1 ? { ...group, halfLifeDays: 20 } : group)),
    })),
    inScore(score => ({
      ...score,
      engagement: score.engagement.map(rule => (rule.group === 'web' ? { ...rule, points: 9 } : rule)),
    })),
    inScore(score => ({ ...score, warmFrom: 10, hotFrom: 20 })),
  ),
)

/** What a stage asks was done, oftener or seldomer, and longer or less long ago. */
const withOtherDeeds = (place: number, asked: { withinDays: number; atLeast: number }) =>
  inLifecycle(lifecycle => ({
    ...lifecycle,
    stages: lifecycle.stages.map((stage, at) =>
      at === place ? { ...stage, entry: otherDeeds(stage.entry, asked) as Criteria } : stage,
    ),
  }))

function otherDeeds(rule: unknown, asked: object): unknown {
  if (Array.isArray(rule)) return rule.map(each => otherDeeds(each, asked))
  if (typeof rule !== 'object' || !rule) return rule
  if ('withinDays' in rule) return { ...rule, ...asked }
  return Object.fromEntries(Object.entries(rule).map(([key, value]) => [key, otherDeeds(value, asked)]))
}

const forNothing = { key: 'nothing', halfLifeDays: null, cap: null }

const happening = fc.record({
  event: fc.constantFrom<EventName>(...eventNames, 'call', 'meeting', 'subscribed', 'email_link_clicked'),
  contact: fc.nat(8),
  day: fc.integer({ min: 0, max: 400 }),
})
const fact = fc.record({ contact: fc.nat(8), role: fc.constantFrom('supplier', 'competitor') })

/** Six people, three organisations at which some of them work, and what they did. */
async function base(
  ctx: Ctx,
  happenings: { event: EventName; contact: number; day: number }[],
  facts: { contact: number; role: string }[],
) {
  const ids: string[] = []
  for (let place = 0; place < 9; place++) {
    const kind = place < 6 ? 'person' : 'organization'
    const roles = facts.filter(each => each.contact === place).map(each => each.role)
    ids.push(
      await makeContact(ctx, {
        kind,
        displayName: `${place}`,
        roles,
        ...(place % 2 && { need: 'clases', decisionRole: 'decides' }),
      }),
    )
  }
  const jobs = [
    [0, 6],
    [1, 6],
    [2, 7],
  ].map(([person = 0, organization = 0]) => ({
    ...{
      workspaceId: ctx.workspaceId,
      personId: ids[person] ?? '',
      organizationId: ids[organization] ?? '',
      createdAt: now,
    },
  }))
  await ctx.db.insertInto('employments').values(jobs).execute()
  for (const { event, contact, day } of happenings)
    await happened(ctx, ids[contact] ?? '', event, { at: daysAgo(ctx, day) })
  await settle(ctx)
  return ids
}

async function draft(ctx: Ctx, changes: Change[]) {
  const { lifecycle, score, lifecycleVersion, scoreVersion } = await funnelOf(ctx)
  const definitions = changes.reduce<Definitions>((all, change) => change(all), { lifecycle, score })
  const revision = (await draftOf(ctx))?.revision
  return saveDraft(ctx, { ...definitions, basedOn: { lifecycleVersion, scoreVersion }, revision })
}

async function previewed(ctx: Ctx) {
  const { id } = await askPreview(ctx)
  // Nine contacts in several batches, so that their edges count.
  await preview(ctx, { id, funnel: 'main' }, { many: 4, ofPoints: 2 })
  return previewOf(ctx)
}

type Standing = {
  contactId: string
  stage: string | null
  fit: number
  engagement: number
  total: number
  temperature: string
}

async function standings(ctx: Ctx): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select contact_id, stage, fit, engagement, total, temperature from standings
    where workspace_id = ${ctx.workspaceId} order by contact_id`.execute(ctx.db)
  return rows
}

async function foretold(ctx: Ctx): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select contact_id, stage, fit, engagement, total, temperature from preview_standings
    where workspace_id = ${ctx.workspaceId}`.execute(ctx.db)
  return (await standings(ctx)).map(was => rows.find(row => row.contactId === was.contactId) ?? was)
}

test('a preview says exactly what publishing does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 8, maxLength: 24 }),
      fc.array(fact, { maxLength: 2 }),
      fc.array(change, { minLength: 1, maxLength: 2 }),
      async (happenings, facts, changes) => {
        const ctx = await workspace({ now })
        await base(ctx, happenings, facts)
        const { revision, ...definitions } = await draft(ctx, changes)
        const asked = await previewed(ctx).catch(error => {
          // A stage that asks for another that was removed: nothing to preview, and nothing to publish.
          expect(error.code).toBe('lifecycle.flawed')
        })
        if (!asked) return
        const before = await standings(ctx)
        const told = await foretold(ctx)

        const published = await publishDraft(ctx, { revision, note: 'x' }).catch(error => {
          expect(error.code).toBe('lifecycle.nothing_changed')
        })
        expect(await standings(ctx), 'a preview writes nothing').toEqual(before)
        if (!published) return
        await rebuild(ctx)

        expect(await standings(ctx)).toEqual(told)
        expect((await verify(ctx)).differences).toEqual([])
        const counts = Map.groupBy(told, each => each.stage)
        for (const { stage, after } of asked.result?.stages ?? [])
          expect([stage, after]).toEqual([stage, counts.get(stage)?.length ?? 0])
        expect(definitions.touchedByName).toBe('test')
      },
    ),
    { numRuns: 12 },
  )
}, 240_000)

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
