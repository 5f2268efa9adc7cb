import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { useFiles } from '../../test/files.ts'
import { boughtOf, leadLines, objectionsOf } from '../../test/leads.ts'
import type { Ctx } from '../platform/ctx.ts'
import { importFile } from './importFile.ts'

const { workspace } = useDatabase()
const file = useFiles()

const real = new URL('../../../shared/data/', import.meta.url)
const whenReal = test.skipIf(!existsSync(real))
const at = (name: string) => fileURLToPath(new URL(name, real))

const contactsOf = (ctx: Ctx) =>
  ctx.db.selectFrom('contacts').selectAll().where('deletedAt', 'is', null).orderBy('displayName').execute()
const eventsOf = (ctx: Ctx) =>
  ctx.db.selectFrom('events').selectAll().where('withdrawnAt', 'is', null).orderBy('at').execute()
const consentsOf = (ctx: Ctx) =>
  ctx.db.selectFrom('consents').selectAll().where('withdrawnAt', 'is', null).execute()

test('leads of a course seller, the clean and the damaged file: the same contacts', async () => {
  const ctx = await workspace({ market: 'b2c' })

  const clean = await importFile(ctx, await file('leads.csv', ...leadLines(300)), { yes: true })
  const damaged = await importFile(ctx, await file('damaged.csv', ...leadLines(300, { damaged: true })), {
    yes: true,
  })

  expect(clean).toMatchObject({ state: 'done', rows: 300, counts: { new: 300 } })
  expect(damaged.counts).toMatchObject({ duplicate: 300 })
  expect(damaged.reasons).toContainEqual({ code: 'imports.row_recovered', rows: 11 })
  expect((await eventsOf(ctx)).filter(event => event.name === 'purchase')).toHaveLength(boughtOf(300))
  const consents = await consentsOf(ctx)
  expect(consents.every(consent => consent.state === 'objected')).toBe(true)
  expect(consents).toHaveLength(objectionsOf(300))
})

whenReal(
  'the 9,240 leads of X Education, the clean and the damaged file: the same contacts',
  async () => {
    const ctx = await workspace({ market: 'b2c' })

    const clean = await importFile(ctx, at('leads-x-education/Leads_9240x37.csv'), { yes: true })
    const damaged = await importFile(ctx, at('leads-x-education/Lead Scoring.csv'), { yes: true })

    expect(clean).toMatchObject({ state: 'done', rows: 9240, counts: { new: 9240 } })
    expect(damaged.counts).toMatchObject({ duplicate: 9240 })
    expect(damaged.reasons).toContainEqual({ code: 'imports.row_recovered', rows: 338 })
    expect((await eventsOf(ctx)).filter(event => event.name === 'purchase')).toHaveLength(3561)
    const consents = await consentsOf(ctx)
    expect(consents.every(consent => consent.state === 'objected')).toBe(true)
    expect(consents).toHaveLength(734 + 2)
    const { custom } =
      (await contactsOf(ctx)).find(each => each.custom && 'site_visits' in Object(each.custom)) ?? {}
    expect(custom).toMatchObject({ site_visits: expect.any(Number), site_seconds: expect.any(Number) })
  },
  120_000,
)

whenReal.each([
  ['crm-exports/mailing-tools/mailchimp-members--subscribed.csv', { new: 5 }],
  ['crm-exports/mailing-tools/mailchimp-members--unsubscribed.csv', { new: 5 }],
  ['crm-exports/mailing-tools/mailchimp-members--cleaned.csv', { new: 5 }],
  ['crm-exports/mailing-tools/curated-members-csv--subscribers.csv', { new: 18, refused: 2 }],
  ['crm-exports/mailing-tools/tinynews-members--subs-v1.csv', { new: 2, duplicate: 1 }],
  ['crm-exports/mailing-tools/tinynews-members--subs-v2.csv', { new: 2 }],
  ['crm-exports/atomic-crm/contacts_export.csv', { new: 2 }],
])('%s imports', async (name, counts) => {
  const ctx = await workspace()

  const report = await importFile(ctx, at(name), { yes: true })

  expect(report).toMatchObject({ state: 'done', counts })
})

whenReal('whoever left the mailing list has an objection dated the day they left', async () => {
  const ctx = await workspace()

  await importFile(ctx, at('crm-exports/mailing-tools/mailchimp-members--unsubscribed.csv'), { yes: true })

  const consents = await consentsOf(ctx)
  expect(consents).toHaveLength(5)
  expect(consents.map(each => each.at)).toContainEqual(new Date('2018-07-23T10:19:27Z'))
})
