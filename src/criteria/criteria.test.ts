import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { holds, type ModelContact } from '../../test/naiveCriteria.ts'
import { populate } from '../../test/population.ts'
import { deed, everyCriterion, now, quartersAway, world } from '../../test/randomCriteria.ts'
import { understood } from '../../test/saidCriteria.ts'
import { patience, soaked } from '../../test/soaked.ts'
import { recordEvents } from '../activity/activity.ts'
import { createContacts } from '../contacts/contacts.ts'
import type { Ctx } from '../platform/ctx.ts'
import { matches } from './compile.ts'
import { type Criteria, criteriaSchema } from './criteria.ts'
import { didColumns, eventsOfEach } from './did.ts'
import { type Explanation, explain, explained } from './explain.ts'
import { mayCount } from './mayCount.ts'
import { nextChange } from './nextChange.ts'
import { nowIn, type Scope } from './scope.ts'
import { spoken } from './spoken.ts'
import { criteriaOf, groupOf } from './web/rows.ts'

const { workspace } = useDatabase()

type World = [ModelContact[], Criteria[]]

/** A world is too large to print; its seed makes it again. */
const told = (numRuns: number): fc.Parameters<World> => ({
  numRuns: soaked(numRuns),
  interruptAfterTimeLimit: soaked(60_000),
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

test('SQL, a naive reading, what the editor writes and what the sentence says agree on random criteria and histories, from subqueries and from one scan', {
  timeout: patience,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      world,
      fc.array(everyCriterion, { minLength: 8, maxLength: 8 }),
      async (contacts, rules) => {
        const ctx = await workspace({ now })
        await populate(ctx, contacts)
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
          const told = spoken(rule)
          const heard = await one(ctx, understood(told))
          expect(
            heard.map(row => row.holds),
            `${JSON.stringify(rule)} as it is said: ${JSON.stringify(told)}`,
          ).toEqual(truths)
        }
      },
    ),
    told(25),
  )
})

test('nothing changes by itself before the next change is due', { timeout: patience }, async () => {
  await fc.assert(
    fc.asyncProperty(
      world,
      fc.array(fc.oneof(everyCriterion, deed), { minLength: 16, maxLength: 16 }),
      async (contacts, rules) => {
        const ctx = await workspace({ now })
        await populate(ctx, contacts)
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
      },
    ),
    told(20),
  )
})

test.each([
  [{ withinDays: 6, notWithinDays: 11 }, 6],
  [{ withinDays: 11, notWithinDays: 6 }, 6],
])(
  '%j: what is not to be recent is old enough, or counts no more, whichever comes first',
  async (days, due) => {
    const ctx = await workspace({ now })
    const [contactId = ''] = await createContacts(ctx, [{ fields: { name: 'Ana' } }], { kind: 'create' })
    await recordEvents(ctx, [{ contactId, name: 'call', at: now }])

    const [ana] = await one(ctx, { did: ['call'], atMost: 1, ...days })

    expect(ana).toMatchObject({ holds: false, next: quartersAway(4 * due) })
  },
)
