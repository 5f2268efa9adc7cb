import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { useFiles } from '../../test/files.ts'
import { daysLater } from '../../test/history.ts'
import { leadLines } from '../../test/leads.ts'
import { type NewEvent, recordEvents, restoreEvents, withdrawEvents } from '../activity/activity.ts'
import { eventNames } from '../activity/events.ts'
import { createContacts } from '../contacts/contacts.ts'
import { importFile } from '../imports/importFile.ts'
import type { Ctx } from '../platform/ctx.ts'
import { createDemo } from './demo/demo.ts'
import { type Random, seeded } from './demo/random.ts'
import { settle } from './reactions.ts'
import { verify } from './verify.ts'

const { workspace } = useDatabase()
const file = useFiles()
const now = new Date('2026-06-15T10:00:00Z')

// 100,000 with `npm run verify:history`, which takes some minutes.
const events = Number(process.env.HISTORY_EVENTS ?? 4_000)
const people = Math.max(200, events / 25)

const leads = new URL('../../../shared/data/leads-x-education/Leads_9240x37.csv', import.meta.url)

test('after an import every standing is what facts and events make it', async () => {
  const ctx = await workspace({ market: 'b2c' })
  await importFile(ctx, await file('leads.csv', ...leadLines(300)), { yes: true })

  expect(await verify(ctx)).toEqual({ contacts: 300, differences: [] })
})

test.skipIf(!existsSync(leads))(
  'after the import of 9,240 real leads too',
  async () => {
    const ctx = await workspace({ market: 'b2c' })
    await importFile(ctx, fileURLToPath(leads), { yes: true })

    expect(await verify(ctx)).toEqual({ contacts: 9240, differences: [] })
  },
  120_000,
)

test('after the demo was made every standing is what facts and events make it', async () => {
  const ctx = await workspace()
  await createDemo(ctx, { organizations: 10, people: 70 })

  expect((await verify(ctx)).differences).toEqual([])
})

test('an address whose contact is gone is a difference', async () => {
  const ctx = await workspace()
  const [ana = ''] = await createContacts(ctx, [{ fields: { email: 'ana@x.es' } }], { kind: 'create' })

  await ctx.db.deleteFrom('contacts').where('id', '=', ana).execute()

  expect((await verify(ctx)).differences).toEqual([
    { contactId: ana, funnel: '*', column: 'identity email', is: 'ana@x.es', ought: null },
  ])
})

test(
  `after ${events} events, late, repeated and taken back, every standing is what they make it`,
  async () => {
    const random = seeded(1_492)
    let ctx = await workspace({ now, prospectNeeds: 'conversation' })
    const ids = await manyPeople(ctx)
    const known: NewEvent[] = []
    const stored: string[] = []
    let repeated = 0
    while (known.length < events) {
      ctx = daysLater(ctx, random.between(0, 4))
      const fresh = Array.from({ length: 450 }, (_, i) => eventOf(ctx, random, ids, `m${known.length + i}`))
      const again = known.length ? Array.from({ length: 50 }, () => random.pick(known)) : []
      const recorded = await recordEvents(ctx, [...fresh, ...again])
      known.push(...fresh)
      repeated += recorded.filter(each => each.outcome === 'duplicate').length
      stored.push(...recorded.flatMap(({ outcome, id = '' }) => (outcome === 'stored' ? id : [])))
      await withdrawEvents(
        ctx,
        Array.from({ length: 30 }, () => random.pick(stored)),
      )
      await restoreEvents(
        ctx,
        Array.from({ length: 10 }, () => random.pick(stored)),
      )
      if (random.chance(0.7)) await settle(ctx)
    }

    expect(stored).toHaveLength(known.length)
    expect(repeated).toBeGreaterThan(known.length / 20)
    expect((await verify(ctx)).differences).toEqual([])
    expect((await verify(daysLater(ctx, 45))).differences).toEqual([])
  },
  60_000 + events * 30,
)

/** People, each third of them at one of a few organisations. */
async function manyPeople(ctx: Ctx): Promise<string[]> {
  const drafts = Array.from({ length: people }, (_, i) => ({
    fields: { name: `Persona ${i}`, email: `p${i}@example.com` },
    ...(i % 3 === 0 && { organization: { name: `Taller ${i % 40}` } }),
  }))
  const ids: string[] = []
  for (let from = 0; from < drafts.length; from += 1_000)
    ids.push(...(await createContacts(ctx, drafts.slice(from, from + 1_000), { kind: 'create' })))
  return ids
}

/** Most of these days, some of long ago, a few of days to come. */
function eventOf(ctx: Ctx, random: Random, ids: string[], messageId: string): NewEvent {
  const days = random.chance(0.2) ? random.between(-400, -5) : random.chance(0.1) ? random.between(1, 30) : 0
  const at = new Date(daysLater(ctx, days).clock().getTime() - random.between(0, 86_400) * 1000)
  return {
    ...{ messageId, contactId: random.pick(ids), name: random.pick(eventNames), at },
    byRobot: random.chance(0.1),
  }
}
