import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { withdrawBelongings } from '../app/belongings.ts'
import { createContacts, getContact, undo, updateContact } from '../contacts/contacts.ts'
import { changesOf } from '../contacts/history.ts'
import type { Ctx } from '../platform/ctx.ts'
import { qualify, readAnswersIn, writeAnswersIn } from '../qualification/qualification.ts'
import { recordAnswered, restoreEvents, timelineOf, withdrawEvents } from './activity.ts'

const { workspace } = useDatabase()
const answering = { read: readAnswersIn, write: writeAnswersIn }

async function start() {
  const ctx = await workspace({ now: new Date('2026-03-02T10:00:00Z') })
  const draft = { fields: { name: 'Ana Ruiz', email: 'ana@robledo.example' } }
  const [ana = ''] = await createContacts(ctx, [draft], { kind: 'create' })
  return { ctx, ana }
}

type Told = { day?: number; answers: Record<string, string> }

async function calls(ctx: Ctx, contactId: string, told: Told[]): Promise<string[]> {
  const events = told.map(({ day = 3, answers }) => ({
    ...{ contactId, name: 'call', at: new Date(`2026-02-0${day}T10:00:00Z`) },
    answers: Object.entries(answers).map(([question, value]) => ({
      ...{ question, value, state: 'confirmed' as const },
    })),
  }))
  return (await recordAnswered(ctx, events, {}, answering)).map(({ id = '' }) => id)
}

const need = async (ctx: Ctx, id: string) =>
  (await qualify(ctx, id)).items.find(({ question }) => question === 'need')?.value

test('an event that is withdrawn takes its answers back and brings them back with it; the verdict follows', async () => {
  const { ctx, ana } = await start()
  const before = await qualify(ctx, ana)
  const answers = { authority: 'decides', need: 'Cobrar antes', budget: '10000', timing: 'Este mes' }
  const told = await calls(ctx, ana, [{ answers }])
  const after = await qualify(ctx, ana)
  expect(after.verdict).not.toBe(before.verdict)

  await withdrawEvents(ctx, told)

  expect(await qualify(ctx, ana)).toEqual(before)
  expect((await getContact(ctx, ana)).fields).not.toHaveProperty('need')
  await restoreEvents(ctx, told)
  expect(await qualify(ctx, ana)).toEqual(after)
  expect((await getContact(ctx, ana)).fields).toMatchObject({ need: 'Cobrar antes', decisionRole: 'decides' })
})

test('what was written since is left alone, when the event is withdrawn and when it comes back', async () => {
  const { ctx, ana } = await start()
  const told = await calls(ctx, ana, [{ answers: { need: 'Cobrar antes' } }])
  const write = (need: string) => updateContact(ctx, ana, { fields: { need } }, { kind: 'edit' })
  const change = await write('Un almacén')

  await withdrawEvents(ctx, told)
  expect((await getContact(ctx, ana)).fields.need).toBe('Un almacén')
  await restoreEvents(ctx, told)
  expect((await getContact(ctx, ana)).fields.need).toBe('Un almacén')

  await undo(ctx, change, withdrawBelongings)
  await withdrawEvents(ctx, told)
  expect((await getContact(ctx, ana)).fields.need).toBeUndefined()
  await write('Otro almacén')
  await restoreEvents(ctx, told)
  expect((await getContact(ctx, ana)).fields.need).toBe('Otro almacén')
})

test.each(['one by one', 'in one batch'])(
  'of several events that answer a question the newest that is not withdrawn stands, told %s',
  async how => {
    const { ctx, ana } = await start()
    const newer = { day: 5, answers: { need: 'new' } }
    const older = { day: 3, answers: { need: 'old' } }
    const [second = '', first = ''] =
      how === 'in one batch'
        ? await calls(ctx, ana, [newer, older])
        : [...(await calls(ctx, ana, [older])), ...(await calls(ctx, ana, [newer]))].reverse()
    expect(await need(ctx, ana)).toBe('new')

    await withdrawEvents(ctx, [second])
    expect(await need(ctx, ana)).toBe('old')
    await restoreEvents(ctx, [second])
    expect(await need(ctx, ana)).toBe('new')

    await withdrawEvents(ctx, [first])
    expect(await need(ctx, ana)).toBe('new')
    await withdrawEvents(ctx, [second])
    expect(await need(ctx, ana)).toBeUndefined()
    await restoreEvents(ctx, [first])
    expect(await need(ctx, ana)).toBe('old')
    await restoreEvents(ctx, [second])
    expect(await need(ctx, ana)).toBe('new')
  },
)

test('what a withdrawal took back is in the history; undone there, the event comes back too, and goes with it again', async () => {
  const { ctx, ana } = await start()
  const told = await calls(ctx, ana, [{ answers: { need: 'Cobrar antes' } }])
  await withdrawEvents(ctx, told)
  const undoNewest = async () => {
    const [newest] = await changesOf(ctx, ana, 1)
    await undo(ctx, newest?.id ?? '', withdrawBelongings)
  }
  const shown = async () => [(await timelineOf(ctx, ana)).events.length, await need(ctx, ana)]

  await undoNewest()
  expect(await shown()).toEqual([1, 'Cobrar antes'])
  await undoNewest()

  expect(await shown()).toEqual([0, undefined])
})
