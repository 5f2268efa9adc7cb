import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysAllowed, holds, type ModelContact } from '../../test/naiveCriteria.ts'
import { criteria, now, quartersAway, world } from '../../test/randomCriteria.ts'
import { putEventType } from '../activity/activity.ts'
import { mainFunnel } from '../contacts/contacts.ts'
import type { Ctx } from '../platform/ctx.ts'
import { matches } from './compile.ts'
import { type Criteria, criteriaSchema } from './criteria.ts'
import { didColumns, eventsOfEach } from './did.ts'
import { type Explanation, explain, explained } from './explain.ts'
import { mayCount } from './mayCount.ts'
import { nextChange } from './nextChange.ts'
import { nowIn, type Scope } from './scope.ts'
import { criteriaOf, groupOf } from './web/rows.ts'

const { workspace } = useDatabase()

async function populate(contacts: ModelContact[]): Promise<Ctx> {
  const ctx = await workspace({ now })
  const { workspaceId } = ctx
  await putEventType(ctx, {
    name: 'fair_visited',
    channel: 'event',
    direction: 'in',
    weight: 2,
    labelEs: '',
    labelEn: '',
  })
  const insert = async (table: 'contacts' | 'identities' | 'employments' | 'events', rows: object[]) => {
    if (rows.length > 0)
      await ctx.db
        .insertInto(table)
        .values(rows.map(row => ({ workspaceId, ...row })) as never)
        .execute()
  }
  const timed = { createdAt: now, updatedAt: now }
  await insert(
    'contacts',
    contacts.map(
      ({ events: _, companies: __, people: ___, emails: ____, standing: _____, custom, ...row }) => ({
        ...timed,
        ...row,
        custom: JSON.stringify(custom),
      }),
    ),
  )
  await populateStandings(ctx, contacts)
  await insert(
    'identities',
    contacts.flatMap(({ id, emails }) =>
      emails.map(value => ({ contactId: id, kind: 'email', value, createdAt: now })),
    ),
  )
  await insert(
    'employments',
    contacts.flatMap(({ id, companies }) =>
      companies.map(each => ({ personId: id, organizationId: each.id, createdAt: now })),
    ),
  )
  await insert(
    'events',
    contacts.flatMap(({ id, events }) =>
      events.map(({ withdrawn, properties, ...event }) => ({
        ...event,
        contactId: id,
        properties: JSON.stringify(properties),
        receivedAt: now,
        source: 'test',
        withdrawnAt: withdrawn ? now : null,
      })),
    ),
  )
  return ctx
}

/** In the main funnel, whose stages allow so many days. */
async function populateStandings(ctx: Ctx, contacts: ModelContact[]) {
  const standings = contacts.flatMap(({ id, standing }) => (standing ? { id, ...standing } : []))
  await sql`
    update definitions set body = jsonb_set(body, '{stages}', (
      select jsonb_agg(stage || jsonb_strip_nulls(jsonb_build_object('staleAfterDays', ${JSON.stringify(daysAllowed)}::jsonb -> (stage ->> 'key')))
        order by place)
      from jsonb_array_elements(body -> 'stages') with ordinality as each_stage (stage, place)))
    where workspace_id = ${ctx.workspaceId} and kind = 'lifecycle'`.execute(ctx.db)
  await sql`
    insert into standings (workspace_id, funnel_id, contact_id, stage, since, lifecycle_version, score_version, counted_at)
    select ${ctx.workspaceId}, ${mainFunnel(ctx.workspaceId)}, id, stage, since, 1, 1, ${now}
    from jsonb_to_recordset(${JSON.stringify(standings)}::jsonb) as given (id uuid, stage text, since timestamptz)`.execute(
    ctx.db,
  )
}

type World = [ModelContact[], Criteria[]]

/** A world is too large to print; its seed makes it again. */
const told = (numRuns: number): fc.Parameters<World> => ({
  numRuns,
  interruptAfterTimeLimit: 60_000,
  endOnFailure: true,
  asyncReporter: async ({ failed, seed, counterexamplePath, errorInstance }) => {
    if (failed)
      throw new Error(`seed ${seed}, path ${counterexamplePath}: ${errorInstance}`, { cause: errorInstance })
  },
})

type Row = { id: string; holds: boolean; why: Explanation; next: Date | null }

const answers = (scope: Scope, rule: Criteria) => sql`
  c.id, ${matches(scope, rule)} as holds, ${explain(scope, rule)} as why, ${nextChange(scope, rule)} as next`

/** All answers with a subquery for each rule about events. */
async function one(ctx: Ctx, rule: Criteria): Promise<Row[]> {
  const scope = { ...nowIn(ctx), contact: 'c', did: eventsOfEach }
  return rowsOf(
    ctx,
    sql`select ${answers(scope, rule)} from contacts c where c.workspace_id = ${ctx.workspaceId}`,
  )
}

/** The same from one scan of the events that may count. */
async function many(ctx: Ctx, rule: Criteria): Promise<Row[]> {
  const { columns, did } = didColumns(nowIn(ctx), [rule], { alias: 'd', evidence: true })
  const scope = { ...nowIn(ctx), contact: 'c', did }
  return rowsOf(
    ctx,
    sql`
    select ${answers(scope, rule)}
    from contacts c left join (
      select ${sql.join([sql`e.contact_id`, ...columns])} from events e
      where e.workspace_id = ${ctx.workspaceId} and e.withdrawn_at is null and ${mayCount(now, [rule])}
      group by e.contact_id
    ) d on d.contact_id = c.id
    where c.workspace_id = ${ctx.workspaceId}`,
  )
}

async function rowsOf(ctx: Ctx, query: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`${query} order by c.id`.execute(ctx.db)
  return rows
}

test('SQL, a naive reading and what the editor writes agree on random criteria and histories, from subqueries and from one scan', async () => {
  await fc.assert(
    fc.asyncProperty(world, fc.array(criteria, { minLength: 8, maxLength: 8 }), async (contacts, rules) => {
      const ctx = await populate(contacts)
      const expected = contacts.toSorted((a, b) => (a.id < b.id ? -1 : 1))
      for (const rule of rules) {
        const rows = await one(ctx, rule)
        const truths = expected.map(contact => holds(contact, rule, now))
        const wrong = expected.flatMap(({ id, custom, sector }, place) =>
          rows[place]?.holds === truths[place]
            ? []
            : [{ id, row: rows[place], truth: truths[place], custom, sector }],
        )

        expect(wrong, JSON.stringify(rule)).toEqual([])
        expect(criteriaSchema.parse(rule)).toEqual(rule)
        expect(rows.map(row => explained(rule, row.why).holds)).toEqual(truths)
        expect(await many(ctx, rule)).toEqual(rows)
        const edited = await one(ctx, criteriaOf(groupOf(rule)))
        expect(
          edited.map(row => row.holds),
          `as the editor writes it: ${JSON.stringify(rule)}`,
        ).toEqual(truths)
      }
    }),
    told(25),
  )
}, 120_000)

test('nothing changes by itself before the next change is due', async () => {
  await fc.assert(
    fc.asyncProperty(world, fc.array(criteria, { minLength: 8, maxLength: 8 }), async (contacts, rules) => {
      const ctx = await populate(contacts)
      for (const rule of rules) {
        for (const { id, next } of await one(ctx, rule)) {
          const contact = contacts.find(each => each.id === id)
          if (!contact) throw new Error('an unknown contact')
          const truth = holds(contact, rule, now)
          const moments = Array.from({ length: 160 }, (_, quarters) => quartersAway(quarters + 1))
          const before = moments.filter(moment => !next || moment < next)

          if (next) expect(next.getTime()).toBeGreaterThan(now.getTime())
          const early = before.filter(moment => holds(contact, rule, moment) !== truth)
          expect(early, JSON.stringify(rule)).toEqual([])
        }
      }
    }),
    told(20),
  )
}, 120_000)
