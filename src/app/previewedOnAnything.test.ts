import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { base, change, draft, previewed } from '../../test/drafts.ts'
import { daysAgo } from '../../test/history.ts'
import { patience, soaked } from '../../test/soaked.ts'
import { type EventName, eventNames } from '../activity/events.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { placeByHand } from '../lifecycle/byHand.ts'
import { addFunnel } from '../lifecycle/funnels.ts'
import { funnelOf, publishDraft } from '../lifecycle/lifecycle.ts'
import type { Ctx } from '../platform/ctx.ts'
import { createSegment, fillSegment } from '../segments/segments.ts'
import { settle } from './reactions.ts'
import { rebuild } from './rebuild.ts'
import { verify } from './verify.ts'

const { workspace } = useDatabase()
const now = new Date('2026-06-15T10:00:00Z')

const happening = fc.record({
  event: fc.constantFrom<EventName>(...eventNames, 'call', 'meeting', 'subscribed', 'email_link_clicked'),
  contact: fc.nat(8),
  day: fc.integer({ min: 0, max: 400 }),
})
const fact = fc.record({ contact: fc.nat(8), role: fc.constantFrom('supplier', 'competitor') })

const placement = fc.record({
  contact: fc.nat(8),
  funnel: fc.constantFrom('main', 'formacion'),
  stage: fc.constantFrom(null, 'lead', 'prospect', 'potential_customer'),
  days: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
})

type Placed = typeof placement extends fc.Arbitrary<infer T> ? T : never

const who = fc.constantFrom<Criteria>(
  { did: ['subscribed', 'meeting'], withinDays: 200 },
  { field: 'need', op: 'isKnown' },
  { not: { did: ['call'] } },
)

/** A second funnel, a segment, and stages decided by hand; the id of the segment. */
async function besides(ctx: Ctx, ids: string[], criteria: Criteria, placements: Placed[]) {
  await addFunnel(ctx, { name: { es: 'Formación', en: 'Training' }, begin: { copyOf: 'main' } })
  const id = await createSegment(ctx, { name: 'x', description: '', about: 'contact', criteria })
  await fillSegment(ctx, id)
  for (const { contact, funnel, stage, days } of placements) {
    const until = days === undefined ? undefined : daysAgo(ctx, -days)
    await placeByHand(ctx, ids[contact] ?? '', { funnel, stage, reason: 'x', until })
  }
  await rebuild(ctx)
  await settle(ctx)
  return id
}

type Standing = {
  contactId: string
  stage: string | null
  fit: number
  engagement: number
  total: number
  temperature: string
}

async function standings(ctx: Ctx, funnel?: string): Promise<Standing[]> {
  const { id } = await funnelOf(ctx, funnel)
  const { rows } = await sql<Standing>`
    select contact_id, stage, fit, engagement, total, temperature from standings
    where workspace_id = ${ctx.workspaceId} and funnel_id = ${id} order by contact_id`.execute(ctx.db)
  return rows
}

/** Those who stand in the funnel as they would, and those who would come into it. */
async function foretold(ctx: Ctx, funnel: string): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select contact_id, stage, fit, engagement, total, temperature from preview_standings
    where workspace_id = ${ctx.workspaceId}`.execute(ctx.db)
  const would = new Map([...(await standings(ctx, funnel)), ...rows].map(row => [row.contactId, row]))
  return [...would.values()].sort((one, other) => (one.contactId < other.contactId ? -1 : 1))
}

test('a preview says exactly what publishing does', { timeout: patience }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 8, maxLength: 24 }),
      fc.array(fact, { maxLength: 2 }),
      fc.array(change, { minLength: 1, maxLength: 2 }),
      fc.record({
        funnel: fc.constantFrom('main', 'formacion'),
        inSegment: who,
        placements: fc.array(placement, { maxLength: 4 }),
      }),
      async (happenings, facts, changes, { funnel, inSegment, placements }) => {
        const ctx = await workspace({ now })
        const segment = await besides(ctx, await base(ctx, happenings, facts), inSegment, placements)
        const { revision, ...definitions } = await draft(ctx, changes, funnel, segment)
        const asked = await previewed(ctx, funnel).catch(error => {
          // A stage that asks for another that was removed: nothing to preview, and nothing to publish.
          expect(error.code).toBe('lifecycle.flawed')
        })
        if (!asked) return
        const before = await standings(ctx, funnel)
        const told = await foretold(ctx, funnel)

        const published = await publishDraft(ctx, { funnel, revision, note: 'x' }).catch(error => {
          expect(error.code).toBe('lifecycle.nothing_changed')
        })
        expect(await standings(ctx, funnel), 'a preview writes nothing').toEqual(before)
        if (!published) return
        await rebuild(ctx)

        expect(await standings(ctx, funnel)).toEqual(told)
        expect((await verify(ctx)).differences).toEqual([])
        const counts = Map.groupBy(told, each => each.stage)
        for (const { stage, after } of asked.result?.stages ?? [])
          expect([stage, after]).toEqual([stage, counts.get(stage)?.length ?? 0])
        expect(definitions.touchedByName).toBe('test')
      },
    ),
    { numRuns: soaked(12) },
  )
})
