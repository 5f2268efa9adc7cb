import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { daysLater } from '../../test/history.ts'
import { patience, soaked } from '../../test/soaked.ts'
import { recordAnswered, restoreEvents, timelineOf, withdrawEvents } from '../activity/activity.ts'
import {
  binContacts,
  createContacts,
  getContact,
  mergeContacts,
  recordSaid,
  restoreContacts,
  undo,
  updateContacts,
  upsertContacts,
} from '../contacts/contacts.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { disqualify, readAnswersIn, requalify, writeAnswersIn } from '../qualification/qualification.ts'
import { addTask, finishTask, tasksOf } from '../tasks/tasks.ts'
import { moveBelongings, withdrawBelongings } from './belongings.ts'
import { settle } from './reactions.ts'
import { verify } from './verify.ts'

const { workspace } = useDatabase()
const now = new Date('2026-03-02T10:00:00Z')

const edit = { kind: 'edit' } as const
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const few = <T>(...values: T[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 })
const who = fc.nat(3)

const patch = fc.record(
  {
    fields: fc.record(
      {
        city: fc.constantFrom('Gijón', 'Oviedo', null),
        email: fc.constantFrom('ana@acme.es', 'eva@acme.es', 'luz@acme.es', null),
        organization: fc.constantFrom('Acme', 'Robledo', null),
        need: fc.constantFrom('Cobrar antes', null),
        decisionRole: fc.constantFrom('decides', 'uses', null),
      },
      { requiredKeys: [] },
    ),
    tags: fc.record({ add: few('feria', 'vip'), remove: few('feria', 'vip') }),
    roles: fc.record({ add: few('customer', 'partner'), remove: few('customer') }),
    identities: fc.record({
      add: few('600111222', '600333444').map(those =>
        those.map(value => ({ kind: 'phone' as const, value })),
      ),
    }),
  },
  { requiredKeys: [] },
)

/** One thing that somebody does, to the first contacts of those that there are. */
const acts = fc.oneof(
  fc.record({ edit: who, patch }),
  fc.record({ editBoth: fc.tuple(who, who), patch }),
  fc.record({
    bring: fc.record({
      givenName: fc.constantFrom('Ana', 'Eva', 'Sol'),
      email: fc.constantFrom('ana@acme.es', 'sol@acme.es'),
      city: maybe(fc.constantFrom('Gijón', 'Avilés')),
    }),
  }),
  fc.record({ merge: fc.tuple(who, who) }),
  fc.record({ bin: who }),
  fc.record({ restore: who }),
  fc.record({ say: who, state: fc.constantFrom('granted' as const, 'objected' as const) }),
  fc.record({ call: who, need: fc.constantFrom('Cobrar antes', 'Un almacén') }),
  fc.record({ task: who }),
  fc.record({ finish: who }),
  fc.record({ disqualify: who, reason: fc.constantFrom('budget', 'asked_not_to') }),
  fc.record({ requalify: who }),
)
/** What is taken back by itself, and not as an act. */
const withdrawal = fc.record({ withdraw: who, isBack: fc.boolean() })
type Act = typeof acts | typeof withdrawal extends fc.Arbitrary<infer T> ? T : never

const answering = { read: readAnswersIn, write: writeAnswersIn }

/** Does it; returns the acts that can be undone. */
async function does(ctx: Ctx, ids: string[], act: Act): Promise<string | undefined> {
  const id = (place: number) => ids[place] ?? ''
  if ('withdraw' in act) {
    const events = ctx.db.selectFrom('events').where('contactId', '=', id(act.withdraw)).select('id')
    const eventIds = (await events.execute()).map(event => event.id)
    await (act.isBack ? restoreEvents : withdrawEvents)(ctx, eventIds.slice(-1))
    return undefined
  }
  if ('edit' in act)
    return (await updateContacts(ctx, [{ id: id(act.edit), ...act.patch }], edit)).changeSetId
  if ('editBoth' in act)
    return (
      await updateContacts(
        ctx,
        [...new Set(act.editBoth)].map(each => ({ id: id(each), ...act.patch })),
        edit,
      )
    ).changeSetId
  if ('bring' in act)
    return (
      await upsertContacts(ctx, [{ fields: act.bring, notes: ['Traída'], tags: ['feria'] }], {
        kind: 'import',
      })
    ).changeSetId
  if ('merge' in act)
    return mergeContacts(ctx, { into: id(act.merge[0]), from: id(act.merge[1]) }, moveBelongings)
  if ('bin' in act) return (await binContacts(ctx, [id(act.bin)])).changeSetId
  if ('restore' in act) return (await restoreContacts(ctx, [id(act.restore)])).changeSetId
  if ('say' in act)
    return recordSaid(ctx, { contactId: id(act.say), channel: 'email', state: act.state, source: 'test' })
  if ('call' in act) {
    const answers = [{ question: 'need', state: 'confirmed' as const, value: act.need }]
    const [recorded] = await recordAnswered(
      ctx,
      [{ contactId: id(act.call), name: 'call', at: ctx.clock(), answers }],
      {},
      answering,
    )
    return recorded?.changeSetId
  }
  if ('task' in act)
    return (
      await addTask(ctx, id(act.task), {
        kind: 'find_decider',
        dueAt: daysLater(ctx, 3).clock(),
        assigneeId: null,
      })
    ).changeSetId
  if ('finish' in act) {
    const [task] = await tasksOf(ctx, id(act.finish))
    return task && (await finishTask(ctx, task.id)).changeSetId
  }
  if ('disqualify' in act)
    return (await disqualify(ctx, id(act.disqualify), { reason: act.reason })).changeSetId
  return (await requalify(ctx, id(act.requalify))).changeSetId
}

/** All that can be seen of everybody who is not in the bin. */
async function seen(ctx: Ctx) {
  const ids = await ctx.db
    .selectFrom('contacts')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .select('id')
    .execute()
  return Promise.all(
    ids.map(async ({ id }) => {
      const { updatedAt, provenance, notes, consents, identities, ...contact } = await getContact(ctx, id)
      return {
        ...contact,
        // Which of two who have the same address it identifies may be another afterwards.
        identities: identities.map(({ identifying: _, ...identity }) => identity),
        notes: notes.map(each => each.body).toSorted(),
        consents: consents.map(({ channel, state }) => `${channel} ${state}`).toSorted(),
        timeline: await timelineOf(ctx, id, { limit: 100 }),
        tasks: (await tasksOf(ctx, id)).map(task => task.id),
      }
    }),
  )
}

async function answersOfWithdrawn(ctx: Ctx) {
  const { rows } = await sql`
    select c.id, a.key from contacts c cross join jsonb_each(c.answers) a
    join events e on e.workspace_id = c.workspace_id and e.id = (a.value ->> 'eventId')::uuid
    where c.workspace_id = ${ctx.workspaceId} and c.deleted_at is null and e.withdrawn_at is not null`.execute(
    ctx.db,
  )
  return rows
}

/** What may not be done is not done. */
function refused(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error
}

/** Does them all; what was seen before and after each that can be undone, and these acts. */
async function lived(those: Act[]) {
  const ctx = await workspace({ now })
  const ids = await createContacts(
    ctx,
    ['Ana', 'Eva', 'Luz', 'Pau'].map(givenName => ({
      fields: { givenName, email: `${givenName}@uno.es`, organization: 'Acme' },
      notes: [givenName],
    })),
    { kind: 'create' },
  )
  const [steps, done]: [unknown[], string[]] = [[await seen(ctx)], []]
  for (const act of those) {
    const changeSetId = await does(ctx, ids, act).catch(refused)
    const made = ctx.db.selectFrom('changeSets').where('id', '=', changeSetId ?? newId())
    if (!changeSetId || !(await made.select('id').executeTakeFirst())) continue
    done.push(changeSetId)
    steps.push(await seen(ctx))
  }
  return { ctx, steps, done }
}

const several = fc.array(acts, { minLength: 2, maxLength: 8 })
const withWithdrawals = fc.array(fc.oneof({ weight: 4, arbitrary: acts }, withdrawal), {
  minLength: 2,
  maxLength: 8,
})
const takeBack = async (ctx: Ctx, act: string) => (await undo(ctx, act, withdrawBelongings)).changeSetId

test('whatever was done, undone from the last to the first leaves everything as it was each time, and done over as it had become', {
  timeout: patience,
}, async () => {
  await fc.assert(
    fc.asyncProperty(several, async those => {
      const { ctx, steps, done } = await lived(those)
      const undoing: string[] = []
      for (const [place, act] of [...done.entries()].reverse()) {
        undoing.push(await takeBack(ctx, act))
        expect(await seen(ctx), `undone ${place}`).toEqual(steps[place])
      }
      for (const [place, act] of undoing.reverse().entries()) {
        await takeBack(ctx, act)
        expect(await seen(ctx), `done over ${place}`).toEqual(steps[place + 1])
      }
    }),
    { numRuns: soaked(12) },
  )
})

test('any one thing of those that were done, undone and done over, leaves everything as it is', {
  timeout: patience,
}, async () => {
  await fc.assert(
    fc.asyncProperty(several, fc.nat(), async (those, which) => {
      const { ctx, steps, done } = await lived(those)
      const act = done[which % done.length]
      if (!act) return
      const undoing = await takeBack(ctx, act).catch(refused)
      if (undoing) await takeBack(ctx, undoing)

      expect(await seen(ctx)).toEqual(steps.at(-1))
    }),
    { numRuns: soaked(20) },
  )
})

test('whatever is done and taken back, stages and scores are what a rebuild would give, and no answer is of what was withdrawn', {
  timeout: patience,
}, async () => {
  await fc.assert(
    fc.asyncProperty(withWithdrawals, fc.infiniteStream(fc.nat()), async (those, picks) => {
      const { ctx, done } = await lived(those)
      await settle(ctx)
      for (const act of done) {
        if ((picks.next().value ?? 0) % 2) await takeBack(ctx, act).catch(refused)
        await settle(ctx)
      }

      expect((await verify(ctx)).differences).toEqual([])
      // What a contact took in with another, it keeps.
      if (!those.some(act => 'merge' in act)) expect(await answersOfWithdrawn(ctx)).toEqual([])
    }),
    { numRuns: soaked(10) },
  )
})
