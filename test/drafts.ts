import fc from 'fast-check'
import type { EventName } from '../src/activity/events.ts'
import { preview } from '../src/app/previewing.ts'
import { settle } from '../src/app/reactions.ts'
import type { Criteria } from '../src/criteria/criteria.ts'
import { askPreview, draftOf, funnelOf, previewOf, saveDraft } from '../src/lifecycle/lifecycle.ts'
import type { Lifecycle } from '../src/lifecycle/model.ts'
import type { Ctx } from '../src/platform/ctx.ts'
import type { ScoreModel } from '../src/scoring/model.ts'
import { daysAgo, happened, makeContact } from './history.ts'

type Definitions = { lifecycle: Lifecycle; score: ScoreModel }
type Change = (definitions: Definitions) => Definitions

const someSegment = 'segment'

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
  { is: 'segment', anyOf: [someSegment] },
  { not: { is: 'segment', anyOf: [someSegment] } },
  { is: 'stage', anyOf: ['prospect', 'potential_customer'], funnel: 'formacion' },
]

const inLifecycle =
  (change: (lifecycle: Lifecycle) => Lifecycle): Change =>
  ({ lifecycle, score }) => ({ lifecycle: change(lifecycle), score })

export const inScore =
  (change: (score: ScoreModel) => ScoreModel): Change =>
  ({ lifecycle, score }) => ({ lifecycle, score: change(score) })

export const withStage = (place: number, change: Partial<Lifecycle['stages'][number]>) =>
  inLifecycle(lifecycle => ({
    ...lifecycle,
    stages: lifecycle.stages.map((stage, at) =>
      at === place % lifecycle.stages.length ? { ...stage, ...change } : stage,
    ),
  }))

export const change: fc.Arbitrary<Change> = fc.oneof(
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

/** Six people, three organisations at which some of them work, and what they did. */
export async function base(
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
      createdAt: ctx.clock(),
    },
  }))
  await ctx.db.insertInto('employments').values(jobs).execute()
  for (const { event, contact, day } of happenings)
    await happened(ctx, ids[contact] ?? '', event, { at: daysAgo(ctx, day) })
  await settle(ctx)
  return ids
}

export async function draft(ctx: Ctx, changes: Change[], funnel?: string, segment = '') {
  const { lifecycle, score, lifecycleVersion, scoreVersion } = await funnelOf(ctx, funnel)
  const changed = changes.reduce<Definitions>((all, change) => change(all), { lifecycle, score })
  const definitions: Definitions = JSON.parse(
    JSON.stringify(changed).replaceAll(`"${someSegment}"]`, `"${segment}"]`),
  )
  const revision = (await draftOf(ctx, funnel))?.revision
  return saveDraft(ctx, { funnel, ...definitions, basedOn: { lifecycleVersion, scoreVersion }, revision })
}

export async function previewed(ctx: Ctx, funnel = 'main') {
  const { id } = await askPreview(ctx, funnel)
  // Nine contacts in several batches, so that their edges count.
  await preview(ctx, { id, funnel }, { many: 4, ofPoints: 2 })
  return previewOf(ctx, funnel)
}
