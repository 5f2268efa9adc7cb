import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysLater, happened, makeContact } from '../../test/history.ts'
import { emptyBin, mergeContacts, undo } from '../contacts/contacts.ts'
import { placeByHand, placementOf, releaseFromHand } from '../lifecycle/byHand.ts'
import { standingOf } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { moveBelongings, withdrawBelongings } from './belongings.ts'
import { settle } from './reactions.ts'
import { verify } from './verify.ts'

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')

const two = async (ctx: Ctx) => ({ into: await makeContact(ctx), from: await makeContact(ctx) })
const reasonOf = async (ctx: Ctx, id: string) => (await placementOf(ctx, id))?.reason
const stageOf = async (ctx: Ctx, id: string) => (await standingOf(ctx, id))?.stage

test('a decision by hand goes with who is merged, the newest wins, and undoing gives both back', async () => {
  const ctx = await workspace({ now })
  const { into, from } = await two(ctx)
  await placeByHand(ctx, into, { stage: 'lead', reason: 'First' })
  const later = daysLater(ctx, 1)
  await placeByHand(later, from, { stage: 'potential_customer', reason: 'Then' })
  await settle(later)

  const changeSetId = await mergeContacts(later, { into, from }, moveBelongings)
  await settle(later)
  expect(await stageOf(later, into)).toBe('potential_customer')
  expect(await reasonOf(later, into)).toBe('Then')

  const undone = await undo(later, changeSetId, withdrawBelongings)
  await settle(later)
  expect([await reasonOf(later, into), await reasonOf(later, from)]).toEqual(['First', 'Then'])
  expect([await stageOf(later, into), await stageOf(later, from)]).toEqual(['lead', 'potential_customer'])

  await undo(later, undone.changeSetId, withdrawBelongings)
  await settle(later)
  expect(await stageOf(later, into)).toBe('potential_customer')
  expect((await verify(later)).differences).toEqual([])
})

test('an older decision on who is merged gives way, and what was decided since a merge stays when it is undone', async () => {
  const ctx = await workspace({ now })
  const { into, from } = await two(ctx)
  await placeByHand(ctx, from, { stage: 'potential_customer', reason: 'Old' })
  const later = daysLater(ctx, 1)
  await placeByHand(later, into, { stage: 'lead', reason: 'New' })
  const older = await mergeContacts(later, { into, from }, moveBelongings)
  expect(await reasonOf(later, into)).toBe('New')
  await undo(later, older, withdrawBelongings)
  expect([await reasonOf(later, into), await reasonOf(later, from)]).toEqual(['New', 'Old'])

  await placeByHand(daysLater(ctx, 2), from, { stage: 'prospect', reason: 'Newest' })
  const newer = await mergeContacts(daysLater(ctx, 3), { into, from }, moveBelongings)
  const [dayFour, dayFive] = [daysLater(ctx, 4), daysLater(ctx, 5)]
  await releaseFromHand(dayFour, into)
  await placeByHand(dayFour, into, { stage: 'customer', reason: 'Decided since' })
  await undo(dayFive, newer, withdrawBelongings)

  expect(await reasonOf(dayFive, into)).toBe('Decided since')
})

test('a merge is not undone once who was taken in has left the bin for good; what it gave stays with the other', async () => {
  const ctx = await workspace({ now })
  const { into, from } = await two(ctx)
  await placeByHand(ctx, from, { stage: 'potential_customer', reason: 'Theirs' })
  await happened(ctx, from, 'call')
  const merge = await mergeContacts(ctx, { into, from }, moveBelongings)
  await emptyBin(daysLater(ctx, 31), async () => {})

  const undoing = undo(daysLater(ctx, 31), merge, withdrawBelongings)

  await expect(undoing).rejects.toMatchObject({ code: 'contacts.merged_for_good' })
  expect(await reasonOf(ctx, into)).toBe('Theirs')
})
