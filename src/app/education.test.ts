import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { previewed } from '../../test/drafts.ts'
import { useFiles } from '../../test/files.ts'
import { leadLines } from '../../test/leads.ts'
import { importFile } from '../imports/importFile.ts'
import { readyMadeSets } from '../lifecycle/readyMade.ts'
import { draftReadyMade, publishWhole } from '../lifecycle/wholeDraft.ts'
import type { Ctx } from '../platform/ctx.ts'
import { auc } from '../proof/measures.ts'
import { settle } from './reactions.ts'

const { workspace } = useDatabase()
const file = useFiles()

const real = new URL('../../../shared/data/leads-x-education/Leads_9240x37.csv', import.meta.url)
const whenReal = test.skipIf(!existsSync(real))

async function imported(path: string): Promise<Ctx> {
  const ctx = await workspace({ market: 'b2c' })
  await publishWhole(ctx, readyMadeSets.education(), { note: 'Formación' })
  await importFile(ctx, path, { yes: true })
  await settle(ctx)
  return ctx
}

type Placed = { stage: string; temperature: string; total: number; won: boolean }

async function placed(ctx: Ctx): Promise<Placed[]> {
  const { rows } = await sql<Placed>`
    select stage, temperature, total, exists (
      select from events e
      where e.workspace_id = s.workspace_id and e.contact_id = s.contact_id and e.name = 'purchase') as won
    from standings s where workspace_id = ${ctx.workspaceId}`.execute(ctx.db)
  return rows
}

const countBy = (those: Placed[], what: 'stage' | 'temperature') =>
  Object.fromEntries([...Map.groupBy(those, each => each[what])].map(([key, some]) => [key, some.length]))

const shareOfBuyers = (those: Placed[], temperature: string) => {
  const some = those.filter(each => each.temperature === temperature)
  return some.filter(each => each.won).length / some.length
}

/** The file tells of no address, of no role, and of nothing that happened but enrolling. */
async function rulesOfFactsThatAreDead(ctx: Ctx): Promise<string[]> {
  const { fit, engagementFacts } = (await draftReadyMade(ctx, 'education')).score
  const { result } = (await previewed(ctx)) ?? {}
  const dead = new Set(result?.dead.map(each => ('score' in each ? each.score : '')))
  return [...fit, ...engagementFacts].map(({ key }) => key).filter(key => dead.has(key))
}

test('the set for schools leaves no stage and no temperature empty where leads are told only by facts', async () => {
  const ctx = await imported(await file('leads.csv', ...leadLines(300)))

  const leads = await placed(ctx)

  expect(Object.keys(countBy(leads, 'stage')).sort()).toEqual([
    'contact',
    'customer',
    'lead',
    'potential_customer',
    'prospect',
  ])
  expect(Object.keys(countBy(leads, 'temperature')).sort()).toEqual(['cold', 'hot', 'warm'])
})

whenReal(
  'the set for schools puts the 9,240 leads of X Education into its stages, ranks who enrols above the rest, and has no rule of facts that the file leaves dead without reason',
  async () => {
    const ctx = await imported(fileURLToPath(real))

    const leads = await placed(ctx)
    const { value = 0, low = 0 } = auc(leads.map(({ total, won }) => ({ score: total, won }))) ?? {}

    expect(countBy(leads, 'stage')).toEqual({
      contact: 2122,
      lead: 3083,
      prospect: 356,
      potential_customer: 118,
      customer: 3561,
    })
    expect(countBy(leads, 'temperature')).toEqual({ cold: 6704, warm: 1923, hot: 613 })
    expect(value).toBeGreaterThan(0.79)
    expect(low).toBeGreaterThan(0.78)
    expect(shareOfBuyers(leads, 'cold')).toBeLessThan(0.25)
    expect(shareOfBuyers(leads, 'warm')).toBeGreaterThan(0.7)
    expect(shareOfBuyers(leads, 'hot')).toBeGreaterThan(0.85)
    expect(await rulesOfFactsThatAreDead(ctx)).toEqual(['email', 'phone', 'competitor'])
  },
  200_000,
)
