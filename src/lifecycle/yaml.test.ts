import fc from 'fast-check'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { criteria } from '../../test/randomCriteria.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { readyMadeScore } from '../scoring/defaults.ts'
import { readyMadeLifecycle } from './defaults.ts'
import type { Definitions } from './definitionChanges.ts'
import { bringIn, draftReadyMade, fileOf } from './definitionFiles.ts'
import { draftOf } from './drafting.ts'
import { flawsOf } from './flaws.ts'
import { funnelOf } from './lifecycle.ts'
import { readyMadeKeys, readyMadeSets } from './readyMade.ts'
import { fromYaml, toYaml } from './yaml.ts'

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
const definitions: fc.Arbitrary<Definitions> = fc
  .record({ entries: fc.array(staged, { minLength: 1, maxLength: 12 }), words: text, guide: text })
  .map(({ entries, words, guide }) => ({
    lifecycle: {
      ...lifecycle,
      stages: entries.map(({ entry, responsible }, place) => ({
        ...{
          key: `s${place}`,
          name: { es: words.slice(0, 80), en: 'x' },
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

test('what goes out as YAML comes in as it was, whatever it says', () => {
  fc.assert(
    fc.property(definitions, definitions => {
      const known = JSON.parse(JSON.stringify(definitions))
      const file = toYaml('main', known)

      expect(fromYaml(file)).toEqual(known)
      expect(toYaml('main', fromYaml(file))).toBe(file)
    }),
    { numRuns: 40 },
  )
})

const file = toYaml('main', { lifecycle, score })
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

test.each<[string, string, string, number | undefined]>([
  ['a newer version', file.replace('embudo: 1', '# from the future\nembudo: 2'), 'lifecycle.yaml_newer', 2],
  ['a file of something else', 'version: 3\nservices: {}\n', 'lifecycle.yaml_not_ours', undefined],
  ['no YAML', 'embudo: 1\nlifecycle: [\n', 'lifecycle.yaml_unreadable', undefined],
  [
    'an unknown word in it',
    file.replace('    responsible: marketing', '    responsable: marketing'),
    'lifecycle.yaml_misread',
    undefined,
  ],
  [
    'a wrong value',
    file.replace('warmFrom: 40', 'warmFrom: tibio'),
    'lifecycle.yaml_misread',
    lineOf(file, 'warmFrom: 40'),
  ],
  [
    'a condition that is none',
    file.replace('did: anything', 'does: anything'),
    'lifecycle.yaml_misread',
    undefined,
  ],
  [
    'a bomb of aliases',
    `embudo: 1\na: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [${'*a,'.repeat(200)}]\n`,
    'lifecycle.yaml_not_ours',
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
  await expect(bringIn(ctx, text)).rejects.toMatchObject({ code: 'lifecycle.draft_exists' })
  await expect(draftReadyMade(ctx, 'agency', { revision: 9 })).rejects.toMatchObject({
    code: 'lifecycle.draft_changed',
  })
  expect((await funnelOf(ctx)).score.warmFrom).toBe(40)
  const { published } = await bringIn(ctx, other, { note: 'Del archivo' })

  expect(published).toEqual({ lifecycleVersion: 1, scoreVersion: 2 })
  expect((await funnelOf(ctx)).score.warmFrom).toBe(35)
  expect((await fileOf(ctx)).text).toBe(other)
  await expect(bringIn(ctx, 'embudo: 9')).rejects.toMatchObject({ code: 'lifecycle.yaml_newer' })
  expect((await draftOf(ctx))?.revision, 'what somebody is writing stays').toBe(1)
})

test.each(readyMadeKeys)('the ready-made set %s can be published as it is', async key => {
  const ctx = await workspace()

  expect(await flawsOf(ctx, 'main', readyMadeSets[key]())).toEqual([])
  expect(fromYaml(toYaml('main', readyMadeSets[key]()))).toEqual(
    JSON.parse(JSON.stringify(readyMadeSets[key]())),
  )
})
