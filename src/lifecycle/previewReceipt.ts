import { type RawBuilder, sql } from 'kysely'
import { factsThen, mustKnow } from '../contacts/contacts.ts'
import type { Criteria } from '../criteria/criteria.ts'
import { eventsOfEach } from '../criteria/did.ts'
import { type Explained, type Explanation, explain, explained } from '../criteria/explain.ts'
import { type Reason, reasons } from '../criteria/reasons.ts'
import type { Scope } from '../criteria/scope.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import type { Temperature } from '../scoring/model.ts'
import { type Funnel, funnelOf } from './definitions.ts'
import { type Draft, draftOf } from './drafting.ts'
import { entryOf, type Kind, rankOf } from './model.ts'
import { placed } from './placing.ts'
import { isRejudged, newestPreview, withVerdicts } from './previewVerdicts.ts'
import { spelledOut } from './spelledOut.ts'
import { standingsWith } from './wouldBe.ts'

/** Where a contact stands under some definitions, and why. */
export type Side = {
  stage: string | null
  fit: number
  engagement: number
  total: number
  temperature: Temperature
  because: Reason[]
  /** Of the stage that it has under the other definitions and would rank higher: what does not hold of it. */
  notMet: Reason[]
}

/** A contact under the definitions in force and under the draft, side by side. Linked contacts count as they stand now. */
export async function bothReceipts(
  ctx: Ctx,
  contactId: string,
  funnelKey?: string,
): Promise<{ now: Side; would: Side }> {
  const kind = await mustKnow(ctx, contactId)
  const inForce = await funnelOf(ctx, funnelKey)
  const draft = await draftOf(ctx, funnelKey)
  if (!draft) throw new Refusal('missing', 'lifecycle.no_draft')
  const supposed = await supposedBy(ctx, inForce, draft)
  const [asNow, asWould] = [
    { funnel: inForce, kind, contactId },
    { ...supposed, kind, contactId },
  ]
  const [now, would] = [await numbersOf(ctx, asNow), await numbersOf(ctx, asWould)]
  return {
    now: { ...now, ...(await whyOf(ctx, asNow, now.stage, would.stage)) },
    would: { ...would, ...(await whyOf(ctx, asWould, would.stage, now.stage)) },
  }
}

/** The definitions of the draft and, where it judges otherwise, the verdicts as its newest preview has them. */
async function supposedBy(ctx: Ctx, inForce: Funnel, { lifecycle, score, framework }: Draft) {
  const supposed = { ...inForce, lifecycle, score, framework: framework ?? inForce.framework }
  const id = isRejudged({ inForce, supposed }) ? await newestPreview(ctx, inForce.id) : undefined
  return id
    ? { funnel: await spelledOut(ctx, supposed), head: withVerdicts(ctx.workspaceId, id, inForce.id) }
    : { funnel: supposed }
}

/** Where a contact stood at the instant of the context, with its facts of then, under the funnel's definitions, and why. */
export async function sideThen(ctx: Ctx, funnel: Funnel, kind: Kind, contactId: string): Promise<Side> {
  const { workspaceId } = ctx
  const head = sql`with ${factsThen({ workspaceId, ids: [contactId], instant: ctx.clock() })}`
  const standings = kind === 'organization' ? await peopleThen(ctx, funnel, contactId) : undefined
  const asked = { funnel, kind, contactId, head, standings }
  const numbers = await numbersOf(ctx, asked)
  const { stage } = numbers
  return { ...numbers, ...(await whyOf(ctx, asked, stage, stage)) }
}

/** The standings with those of its people in their place as they would have been. */
async function peopleThen(ctx: Ctx, funnel: Funnel, organizationId: string) {
  const { workspaceId } = ctx
  const now = ctx.clock()
  const { rows: people } = await sql<{ id: string }>`
    select person_id as id from employments
    where workspace_id = ${workspaceId} and organization_id = ${organizationId}`.execute(ctx.db)
  if (people.length === 0) return undefined
  const contactIds = people.map(({ id }) => id)
  const { rows } = await sql<Numbers>`
    with ${factsThen({ workspaceId, ids: contactIds, instant: now })}
    select contact_id, stage, fit, engagement, total, temperature
    from (${placed({ workspaceId, now, funnel, kind: 'person', contactIds })}) placed`.execute(ctx.db)
  return standingsWith(
    workspaceId,
    funnel.id,
    sql`(
      select "contactId" as contact_id, stage, fit, engagement, total, temperature
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as rows (
        "contactId" uuid, stage text, fit smallint, engagement smallint, total smallint, temperature text))`,
  )
}

type Numbers = Omit<Side, 'because' | 'notMet'>

/** `head`: of the statement, where something is not read as it is; `standings`: those of whom it is linked to. */
type Asked = {
  funnel: Funnel
  kind: Kind
  contactId: string
  head?: RawBuilder<unknown>
  standings?: RawBuilder<unknown>
}

async function numbersOf(
  ctx: Ctx,
  { funnel, kind, contactId, standings, head = sql`` }: Asked,
): Promise<Numbers> {
  const { workspaceId } = ctx
  const { rows } = await sql<Numbers>`
    ${head} select stage, fit, engagement, total, temperature
    from (${placed({ workspaceId, now: ctx.clock(), funnel, kind, contactIds: [contactId], standings })}) placed`.execute(
    ctx.db,
  )
  if (!rows[0]) throw new Refusal('missing', 'contacts.unknown')
  return rows[0]
}

async function whyOf(ctx: Ctx, asked: Asked, own: string | null, other: string | null) {
  const { funnel, kind } = asked
  const { lifecycle } = funnel
  const ask = (key: string | null): Criteria | undefined => {
    const stage = lifecycle.stages.find(each => each.key === key)
    return key === null ? lifecycle.outside : stage && entryOf(stage, kind)
  }
  const isHigher = rankOf(lifecycle, other) > rankOf(lifecycle, own)
  const rules = [ask(own), isHigher ? ask(other) : undefined].map(rule => rule ?? { all: [] })
  const [because, notMet] = await explainBy(ctx, asked, rules)
  return {
    because: because?.holds ? reasons(because) : [],
    notMet: notMet && !notMet.holds ? reasons(notMet) : [],
  }
}

/** Criteria explained with the numbers that these definitions give. */
export async function explainBy(
  ctx: Ctx,
  { funnel, kind, contactId, standings, head = sql`` }: Asked,
  rules: Criteria[],
): Promise<Explained[]> {
  const { workspaceId } = ctx
  const now = ctx.clock()
  const scope: Scope = {
    ...{ workspaceId, now, contact: 'c', did: eventsOfEach, standing: 's', standings, funnel: funnel.key },
  }
  const { rows } = await sql<{ whys: Explanation[] }>`
    ${head} select jsonb_build_array(${sql.join(rules.map(rule => explain(scope, rule)))}) as whys
    from contacts c join (${placed({ workspaceId, now, funnel, kind, contactIds: [contactId], standings })}) s on s.contact_id = c.id
    where c.workspace_id = ${workspaceId} and c.id = ${contactId}`.execute(ctx.db)
  return rules.flatMap((rule, place) => {
    const why = rows[0]?.whys[place]
    return why ? [explained(rule, why)] : []
  })
}
