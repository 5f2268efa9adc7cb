import { expect, test } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import type { Framework } from '../../lifecycle/frameworks.ts'
import { addFunnel } from '../../lifecycle/funnels.ts'
import { draftOf, funnelOf, publishFramework, renameFunnel, saveDraft } from '../../lifecycle/lifecycle.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keepFramework, libraryOf } from '../../qualification/qualification.ts'
import { countAtOnce } from './atOnce.ts'
import { bringIn, fileOf, foresee, takeBack } from './definitionFile.ts'
import { toYaml } from './shape.ts'

const { workspace } = useDatabase()

const named = (name: string) => ({ es: name, en: name })
const ours = (least: number): Framework => ({
  key: 'ours',
  name: named('Ours'),
  items: ['budget', 'need', 'timing'].map(question => ({ question, letter: '', weight: 'counts' })),
  least,
})

/** A file of the main funnel as it is, but for what is given. */
async function fileWith(ctx: Ctx, given: Partial<Parameters<typeof toYaml>[0]>, warmFrom?: number) {
  const { lifecycle, score } = await funnelOf(ctx)
  return toYaml({ lifecycle, score: { ...score, warmFrom: warmFrom ?? score.warmFrom }, ...given })
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    error => error.code,
  )

const use = async (ctx: Ctx, framework: Framework, funnel?: string) =>
  publishFramework(ctx, { funnel, framework, basedOn: (await funnelOf(ctx, funnel)).frameworkVersion })

test('what a file changes at once is foreseen, comes with the draft, and is taken back once', async () => {
  const ctx = await workspace()
  await keepFramework(ctx, { framework: ours(1), basedOn: 0 })
  const file = await fileWith(ctx, { framework: 'ours', frameworks: [ours(2)] }, 35)

  const foreseen = await foresee(ctx, file)
  expect((await libraryOf(ctx)).own).toMatchObject([{ framework: { least: 1 } }])
  expect(foreseen).toMatchObject({
    definitions: { score: { warmFrom: 35 }, framework: { key: 'ours', least: 2 } },
    atOnce: { own: [{ was: { least: 1 }, is: { least: 2 } }] },
  })
  const { back, draft } = await bringIn(ctx, file)

  expect(draft).toMatchObject({ score: { warmFrom: 35 }, framework: { key: 'ours', least: 2 } })
  expect((await funnelOf(ctx)).framework.key, 'until the draft is published').toBe('bant')
  const again = await countAtOnce(ctx, back)
  expect((await libraryOf(ctx)).own).toMatchObject([{ framework: { least: 1 } }])
  expect(await codeOf(countAtOnce(ctx, back))).toBe('qualification.saved_meanwhile')
  await countAtOnce(ctx, again)
  expect((await libraryOf(ctx)).own).toMatchObject([{ framework: { least: 2 } }])
})

test('funnels go on with the wording of a framework that they have when a file brings another', async () => {
  const ctx = await workspace()
  const { key: works } = await addFunnel(ctx, { name: named('Obras'), begin: 'line' })
  await keepFramework(ctx, { framework: ours(1), basedOn: 0 })
  for (const funnel of [undefined, works]) await use(ctx, ours(2), funnel)

  const { draft } = await bringIn(ctx, await fileWith(ctx, { framework: 'ours', frameworks: [ours(3)] }))

  expect(draft?.framework?.least).toBe(3)
  expect(await draftOf(ctx, works)).toBeUndefined()
  const inForce = await Promise.all([undefined, works].map(funnel => funnelOf(ctx, funnel)))
  expect(inForce.map(({ framework }) => framework.least)).toEqual([2, 2])
})

test('a funnel keeps the older wording that its file says it uses', async () => {
  const ctx = await workspace()
  await keepFramework(ctx, { framework: ours(1), basedOn: 0 })
  await use(ctx, ours(2))

  const { draft } = await bringIn(ctx, await fileWith(ctx, { framework: ours(2), frameworks: [ours(3)] }))

  expect(draft).toBeUndefined()
  expect(await funnelOf(ctx)).toMatchObject({ framework: { least: 2 }, frameworkVersion: 1 })
})

test.each<[string, string, (ctx: Ctx) => Promise<unknown>]>([
  ['renamed the funnel', 'lifecycle.renamed_meanwhile', ctx => renameFunnel(ctx, 'main', named('Otro'))],
  [
    'changed a framework that came with it',
    'qualification.saved_meanwhile',
    ctx => keepFramework(ctx, { framework: ours(2), basedOn: 1 }),
  ],
])('nothing of a file is taken back once somebody has %s', async (_, code, change) => {
  const ctx = await workspace()
  const given = { name: named('Obras'), framework: 'champ', frameworks: [ours(1)] }
  const { back } = await bringIn(ctx, await fileWith(ctx, given, 35))
  await change(ctx)
  const before = await fileOf(ctx)

  expect(await codeOf(takeBack(ctx, { back }))).toBe(code)

  expect(await fileOf(ctx)).toEqual(before)
})

test('a file is taken back with its draft, or not at all when somebody has changed the draft since', async () => {
  const ctx = await workspace()
  const { lifecycle, score, lifecycleVersion, scoreVersion } = await funnelOf(ctx)
  const basedOn = { lifecycleVersion, scoreVersion }
  const mine = { lifecycle, score: { ...score, hotFrom: 90 }, basedOn }
  const { revision } = await saveDraft(ctx, mine)
  const file = await fileWith(ctx, { name: named('Obras') }, 35)
  const { back, draft } = await bringIn(ctx, file, { revision })
  const theirs = { lifecycle, score: { ...score, warmFrom: 20 }, basedOn }
  const { revision: newest } = await saveDraft(ctx, { ...theirs, revision: draft?.revision })

  const late = takeBack(ctx, { back, draft: { ...mine, revision: draft?.revision } })
  expect(await codeOf(late)).toBe('lifecycle.draft_changed')
  expect((await funnelOf(ctx)).name.es, 'the name that came with it').toBe('Obras')
  await takeBack(ctx, { back, draft: { ...mine, revision: newest } })

  expect((await draftOf(ctx))?.score.hotFrom).toBe(90)
  expect((await funnelOf(ctx)).name.es).toBe('')
})

test('a file with the stages and score in force leaves the draft that somebody writes', async () => {
  const ctx = await workspace()
  const { lifecycle, score, lifecycleVersion, scoreVersion } = await funnelOf(ctx)
  const theirs = { lifecycle, score: { ...score, hotFrom: 90 } }
  await saveDraft(ctx, { ...theirs, basedOn: { lifecycleVersion, scoreVersion } })
  const file = await fileWith(ctx, { name: named('Obras') })

  const foreseen = await foresee(ctx, file)
  const { draft } = await bringIn(ctx, file)

  expect(foreseen).not.toHaveProperty('definitions')
  expect(draft).toBeUndefined()
  expect((await funnelOf(ctx)).name.es).toBe('Obras')
  expect((await draftOf(ctx))?.score.hotFrom).toBe(90)
  const same = await bringIn(ctx, toYaml(theirs))
  expect(same.draft, 'what the draft says already').toBeUndefined()
})
