import fc from 'fast-check'
import { expect, test } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { makeContact } from '../../../test/history.ts'
import { criteria } from '../../../test/randomCriteria.ts'
import { soaked } from '../../../test/soaked.ts'
import type { Criteria } from '../../criteria/criteria.ts'
import { readyMadeLifecycle } from '../../lifecycle/defaults.ts'
import type { Definitions } from '../../lifecycle/definitionChanges.ts'
import { flawsOf } from '../../lifecycle/flaws.ts'
import type { Framework } from '../../lifecycle/frameworks.ts'
import { type Draft, draftOf, draftReadyMade, funnelOf, publishFramework } from '../../lifecycle/lifecycle.ts'
import { readyMadeKeys, readyMadeSets } from '../../lifecycle/readyMade.ts'
import { answer, keepFramework, libraryOf, qualify } from '../../qualification/qualification.ts'
import { readyMadeScore } from '../../scoring/defaults.ts'
import { bringIn, fileOf, takeBack } from './definitionFile.ts'
import { fromYaml, toYaml } from './shape.ts'

const { workspace } = useDatabase()
const lifecycle = readyMadeLifecycle({ market: 'b2b' })
const score = readyMadeScore('b2b')

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
  fc.constantFrom(
    'no',
    'null',
    '1e3',
    '0x1',
    '~',
    ' a: b',
    '#',
    '- x',
    '2026-01-01',
    '"',
    "'",
    'a\nb',
    '*x',
    '&y',
    '%',
  ),
)
const ofStandings = fc.constantFrom<Criteria>(
  { is: 'stale', anyOf: ['any'], funnel: 'otro' },
  { is: 'disqualified', anyOf: ['budget', 'no'] },
  { not: { score: 'fit', atLeast: 40, funnel: 'otro' } },
)
const staged = fc.record({
  entry: fc.oneof({ weight: 3, arbitrary: criteria }, ofStandings),
  responsible: fc.constantFrom('marketing', 'both', 'sales', 'nobody'),
})
/** By whole characters: half of one cannot be stored. */
const cut = (text: string, most: number) =>
  [...text.trim()]
    .slice(0, most / 2)
    .join('')
    .trim() || 'x'
const inBoth = (most: number) =>
  fc.record({ es: text, en: text }).map(({ es, en }) => ({
    es: cut(es, most),
    en: cut(en, most),
  }))
const own = fc.record(
  {
    roles: fc.record({ partner: inBoth(80) }),
    temperatures: fc.record({ warm: inBoth(80), hot: inBoth(80) }, { requiredKeys: ['hot'] }),
    verdicts: fc.record({ not_yet: inBoth(80) }),
  },
  { requiredKeys: [] },
)
const definitions: fc.Arbitrary<Definitions> = fc
  .record({ entries: fc.array(staged, { minLength: 1, maxLength: 12 }), words: text, guide: text, own })
  .map(({ entries, words, guide, own }) => ({
    lifecycle: {
      ...lifecycle,
      words: own,
      stages: entries.map(({ entry, responsible }, place) => ({
        ...{
          key: `s${place}`,
          name: { es: words.slice(0, 80), en: 'x' },
          plural: { es: 'xs', en: words.slice(0, 80) },
          responsible,
          color: 'teal',
          entry,
        },
        ...{ guide: { es: guide, en: '' }, staleAfterDays: place + 1 },
      })),
    },
    score: {
      ...score,
      contactFrom: 30,
      fit: entries.map(({ entry: when }, place) => ({ key: `r${place}`, when, points: place - 3 })),
    },
  }))

const question = fc.constantFrom('budget', 'need', 'timing', 'champion')
const item = fc.record(
  {
    question,
    letter: fc.constantFrom('', 'B', 'CH', '1', 'no', '~'),
    weight: fc.constantFrom('counts' as const, 'not_denied' as const, 'must' as const),
    name: inBoth(60),
    ask: inBoth(60),
  },
  { requiredKeys: ['question', 'letter', 'weight'] },
)
const items = fc.uniqueArray(item, { minLength: 1, maxLength: 4, selector: each => each.question })
const frameworks: fc.Arbitrary<Framework[]> = fc
  .array(
    fc.record({ name: inBoth(60), items }).map(each => ({ key: '', ...each, least: each.items.length })),
    { maxLength: 3 },
  )
  .map(all => all.map((each, place) => ({ ...each, key: `own_${place}` })))

const known = <T>(value: T): T => JSON.parse(JSON.stringify(value))

test('what goes out as YAML comes in as it was, whatever it says', () => {
  const named = fc.option(inBoth(80), { nil: undefined })
  fc.assert(
    fc.property(definitions, frameworks, named, (definitions, frameworks, name) => {
      const [first] = frameworks
      const said = known({ ...definitions, frameworks, ...(name && { name }) })
      const file = toYaml({ funnel: 'main', framework: first?.key ?? 'bant', ...said })

      const { framework, ...read } = fromYaml(file)
      expect(read).toEqual(said)
      expect(framework).toEqual(first ?? expect.objectContaining({ key: 'bant' }))
      expect(toYaml({ funnel: 'main', framework: framework?.key, ...read })).toBe(file)
    }),
    { numRuns: soaked(40) },
  )
})

test('frameworks of one’s own and the one in use come in as they went out, into another workspace too', async () => {
  const there = await workspace()
  await fc.assert(
    fc.asyncProperty(frameworks, async frameworks => {
      const [here, { lifecycle, score }] = [await workspace(), await funnelOf(there)]
      const name = { es: 'Obras', en: 'Works' }
      const framework = frameworks.at(-1)?.key ?? 'meddic'
      const text = toYaml({
        funnel: 'main',
        name,
        framework,
        ...(frameworks.length && { frameworks }),
        lifecycle,
        score,
      })

      const { back, draft } = await bringIn(here, text)

      expect((await fileOf(here, undefined, 'draft')).text).toBe(text)
      expect((await funnelOf(here)).framework.key).toBe('bant')
      const { revision, ...versions } = draft as Draft
      await takeBack(here, { back, draft: { lifecycle, score, basedOn: versions, revision } })
      expect((await libraryOf(here)).own, 'undone').toEqual([])
      expect((await fileOf(here, undefined, 'draft')).text).toBe((await fileOf(here)).text)
    }),
    { numRuns: soaked(4), endOnFailure: true },
  )
})

const aboutTown = { es: 'Pueblo', en: 'Town' }
const ours = (least: number): Framework => ({
  key: 'ours',
  name: { es: 'El nuestro', en: 'Ours' },
  items: [
    { question: 'budget', letter: 'P', weight: 'counts' },
    { question: 'town', letter: 'L', weight: 'must', name: aboutTown, ask: aboutTown },
  ],
  least,
})

test('by a framework that came in a file people are judged as where it came from', async () => {
  const [here, there] = [await workspace(), await workspace()]
  await keepFramework(here, { framework: ours(1), basedOn: 0 })
  await publishFramework(here, { framework: ours(1), basedOn: 0 })
  await bringIn(there, (await fileOf(here)).text, { note: 'De al lado' })

  const verdicts = await Promise.all(
    [here, there].map(async ctx => {
      const ana = await makeContact(ctx, { kind: 'person' })
      const before = await qualify(ctx, ana)
      await answer(ctx, ana, [{ question: 'town', state: 'confirmed', value: 'Lugo' }])
      const { framework, verdict, items } = await qualify(ctx, ana)
      return { next: before.next, framework, verdict, asked: items.map(({ ask }) => ask) }
    }),
  )

  expect(verdicts[0]).toMatchObject({ next: 'town', verdict: 'qualified' })
  expect(verdicts[1]).toEqual(verdicts[0])
})

test('a file of before there were frameworks in it is read, and leaves name and frameworks as they are', async () => {
  const ctx = await workspace()
  await keepFramework(ctx, { framework: ours(1), basedOn: 0 })
  const { text } = await fileOf(ctx)
  const old = text.replace('embudo: 2', 'embudo: 1').replace(/^framework: [\s\S]*?(?=^lifecycle)/m, '')

  const { draft } = await bringIn(ctx, old.replace('warmFrom: 40', 'warmFrom: 35'))

  expect(draft?.score.warmFrom).toBe(35)
  expect((await libraryOf(ctx)).own).toHaveLength(1)
})

const file = toYaml({ funnel: 'main', framework: 'ours', frameworks: [ours(2)], lifecycle, score })
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

test.each<[string, string, string, number | undefined]>([
  ['a newer version', file.replace('embudo: 2', '# from the future\nembudo: 3'), 'definition_file.newer', 2],
  ['a file of something else', 'version: 3\nservices: {}\n', 'definition_file.not_ours', undefined],
  ['no YAML', 'embudo: 1\nlifecycle: [\n', 'definition_file.unreadable', undefined],
  [
    'an unknown word in it',
    file.replace('    responsible: marketing', '    responsable: marketing'),
    'definition_file.misread',
    undefined,
  ],
  [
    'a wrong value',
    file.replace('warmFrom: 40', 'warmFrom: tibio'),
    'definition_file.misread',
    lineOf(file, 'warmFrom: 40'),
  ],
  [
    'a condition that is none',
    file.replace('did: anything', 'does: anything'),
    'definition_file.misread',
    undefined,
  ],
  [
    'a framework with a question too few',
    file.replace('least: 2', 'least: 3'),
    'definition_file.flawed',
    lineOf(file, 'least: 2'),
  ],
  [
    'a framework under the name of a ready-made one',
    file.replace('- key: ours', '- key: bant'),
    'definition_file.flawed',
    lineOf(file, '- key: ours'),
  ],
  [
    'a framework that is nowhere',
    file.replace('framework: ours', 'framework: theirs'),
    'definition_file.flawed',
    lineOf(file, 'framework: ours'),
  ],
  [
    'a weight that there is not',
    file.replace('weight: must', 'weight: heavy'),
    'definition_file.misread',
    lineOf(file, 'weight: must'),
  ],
  [
    'a bomb of aliases',
    `embudo: 1\na: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [${'*a,'.repeat(200)}]\n`,
    'definition_file.not_ours',
    undefined,
  ],
])('%s is refused, by its line where it has one', (_, text, code, line) => {
  const refused = expect(() => fromYaml(text))
  refused.toThrow(
    expect.objectContaining({ code, ...(line && { params: expect.objectContaining({ line }) }) }),
  )
})

test('a file is the draft at first, and in force with a note', async () => {
  const ctx = await workspace()
  const { text } = await fileOf(ctx)
  const other = text.replace('warmFrom: 40', 'warmFrom: 35')

  const { draft } = await bringIn(ctx, other)
  expect(draft?.score.warmFrom).toBe(35)
  const third = text.replace('warmFrom: 40', 'warmFrom: 36')
  await expect(bringIn(ctx, third)).rejects.toMatchObject({ code: 'lifecycle.draft_exists' })
  await expect(draftReadyMade(ctx, 'agency', { revision: 9 })).rejects.toMatchObject({
    code: 'lifecycle.draft_changed',
  })
  expect((await funnelOf(ctx)).score.warmFrom).toBe(40)
  const { published } = await bringIn(ctx, other, { note: 'Del archivo' })

  expect(published).toEqual({ lifecycleVersion: 1, scoreVersion: 2 })
  expect((await funnelOf(ctx)).score.warmFrom).toBe(35)
  expect((await fileOf(ctx)).text).toBe(other)
  await expect(bringIn(ctx, 'embudo: 9')).rejects.toMatchObject({ code: 'definition_file.newer' })
  expect((await draftOf(ctx))?.revision, 'what somebody is writing stays').toBe(1)
})

test.each(readyMadeKeys)('the ready-made set %s can be published as it is', async key => {
  const ctx = await workspace()

  expect(await flawsOf(ctx, 'main', readyMadeSets[key]())).toEqual([])
  expect(fromYaml(toYaml(readyMadeSets[key]()))).toMatchObject(known(readyMadeSets[key]()))
})

test('of a file that cannot be read whole nothing comes in', async () => {
  const ctx = await workspace()
  const { lifecycle, score } = await funnelOf(ctx)
  await bringIn(ctx, toYaml({ lifecycle, score: { ...score, warmFrom: 35 } }))
  const other = { lifecycle, score: { ...score, warmFrom: 36 } }
  const file = toYaml({ name: aboutTown, framework: 'ours', frameworks: [ours(2)], ...other })

  await expect(bringIn(ctx, file)).rejects.toMatchObject({ code: 'lifecycle.draft_exists' })

  expect((await libraryOf(ctx)).own).toEqual([])
  expect((await funnelOf(ctx)).name.es).toBe('')
})
