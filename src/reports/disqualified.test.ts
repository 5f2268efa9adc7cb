import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysAgo, daysLater, makeContact } from '../../test/history.ts'
import { matchingContacts } from '../criteria/matching.ts'
import { at } from '../platform/ctx.ts'
import { disqualify, requalify } from '../qualification/qualification.ts'
import { disqualifiedReport } from './disqualified.ts'

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')

test('who was disqualified is told by reason, source and week, with who has come back since', async () => {
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
    { reason: 'no_budget', count: 2, forGood: 0, woken: 1 },
    { reason: 'Ya trabaja con mi primo', count: 1, forGood: 1, woken: 0 },
  ])
  expect(report.sources).toMatchObject([
    { source: 'Feria', count: 2 },
    { source: '', count: 1 },
  ])
  expect(report.weeks.map(({ week, count }) => [week.toISOString().slice(0, 10), count])).toEqual([
    ['2026-05-25', 1],
    ['2026-06-15', 2],
  ])
  const where = { is: 'disqualified' as const, anyOf: ['no_budget'] }
  expect((await matchingContacts(ctx, { about: 'contact', where })).count).toBe(2)
})
