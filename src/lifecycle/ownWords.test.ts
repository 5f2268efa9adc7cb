import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { changesBetween } from './definitionChanges.ts'
import { republish } from './drafting.ts'
import { flawsOf } from './flaws.ts'
import { addFunnel } from './funnels.ts'
import { funnelOf, publishDefinition, wordsInForce } from './lifecycle.ts'
import { lifecycleSchema } from './model.ts'
import { type OwnWords, ownTexts } from './ownWords.ts'

const { workspace } = useDatabase()

const words: OwnWords = {
  roles: { partner: { es: 'Aliado', en: 'Ally' } },
  temperatures: { hot: { es: 'Al rojo', en: 'Red-hot' } },
}

test('a word of one’s own takes the place of the dictionary’s; within a sentence it is quoted, and of several it is that of one', () => {
  const texts = ownTexts(words, 'es')

  expect(Object.fromEntries(texts)).toEqual({
    'words.roles.partner': 'Aliado',
    'contacts.roles.partner': 'Aliado',
    'criteria.roles.partner': '«Aliado»',
    'words.temperatures.hot': 'Al rojo',
    'words.temperaturesPlural.hot': 'Al rojo',
  })
  expect(ownTexts(words, 'en').get('criteria.roles.partner')).toBe('“Ally”')
  expect(ownTexts(undefined, 'es').size).toBe(0)
})

test('words are published with the stages, told as differences, and come back with an earlier version', async () => {
  const ctx = await workspace()
  const { id, lifecycle, score } = await funnelOf(ctx)
  await publishDefinition(ctx, id, { kind: 'lifecycle', body: { ...lifecycle, words } })
  expect(await wordsInForce(ctx)).toEqual(words)

  const changes = changesBetween({ lifecycle, score }, { lifecycle: { ...lifecycle, words }, score })
  await republish(ctx, { versions: { lifecycleVersion: 1 }, note: 'x' })

  expect(changes).toEqual([
    { what: 'word', word: { kind: 'roles', key: 'partner' }, was: undefined, is: words.roles?.partner },
    { what: 'word', word: { kind: 'temperatures', key: 'hot' }, was: undefined, is: words.temperatures?.hot },
  ])
  expect(await wordsInForce(ctx)).toBeUndefined()
})

test('two of a kind cannot be called the same, in either language', async () => {
  const ctx = await workspace()
  const { key, lifecycle, score } = await funnelOf(ctx)
  const roles = { partner: { es: 'Aliado', en: 'Ally' }, supplier: { es: 'aliado', en: 'Supplier' } }

  const flaws = await flawsOf(ctx, key, { lifecycle: { ...lifecycle, words: { roles } }, score })

  expect(flaws).toEqual([
    {
      path: ['lifecycle', 'words', 'roles', 'supplier'],
      code: 'lifecycle.repeated_word',
      params: { word: 'aliado' },
    },
  ])
})

test('one funnel holds the words: a copy of it begins without, and another cannot have others', async () => {
  const ctx = await workspace()
  const { id, lifecycle, score } = await funnelOf(ctx)
  await publishDefinition(ctx, id, { kind: 'lifecycle', body: { ...lifecycle, words } })

  const { key } = await addFunnel(ctx, { name: { es: 'Cursos', en: 'Courses' }, begin: { copyOf: 'main' } })

  expect((await funnelOf(ctx, key)).lifecycle.words).toBeUndefined()
  expect(await flawsOf(ctx, key, { lifecycle: { ...lifecycle, words }, score })).toMatchObject([
    { path: ['lifecycle', 'words'], code: 'lifecycle.words_elsewhere' },
  ])
})

test.each([
  { roles: { friend: { es: 'Amigo', en: 'Friend' } } },
  { temperatures: { hot: { es: '', en: 'Hot' } } },
  { temperatures: { hot: { es: 'x'.repeat(81), en: 'Hot' } } },
  { colours: {} },
])('%j are no words', async words => {
  const ctx = await workspace()
  const { lifecycle } = await funnelOf(ctx)

  expect(lifecycleSchema.safeParse({ ...lifecycle, words }).success).toBe(false)
})
