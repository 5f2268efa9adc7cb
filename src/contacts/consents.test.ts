import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/ids.ts'
import {
  consentsInForce,
  createContacts,
  recordConsents,
  recordSaid,
  undo,
  upsertContacts,
} from './contacts.ts'
import { changesOf } from './history.ts'

const { workspace } = useDatabase()

test('an opt-out in force is not lifted by a consent that an import brings', async () => {
  const ctx = await workspace()
  const objected = { channel: 'email', state: 'objected', source: 'web' } as const
  const granted = { channel: 'email', state: 'granted', source: 'lista' } as const
  const [ana = ''] = await createContacts(
    ctx,
    [{ fields: { email: 'ana@example.com' }, consents: [objected] }],
    { kind: 'create' },
  )

  await upsertContacts(ctx, [{ fields: { email: 'ana@example.com' }, consents: [granted] }], {
    kind: 'import',
  })

  expect(await consentsInForce(ctx, ana)).toMatchObject([{ channel: 'email', state: 'objected' }])
})

const ana = { fields: { email: 'ana@example.com' } }
const decision = (state: 'granted' | 'objected', channel: 'email' | 'any' = 'email', at?: string) => ({
  ...{ channel, state, source: 'lista' },
  ...(at && { at: new Date(at) }),
})

test.each([
  ['in one part', [['granted', 'objected']]],
  ['in one part, the other way round', [['objected', 'granted']]],
  ['in two parts', [['granted'], ['objected']]],
  ['in two parts, the other way round', [['objected'], ['granted']]],
] as const)('of an objection and a consent in one set the objection holds: %s', async (_, parts) => {
  const ctx = await workspace({ now: new Date('2026-03-02T10:00:00Z') })
  const changeSetId = newId()

  for (const part of parts)
    await upsertContacts(
      ctx,
      part.map(state => ({ ...ana, consents: [decision(state, state === 'granted' ? 'email' : 'any')] })),
      { kind: 'import', changeSetId },
    )

  const [contact] = await ctx.db.selectFrom('contacts').select('id').execute()
  expect(await consentsInForce(ctx, contact?.id ?? '')).toMatchObject([{ channel: 'any', state: 'objected' }])
})

test('who objected and agreed again later can be agreed by an import too; an objection since then holds', async () => {
  const ctx = await workspace()
  const [id = ''] = await createContacts(ctx, [ana], { kind: 'create' })
  const agreeing = (at: string) =>
    upsertContacts(ctx, [{ ...ana, consents: [decision('granted', 'email', at)] }], { kind: 'import' })
  await recordConsents(ctx, [{ contactId: id, ...decision('objected', 'any', '2023-01-01') }])
  await agreeing('2023-06-01')
  expect(await consentsInForce(ctx, id)).toMatchObject([{ state: 'objected' }])

  await recordConsents(ctx, [{ contactId: id, ...decision('granted', 'email', '2024-01-01') }])
  await agreeing('2025-01-01')
  expect(await consentsInForce(ctx, id)).toContainEqual(
    expect.objectContaining({ channel: 'email', state: 'granted', at: new Date('2025-01-01') }),
  )

  await recordConsents(ctx, [{ contactId: id, ...decision('objected', 'email', '2025-02-01') }])
  await agreeing('2025-03-01')
  expect(await consentsInForce(ctx, id)).toContainEqual(
    expect.objectContaining({ channel: 'email', state: 'objected' }),
  )
})

const makeAna = async (ctx: Ctx): Promise<string> =>
  (await createContacts(ctx, [ana], { kind: 'create' }))[0] ?? ''

const says = (ctx: Ctx, contactId: string, state: 'granted' | 'objected') =>
  recordSaid(ctx, { contactId, ...decision(state) })

const takeBack = async (ctx: Ctx, changeSetId: string) =>
  (await undo(ctx, changeSetId, async () => {})).changeSetId

test('what somebody noted by hand lifts an objection; undone, exactly what was in force before is again, however often', async () => {
  const ctx = await workspace()
  const id = await makeAna(ctx)
  await says(ctx, id, 'objected')
  const before = await consentsInForce(ctx, id)
  const agreed = await says(ctx, id, 'granted')
  const after = await consentsInForce(ctx, id)
  expect(after).toMatchObject([{ channel: 'email', state: 'granted' }])

  const undone = await takeBack(ctx, agreed)
  expect(await consentsInForce(ctx, id)).toEqual(before)
  const redone = await takeBack(ctx, undone)
  expect(await consentsInForce(ctx, id)).toEqual(after)
  const undoneAgain = await takeBack(ctx, redone)
  expect(await consentsInForce(ctx, id)).toEqual(before)
  await takeBack(ctx, undoneAgain)
  expect(await consentsInForce(ctx, id)).toEqual(after)
})

test('to undo a consent after the contact objected leaves the objection, and that one undone brings no old consent back', async () => {
  const ctx = await workspace()
  const id = await makeAna(ctx)
  const agreed = await says(ctx, id, 'granted')
  const objected = await says(ctx, id, 'objected')

  const undone = await takeBack(ctx, agreed)
  expect(await consentsInForce(ctx, id)).toMatchObject([{ state: 'objected' }])
  await takeBack(ctx, undone)
  expect(await consentsInForce(ctx, id)).toMatchObject([{ state: 'objected' }])

  await takeBack(ctx, agreed)
  await takeBack(ctx, objected)
  expect(await consentsInForce(ctx, id)).toEqual([])
})

test('a consent noted by hand and undone does not let an import lift the objection before it', async () => {
  const ctx = await workspace()
  const id = await makeAna(ctx)
  await says(ctx, id, 'objected')
  await takeBack(ctx, await says(ctx, id, 'granted'))

  await upsertContacts(ctx, [{ ...ana, consents: [decision('granted')] }], { kind: 'import' })

  expect(await consentsInForce(ctx, id)).toMatchObject([{ state: 'objected' }])
})

test('the history names what was noted and what was taken back, and who was only spoken of is not changed', async () => {
  const ctx = await workspace()
  const id = await makeAna(ctx)
  const agreed = await says(ctx, id, 'granted')
  await takeBack(ctx, agreed)

  const [undone, said] = await changesOf(ctx, id, 2)

  const email = { channel: 'email', state: 'granted' }
  expect(undone).toMatchObject({
    kind: 'undo',
    before: {},
    after: {},
    consents: [{ ...email, takenBack: true }],
  })
  expect(said).toMatchObject({ kind: 'consent', consents: [{ ...email, takenBack: false }] })
  expect(said?.undoneAt).not.toBeNull()
})

test('a contact of whom nothing is said is refused', async () => {
  const ctx = await workspace()

  await expect(createContacts(ctx, [{}], { kind: 'create' })).rejects.toMatchObject({
    issues: [{ path: [], code: 'contacts.empty' }],
  })
})

test('a contact that comes with a consent of a day to come is refused at that place', async () => {
  const ctx = await workspace()
  const at = new Date(ctx.clock().getTime() + 86_400_000)
  const draft = { fields: { name: 'Ana' }, consents: [{ ...decision('granted'), at }] }

  await expect(createContacts(ctx, [draft], { kind: 'create' })).rejects.toMatchObject({
    issues: [{ path: ['consents', 0, 'at'], code: 'contacts.said_in_the_future' }],
  })
})

test('what nobody has said yet is not noted, as it would overrule what they say until then', async () => {
  const ctx = await workspace()
  const id = await makeAna(ctx)
  const tomorrow = new Date(ctx.clock().getTime() + 86_400_000)

  const noted = recordSaid(ctx, { contactId: id, ...decision('granted'), at: tomorrow })

  await expect(noted).rejects.toMatchObject({ code: 'contacts.said_in_the_future' })
})
