import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { answerTo, makeContact } from '../../test/history.ts'
import { soaked } from '../../test/soaked.ts'
import { updateContact } from '../contacts/contacts.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { republish } from '../lifecycle/drafting.ts'
import { type Framework, readyMadeFrameworks, type Verdict } from '../lifecycle/frameworks.ts'
import {
  askPreview,
  draftFramework,
  draftOf,
  draftReadyMade,
  frameworkVersionsOf,
  funnelOf,
  previewOf,
  publishDefinition,
  publishDraft,
  publishFramework,
  saveDraft,
  standingOf,
} from '../lifecycle/lifecycle.ts'
import { bothReceipts } from '../lifecycle/previewReceipt.ts'
import { wouldBeJudged } from '../lifecycle/previewVerdicts.ts'
import type { Ctx } from '../platform/ctx.ts'
import { answer, disqualify } from '../qualification/qualification.ts'
import { createSegment, fillSegment } from '../segments/segments.ts'
import { bringIn } from './definitionFile/definitionFile.ts'
import { toYaml } from './definitionFile/shape.ts'
import { preview } from './previewing.ts'
import { settle } from './reactions.ts'
import { rebuild } from './rebuild.ts'

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')
const [bant] = readyMadeFrameworks as [Framework]
const easier: Framework = { ...bant, least: 1 }
const broken: Framework = { ...bant, least: 5 }

const refused = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    error => error,
  )

async function previewed(ctx: Ctx) {
  const { id } = await askPreview(ctx)
  await preview(ctx, { id, funnel: 'main' })
  return previewOf(ctx)
}

/** The verdict of each contact, those of whom nothing is known too. */
async function verdictsIn(ctx: Ctx): Promise<Map<string, Verdict>> {
  const { rows } = await sql<{ id: string; verdict: Verdict }>`
    select c.id, coalesce(v.verdict, 'research') as verdict from contacts c
    left join verdicts v on v.workspace_id = c.workspace_id and v.contact_id = c.id
    where c.workspace_id = ${ctx.workspaceId}`.execute(ctx.db)
  return new Map(rows.map(({ id, verdict }) => [id, verdict]))
}

test('a framework is drafted, previewed and published with stages and score, in one act', async () => {
  const ctx = await workspace({ now })
  const [ana, , out] = [await makeContact(ctx), await makeContact(ctx), await makeContact(ctx)]
  await answer(ctx, ana, [answerTo('need', 'confirmed')])
  await disqualify(ctx, out, { reason: 'no_need' })
  await settle(ctx)
  const { lifecycle, score } = await funnelOf(ctx)
  const basedOn = { lifecycleVersion: 1, scoreVersion: 1, frameworkVersion: 0 }
  const draft = { lifecycle, score: { ...score, warmFrom: 35 }, framework: easier, basedOn }
  const { revision } = await saveDraft(ctx, draft)

  const found = await previewed(ctx)
  expect(found?.isCurrent).toBe(true)
  expect(found?.result?.verdicts).toEqual([
    { from: 'disqualified', to: 'disqualified', count: 1 },
    { from: 'not_yet', to: 'qualified', count: 1 },
    { from: 'research', to: 'research', count: 1 },
  ])
  const page = await wouldBeJudged(ctx, { from: 'not_yet', to: 'qualified', limit: 5 })
  expect(page.contacts).toMatchObject([{ contactId: ana }])
  expect((await verdictsIn(ctx)).get(ana), 'nothing counts yet').toBe('not_yet')

  const versions = await publishDraft(ctx, { revision, note: 'Con una basta' })
  await rebuild(ctx)

  expect(versions).toEqual({ lifecycleVersion: 1, scoreVersion: 2, frameworkVersion: 1 })
  expect((await verdictsIn(ctx)).get(ana)).toBe('qualified')
  expect(await frameworkVersionsOf(ctx)).toMatchObject([
    { version: 1, framework: { least: 1 }, note: 'Con una basta', authorName: expect.any(String) },
  ])
  expect(await draftOf(ctx)).toBeUndefined()
})

test('the stages that follow a framework by way of a segment are previewed, and are what publishing does', async () => {
  const ctx = await workspace({ now })
  const [firm, ana, eva] = [
    await makeContact(ctx, { kind: 'organization', name: 'Talleres Robledo' }),
    await makeContact(ctx),
    await makeContact(ctx),
  ]
  await updateContact(
    ctx,
    eva,
    { organizations: { add: [{ name: 'Talleres Robledo', id: firm }] } },
    { kind: 'edit' },
  )
  for (const id of [firm, ana]) await answer(ctx, id, [answerTo('need', 'confirmed')])
  const judged = await createSegment(ctx, {
    ...{ name: 'Cualificados', description: '', about: 'contact' },
    criteria: { is: 'verdict', anyOf: ['qualified'] },
  })
  const isJudged = { is: 'segment' as const, anyOf: [judged] }
  const entries: Record<string, Criteria> = {
    lead: { company: isJudged },
    prospect: isJudged,
  }
  const { id, lifecycle, score } = await funnelOf(ctx)
  const stages = lifecycle.stages.map(({ organizationEntry: _, ...stage }) => ({
    ...stage,
    entry: entries[stage.key] ?? stage.entry,
  }))
  await publishDefinition(ctx, id, { kind: 'lifecycle', body: { ...lifecycle, stages } })
  await fillSegment(ctx, judged)
  await settle(ctx)
  await rebuild(ctx)
  const stagesNow = async () =>
    Promise.all([firm, ana, eva].map(async id => (await standingOf(ctx, id))?.stage))
  expect(await stagesNow()).toEqual(['contact', 'contact', 'contact'])
  const basedOn = { lifecycleVersion: 2, scoreVersion: 1, frameworkVersion: 0 }
  const draft = { lifecycle: { ...lifecycle, stages }, score, framework: easier, basedOn }
  const { revision } = await saveDraft(ctx, draft)

  const flows = (await previewed(ctx))?.result?.flows
  const both = await bothReceipts(ctx, ana)
  await publishDraft(ctx, { revision, note: 'Con una basta' })
  await rebuild(ctx)

  expect(flows).toHaveLength(2)
  expect(flows).toContainEqual({ from: 'contact', to: 'prospect', people: 1, organizations: 1 })
  expect(flows).toContainEqual({ from: 'contact', to: 'lead', people: 1, organizations: 0 })
  expect([both.now.stage, both.would.stage]).toEqual(['contact', 'prospect'])
  expect(both.would.because).toMatchObject([{ rule: { is: 'verdict' } }])
  expect(await stagesNow()).toEqual(['prospect', 'prospect', 'lead'])
})

test('a rule that decides by the verdicts of the draft is not called one that changes nothing', async () => {
  const ctx = await workspace({ now })
  await answer(ctx, await makeContact(ctx), [answerTo('need', 'confirmed')])
  const segment = (name: string, verdict: Verdict) =>
    createSegment(ctx, {
      ...{ name, description: '', about: 'contact' },
      criteria: { is: 'verdict', anyOf: [verdict] },
    })
  const asked = async (name: string, verdict: Verdict): Promise<Criteria> => ({
    ...{ is: 'segment', anyOf: [await segment(name, verdict)] },
  })
  const [qualified, notYet] = [await asked('Cualificados', 'qualified'), await asked('A medias', 'not_yet')]
  await settle(ctx)
  await rebuild(ctx)
  const { lifecycle, score } = await funnelOf(ctx)
  const stages = lifecycle.stages.map(({ organizationEntry: _, ...stage }) => ({
    ...stage,
    entry: stage.key === 'prospect' ? { any: [qualified, notYet] } : stage.entry,
  }))
  const basedOn = { lifecycleVersion: 1, scoreVersion: 1, frameworkVersion: 0 }
  await saveDraft(ctx, { lifecycle: { ...lifecycle, stages }, score, framework: easier, basedOn })

  const dead = (await previewed(ctx))?.result?.dead ?? []

  expect(dead.filter(each => 'stage' in each && each.stage === 'prospect')).toEqual([
    { stage: 'prospect', rule: notYet },
  ])
})

const states = fc.constantFrom('asked' as const, 'confirmed' as const, 'negative' as const, null)

test('a preview says what publishing does to verdicts, whatever the framework and the answers', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.array(states, { minLength: 9, maxLength: 9 }), fc.boolean()), {
        minLength: 6,
        maxLength: 6,
      }),
      fc.constantFrom(...readyMadeFrameworks),
      fc.constantFrom(...readyMadeFrameworks),
      fc.integer({ min: 1, max: 4 }),
      async (people, one, other, least) => {
        const ctx = await workspace({ now })
        await publishFramework(ctx, { framework: one, basedOn: 0 })
        const asked = [...new Set([...one.items, ...other.items].map(({ question }) => question))]
        for (const [given, isOut] of people) {
          const id = await makeContact(ctx)
          const answers = asked.flatMap((question, place) => {
            const state = given[place % given.length] ?? null
            return state && question !== 'visit_frequency' ? [answerTo(question, state)] : []
          })
          if (answers.length) await answer(ctx, id, answers)
          if (isOut) await disqualify(ctx, id, { reason: 'no_need' })
        }
        await settle(ctx)
        const before = await verdictsIn(ctx)
        const { revision } = (await draftFramework(ctx, { framework: { ...other, least } })) ?? {
          revision: 0,
        }
        if (!revision) return

        const verdicts = (await previewed(ctx))?.result?.verdicts ?? []
        await publishDraft(ctx, { revision, note: 'Otro' })
        await rebuild(ctx)

        const after = await verdictsIn(ctx)
        const ways = Map.groupBy(before, ([id, was]) => `${was} ${after.get(id)}`)
        expect(new Map(verdicts.map(({ from, to, count }) => [`${from} ${to}`, count]))).toEqual(
          new Map([...ways].map(([way, all]) => [way, all.length])),
        )
      },
    ),
    { numRuns: soaked(6), endOnFailure: true },
  )
})

test('a draft whose framework is flawed is refused by its place, and what is in force stays', async () => {
  const ctx = await workspace({ now })
  const { revision = 0 } = (await draftFramework(ctx, { framework: broken })) ?? {}

  const errors = [
    await refused(publishDraft(ctx, { revision, note: 'Cinco' })),
    await refused(askPreview(ctx)),
  ]

  for (const error of errors)
    expect(error).toMatchObject({
      code: 'lifecycle.flawed',
      issues: [{ path: ['framework', 'least'], code: 'qualification.too_few' }],
    })
  expect(await funnelOf(ctx)).toMatchObject({ framework: { least: bant.least }, frameworkVersion: 0 })
  expect(await draftOf(ctx)).toMatchObject({ framework: { least: 5 } })
})

test('of two who publish how people qualify at once the second is told, and what is in force stays', async () => {
  const ctx = await workspace({ now })
  const { revision = 0 } = (await draftFramework(ctx, { framework: easier })) ?? {}
  await publishFramework(ctx, { framework: { ...bant, least: 2 }, basedOn: 0 })

  const error = await refused(publishDraft(ctx, { revision, note: 'Una' }))

  expect(error).toMatchObject({ code: 'lifecycle.published_meanwhile' })
  expect(await funnelOf(ctx)).toMatchObject({ framework: { least: 2 }, frameworkVersion: 1 })
  const again = await draftFramework(ctx, { framework: easier })
  const both = await Promise.allSettled(
    ['Ana', 'Luis'].map(note => publishDraft(ctx, { revision: again?.revision ?? 0, note })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await funnelOf(ctx)).frameworkVersion).toBe(2)
})

test('a framework that was drafted before another was published still waits after a file or ready-made stages', async () => {
  const ctx = await workspace({ now })
  await draftFramework(ctx, { framework: easier })
  await publishFramework(ctx, { framework: { ...bant, least: 2 }, basedOn: 0 })
  const { lifecycle, score } = await funnelOf(ctx)

  const { draft } = await bringIn(ctx, toYaml({ lifecycle, score: { ...score, warmFrom: 35 } }), {
    revision: 1,
  })
  const { revision, framework } = await draftReadyMade(ctx, 'agency', { revision: draft?.revision })

  expect([draft?.framework?.least, framework?.least]).toEqual([1, 1])
  expect(await refused(publishDraft(ctx, { revision, note: 'Una' }))).toMatchObject({
    code: 'lifecycle.published_meanwhile',
  })
})

test('who would be judged otherwise stays in one order while scores change', async () => {
  const ctx = await workspace({ now })
  const people = [await makeContact(ctx), await makeContact(ctx), await makeContact(ctx)]
  for (const id of people) await answer(ctx, id, [answerTo('need', 'confirmed')])
  await settle(ctx)
  await draftFramework(ctx, { framework: easier })
  await previewed(ctx)
  const way = { from: 'not_yet' as const, to: 'qualified' as const }

  const first = await wouldBeJudged(ctx, { ...way, limit: 1 })
  await sql`update standings set total = 90 where workspace_id = ${ctx.workspaceId}`.execute(ctx.db)
  const rest = await wouldBeJudged(ctx, { ...way, limit: 5, after: first.next })

  const seen = [...first.contacts, ...rest.contacts].map(({ contactId }) => contactId)
  expect(seen.sort()).toEqual(people.sort())
})

test('a draft of stages alone is not in the way of a framework, nor the other way round', async () => {
  const ctx = await workspace({ now })
  const { lifecycle, score } = await funnelOf(ctx)
  const basedOn = { lifecycleVersion: 1, scoreVersion: 1 }
  const { revision } = await saveDraft(ctx, { lifecycle, score: { ...score, warmFrom: 35 }, basedOn })
  await publishFramework(ctx, { framework: easier, basedOn: 0 })

  await publishDraft(ctx, { revision, note: 'Otro umbral' })

  expect(await funnelOf(ctx)).toMatchObject({ framework: { least: 1 }, score: { warmFrom: 35 } })
})

test('a framework joins the draft that somebody writes, and what they have not seen is not written over', async () => {
  const ctx = await workspace({ now })
  const { lifecycle, score } = await funnelOf(ctx)
  const basedOn = { lifecycleVersion: 1, scoreVersion: 1 }
  await saveDraft(ctx, { lifecycle, score: { ...score, warmFrom: 35 }, basedOn })

  const joined = await draftFramework(ctx, { framework: easier, revision: 1 })
  const late = await refused(draftFramework(ctx, { framework: bant, revision: 1 }))
  const without = await draftFramework(ctx, { framework: bant, revision: 2 })

  expect(joined).toMatchObject({ framework: { least: 1 }, score: { warmFrom: 35 }, revision: 2 })
  expect(late).toMatchObject({ code: 'lifecycle.draft_changed' })
  expect(without).not.toHaveProperty('framework')
  expect(without).toMatchObject({ score: { warmFrom: 35 } })
})

test('an earlier framework is published again, also the one of before anybody chose', async () => {
  const ctx = await workspace({ now })
  await publishFramework(ctx, { framework: easier, basedOn: 0 })

  const versions = await republish(ctx, { versions: { frameworkVersion: 0 }, note: 'Como antes' })

  expect(versions).toMatchObject({ lifecycleVersion: 1, scoreVersion: 1, frameworkVersion: 2 })
  expect((await funnelOf(ctx)).framework).toEqual(bant)
})
