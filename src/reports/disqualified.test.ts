import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysAgo, daysLater, makeContact } from '../../test/history.ts'
import { matchingContacts } from '../criteria/matching.ts'
import { at } from '../platform/ctx.ts'
import { newId } from '../platform/ids.ts'
import { disqualify, requalify } from '../qualification/qualification.ts'
import { disqualifiedReport } from './disqualified.ts'

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')

test('who was disqualified is told by reason, source and every week, with who has come back since', async () => {
  const ctx = await workspace({ now })
  const fair = { kind: 'person', source: 'Feria' }
  const [ana, luis, eva] = [
    await makeContact(ctx, fair),
    await makeContact(ctx, fair),
    await makeContact(ctx),
  ]
  const [old, undone] = [await makeContact(ctx), await makeContact(ctx)]
  const before = at(ctx, daysAgo(ctx, 20))
  await disqualify(before, ana, { reason: 'no_budget', until: daysLater(before, 10).clock() })
  await disqualify(ctx, luis, { reason: 'no_budget', until: daysLater(ctx, 180).clock() })
  await disqualify(ctx, eva, { reason: 'Ya trabaja con mi primo' })
  await disqualify(at(ctx, daysAgo(ctx, 60)), old, { reason: 'student' })
  await disqualify(ctx, undone, { reason: 'student' })
  await requalify(ctx, undone)

  const report = await disqualifiedReport(ctx, { from: daysAgo(ctx, 30), to: daysLater(ctx, 1).clock() })

  expect(report.total).toEqual({ count: 3, forGood: 1, woken: 1 })
  expect(report.reasons).toEqual([
    { reason: 'no_budget', count: 2, organizations: 0, forGood: 0, woken: 1 },
    { reason: 'Ya trabaja con mi primo', count: 1, organizations: 0, forGood: 1, woken: 0 },
  ])
  expect(report.sources).toMatchObject([
    { source: 'Feria', count: 2 },
    { source: '', count: 1 },
  ])
  expect(report.weeks.map(({ week, count }) => [week, count])).toEqual([
    ['2026-05-11', 0],
    ['2026-05-18', 0],
    ['2026-05-25', 1],
    ['2026-06-01', 0],
    ['2026-06-08', 0],
    ['2026-06-15', 2],
  ])
  const where = { is: 'disqualified' as const, anyOf: ['no_budget'] }
  expect((await matchingContacts(ctx, { about: 'contact', where })).count).toBe(2)
})

test('a period without a beginning reaches back ten years', async () => {
  const ctx = await workspace({ now })
  const [ana, old] = [await makeContact(ctx), await makeContact(ctx)]
  await disqualify(ctx, ana, { reason: 'student' })
  await disqualify(at(ctx, new Date('2010-01-01')), old, { reason: 'student' })

  const report = await disqualifiedReport(ctx, { from: new Date(0), to: daysLater(ctx, 1).clock() })

  expect(report.from.getFullYear()).toBe(2016)
  expect([report.total.count, report.weeks.length]).toEqual([1, 524])
  expect(report.weeks.at(-1)).toMatchObject({ week: '2026-06-15', count: 1 })
})

test('it tells whose they were and how many are organisations; one waiting for a signal is not out for good, one in the bin does not count', async () => {
  const ctx = await workspace({ now })
  const ownerId = newId()
  const [ana, robledo, gone] = [
    await makeContact(ctx, { kind: 'person', ownerId }),
    await makeContact(ctx, { kind: 'organization' }),
    await makeContact(ctx, { kind: 'person', deletedAt: now }),
  ]
  await disqualify(ctx, ana, { reason: 'no_budget', wakesOn: 'signal' })
  await disqualify(ctx, robledo, { reason: 'no_budget' })
  await sql`update contacts set disqualified = (select disqualified from contacts where id = ${ana}) where id = ${gone}`.execute(
    ctx.db,
  )

  const report = await disqualifiedReport(ctx, { from: daysAgo(ctx, 30), to: daysLater(ctx, 1).clock() })

  expect(report.reasons).toEqual([{ reason: 'no_budget', count: 2, organizations: 1, forGood: 1, woken: 0 }])
  expect(report.owners).toMatchObject([
    { ownerId, count: 1, forGood: 0 },
    { ownerId: null, count: 1, forGood: 1 },
  ])
})

test('the list behind a reason holds those of the period alone, of whom it is asked', async () => {
  const ctx = await workspace({ now })
  const [ana, before] = [await makeContact(ctx), await makeContact(ctx)]
  await disqualify(ctx, ana, { reason: 'student' })
  await disqualify(at(ctx, daysAgo(ctx, 60)), before, { reason: 'student' })

  const from = daysAgo(ctx, 30).toISOString()
  const where = { is: 'disqualified' as const, anyOf: ['student'], from }

  expect((await matchingContacts(ctx, { about: 'contact', where })).count).toBe(1)
})

test('a week begins on Monday at midnight where the workspace is', async () => {
  const ctx = await workspace({ now: new Date('2026-06-15T02:00:00Z') })
  await sql`update workspaces set time_zone = 'America/Bogota' where id = ${ctx.workspaceId}`.execute(ctx.db)
  await disqualify(ctx, await makeContact(ctx), { reason: 'student' })

  const report = await disqualifiedReport(ctx, {
    from: daysAgo(ctx, 30),
    to: new Date('2026-06-15T05:00:00Z'),
  })

  expect(report.weeks.at(-1)).toMatchObject({ week: '2026-06-08', count: 1 })
})
