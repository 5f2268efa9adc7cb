import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysLater, happened, makeContact } from '../../test/history.ts'
import { patience, soaked } from '../../test/soaked.ts'
import { withdrawEvents } from '../activity/activity.ts'
import { type EventName, eventNames } from '../activity/events.ts'
import { markChanged } from '../contacts/contacts.ts'
import { contactAsOf, funnelAsOf } from '../lifecycle/history.ts'
import { askPastPlacing, pastPlacingOf } from '../lifecycle/placingPast.ts'
import type { Ctx } from '../platform/ctx.ts'
import { type Line, pointsOf } from '../scoring/scoring.ts'
import { placePast } from './placingPast.ts'
import { settle } from './reactions.ts'
import { rebuild } from './rebuild.ts'
import { verify } from './verify.ts'

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')

type Step =
  | { event: EventName; contact: number; day: number; robot: boolean; purpose?: string }
  | { withdraw: number }
  | { fact: number; needs: boolean; role: string | null }
  | { wait: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      event: fc.constantFrom(...eventNames),
      contact: fc.nat(3),
      // Late ones and ones of the future.
      day: fc.integer({ min: -400, max: 20 }),
      robot: fc.boolean(),
      purpose: fc.option(fc.constantFrom('enquiry', 'demo', 'quote'), { nil: undefined }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ withdraw: fc.nat(20) }) },
  {
    weight: 2,
    arbitrary: fc.record({ fact: fc.nat(3), needs: fc.boolean(), role: fc.constantFrom('supplier', null) }),
  },
  { weight: 2, arbitrary: fc.record({ wait: fc.integer({ min: 1, max: 120 }) }) },
)

test('a rebuild gives byte for byte what the changes one by one gave', { timeout: patience }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async steps => {
      const ctx = await live(await workspace({ now }), steps)

      expect((await verify(ctx)).differences).toEqual([])
      const before = await standings(ctx)
      await sql`delete from standings where workspace_id = ${ctx.workspaceId}`.execute(ctx.db)
      await rebuild(ctx)

      expect(await standings(ctx)).toEqual(before)
    }),
    { numRuns: soaked(6) },
  )
})

test('after any history, the past as of now is the present', { timeout: patience }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async steps => {
      const ctx = await live(await workspace({ now }), steps)
      const present = await standings(ctx)

      const { rows, result } = await placedNow(ctx)
      const counted = await funnelAsOf(ctx, ctx.clock())

      expect(rows).toEqual(
        present.map(each => ({ ...pick(each, ['contactId', ...shown]), stood: each.stage })),
      )
      expect(result?.elsewhere).toBe(0)
      const counts = Map.groupBy(present, each => each.stage)
      for (const { stage, people, organizations } of counted.stages) {
        const placed = result?.stages.find(each => each.stage === stage)
        expect([stage, people + organizations]).toEqual([stage, counts.get(stage)?.length ?? 0])
        expect([stage, placed?.people ?? 0, placed?.organizations ?? 0]).toEqual([
          ...[stage, people, organizations],
        ])
      }
      for (const each of present) {
        const { recorded, byThen, byNow } = await contactAsOf(ctx, each.contactId, ctx.clock())
        expect(pick(byNow, shown)).toEqual(pick(each, shown))
        expect(pick(byThen, shown)).toEqual(pick(each, shown))
        // Who has been outside from the beginning never moved.
        expect(recorded?.stage ?? null).toBe(each.stage)
      }
    }),
    { numRuns: soaked(6) },
  )
})

test('the points of any history add up to the numbers shown', { timeout: patience }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async steps => {
      const ctx = await live(await workspace({ now }), steps)

      for (const { contactId, fit, engagement, total } of await standings(ctx)) {
        const points = await pointsOf(ctx, contactId)
        expect([points.fit.shown, points.engagement.shown, points.total.shown]).toEqual([
          fit,
          engagement,
          total,
        ])
        expect(sum(points.fit.lines)).toBe(fit)
        expect(sum(points.engagement.lines)).toBe(engagement)
        expect(fit / 2 + engagement / 2 + points.total.rounding).toBe(total)
      }
    }),
    { numRuns: soaked(4) },
  )
})

test('a number shown is right until the second in which it is said to fade, and no longer', {
  timeout: patience,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), fc.nat(1000), async (steps, part) => {
      const ctx = await live(await workspace({ now }), steps)

      for (const { contactId, engagement, fadesAt } of await standings(ctx)) {
        if (!fadesAt) continue
        const from = ctx.clock().getTime()
        const between = new Date(from + ((fadesAt.getTime() - from - 1000) * part) / 1000)
        for (const instant of [between, new Date(fadesAt.getTime() - 1)])
          if (await nothingComes(ctx, contactId, instant))
            expect((await pointsOf(ctx, contactId, instant)).engagement.shown).toBe(engagement)
        if (await nothingComes(ctx, contactId, fadesAt))
          expect((await pointsOf(ctx, contactId, fadesAt)).engagement.shown).not.toBe(engagement)
      }
    }),
    { numRuns: soaked(4) },
  )
})

test('verify names a planted difference, and a rebuild removes it', async () => {
  const ctx = await workspace({ now })
  const id = await makeContact(ctx)
  await happened(ctx, id, 'call')
  await settle(ctx)

  await sql`update standings set stage = 'customer', fit = 99 where workspace_id = ${ctx.workspaceId}`.execute(
    ctx.db,
  )

  expect((await verify(ctx)).differences).toEqual([
    { contactId: id, funnel: 'main', column: 'stage', is: 'customer', ought: 'prospect' },
    { contactId: id, funnel: 'main', column: 'fit', is: 99, ought: 0 },
  ])
  await rebuild(ctx)
  expect((await verify(ctx)).differences).toEqual([])
})

/** Lives through the steps, reacting after each; the context as it is at the end. */
async function live(start: Ctx, steps: Step[]): Promise<Ctx> {
  let ctx = start
  const contacts = [
    await makeContact(ctx),
    await makeContact(ctx),
    await makeContact(ctx, { kind: 'organization' }),
  ]
  contacts.push(await makeContact(ctx))
  await ctx.db
    .insertInto('employments')
    .values({
      workspaceId: ctx.workspaceId,
      personId: contacts[0] ?? '',
      organizationId: contacts[2] ?? '',
      createdAt: now,
    })
    .execute()
  const events: string[] = []
  for (const step of steps) {
    if ('wait' in step) ctx = daysLater(ctx, step.wait)
    else if ('withdraw' in step) {
      const event = events[step.withdraw % Math.max(1, events.length)]
      if (event) await withdrawEvents(ctx, [event])
    } else if ('fact' in step) await learn(ctx, contacts[step.fact] ?? '', step)
    else {
      const contact = contacts[step.contact] ?? ''
      const more = {
        at: daysLater(ctx, step.day).clock(),
        byRobot: step.robot,
        properties: { purpose: step.purpose },
      }
      events.push(await happened(ctx, contact, step.event, more))
    }
    await settle(ctx)
  }
  return ctx
}

async function learn(ctx: Ctx, id: string, { needs, role }: { needs: boolean; role: string | null }) {
  await ctx.db
    .updateTable('contacts')
    .set({ need: needs ? 'clases' : null, decisionRole: needs ? 'decides' : null, roles: role ? [role] : [] })
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute()
  await markChanged(ctx, [id])
}

const standings = async (ctx: Ctx) => {
  const { rows } = await sql<{
    contactId: string
    stage: string | null
    temperature: string
    fit: number
    engagement: number
    total: number
    fadesAt: Date | null
  }>`
    select contact_id, stage, fit, sums, engagement, total, temperature, fades_at, turns_cold_at, recheck_at, last_signal_at,
      lifecycle_version, score_version
    from standings where workspace_id = ${ctx.workspaceId} order by contact_id`.execute(ctx.db)
  return rows
}

const shown = ['stage', 'fit', 'engagement', 'total', 'temperature'] as const

async function placedNow(ctx: Ctx) {
  const { id } = await askPastPlacing(ctx, ctx.clock())
  await placePast(ctx, { id, funnel: 'main' }, 2)
  const { rows } = await sql`
    select contact_id, stood, ${sql.join(shown.map(name => sql.ref(name)))} from past_standings
    where workspace_id = ${ctx.workspaceId} order by contact_id`.execute(ctx.db)
  return { rows, result: (await pastPlacingOf(ctx))?.result }
}

/** Whether no event of the future arrives before `instant`: only then does the number change by fading alone. */
async function nothingComes(ctx: Ctx, contactId: string, instant: Date) {
  const { rows } =
    await sql`select from events where workspace_id = ${ctx.workspaceId} and contact_id = ${contactId}
    and at > ${ctx.clock()} and at <= ${instant}`.execute(ctx.db)
  return rows.length === 0
}

const pick = <T extends object, K extends keyof T>(from: T, keys: readonly K[]) =>
  Object.fromEntries(keys.map(key => [key, from[key]]))

const sum = (lines: Line[]) => lines.reduce((all, line) => all + Math.round(line.points * 100), 0) / 100
