import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { makeContact } from '../../test/history.ts'
import { auditPage } from '../audit/audit.ts'
import { discardDraft } from '../lifecycle/drafting.ts'
import { type Framework, readyMadeFrameworks } from '../lifecycle/frameworks.ts'
import { draftFramework, draftOf, publishDraft, publishFramework } from '../lifecycle/lifecycle.ts'
import { Refusal } from '../platform/errors.ts'
import { answer, forgetFramework, keepFramework, libraryOf, ownQuestions, qualify } from './qualification.ts'

const { workspace } = useDatabase()

const [bant] = readyMadeFrameworks as [Framework]
const language = { es: 'Idioma del equipo', en: 'Language of the team' }
const aloud = { es: '¿En qué idioma trabajan?', en: 'In what language do you work?' }
const ours: Framework = {
  key: 'ours',
  name: { es: 'El nuestro', en: 'Ours' },
  items: [
    { question: 'budget', letter: 'P', weight: 'counts' },
    { question: 'team_language', letter: 'I', weight: 'must', name: language, ask: aloud },
  ],
  least: 1,
}

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  )

test('a framework of one’s own is kept without being in force, and changing one in use counts once its draft is published', async () => {
  const ctx = await workspace()
  const ana = await makeContact(ctx, { kind: 'person' })
  await keepFramework(ctx, { framework: ours, basedOn: 0 })
  expect(await libraryOf(ctx)).toMatchObject({
    own: [{ framework: { key: 'ours' }, revision: 1 }],
    uses: [{ framework: { key: 'bant' }, version: 0 }],
  })
  await publishFramework(ctx, { framework: ours, basedOn: 0 })

  const kept = await keepFramework(ctx, { framework: { ...ours, least: 2 }, basedOn: 1 })

  expect(kept).toMatchObject({ revision: 2, funnels: ['main'] })
  expect(await qualify(ctx, ana)).toMatchObject({ framework: { key: 'ours', least: 1 }, version: 1 })
  expect((await libraryOf(ctx)).uses).toMatchObject([{ framework: { least: 1 }, drafted: { least: 2 } }])
  await publishDraft(ctx, { revision: 1, note: 'Las dos' })
  expect(await qualify(ctx, ana)).toMatchObject({ framework: { key: 'ours', least: 2 }, version: 2 })
})

test('saving a framework back to what is in force leaves no draft behind', async () => {
  const ctx = await workspace()
  await keepFramework(ctx, { framework: ours, basedOn: 0 })
  await publishFramework(ctx, { framework: ours, basedOn: 0 })
  await keepFramework(ctx, { framework: { ...ours, least: 2 }, basedOn: 1 })

  await keepFramework(ctx, { framework: ours, basedOn: 2 })

  expect(await draftOf(ctx)).toBeUndefined()
})

test('taking back what was saved leaves the draft as it was, also where there was none', async () => {
  const ctx = await workspace()
  await keepFramework(ctx, { framework: ours, basedOn: 0 })
  await publishFramework(ctx, { framework: ours, basedOn: 0 })
  const second = { ...ours, least: 2 }
  const { before: none } = await keepFramework(ctx, { framework: second, basedOn: 1 })
  await discardDraft(ctx)

  const third = { ...ours, name: { es: 'El mejor', en: 'The best' } }
  const { before } = await keepFramework(ctx, { framework: third, basedOn: 2 })
  expect(await draftOf(ctx)).toMatchObject({ framework: { name: third.name } })
  await keepFramework(ctx, { framework: second, basedOn: 3, drafts: before })

  expect(await draftOf(ctx)).toBeUndefined()
  expect((await libraryOf(ctx)).own).toMatchObject([{ framework: second, revision: 4 }])
  for (const framework of [second, third]) await draftFramework(ctx, { framework })
  const late = keepFramework(ctx, { framework: ours, basedOn: 4, drafts: none })
  expect(await refusalOf(late), 'somebody has drafted another since').toBe('lifecycle.draft_changed')
  expect((await libraryOf(ctx)).own).toMatchObject([{ framework: second, revision: 4 }])
})

test('taking back what was saved over an older draft leaves it to be looked at again', async () => {
  const ctx = await workspace()
  await keepFramework(ctx, { framework: ours, basedOn: 0 })
  await draftFramework(ctx, { framework: ours })
  await publishFramework(ctx, { framework: bant, basedOn: 0 })
  const { before } = await keepFramework(ctx, { framework: { ...ours, least: 2 }, basedOn: 1 })

  await keepFramework(ctx, { framework: ours, basedOn: 2, drafts: before })

  const draft = await draftOf(ctx)
  expect(draft).toMatchObject({ framework: ours, frameworkVersion: 0 })
  const published = publishDraft(ctx, { revision: draft?.revision ?? 0, note: '' })
  expect(await refusalOf(published)).toBe('lifecycle.published_meanwhile')
})

test('a question of one’s own is named by a framework that is only in a draft', async () => {
  const ctx = await workspace()

  await draftFramework(ctx, { framework: ours })

  expect(await ownQuestions(ctx)).toEqual([{ key: 'team_language', name: language, ask: aloud }])
})

test('one written over another’s, a ready-made one and one that could qualify nobody are refused', async () => {
  const ctx = await workspace()
  await keepFramework(ctx, { framework: ours, basedOn: 0 })

  expect(await refusalOf(keepFramework(ctx, { framework: ours, basedOn: 0 }))).toBe(
    'qualification.saved_meanwhile',
  )
  expect(await refusalOf(keepFramework(ctx, { framework: { ...ours, key: 'gone' }, basedOn: 3 }))).toBe(
    'qualification.saved_meanwhile',
  )
  expect(await refusalOf(keepFramework(ctx, { framework: { ...ours, key: 'bant' }, basedOn: 0 }))).toBe(
    'qualification.ready_made',
  )
  expect(await refusalOf(keepFramework(ctx, { framework: { ...ours, least: 3 }, basedOn: 1 }))).toBe(
    'qualification.too_few',
  )
})

test('a framework is removed unless a funnel uses it, and comes back as it was', async () => {
  const ctx = await workspace()
  await keepFramework(ctx, { framework: ours, basedOn: 0 })
  await publishFramework(ctx, { framework: ours, basedOn: 0 })
  expect(await refusalOf(forgetFramework(ctx, 'ours'))).toBe('qualification.in_use')
  const [{ framework: bant } = { framework: ours }] = (await libraryOf(ctx)).uses
  await publishFramework(ctx, { framework: { ...bant, key: 'bant', name: undefined }, basedOn: 1 })

  await draftFramework(ctx, { framework: ours })
  expect(await refusalOf(forgetFramework(ctx, 'ours')), 'in a draft').toBe('qualification.in_use')
  await discardDraft(ctx)

  const { framework } = await forgetFramework(ctx, 'ours')
  expect((await libraryOf(ctx)).own).toEqual([])
  await keepFramework(ctx, { framework, basedOn: 0 })

  expect((await libraryOf(ctx)).own).toMatchObject([{ framework: ours }])
})

test('a question of one’s own is answered and named whatever framework is in force', async () => {
  const ctx = await workspace()
  const ana = await makeContact(ctx, { kind: 'person' })
  await keepFramework(ctx, { framework: ours, basedOn: 0 })

  await answer(ctx, ana, [{ question: 'team_language', state: 'confirmed', value: 'Gallego' }])

  expect(await ownQuestions(ctx)).toEqual([{ key: 'team_language', name: language, ask: aloud }])
})

test('who wrote and who removed a framework is in the log, also of one that no funnel uses', async () => {
  const ctx = await workspace()

  await keepFramework(ctx, { framework: ours, basedOn: 0 })
  await forgetFramework(ctx, 'ours')

  const { entries } = await auditPage(ctx, { limit: 2 })
  expect(entries).toMatchObject([
    { action: 'frameworks.removed', subjectName: 'El nuestro' },
    { action: 'frameworks.saved', subjectName: 'El nuestro', details: { revision: 1 } },
  ])
})
