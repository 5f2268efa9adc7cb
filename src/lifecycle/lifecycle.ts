import { sql } from 'kysely'
import { counts } from '../contacts/contacts.ts'
import { reasons } from '../criteria/reasons.ts'
import { staleFrom } from '../criteria/stale.ts'
import type { Ctx } from '../platform/ctx.ts'
import { olderThan, pageOf, placeOf } from '../platform/cursor.ts'
import { kept } from '../platform/kept.ts'
import type { Temperature } from '../scoring/model.ts'
import { type Funnel, funnelOf, funnelsOf } from './definitions.ts'
import type { Kind } from './model.ts'
import { type Cause, explainMove } from './moves.ts'
import type { Reason, Receipt } from './receipt.ts'

export {
  type Funnel,
  funnelOf,
  funnelsOf,
  publishDefinition,
  wordsInForce,
} from './definitions.ts'
export { type Difference, differencesOf } from './differences.ts'
export {
  type Draft,
  type DraftToSave,
  draftFramework,
  draftOf,
  publishDraft,
  saveDraft,
  type Versions,
} from './drafting.ts'
export { fade } from './fade.ts'
export { type AsksField, askingFor } from './fieldsAsked.ts'
export { mustNotCircle } from './flaws.ts'
export { flawsOfFramework, mustBeSoundFramework } from './frameworkFlaws.ts'
export { type FunnelName, renameFunnel } from './funnels.ts'
export { moveMergedPlacements, movePlacements } from './mergedPlacements.ts'
export type { Kind } from './model.ts'
export { ownTexts } from './ownWords.ts'
export { beginPastPlacing, endPastPlacing, failPastPlacing, placeSomePast } from './placingPast.ts'
export {
  askPreview,
  type Batch,
  beginPreview,
  endPreview,
  failPreview,
  givesPoints,
  previewOf,
  previewSome,
  wouldMove,
} from './previewing.ts'
export { isRejudged, type Judging, judgeSome } from './previewVerdicts.ts'
export { frameworkVersionsOf, publishFramework } from './qualifications.ts'
export { forgetBinned, forgetHistory, restage, restageOnly } from './restage.ts'
export { definingSegments, isDrafted } from './segmentsAsked.ts'
export { createReadyMade, draftMarket, publishAnswers } from './settingUp.ts'
export { distributionUnder } from './spread.ts'
export { turnedStale } from './turnedStale.ts'
export { draftReadyMade, publishWhole, replaceDraft } from './wholeDraft.ts'

/** Where a contact stands in a funnel. `stage` is null for who is in the base but in none. */
export type Standing = {
  contactId: string
  funnelId: string
  stage: string | null
  since: Date | null
  lifecycleVersion: number
  scoreVersion: number
  fit: number
  engagement: number
  total: number
  temperature: Temperature
  countedAt: Date
  fadesAt: Date | null
  /** When the total falls under the warm threshold if nothing happens. */
  turnsColdAt: Date | null
  recheckAt: Date | null
  lastSignalAt: Date | null
  staleFrom: Date | null
}

/** A move between stages. `at` is when its evidence was complete, `noticedAt` when the program saw it. */
export type Move = {
  id: string
  fromStage: string | null
  toStage: string | null
  at: Date
  noticedAt: Date
  lifecycleVersion: number
  cause: Cause
  receipt: Receipt
}

/** The contact's standing in the funnel of that key or in the main one; undefined before the first reaction to it. */
export async function standingOf(
  ctx: Ctx,
  contactId: string,
  funnel?: string | Funnel,
): Promise<Standing | undefined> {
  const { id } = await funnelOf(ctx, funnel)
  const [found] = await readStanding(ctx, { workspaceId: ctx.workspaceId, funnelId: id, contactId })
  return found
}

type Whose = { workspaceId: string; funnelId: string; contactId: string }

const readStanding = kept<Whose, Standing>(
  ({ workspaceId, funnelId, contactId }) => sql`
    select contact_id, funnel_id, stage, since, lifecycle_version, score_version, fit, engagement, total, temperature,
      counted_at, fades_at, turns_cold_at, recheck_at, last_signal_at, ${staleFrom(workspaceId, sql`standings`, sql`${funnelId}`)} as stale_from
    from standings
    where workspace_id = ${workspaceId} and funnel_id = ${funnelId} and contact_id = ${contactId}`,
)

/** The contact's standings in all funnels that it has entered, in their order. */
export async function standingsOf(ctx: Ctx, contactId: string): Promise<(Standing & { funnel: string })[]> {
  const found: (Standing & { funnel: string })[] = []
  for (const funnel of await funnelsOf(ctx)) {
    const standing = await standingOf(ctx, contactId, funnel)
    if (standing) found.push({ ...standing, funnel: funnel.key })
  }
  return found
}

/** What makes the contact stand where it does at this instant; nothing for a stage that asks for nothing. */
export async function reasonsNow(
  ctx: Ctx,
  { contactId, stage }: Standing,
  kind: Kind,
  funnel?: string | Funnel,
): Promise<Reason[]> {
  const inForce = await funnelOf(ctx, funnel)
  const whys = await explainMove(ctx, inForce, kind, { fromStage: stage, toStage: stage }, [contactId])
  const why = whys.get(contactId)?.to
  return why?.holds ? reasons(why) : []
}

/** Every move of the contact in the funnel, the newest first. */
export async function movesOf(ctx: Ctx, contactId: string, funnel?: string | Funnel): Promise<Move[]> {
  const { id } = await funnelOf(ctx, funnel)
  return readMoves(ctx, { workspaceId: ctx.workspaceId, funnelId: id, contactId })
}

const readMoves = kept<Whose, Move>(
  ({ workspaceId, funnelId, contactId }) => sql`
    select id, from_stage, to_stage, at, noticed_at, lifecycle_version, cause, receipt
    from moves
    where workspace_id = ${workspaceId} and funnel_id = ${funnelId} and contact_id = ${contactId}
    order by at desc, id desc`,
)

export type ListedMove = Move & { contactId: string; name: string; kind: Kind }

type MovesWanted = {
  funnel?: string
  from?: Date
  to?: Date
  stage?: string
  /** False: without those that new definitions made. */
  ofPublications?: false
  after?: string
  limit: number
}

/** A page of the moves of live contacts in a period (from inclusive, to exclusive), into or out of `stage` when it is given, newest first. */
export async function movesIn(ctx: Ctx, wanted: MovesWanted) {
  const { funnel, from, to, stage, ofPublications, after, limit } = wanted
  const { id } = await funnelOf(ctx, funnel)
  const tests = [
    from && sql`m.at >= ${from}`,
    to && sql`m.at < ${to}`,
    stage && sql`${stage} in (m.from_stage, m.to_stage)`,
    ofPublications === false && sql`m.cause <> 'definition'`,
    after && olderThan(sql`m.at`, sql`m.id`, after),
  ].filter(test => !!test)
  const { rows } = await sql<ListedMove & { place: string }>`
    select m.id, m.contact_id, c.display_name as name, c.kind, m.from_stage, m.to_stage, m.at, m.noticed_at,
      m.lifecycle_version, m.cause, m.receipt, ${placeOf(sql`m.at`)} as place
    from moves m join contacts c on c.workspace_id = m.workspace_id and c.id = m.contact_id
    where m.workspace_id = ${ctx.workspaceId} and m.funnel_id = ${id} and ${counts(ctx, 'c')}
      and ${sql.join([sql`true`, ...tests], sql` and `)}
    order by m.at desc, m.id desc limit ${limit + 1}`.execute(ctx.db)
  const page = pageOf(rows, limit)
  return { moves: page.rows, next: page.next }
}
