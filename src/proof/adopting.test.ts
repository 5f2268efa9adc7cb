import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysAgo } from '../../test/history.ts'
import { recordEvents } from '../activity/activity.ts'
import { settle } from '../app/reactions.ts'
import { rebuild } from '../app/rebuild.ts'
import { markChanged } from '../contacts/contacts.ts'
import { funnelOf, publishDraft } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/ids.ts'
import { pointsOf } from '../scoring/scoring.ts'
import { adopt, adoptionOf, askProof, proofOf, runProof } from './proof.ts'
import type { Question } from './proving.ts'

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')

const question = (ctx: Ctx): Question => ({
  ...{ outcome: { event: 'purchase' }, kind: 'person' },
  ...{ from: daysAgo(ctx, 365), to: now },
})

/** Numbers between 0 and 1 that look like chance and are the same each time. */
const chance = (seed: number) => Math.abs(Math.sin(seed * 12.9898) * 43_758.5453) % 1

const sources = ['Web', 'Feria', 'Anuncio', 'Recomendación']
const sectors = ['Salud', 'Metal', 'Comercio']

/** Of whom some facts and a call tell for the purchase, and another fact against it. */
async function buyersDiffer(ctx: Ctx, count = 300) {
  const people = Array.from({ length: count }, (_, i) => ({
    id: newId(),
    source: sources[Math.floor(4 * chance(i + 1))] ?? '',
    sector: sectors[Math.floor(3 * chance(i + 2000))] ?? '',
    calls: chance(i + 4000) < 0.3,
    // Few days: each is looked at by a statement of its own.
    age: 340 - 41 * Math.floor((9 * i) / count),
  }))
  const rows = people.map(({ id, source, sector, age }) => {
    const createdAt = daysAgo(ctx, age)
    return { workspaceId: ctx.workspaceId, id, source, sector, createdAt, updatedAt: createdAt }
  })
  await ctx.db.insertInto('contacts').values(rows).execute()
  const buys = ({ source, sector, calls }: (typeof people)[number]) =>
    0.2 +
    (source === 'Recomendación' ? 0.4 : 0) +
    (sector === 'Metal' ? -0.15 : 0) +
    (sector === 'Salud' ? 0.15 : 0) +
    (calls ? 0.3 : 0)
  await recordEvents(
    ctx,
    people.flatMap((person, i) => [
      ...(person.calls ? [{ contactId: person.id, name: 'call', at: daysAgo(ctx, person.age - 5) }] : []),
      ...(chance(i + 8000) < buys(person)
        ? [{ contactId: person.id, name: 'purchase', at: daysAgo(ctx, person.age - 10) }]
        : []),
    ]),
  )
  await markChanged(
    ctx,
    people.map(({ id }) => id),
  )
  await settle(ctx)
  return people.map(({ id }) => id)
}

async function proved(ctx: Ctx) {
  const { id } = await askProof(ctx, question(ctx))
  await runProof(ctx, { id })
  return { id, result: (await proofOf(ctx, id))?.result }
}

async function publishCard(ctx: Ctx, id: string) {
  const { revision } = await adopt(ctx, id)
  await publishDraft(ctx, { revision, note: 'La tarjeta' })
  await rebuild(ctx)
}

const totalsOf = async (ctx: Ctx) =>
  new Map(
    (
      await ctx.db
        .selectFrom('standings')
        .where('workspaceId', '=', ctx.workspaceId)
        .select(['contactId', 'total'])
        .execute()
    ).map(({ contactId, total }) => [contactId, total]),
  )

test('what was proved is what is adopted: totals rank as the points of the card, use the whole scale, and prove the same again', async () => {
  const ctx = await workspace({ now, market: 'b2c' })
  const ids = await buyersDiffer(ctx)
  const { id, result } = await proved(ctx)
  const { contacts, sampled, today, card } = await adoptionOf(ctx, id)

  await publishCard(ctx, id)

  const totals = await totalsOf(ctx)
  const some = await Promise.all(
    ids.slice(0, 60).map(async id => {
      const { fit } = await pointsOf(ctx, id)
      const points = fit.lines.reduce((sum, line) => sum + (line.kind === 'fact' ? line.points : 0), 0)
      return { points, total: totals.get(id) }
    }),
  )
  for (const { points, total } of some) expect(total).toBe(Math.min(100, Math.max(0, points)))
  expect(Math.max(...totals.values())).toBeGreaterThanOrEqual(95)
  expect(Math.min(...totals.values())).toBeLessThanOrEqual(5)
  // What the page says before: how many would have each total.
  const found = Array.from(
    { length: 101 },
    (_, total) => [...totals.values()].filter(is => is === total).length,
  )
  expect({ contacts, sampled, hotToday: today.hotFrom }).toEqual({
    contacts: 300,
    sampled: 300,
    hotToday: 70,
  })
  expect(card.totals).toEqual(found)
  expect([card.warmFrom % 5, card.hotFrom % 5]).toEqual([0, 0])
  const again = (await proved(ctx)).result
  expect(result?.learnt?.from).toBe('outcomes')
  expect(again?.today.auc).toEqual(result?.learnt?.card.auc)
  expect(again?.today.deciles).toEqual(result?.learnt?.card.deciles)
})

test('a card of an older proof, over two axes, is not adopted: it would rank worse than was proved', async () => {
  const ctx = await workspace({ now, market: 'b2c' })
  const { id } = await askProof(ctx, question(ctx))
  const older = { learnt: { model: { ...(await funnelOf(ctx)).score, fitShare: 40 } } }
  await sql`update proofs set state = 'done', result = ${JSON.stringify(older)}::jsonb where id = ${id}`.execute(
    ctx.db,
  )

  await expect(adopt(ctx, id)).rejects.toMatchObject({ code: 'proof.outdated' })
  await expect(adoptionOf(ctx, id)).rejects.toMatchObject({ code: 'proof.outdated' })
})
