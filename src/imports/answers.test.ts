import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { useFiles } from '../../test/files.ts'
import { settle } from '../app/reactions.ts'
import { getContact } from '../contacts/contacts.ts'
import { matchingContacts } from '../criteria/matching.ts'
import type { Ctx } from '../platform/ctx.ts'
import { answer, keepFramework, qualify } from '../qualification/qualification.ts'
import { readAnswer } from './answerCells.ts'
import { check } from './checking.ts'
import { importFile } from './importFile.ts'
import { getImport, rowsOf, setMapping, startCheck, startRun, startUndo } from './imports.ts'
import type { Target } from './mapping.ts'
import { run } from './running.ts'
import { undoRun } from './undoing.ts'

const { workspace } = useDatabase()
const file = useFiles()
const now = new Date('2026-03-02T10:00:00Z')

const answers = (question: string, column?: number): Target => ({
  ...{ as: 'answer', question, at: column === undefined ? 'import' : { column } },
})

/** Checks the lines with some columns mapped by hand. */
async function checked(ctx: Ctx, lines: string[], targets: Record<string, Target>) {
  const { id } = await importFile(ctx, await file('feria.csv', ...(lines as [string])))
  const { mapping } = await getImport(ctx, id)
  const columns = mapping.columns.map(column => ({
    ...column,
    target: targets[column.name] ?? column.target,
  }))
  await setMapping(ctx, id, { ...mapping, columns })
  await check(ctx, id, await startCheck(ctx, id))
  return id
}

async function imported(ctx: Ctx, lines: string[], targets: Record<string, Target>) {
  const id = await checked(ctx, lines, targets)
  await run(ctx, id, await startRun(ctx, id))
  await settle(ctx)
  return id
}

const outcomesOf = async (ctx: Ctx, id: string) =>
  (await rowsOf(ctx, id, { limit: 9 })).map(({ outcome, reasons }) => [
    outcome,
    ...reasons.map(each => each.code),
  ])

const idOf = async (ctx: Ctx, name: string) => {
  const { id } = await ctx.db
    .selectFrom('contacts')
    .where('displayName', '=', name)
    .select('id')
    .executeTakeFirstOrThrow()
  return id
}

const answerOf = async (ctx: Ctx, name: string, question: string) => {
  const { items } = await qualify(ctx, await idOf(ctx, name))
  const { state, value, saidBy, at } = items.find(each => each.question === question) ?? {}
  return { state, value, saidBy, at }
}

const qualified = async (ctx: Ctx) =>
  (
    await matchingContacts(ctx, {
      about: 'contact',
      where: { is: 'verdict', anyOf: ['qualified'] },
    })
  ).count

test('a column answers a question by yes, no or what it says, and the card and the verdict see it', async () => {
  const ctx = await workspace({ now })
  const lines = [
    'Name,Email,Money,Decides,Problem,When',
    'Ana,ana@x.es,yes,Decide,Cobrar antes,Este año',
    'Eva,eva@x.es,No,No,pendiente,n/a',
    'Luis,luis@x.es,12.000 €,nadie,,Q3',
  ]
  const targets = {
    ...{ Money: answers('budget'), Decides: answers('authority') },
    ...{ Problem: answers('need'), When: answers('timing') },
  }

  const id = await checked(ctx, lines, targets)
  const foretold = await outcomesOf(ctx, id)
  await run(ctx, id, await startRun(ctx, id))
  await settle(ctx)

  expect(foretold).toEqual([['new'], ['new'], ['new', 'contacts.not_option']])
  expect(await outcomesOf(ctx, id)).toEqual(foretold)
  expect(await answerOf(ctx, 'Ana', 'budget')).toMatchObject({
    state: 'confirmed',
    saidBy: 'feria.csv',
    at: now,
  })
  expect(await answerOf(ctx, 'Ana', 'authority')).toMatchObject({ state: 'confirmed', value: 'decides' })
  expect(await answerOf(ctx, 'Ana', 'need')).toMatchObject({ state: 'confirmed', value: 'Cobrar antes' })
  expect((await getContact(ctx, await idOf(ctx, 'Ana'))).fields).toMatchObject({ need: 'Cobrar antes' })
  expect(await answerOf(ctx, 'Eva', 'budget')).toMatchObject({ state: 'negative' })
  expect(await answerOf(ctx, 'Eva', 'need')).toMatchObject({ state: null })
  expect(await answerOf(ctx, 'Eva', 'timing')).toMatchObject({ state: null })
  expect(await answerOf(ctx, 'Luis', 'budget')).toMatchObject({ state: 'confirmed', value: 12_000 })
  expect(await answerOf(ctx, 'Luis', 'authority')).toMatchObject({ state: null })
  expect(await qualified(ctx)).toBe(1)
})

test('undoing an import takes its answers back, and the same file again says nothing new', async () => {
  const ctx = await workspace({ now })
  await imported(ctx, ['Name,Email', 'Ana,ana@x.es'], {})
  const ana = await idOf(ctx, 'Ana')
  await answer(ctx, ana, [{ question: 'authority', state: 'confirmed', value: 'decides' }])
  const lines = ['Name,Email,Decides,Money', 'Ana,ana@x.es,no,yes']
  const targets = { Decides: answers('authority'), Money: answers('budget') }

  const id = await imported(ctx, lines, targets)
  const again = await checked(ctx, lines, targets)

  expect(await outcomesOf(ctx, again)).toEqual([['duplicate']])
  expect(await answerOf(ctx, 'Ana', 'authority')).toMatchObject({ state: 'negative', value: undefined })
  await startUndo(ctx, id)
  await undoRun(ctx, id)
  expect(await answerOf(ctx, 'Ana', 'authority')).toMatchObject({ state: 'confirmed', value: 'decides' })
  expect(await answerOf(ctx, 'Ana', 'budget')).toMatchObject({ state: null })
})

test('an answer of an earlier day leaves a later one and its fact alone, and one of a later day replaces it', async () => {
  const ctx = await workspace({ now })
  const targets: Record<string, Target> = { Problem: answers('need', 3), Day: { as: 'evidence' } }
  const told = (need: string, day: string) => ['Name,Email,Problem,Day', `Ana,ana@x.es,${need},${day}`]
  await imported(ctx, told('Vender', '2026-01-20'), targets)

  const older = await imported(ctx, told('Cobrar', '2026-01-10'), targets)

  expect(await outcomesOf(ctx, older)).toEqual([['duplicate']])
  expect(await answerOf(ctx, 'Ana', 'need')).toMatchObject({ value: 'Vender' })
  await imported(ctx, told('Ahorrar', '2026-02-01'), targets)
  expect(await answerOf(ctx, 'Ana', 'need')).toMatchObject({ value: 'Ahorrar' })
})

test('the questions that the workspace wrote can be answered; those that nobody asks are refused', async () => {
  const ctx = await workspace({ now })
  const words = (text: string) => ({ es: text, en: text })
  await keepFramework(ctx, {
    framework: {
      ...{ key: 'ours', name: words('Ours'), least: 1 },
      items: [
        {
          question: 'fleet',
          letter: 'F',
          weight: 'counts',
          name: words('Fleet'),
          ask: words('How many vans?'),
        },
      ],
    },
    basedOn: 0,
  })
  const lines = ['Name,Email,Vans', 'Ana,ana@x.es,Twelve']

  await imported(ctx, lines, { Vans: answers('fleet') })

  const { answers: held } = await ctx.db.selectFrom('contacts').select('answers').executeTakeFirstOrThrow()
  expect(held).toMatchObject({ fleet: { state: 'confirmed', value: 'Twelve' } })
  for (const question of ['unheard_of', 'visit_frequency'])
    await expect(checked(ctx, lines, { Vans: answers(question) })).rejects.toMatchObject({
      code: 'imports.unknown_question',
      params: { column: 'Vans', question },
    })
})

test('a plain yes or no under the name of a question is suggested as its answer; other words and amounts stay facts', async () => {
  const ctx = await workspace({ now })
  const path = await file(
    'leads.csv',
    'Email,Decisor,Presupuesto,Necesidad',
    'ana@x.es,Sí,12000,Cobrar',
    'eva@x.es,No,500,Vender',
  )

  const { id } = await importFile(ctx, path)

  const { mapping } = await getImport(ctx, id)
  expect(mapping.columns.map(({ target }) => target)).toMatchObject([
    { as: 'identity' },
    { as: 'answer', question: 'authority' },
    { as: 'field', field: 'custom.budget' },
    { as: 'field', field: 'need' },
  ])
})

test.each([
  ['Sí', 'long_text', { state: 'confirmed' }],
  ['no', 'long_text', { state: 'negative' }],
  ['Quieren un piloto', 'long_text', { state: 'confirmed', value: 'Quieren un piloto' }],
  ['No lo sé', 'long_text', null],
  ['n/a', 'long_text', null],
  ['1', 'money', { state: 'confirmed', value: 1 }],
  ['0', 'money', { state: 'negative' }],
  ['x'.repeat(3000), 'long_text', { state: 'confirmed', value: 'x'.repeat(2000) }],
  ['unos miles', 'money', undefined],
] as const)('a cell %j of a question in %s is read', (text, type, said) => {
  const read = (given: string) =>
    type === 'money' ? (Number.isNaN(Number(given)) ? undefined : Number(given)) : given

  expect(readAnswer(text, type, read)).toEqual(said)
})
