import { sql } from 'kysely'
import { counts, forWholeBase, uncounted } from '../contacts/contacts.ts'
import { matches } from '../criteria/compile.ts'
import { eventsOfEach } from '../criteria/did.ts'
import { alike } from '../platform/alike.ts'
import { atomically, type Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/ids.ts'
import { student } from '../scoring/defaults.ts'
import type { ScoreModel } from '../scoring/model.ts'
import { type Funnel, funnelOf } from './definitions.ts'
import { draftOf } from './drafting.ts'
import { flawsOf } from './flaws.ts'
import type { Kind } from './model.ts'
import { type Odd, oddest } from './oddest.ts'
import { reachOf } from './reach.ts'
import { wouldBe } from './wouldBe.ts'

/** One contact by the score in force and by that of the draft. */
export type Scored = {
  contactId: string
  name: string
  kind: Kind
  wasTotal: number
  total: number
  fit: number
  engagement: number
}

/** How the scores are spread, now and with the draft: over everybody, or over some taken at random from more than 20,000. */
export type Distribution = {
  contacts: number
  sampled: number
  /** How many have each total, from 0 to 100. */
  before: number[]
  after: number[]
  /** How many have each fit under the draft, of whom the least fit worth a contact asks something. */
  fits: number[]
  best: Scored[]
  odd: (Scored & { why: Odd })[]
}

/** More contacts than this would not be answered while one types. */
const most = 20_000
/** Where the tables have no statistics yet, just after an import, the work grows with the square of this. */
const atOnce = 2_000
const shown = 10

/** Of the ready-made stages, those in which somebody has bought; whoever stands in one, or further, is a customer. */
const bought = ['customer', 'buyer']
const outsiders = ['competitor', 'employee', 'supplier']
const silentDays = 180

/** The spread of the scores under the draft, or of those in force where there is none; undefined while the draft's score is flawed. */
export async function distributionOf(ctx: Ctx, funnelKey?: string): Promise<Distribution | undefined> {
  const inForce = await funnelOf(ctx, funnelKey)
  const score = (await draftOf(ctx, funnelKey))?.score ?? inForce.score
  const flaws = await flawsOf(ctx, inForce.key, { lifecycle: inForce.lifecycle, score })
  if (flaws.some(({ path }) => path[0] === 'score')) return undefined
  return distributionUnder(ctx, inForce, score)
}

/** The same under a score that nobody has drafted yet; it must be sound. */
export async function distributionUnder(ctx: Ctx, inForce: Funnel, score: ScoreModel): Promise<Distribution> {
  const contacts = await countOf(ctx, inForce)
  const some = await someOf(ctx, inForce, contacts)
  const would = alike(score, inForce.score) ? new Map() : await totalsUnder(ctx, inForce, score, some)
  const all = some.map(each => ({ ...each, ...would.get(each.contactId) }))
  return {
    contacts,
    sampled: all.length,
    before: spread(all.map(({ wasTotal }) => wasTotal)),
    after: spread(all.map(({ total }) => total)),
    fits: spread(all.filter(({ isLast }) => !isLast).map(({ fit }) => fit)),
    best: all
      .toSorted((a, b) => b.total - a.total || b.fit - a.fit)
      .slice(0, shown)
      .map(asShown),
    odd: oddest(all, score, shown).map(each => ({ ...asShown(each), why: each.why })),
  }
}

/** A contact of the sample, with what tells whether its score is surprising. */
export type Sampled = Scored & {
  isCustomer: boolean
  /** Whether it is at the end of the funnel. */
  isLast: boolean
  isOutsider: boolean
  isStudent: boolean
  /** Whether it has done nothing in the last half year. */
  isSilent: boolean
  /** Whether it is yet to be scored by the version in force. */
  isOfEarlier: boolean
}

/**
 * Everybody, or as many of these `contacts` as can be looked at, at random and the same ones each time. Of a large base only blocks
 * of the table are read that hold some four times as many, enough to be mixed.
 */
async function someOf(
  ctx: Ctx,
  { id, lifecycle, scoreVersion }: Funnel,
  contacts: number,
): Promise<Sampled[]> {
  const percent = Math.min(100, (400 * most) / Math.max(1, contacts))
  const now = ctx.clock()
  const { workspaceId } = ctx
  const scope = { workspaceId, now, contact: 'c', did: eventsOfEach }
  const keys = lifecycle.stages.map(({ key }) => key)
  const first = keys.findIndex(key => bought.includes(key))
  const ofCustomers = first < 0 ? [] : keys.slice(first)
  const { rows } = await sql<Sampled>`
    select c.id as contact_id, c.display_name as name, c.kind, s.total as was_total, s.total, s.fit, s.engagement,
      coalesce(s.stage = any(${ofCustomers}::text[]) or 'customer' = any(c.roles), false) as is_customer,
      coalesce(s.stage = ${keys.at(-1) ?? ''}, false) as is_last,
      c.roles && ${outsiders}::text[] as is_outsider,
      coalesce(${matches(scope, student)}, false) as is_student,
      s.score_version <> ${scoreVersion} as is_of_earlier,
      coalesce(s.last_signal_at < ${now}::timestamptz - make_interval(days => ${silentDays}), true) as is_silent
    from contacts c tablesample system (${percent}::float8) repeatable (7)
    join standings s on s.workspace_id = c.workspace_id and s.funnel_id = ${id} and s.contact_id = c.id
    where c.workspace_id = ${workspaceId} and ${counts(ctx, 'c')}
    order by hashtextextended(c.id::text, 7) limit ${most}`.execute(ctx.db)
  return rows
}

const countOf = (ctx: Ctx, { id }: Funnel): Promise<number> =>
  atomically(ctx, async ctx => {
    await forWholeBase(ctx)
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from standings
      where workspace_id = ${ctx.workspaceId} and funnel_id = ${id} and contact_id not in (${uncounted(ctx)})`.execute(
      ctx.db,
    )
    return rows[0]?.count ?? 0
  })

type Numbers = Pick<Scored, 'total' | 'fit' | 'engagement'>

/** By the statement of previews, without their stages; linked contacts count as they stand now, so it is of no preview. */
async function totalsUnder(
  ctx: Ctx,
  inForce: Funnel,
  score: ScoreModel,
  some: Sampled[],
): Promise<Map<string, Numbers>> {
  const funnel = { ...inForce, score }
  const asked = { workspaceId: ctx.workspaceId, now: ctx.clock(), inForce, funnel, previewId: newId() }
  const isMixed = some.some(({ isOfEarlier }) => isOfEarlier)
  const found = new Map<string, Numbers>()
  for (const kind of ['person', 'organization'] as const) {
    const ids = some.filter(each => each.kind === kind).map(({ contactId }) => contactId)
    const reach = isMixed ? ('all' as const) : { ...reachOf(inForce, funnel, kind), stages: [] }
    for (let from = 0; from < ids.length; from += atOnce) {
      const contactIds = ids.slice(from, from + atOnce)
      const { rows } = await sql<Numbers & { contactId: string }>`
        select contact_id, total, fit, engagement
        from (${wouldBe({ ...asked, kind, contactIds, reach })}) would`.execute(ctx.db)
      for (const { contactId, ...numbers } of rows) found.set(contactId, numbers)
    }
  }
  return found
}

function spread(totals: number[]): number[] {
  const counted = Array.from({ length: 101 }, () => 0)
  for (const total of totals) counted[total] = (counted[total] ?? 0) + 1
  return counted
}

const asShown = ({ contactId, name, kind, wasTotal, total, fit, engagement }: Scored): Scored => ({
  ...{ contactId, name, kind, wasTotal, total, fit, engagement },
})
