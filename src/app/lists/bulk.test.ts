import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { auditPage } from '../../audit/audit.ts'
import { type ContactDraft, createContacts, undo } from '../../contacts/contacts.ts'
import type { Criteria } from '../../criteria/criteria.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { binMany, bulkAct, changeMany, goOnWithBulk, runningBulkActs } from './bulk.ts'
import { countContacts, pageOfContacts } from './lists.ts'

const { workspace, database } = useDatabase()

test('one change to all that match is one act, and is undone whole', async () => {
  const ctx = await workspace()
  await createContacts(
    ctx,
    [
      person('Ana', 'Uno', { tags: ['feria'] }),
      person('Eva', 'Dos', { tags: ['feria'] }),
      person('Leo', 'Tres'),
    ],
    {
      kind: 'create',
    },
  )
  const where: Criteria = { is: 'tag', anyOf: ['feria'] }

  const done = await changeMany(
    ctx,
    { kind: 'person', where },
    { tags: { add: ['vip'] }, fields: { city: 'Bilbao' } },
  )

  expect(done).toMatchObject({ contacts: 2, refused: 0 })
  const vip: Criteria = { is: 'tag', anyOf: ['vip'] }
  expect((await countContacts(ctx, { where: vip })).count).toBe(2)
  await undo(ctx, done.changeSetId, async () => {})
  expect((await countContacts(ctx, { where: vip })).count).toBe(0)
})

test('what is done to many goes on by itself, says how far it is, and is one act with one entry in the log', async () => {
  const ctx = await workspace()
  await people(ctx, 1_100)

  const begun = await changeMany(ctx, { kind: 'person' }, { tags: { add: ['vip'] } })
  await people(ctx, 1)
  const running = await runningBulkActs(ctx)
  await goOnWithBulk(ctx, { id: begun.changeSetId, actor: ctx.actor })

  expect(begun).toMatchObject({ state: 'running', total: 1_100, done: 0 })
  expect(running).toMatchObject([{ changeSetId: begun.changeSetId }])
  expect(await bulkAct(ctx, begun.changeSetId)).toMatchObject({ state: 'done', done: 1_100, contacts: 1_100 })
  expect(await runningBulkActs(ctx)).toEqual([])
  const { entries } = await auditPage(ctx, { action: 'contacts.bulk_changed', limit: 5 })
  expect(entries).toMatchObject([{ subjectId: begun.changeSetId, details: { contacts: 1_100 } }])
  await undo(ctx, begun.changeSetId, async () => {})
  expect((await countContacts(ctx, { where: { is: 'tag', anyOf: ['vip'] } })).count).toBe(0)
})

test('an act on many that was cut short goes on where it was; one that fails says so and can be undone', async () => {
  const ctx = await workspace()
  await people(ctx, 1_100)
  const { changeSetId } = await binMany(ctx, { kind: 'person' })
  const job = { id: changeSetId, actor: ctx.actor }
  const failing = async (table: string, work: () => Promise<void>) => {
    await sql`create or replace function fail() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$`.execute(
      database().owner,
    )
    await sql`create trigger fail before insert on ${sql.table(table)} for each row execute function fail()`.execute(
      database().owner,
    )
    await expect(work()).rejects.toThrow('disk full')
    await sql`drop trigger fail on ${sql.table(table)}`.execute(database().owner)
  }

  await failing('audit_entries', () => goOnWithBulk(ctx, job))
  expect(await bulkAct(ctx, changeSetId)).toMatchObject({ state: 'running', done: 1_000, contacts: 1_000 })
  await failing('contact_changes', () => goOnWithBulk(ctx, job))

  expect(await bulkAct(ctx, changeSetId)).toMatchObject({
    state: 'failed',
    done: 1_000,
    failure: expect.stringContaining('puede deshacerse'),
  })
  await undo(ctx, changeSetId, async () => {})
  expect((await countContacts(ctx, {})).count).toBe(1_100)
})

test('an act on many that is undone while it runs stops', async () => {
  const ctx = await workspace()
  await people(ctx, 600)
  const { changeSetId } = await changeMany(ctx, { kind: 'person' }, { fields: { city: 'Bilbao' } })

  await undo(ctx, changeSetId, async () => {})
  await goOnWithBulk(ctx, { id: changeSetId, actor: ctx.actor })

  expect(await bulkAct(ctx, changeSetId)).toMatchObject({ state: 'stopped', contacts: 0 })
  const { rows } = await pageOfContacts(ctx, { order: { by: 'name', direction: 'asc' }, limit: 1 })
  expect(rows[0]?.facts.city).toBeUndefined()
})

test('what is done to all whom a text finds is done to those who only look like it where that is said, and not else', async () => {
  const ctx = await workspace()
  await createContacts(ctx, [person('Ana', 'Núñez'), person('Luis', 'González')], { kind: 'create' })
  const given = { kind: 'person', text: 'nunes' } as const

  expect(await binMany(ctx, given)).toMatchObject({ total: 0 })
  expect(await binMany(ctx, { ...given, alike: true })).toMatchObject({ total: 1 })
  expect(await binMany(ctx, { kind: 'person', text: 'GONZALEZ' })).toMatchObject({ total: 1 })
})

const person = (givenName: string, surname: string, rest: ContactDraft = {}): ContactDraft => ({
  kind: 'person',
  fields: { givenName, surname },
  ...rest,
})

const people = (ctx: Ctx, count: number) =>
  createContacts(
    ctx,
    Array.from({ length: count }, (_, index) => person(`P${index}`, 'Igual')),
    { kind: 'create' },
  )
