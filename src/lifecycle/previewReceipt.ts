import { sql } from 'kysely'
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
  const [now, would] = [
    await numbersOf(ctx, inForce, kind, contactId),
    await numbersOf(ctx, supposed.funnel, kind, contactId, supposed.verdicts),
  ]
  const wouldWhy = await whyOf(
    ...([ctx, supposed.funnel, kind, contactId, would.stage, now.stage, supposed.verdicts] as const),
  )
  return {
    now: { ...now, ...(await whyOf(ctx, inForce, kind, contactId, now.stage, would.stage)) },
    would: { ...would, ...wouldWhy },
  }
}

/** The definitions of the draft and, where it judges otherwise, the verdicts as its newest preview has them. */
async function supposedBy(ctx: Ctx, inForce: Funnel, { lifecycle, score, framework }: Draft) {
  const supposed = { ...inForce, lifecycle, score, framework: framework ?? inForce.framework }
  const id = isRejudged({ inForce, supposed }) ? await newestPreview(ctx, inForce.id) : undefined
  return id
    ? { funnel: await spelledOut(ctx, supposed), verdicts: withVerdicts(ctx.workspaceId, id, inForce.id) }
    : { funnel: supposed }
}

/** Where a contact stood at the instant of the context, with its facts of then, under the funnel's definitions, and why. */
export async function sideThen(ctx: Ctx, funnel: Funnel, kind: Kind, contactId: string): Promise<Side> {
  const { workspaceId } = ctx
  const facts = sql`with ${factsThen({ workspaceId, ids: [contactId], instant: ctx.clock() })}`
  const numbers = await numbersOf(ctx, funnel, kind, contactId, facts)
  const { stage } = numbers
  return { ...numbers, ...(await whyOf(ctx, funnel, kind, contactId, stage, stage, facts)) }
}

type Numbers = Omit<Side, 'because' | 'notMet'>

/** `head`: of the statement, where something is not read as it is. */
async function numbersOf(
  ctx: Ctx,
  funnel: Funnel,
  kind: Kind,
  contactId: string,
  head = sql``,
): Promise<Numbers> {
  const { workspaceId } = ctx
  const { rows } = await sql<Numbers>`
    ${head} select stage, fit, engagement, total, temperature
    from (${placed({ workspaceId, now: ctx.clock(), funnel, kind, contactIds: [contactId] })}) placed`.execute(
    ctx.db,
  )
  if (!rows[0]) throw new Refusal('missing', 'contacts.unknown')
  return rows[0]
}

async function whyOf(
  ctx: Ctx,
  funnel: Funnel,
  kind: Kind,
  contactId: string,
  own: string | null,
  other: string | null,
  head = sql``,
) {
  const { lifecycle } = funnel
  const ask = (key: string | null): Criteria | undefined => {
    const stage = lifecycle.stages.find(each => each.key === key)
    return key === null ? lifecycle.outside : stage && entryOf(stage, kind)
  }
  const isHigher = rankOf(lifecycle, other) > rankOf(lifecycle, own)
  const asked = [ask(own), isHigher ? ask(other) : undefined].map(rule => rule ?? { all: [] })
  const [because, notMet] = await explainBy(ctx, funnel, kind, contactId, asked, head)
  return {
    because: because?.holds ? reasons(because) : [],
    notMet: notMet && !notMet.holds ? reasons(notMet) : [],
  }
}

/** Criteria explained with the numbers that these definitions give. */
export async function explainBy(
  ctx: Ctx,
  funnel: Funnel,
  kind: Kind,
  contactId: string,
  rules: Criteria[],
  head = sql``,
): Promise<Explained[]> {
  const { workspaceId } = ctx
  const now = ctx.clock()
  const scope: Scope = {
    ...{ workspaceId, now, contact: 'c', did: eventsOfEach, standing: 's', funnel: funnel.key },
  }
  const { rows } = await sql<{ whys: Explanation[] }>`
    ${head} select jsonb_build_array(${sql.join(rules.map(rule => explain(scope, rule)))}) as whys
    from contacts c join (${placed({ workspaceId, now, funnel, kind, contactIds: [contactId] })}) s on s.contact_id = c.id
    where c.workspace_id = ${workspaceId} and c.id = ${contactId}`.execute(ctx.db)
  return rules.flatMap((rule, place) => {
    const why = rows[0]?.whys[place]
    return why ? [explained(rule, why)] : []
  })
}
