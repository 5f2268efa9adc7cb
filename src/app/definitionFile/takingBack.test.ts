import { expect, test } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { addFunnel } from '../../lifecycle/funnels.ts'
import { draftOf, funnelOf, renameFunnel, saveDraft } from '../../lifecycle/lifecycle.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Framework } from '../../qualification/frameworks.ts'
import {
  keepFramework,
  libraryOf,
  publishFramework,
  qualificationOf,
} from '../../qualification/qualification.ts'
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

const leastIn = async (ctx: Ctx, funnel?: string) => (await qualificationOf(ctx, funnel)).framework.least
const use = async (ctx: Ctx, framework: Framework, funnel?: string) =>
  publishFramework(ctx, { funnel, framework, basedOn: (await qualificationOf(ctx, funnel)).version })

test('what a file changes at once is foreseen, comes with the draft, and is taken back once', async () => {
  const ctx = await workspace()
  await keepFramework(ctx, { framework: ours(1), basedOn: 0 })
  const file = await fileWith(ctx, { framework: 'ours', frameworks: [ours(2)] }, 35)

  const foreseen = await foresee(ctx, file)
  expect((await libraryOf(ctx)).own).toMatchObject([{ framework: { least: 1 } }])
  expect(foreseen).toMatchObject({
    definitions: { score: { warmFrom: 35 } },
    atOnce: {
      framework: { was: { key: 'bant' }, is: { key: 'ours' } },
      own: [{ was: { least: 1 }, is: { least: 2 } }],
    },
  })
  const { back, draft } = await bringIn(ctx, file)

  expect(draft?.score.warmFrom).toBe(35)
  expect(await qualificationOf(ctx)).toMatchObject({ framework: { key: 'ours', least: 2 }, version: 1 })
  const again = await countAtOnce(ctx, back)
  expect(await qualificationOf(ctx)).toMatchObject({ framework: { key: 'bant' } })
  expect((await libraryOf(ctx)).own).toMatchObject([{ framework: { least: 1 } }])
  expect(await codeOf(countAtOnce(ctx, back))).toBe('qualification.saved_meanwhile')
  await countAtOnce(ctx, again)
  expect(await qualificationOf(ctx)).toMatchObject({ framework: { key: 'ours', least: 2 } })
})

test('taking a file back gives each funnel the version of a framework that it used, older ones too', async () => {
  const ctx = await workspace()
  const { key: works } = await addFunnel(ctx, { name: named('Obras'), begin: 'line' })
  const { key: sales } = await addFunnel(ctx, { name: named('Ventas'), begin: 'line' })
  const least = () => Promise.all([undefined, works, sales].map(funnel => leastIn(ctx, funnel)))
  await keepFramework(ctx, { framework: ours(1), basedOn: 0 })
  for (const funnel of [undefined, works]) await use(ctx, ours(2), funnel)
  await use(ctx, ours(1), sales)
  await use(ctx, ours(3), sales)

  const file = await fileWith(ctx, { framework: 'ours', frameworks: [ours(3)] })
  const { atOnce } = await foresee(ctx, file)
  const { back } = await bringIn(ctx, file)

  expect(atOnce.own[0]?.users.map(({ funnel }) => funnel)).toEqual(['main', works])
  expect(await least()).toEqual([3, 3, 3])
  await takeBack(ctx, { back })
  expect(await least()).toEqual([2, 2, 3])
  expect((await libraryOf(ctx)).own).toMatchObject([{ framework: { least: 1 } }])
  expect((await qualificationOf(ctx, sales)).version, 'untouched').toBe(2)
})

test('a funnel keeps the older wording that its file says it uses', async () => {
  const ctx = await workspace()
  await keepFramework(ctx, { framework: ours(1), basedOn: 0 })
  await use(ctx, ours(2))

  const { back } = await bringIn(ctx, await fileWith(ctx, { framework: ours(2), frameworks: [ours(3)] }))

  expect(await qualificationOf(ctx)).toMatchObject({ framework: { least: 2 }, version: 1 })
  await takeBack(ctx, { back })
  expect(await qualificationOf(ctx)).toMatchObject({ framework: { least: 2 }, version: 1 })
})

test.each<[string, string, (ctx: Ctx) => Promise<unknown>]>([
  ['renamed the funnel', 'lifecycle.renamed_meanwhile', ctx => renameFunnel(ctx, 'main', named('Otro'))],
  [
    'changed a framework that came with it',
    'qualification.saved_meanwhile',
    ctx => keepFramework(ctx, { framework: ours(2), basedOn: 1 }),
  ],
  [
    'chosen another framework',
    'qualification.published_meanwhile',
    async ctx => use(ctx, { ...(await qualificationOf(ctx)).framework, least: 2 }),
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
